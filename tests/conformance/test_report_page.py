"""The page of findings in a real browser: its filters, no script, no barrier, and nothing obeyed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.report import FORMATS
from pipeline.results import Checked
from tests.findings_sample import CHECKED, NOTHING

pytestmark = pytest.mark.judge("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield started
        started.close()


def opened(browser: Browser, folder: Path, checked: Checked, **options: object) -> tuple[Page, list[str]]:
    """The page of some findings, and what it says to the console or asks of the network from then on."""
    (folder / "r.html").write_text("".join(FORMATS["html"](checked)), "utf-8")
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(f"file://{folder}/r.html")
    return page, heard[1:]


def test_filters_narrow_what_is_shown_and_tell_how_much(browser: Browser, tmp_path: Path) -> None:
    page, heard = opened(browser, tmp_path, CHECKED)
    articles, files = page.locator("article:visible"), page.locator(".file:visible")
    assert (articles.count(), files.count()) == (4, 3)
    page.select_option("#severity", "error")
    assert (articles.count(), files.count()) == (2, 1)
    assert page.inner_text("#shown") == "2 of 4"
    page.select_option("#document", "x")
    assert (articles.count(), page.inner_text("#shown")) == (0, "0 of 4")
    page.select_option("#severity", "")
    assert articles.count() == 1
    page.select_option("#document", "")
    page.select_option("#code", "han-residue")
    assert articles.count() == 1
    assert heard == []


def test_without_a_script_all_is_there_to_read(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, CHECKED, java_script_enabled=False)
    assert page.locator("article:visible").count() == 4
    assert not page.locator("#filters").is_visible()
    assert page.locator("mark").all_inner_texts()[:3] == ["aler", "15万元", "1.5 million yuan"]
    page.click("article a >> nth=0")
    assert page.locator("section:target h3").inner_text() == "han-residue"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1300])
def test_no_reader_meets_a_barrier(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    size = {"width": width, "height": 900}
    page, heard = opened(browser, tmp_path, CHECKED, color_scheme=scheme, viewport=size)
    assert heard == []
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_of_nothing_says_so(browser: Browser, tmp_path: Path) -> None:
    page, heard = opened(browser, tmp_path, NOTHING)
    assert page.inner_text("header p") == "no findings" and heard == []
    assert Axe().run(page).violations_count == 0
