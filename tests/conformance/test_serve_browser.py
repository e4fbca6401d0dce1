"""A preview in a real browser: an edit appears where one reads, and a broken file is told and waited out."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.command import duizhao
from tests.conformance.test_html_browser import violations
from tests.serving import Preview

pytestmark = pytest.mark.judge("chromium")

MIDDLE = 60
LONG = 520
READ = 290
"""A paragraph of the long page that a script which scrolls once, when the page has loaded, does not find again."""

CHINESE = "第{}段说的是试点先行，让更多地方少走弯路，也让后来的人看得见前面的路是怎么走出来的。"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield started
        started.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    paragraphs = "\n\n".join(CHINESE.format(n) for n in range(2 * MIDDLE))
    (tmp_path / "source/x.md").write_text(f"# 试点\n\n## 一\n\n{paragraphs}\n\n## 二\n\n完。\n", "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\n[check.severity]\nuntranslated = "off"\n')
    assert duizhao("-C", tmp_path, "sync").code == 0
    return tmp_path


@pytest.fixture
def preview(place: Path) -> Iterator[Preview]:
    started = Preview(place)
    yield started
    started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    opened = context.new_page()
    opened.said = []  # type: ignore[attr-defined]
    opened.on("console", lambda message: opened.said.append(message.text))  # type: ignore[attr-defined]
    opened.on("pageerror", lambda error: opened.said.append(str(error)))  # type: ignore[attr-defined]
    yield opened
    context.close()


def translate(place: Path, chinese: str, english: str) -> None:
    po = place / "translations/en/x.po"
    new = re.sub(f'(msgid "{chinese}"\nmsgstr ).*', rf'\1"{english}"', po.read_text("utf-8"))
    assert english in new
    po.with_suffix(".new").write_text(new, "utf-8")
    po.with_suffix(".new").replace(po)


def middle(page: Page, number: int = MIDDLE) -> Locator:
    """The paragraph in the middle, by its number: readings stand between the characters."""
    return page.locator(f".text .b:has(> .no:text-is('{number + 1}'))")


def top(page: Page, number: int = MIDDLE) -> float:
    """How far from the top of the window that paragraph stands, in pixels."""
    found = middle(page, number).bounding_box()
    assert found
    return found["y"]


def read_middle(page: Page, number: int = MIDDLE) -> float:
    """Scrolls the paragraph into sight, as a reader would have it; gives where it stands."""
    middle(page, number).evaluate(
        "block => scrollBy({ top: block.getBoundingClientRect().top - 200, behavior: 'instant' })"
    )
    return top(page, number)


def come_back(page: Page) -> None:
    """Waits until the page, loaded anew, has found its place: some frames after it was loaded."""
    page.wait_for_load_state("load")
    page.evaluate(
        "() => new Promise(done => { let n = 40; (function wait() { n-- ? requestAnimationFrame(wait) : done(); })(); })"
    )


def test_an_edit_appears_and_view_place_and_folds_stay(place: Path, preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}x/x.parallel.html")
    page.locator("label:has(#view-stacked)").click()
    page.locator(".contents summary").click()
    before = read_middle(page)
    # What is edited stands above, and grows by many lines; a number more is a finding above as well.
    long = (
        f"Section {MIDDLE - 20}: a trial goes first, 99 times over"
        + ", and shows the others the way" * 60
        + "."
    )
    translate(place, CHINESE.format(MIDDLE - 20), long)
    expect(page.locator(".text .b", has_text="99 times over")).to_have_count(1, timeout=60_000)
    come_back(page)
    assert abs(top(page) - before) <= 2
    assert page.locator("#view-stacked").is_checked() and "view=stacked" in page.url
    assert page.locator(".contents details").get_attribute("open") is None
    finding = page.locator(".findings li", has_text="number-mismatch")
    expect(finding).to_have_count(1)
    assert "99 times" in finding.locator("xpath=../following-sibling::*[1]").inner_text()
    assert page.said == []  # type: ignore[attr-defined]


def test_the_place_stays_on_a_page_so_long_that_parts_are_laid_out_late(
    place: Path, preview: Preview, page: Page
) -> None:
    paragraphs = "\n\n".join(f"第{n}段。" for n in range(LONG))
    (place / "source/x.md").write_text(f"# 试点\n\n{paragraphs}\n", "utf-8")
    assert duizhao("-C", place, "sync").code == 0
    page.goto(f"{preview.address}x/x.parallel.html")
    middle(page, READ).scroll_into_view_if_needed()
    come_back(page)
    before = read_middle(page, READ)
    translate(place, f"第{READ - 20}段。", "A trial goes first" + ", and shows the others the way" * 60 + ".")
    expect(page.locator(".text .b", has_text="A trial goes first")).to_have_count(1, timeout=60_000)
    come_back(page)
    assert abs(top(page, READ) - before) <= 2


def test_the_paragraph_that_is_read_may_itself_change(place: Path, preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}x/x.parallel.html")
    before = read_middle(page)
    source = place / "source/x.md"
    source.write_text(
        source.read_text("utf-8").replace(f"第{MIDDLE}段说的是", f"第{MIDDLE}段讲的是"), "utf-8"
    )
    expect(page.locator(".text .b", has_text="讲")).to_have_count(1, timeout=60_000)
    come_back(page)
    assert abs(top(page) - before) <= 60, "the neighbours keep their places"


def test_a_broken_file_is_told_and_mended_without_a_hand_on_the_browser(
    place: Path, preview: Preview, page: Page
) -> None:
    page.goto(f"{preview.address}x/x.parallel.html?view=en")
    po = place / "translations/en/x.po"
    whole = po.read_text("utf-8")
    po.write_text(whole + '\nmsgid "half\n', "utf-8")
    expect(page.locator(".message")).to_contain_text("translations/en/x.po:", timeout=60_000)
    po.write_text(whole, "utf-8")
    expect(page.locator("#view-en")).to_be_checked(timeout=60_000)


def test_a_page_stays_as_it_is_when_another_document_changes(
    place: Path, preview: Preview, page: Page
) -> None:
    page.goto(f"{preview.address}x/x.parallel.html")
    page.evaluate("window.same = true")
    with page.expect_response(lambda answer: answer.request.method == "HEAD", timeout=60_000):
        (place / "source/y.md").write_text("# 别的\n", "utf-8")
    assert page.evaluate("window.same") is True


def test_the_index_follows_new_documents(place: Path, preview: Preview, page: Page) -> None:
    page.goto(preview.address)
    (place / "source/y.md").write_text("# 别的\n\n一句。\n", "utf-8")
    page.get_by_role("link", name="别的").first.click(timeout=60_000)
    expect(page).to_have_title(re.compile("别的"))


def test_foreign_text_in_a_message_is_text(preview: Preview, page: Page) -> None:
    page.goto(f"{preview.address}%3Cimg%20src=x%20onerror=document.title='x'%3E")
    expect(page.locator(".message")).to_have_text("<img src=x onerror=document.title='x'>")
    assert page.title() == "There is no such page"


def test_there_are_no_barriers(place: Path, preview: Preview, page: Page) -> None:
    """In a page with findings, in the index and in a message."""
    (place / "source/x.md").write_text("# 试点\n\n补贴15万元。\n\n| 项目 |\n| --- |\n| 补贴 |\n", "utf-8")
    assert duizhao("-C", place, "sync").code == 0
    translate(place, "补贴15万元。", "A subsidy.")
    found = {}
    for path, scheme in (
        ("x/x.parallel.html", "light"),
        ("x/x.parallel.html", "dark"),
        ("", "dark"),
        ("y", "light"),
    ):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(f"{preview.address}{path}")
        assert page.locator(".findings").count() == path.endswith(".parallel.html")
        found[path, scheme] = violations(page)
    assert [places for places in found.items() if places[1]] == []
