"""Plain text made Markdown: paragraphs, title, and every character kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import markdown
from pipeline.formats.text import to_markdown
from pipeline.markup import plain

CASES = {
    "a line a paragraph": ("第一段。\n第二段。\n", "第一段。\n\n第二段。\n"),
    "empty lines between paragraphs": ("第一段。\n\n第二段。\n", "第一段。\n\n第二段。\n"),
    "wrapped paragraphs": (
        "这一段写到\n这里为止。\n\n第二段也分\n成两行。\n",
        "这一段写到\n这里为止。\n\n第二段也分\n成两行。\n",
    ),
    "title": ("一个标题\n正文在此。\n", "# 一个标题\n\n正文在此。\n"),
    "a question is a title": ("为什么？\n正文。", "# 为什么？\n\n正文。\n"),
    "indents": ("　　第一段。\n　　第二段。", "第一段。\n\n第二段。\n"),
    "one line": ("只有一行", "只有一行\n"),
    "nothing": (" \n\n", ""),
    "marks of Markdown": (
        "1. 甲。\n- 乙。\n*丙*。\n[丁](x)。",
        "1\\. 甲。\n\n\\- 乙。\n\n\\*丙\\*。\n\n\\[丁\\](x)。\n",
    ),
    "marks that are literal anyway": ("围绕**硬件。\n5 * 3。", "围绕**硬件。\n\n5 * 3。\n"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_plain_text_becomes_markdown(text: str, expected: str) -> None:
    assert to_markdown(text) == expected


LINES = st.text(st.sampled_from("政策。“”*_[]()<>&#-+=1.)`\\~|! aB:/\t>"), min_size=1, max_size=30)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_every_character_of_a_text_is_there_again(lines: list[str]) -> None:
    """Law: whatever a line holds, a reader of the Markdown sees the same characters in the same order."""
    document = markdown.parse(to_markdown("\n".join(lines)), "x.md")
    shown = "".join(plain(block.text) for block in document.blocks)
    assert "".join(shown.split()) == "".join("".join(lines).split())
