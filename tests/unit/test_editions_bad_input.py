"""Odd texts as whole editions: each becomes pages and prints, or is told with its place and changes nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.command import Outcome, duizhao

GLOSSARY = "id,zh_hans,en,kind,definition,note\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in English beside the source, that builds in this process with the bundled fonts."""
    monkeypatch.setattr("pipeline.workspace.build.cores", lambda: 1)
    folder = tmp_path / "place"
    assert duizhao("init", folder).code == 0
    (folder / "duizhao.toml").write_text(
        'title = "试"\nlanguages = ["en"]\neditions = ["zh-Hans", "parallel"]\n[fonts]\ninstalled = false\n',
        "utf-8",
    )
    return folder


def built(folder: Path, source: str, english: str = "", glossary: str = "") -> Outcome:
    """Builds a text; `english` is the translation of every sentence."""
    (folder / "source/x.md").write_text(source, "utf-8")
    if glossary:
        (folder / "glossary/terms.csv").write_text(GLOSSARY + glossary, "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    path = folder / "translations/en/x.po"
    head, _, entries = path.read_text("utf-8").partition("\n\n")
    path.write_text(f"{head}\n\n" + entries.replace('msgstr ""', f'msgstr "{english}"'), "utf-8")
    return duizhao("-C", folder, "build")


def page(folder: Path, edition: str = "parallel") -> str:
    return (folder / f"build/x/x.{edition}.html").read_text("utf-8")


class _Text(HTMLParser):
    """The text of a page outside its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self._open = "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._open = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._open in ("script", "style", "rt") else data


CASES = {
    "untranslated": ("# 题\n\n一句。两句。\n", "", "", "Not yet translated"),
    "one segment": ("一句。\n", "One.", "", "One."),
    "a long segment": ("试点" * 25_000 + "。\n", "word " * 9_000, "", "word " * 8_999),
    "right-to-left marks": (
        "# 题\u200f\n\n甲\u202e乙\u2066丙\u2069。\n",
        "a \u202eb\u2067 שלום",
        "",
        "甲乙丙。",
    ),
    "a definition with markup": (
        "沙盒先行。\n",
        "A sandbox.",
        'box,沙盒,sandbox,policy,"<b onclick=alert(1)>bold</b> & *more*",<script>alert(1)</script>\n',
        "<b onclick=alert(1)>bold</b> & *more*",
    ),
    "terms that overlap": (
        "监管沙盒与沙盒监管。\n",
        "A regulatory sandbox and sandbox regulation.",
        "a,监管沙盒,regulatory sandbox,policy,One.,\nb,沙盒监管,sandbox regulation,policy,Two.,\n"
        "c,沙盒,sandbox,concept,Three.,\n",
        "监管沙盒与沙盒监管。",
    ),
    "a title of 500 characters": ("# " + "题" * 500 + "\n\n一句。\n", "Title " * 80, "", "题" * 500),
    "no text at all": ("# 题\n", "Title", "", "题"),
}


@pytest.mark.parametrize(("source", "english", "glossary", "shown"), CASES.values(), ids=CASES.keys())
def test_an_odd_text_becomes_pages_and_prints(
    place: Path, source: str, english: str, glossary: str, shown: str
) -> None:
    outcome = built(place, source, english, glossary)
    assert outcome.code == 0, outcome.err
    assert shown in _Text(page(place)).text
    assert not set("\u202e\u2066\u2067") & set(page(place))
    assert len(re.findall("<script", page(place))) == len(re.findall("</script>", page(place)))
    for name in ("zh-Hans", "parallel"):
        assert (place / f"build/x/x.{name}.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def test_a_thousand_notes_become_pages_and_prints(place: Path) -> None:
    sentences = "\n\n".join(f"第{n}句[^{n}]。" for n in range(1_000))
    notes = "\n\n".join(f"[^{n}]: 注{n}。" for n in range(1_000))
    (place / "source/x.md").write_text(f"{sentences}\n\n{notes}\n", "utf-8")
    outcome = duizhao("-C", place, "build", "--edition", "zh-Hans")
    assert outcome.code == 0, outcome.err
    assert '<li id="n-1000">' in page(place, "zh-Hans")
    assert (place / "build/x/x.zh-Hans.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def test_a_character_that_no_font_has_is_told_with_its_place_and_keeps_the_old_print(place: Path) -> None:
    assert built(place, "一句。\n", "One.").code == 0
    before = (place / "build/x/x.zh-Hans.pdf").read_bytes()
    outcome = built(place, "一句。甲\U0001f600乙。\n", "One.")
    assert outcome.code == 2
    assert "no font has a character of x: '😀' (U+1F600, GRINNING FACE) in segment s-" in outcome.err
    assert "甲😀乙" in outcome.err
    assert (place / "build/x/x.zh-Hans.pdf").read_bytes() == before
    assert "甲😀乙" in _Text(page(place, "zh-Hans")).text, "a browser may have a font that we have not"


def test_what_was_written_before_a_failure_is_not_built_again(place: Path) -> None:
    assert built(place, "一句。\n", "One.").code == 0
    assert built(place, "甲\U0001f600。\n", "One.").code == 2
    assert built(place, "一句。\n", "One.").code == 0
    assert "5 files, 1 built, 4 unchanged" not in duizhao("-C", place, "build").out
    assert "5 files, 0 built, 5 unchanged" in duizhao("-C", place, "build").out
