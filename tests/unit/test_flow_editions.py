"""Markdown and plain text editions: two languages, gaps, notes, and texts that look like marks."""

from dataclasses import replace

import pytest

from pipeline.edition import edition
from pipeline.formats import markdown, markdown_edition, text_edition
from pipeline.glossary import Glossary
from pipeline.model import Catalog, Edition, Entry, Key, Kind
from pipeline.segment import segment

SOURCE = """\
---
title: 试点
author: 甲
date: 2026-01-01
---

## 为什么

试点先行。[^a]成了再推广。

1. 一是**监管**。
2. 见[公报](https://example.org/a)。

> 引一句。

| 项目 | 金额 |
| --- | --: |
| 补贴 | 3万元 |

```
x = 1
```

[^a]: 见通知。
"""
ENGLISH = {
    "试点": "Pilots",
    "甲": "A. Author",
    "为什么": "Why",
    "试点先行。[^a]": "Pilots come first.[^a]",
    "一是**监管**。": "First, *regulation*.",
    "见[公报](https://example.org/a)。": "See the [gazette](https://example.org/a).",
    "引一句。": "A quotation.",
    "项目": "Item",
    "金额": "Amount",
    "补贴": "Subsidy | grant",
    "3万元": "30,000 yuan",
    "见通知。": "See the notice.",
}


def made(languages: tuple[str, ...], source: str = SOURCE, english: dict[str, str] = ENGLISH) -> Edition:
    document = markdown.parse(source, "x.md")
    blocks = tuple(
        replace(b, segments=segment(b.text, b.marks)) if b.translatable else b for b in document.blocks
    )
    comments = {"试点": ("note: A *trial*.",)}
    entries = (Entry(Key("", text), to, comments=comments.get(text, ())) for text, to in english.items())
    catalogs = {"en": Catalog("en", entries=tuple(entries))}
    return edition(replace(document, blocks=blocks), catalogs, languages, "-".join(languages), Glossary(()))


def test_markdown_sets_each_paragraph_above_its_translation() -> None:
    assert "".join(markdown_edition.serialize(made(("zh-Hans", "en")))) == (
        "---\n"
        "title: 试点 / Pilots\n"
        "author: 甲 / A. Author\n"
        "date: '2026-01-01'\n"
        "lang: zh-Hans, en\n"
        "---\n\n"
        "## 为什么 / Why\n\n"
        "试点先行。[^a]成了再推广。\n\n"
        "Pilots come first.[^a] *[Not yet translated]* 成了再推广。\n\n"
        "1. 一是**监管**。\n\n   First, *regulation*.\n\n"
        "2. 见[公报](https://example.org/a)。\n\n   See the [gazette](https://example.org/a).\n\n"
        "> 引一句。\n>\n> A quotation.\n\n"
        "| 项目<br>Item | 金额<br>Amount |\n"
        "| --- | --: |\n"
        "| 补贴<br>Subsidy \\| grant | 3万元<br>30,000 yuan |\n\n"
        "```\nx = 1\n```\n\n"
        "[^a]: 见通知。\n\n    See the notice.\n"
    )


def test_plain_text_has_its_notes_below_under_the_numbers_of_their_marks() -> None:
    source = SOURCE.replace("## 为什么", "## 试点")
    assert "".join(text_edition.serialize(made(("en",), source))) == (
        "Pilots\n\nA. Author\n\n2026-01-01\n\n\n"
        "\nPilots[1]\n\n"
        "Pilots come first.[2] [Not yet translated] 成了再推广。\n\n"
        "1. First, regulation.\n"
        "2. See the gazette (https://example.org/a).\n\n"
        "    A quotation.\n\n"
        "Item\tAmount\n"
        "Subsidy | grant\t30,000 yuan\n\n"
        "    x = 1\n"
        "\n\nNotes\n\n"
        "[1] Translator’s note: A trial.\n"
        "[2] See the notice.\n"
    )


def test_a_translators_note_is_a_note_of_the_markdown_too() -> None:
    text = "".join(markdown_edition.serialize(made(("en",), SOURCE.replace("## 为什么", "## 试点"))))
    assert "## Pilots[^tn-1]\n" in text
    assert text.endswith("[^a]: See the notice.\n\n[^tn-1]: Translator’s note: A *trial*.\n")


@pytest.mark.parametrize(
    "english",
    [
        "# No heading",
        "- No item",
        "12. No number",
        "> No quotation",
        "--- no rule",
        "| a | b |\n| --- | --- |",
        "```sh",
        "+ x",
        "===",
        "<div>",
        "[^a]: x",
        "[a]: x",
    ],
)
def test_a_translation_that_looks_like_a_block_stays_a_paragraph(english: str) -> None:
    text = "".join(markdown_edition.serialize(made(("en",), "甲。\n", {"甲。": english})))
    title, *blocks = markdown.parse(text, "x.md").blocks
    assert title.kind is Kind.TITLE
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH]


def test_two_lists_that_follow_each_other_stay_two() -> None:
    source = "- 一。\n- 二。\n\n* 三。\n"
    text = "".join(markdown_edition.serialize(made(("zh-Hans",), source)))
    assert text.endswith("- 一。\n- 二。\n\n<!-- -->\n\n- 三。\n")


def test_an_edition_in_more_languages_shows_the_first_chinese_and_the_first_other() -> None:
    text = "".join(text_edition.serialize(made(("zh-Hans", "zh-Hant", "en"), "甲。\n", {"甲。": "One."})))
    assert text == "x\n\n\n甲。\nOne.\n"
