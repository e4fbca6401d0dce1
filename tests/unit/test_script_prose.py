"""Prose: what of inline Markdown is read, and how places of a source map to places of its conversion."""

import pytest

from pipeline.script import prose
from pipeline.script.prose import Edit


def test_marks_are_left_out_and_what_is_no_prose_reads_as_a_gap() -> None:
    read = prose.read("**内**卷 `代码`，见[文](http://a.cn/里)")
    assert read.text.startswith("内卷 ")
    assert "代码" not in read.text and "里" not in read.text
    assert [read.source[place] for place in read.places[:3]] == ["内", "卷", " "]
    assert not read.unbroken(0, 2) and read.unbroken(1, 3)


def test_a_text_without_marks_keeps_its_places() -> None:
    read = prose.read("这里")
    assert (read.text, list(read.places), read.unbroken(0, 2)) == ("这里", [0, 1], True)


@pytest.mark.parametrize(
    ("span", "mapped"),
    [
        ((0, 1), (0, 1)),  # before any edit
        ((1, 4), (1, 5)),  # the replaced word itself
        ((2, 3), (1, 5)),  # a span within it takes it whole
        ((0, 2), (0, 5)),
        ((3, 5), (1, 6)),
        ((4, 6), (5, 7)),  # between the two
        ((6, 8), (7, 8)),  # the shortened one
        ((7, 9), (7, 9)),
        ((8, 9), (8, 9)),  # behind both
        ((0, 9), (0, 9)),
    ],
)
def test_spans_are_mapped_over_words_that_grew_or_shrank(
    span: tuple[int, int], mapped: tuple[int, int]
) -> None:
    offsets = prose.offsets([Edit(6, 8, 1), Edit(1, 4, 4)])
    assert offsets.span(*span) == mapped
