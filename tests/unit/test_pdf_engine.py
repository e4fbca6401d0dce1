"""The engine: bytes that do not change, clear errors, and text that can run nothing."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import DuizhaoError, FormatError, WorkspaceError
from pipeline.formats.fonts import FontSetting
from pipeline.formats.pdf import Layout, Paper, engine, render
from pipeline.model import Edition, EditionBlock, Kind
from tests.pdf_sample import FULL, SANDBOX, block, edition, heading, item, note, only, paragraph, row

BUNDLED = FontSetting(installed=False)


def test_the_same_edition_gives_the_same_bytes() -> None:
    first = render(FULL, setting=BUNDLED)
    assert first.startswith(b"%PDF-1.7")
    assert render(replace(FULL), setting=BUNDLED) == first
    assert b"/CreationDate" not in first and b"xmp:CreateDate" not in first


def test_each_layout_and_paper_makes_other_pages() -> None:
    made = {(layout, paper): render(FULL, layout, paper, BUNDLED) for layout in Layout for paper in Paper}
    assert len(set(made.values())) == 4
    for (_, paper), pdf in made.items():
        size = b"612 792" if paper is Paper.LETTER else b"595.2756 841.8898"
        assert {b"/MediaBox[0 0 " + size + b"]"} == set(re.findall(rb"/MediaBox ?\[[^]]*\]", pdf))


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "zh-Hant-HK", "en", "fr"])
def test_every_language_alone(tag: str) -> None:
    made = only(FULL, "en" if tag in ("en", "fr") else "zh-Hans", tag)
    assert render(made, setting=BUNDLED).startswith(b"%PDF")


@pytest.mark.parametrize(
    "made",
    [
        edition(),
        edition(titles=("", "")),
        edition(paragraph(row("一句。", "One."))),
        edition(paragraph(row("未译。"))),
        edition(paragraph()),
        edition(EditionBlock(Kind.CODE, 0, "", (), (), "")),
        edition(heading("甲[^a]", "A[^a]"), note(3, "a", row("注[^a]", "Note"))),
        edition(block(Kind.TITLE, row("题[^a]", "Title[^a]")), note(3, "a", row("注", "Note"))),
        edition(paragraph(row("文字\u202e反\u200f", "abc \u2067 שלום مرحبا")), titles=("题" * 500, "Title " * 84)),
        edition(item(1, row("", "")), item(2, row("甲", "a")), terms=(SANDBOX,)),
        edition(paragraph(row("甲" * 3000, "word " * 3000))),
    ],
)  # fmt: skip
@pytest.mark.parametrize("layout", Layout)
def test_odd_editions_are_set(made: Edition, layout: Layout) -> None:
    assert render(made, layout, setting=BUNDLED).startswith(b"%PDF")


def test_text_can_run_nothing() -> None:
    words = '#panic("x") $x$ @label <label> // /* `#read("/etc/passwd")` \\u{41} #import "@preview/a:1" ]}'
    hostile = edition(
        block(Kind.TITLE, row(words, words)),
        heading(words, words),
        paragraph(row(words, words, notes=(words,))),
        EditionBlock(Kind.CODE, 0, words, (), (), words),
        titles=(words, words),
        metadata={"source": words, words: words},
        terms=(replace(SANDBOX, id=words, english=words, fields={"definition": words, "pinyin": words}),),
    )
    assert render(hostile, setting=BUNDLED).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (edition(paragraph(row("甲\u0378乙", "a"))), "in segment s-甲\u0378乙: '甲\\u0378乙'"),
        (
            edition(paragraph(row("甲", "a", notes=("x" * 20 + "\u0378",)))),
            "in segment s-甲: 'xxxxxxxxxxxx\\u0378'",
        ),
        (edition(paragraph(row("甲", "a"), row("乙", "b\u0378"))), "in segment s-乙: 'b\\u0378'"),
        (edition(EditionBlock(Kind.CODE, 0, "", (), (), "\u0378")), "in a code block: '\\u0378'"),
        (edition(terms=(replace(SANDBOX, english="\u0378"),)), "in term sandbox: '\\u0378'"),
        (
            edition(metadata={"date": "1", "source": "\u0378"}, terms=(SANDBOX, SANDBOX)),
            "in the field source: '\\u0378'",
        ),
        (edition(titles=("\u0378", "Title")), "outside the text"),
    ],
)
def test_a_character_that_no_font_has_is_named_with_its_place(made: Edition, place: str) -> None:
    with pytest.raises(FormatError) as caught:
        render(made, setting=BUNDLED)
    assert str(caught.value) == rf"no font has a character of pilots: '\u0378' (U+0378, unnamed) {place}"


def test_an_emoji_is_named_by_its_name() -> None:
    with pytest.raises(FormatError, match=r"'🚀' \(U\+1F680, ROCKET\) in segment s-甲🚀: '甲🚀'"):
        render(edition(paragraph(row("甲🚀", "a"))), setting=BUNDLED)


def test_all_missing_characters_are_named_at_once() -> None:
    with pytest.raises(FormatError) as caught:
        render(edition(paragraph(row("\u0378甲\u0379", "a"))), setting=BUNDLED)
    assert "U+0378" in str(caught.value) and "U+0379" in str(caught.value)


def test_a_setting_of_fonts_is_used_and_a_wrong_one_refused() -> None:
    swapped = FontSetting({"zh": ("Noto Sans TC", "Noto Sans SC")}, installed=False)
    assert render(FULL, setting=swapped) != render(FULL, setting=BUNDLED)
    with pytest.raises(WorkspaceError, match="Song of Nowhere"):
        render(FULL, setting=FontSetting({"zh": ("Song of Nowhere",)}, installed=False))


def test_any_other_trouble_of_typst_is_told_in_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pdf.typ").write_text('#panic("of any kind")')
    monkeypatch.setattr(engine, "_TEMPLATES", tmp_path)
    with pytest.raises(DuizhaoError, match=r"Typst could not set pilots: panicked with: .?of any kind"):
        render(FULL, setting=BUNDLED)


def test_a_large_edition_is_forgotten_after_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    small = render(edition(paragraph(row("一句。", "One."))), setting=BUNDLED)
    monkeypatch.setattr(engine, "_LARGE", 0)
    assert render(edition(paragraph(row("一句。", "One."))), setting=BUNDLED) == small
