"""Annotations made by hand find their place again after an edit, and are never moved by a guess."""

import json
from dataclasses import replace

import pytest

from pipeline.annotate import anchor
from pipeline.errors import FormatError
from pipeline.formats.annotation.remarks import moved, parse
from pipeline.model import Edition, EditionBlock, Kind, Passage, Remark, Row, State
from pipeline.results import Anchored

TEXT = "上海设监管沙盒，杭州也设监管沙盒。"
FIRST = Remark("zh-Hans", "监管沙盒", "note", "!", "Li", "s-1", 3, 7, "上海设", "，杭州")


def place(remark: Remark, *texts: str) -> Anchored:
    rows = (
        Row(f"s-{n}", (Passage(text, "zh-Hans", State.TRANSLATED),), source=text)
        for n, text in enumerate(texts, 1)
    )
    block = EditionBlock(Kind.PARAGRAPH, 0, "", (), tuple(rows))
    (found,) = anchor(Edition("x", "x", ("zh-Hans",), ("",), {}, (block,)), [remark])
    return found


CASES = {
    "unchanged": (FIRST, [TEXT], ("s-1", 3, 7)),
    "words before it": (FIRST, ["如今上海设监管沙盒，杭州也设监管沙盒。"], ("s-1", 5, 9)),
    "one side changed": (FIRST, ["上海设监管沙盒。深圳也设监管沙盒。"], ("s-1", 3, 7)),
    "behind a character of two UTF-16 units": (FIRST, ["𠮷：上海设监管沙盒，杭州。"], ("s-1", 5, 9)),
    "its segment is gone": (replace(FIRST, segment="s-0"), ["无关。", TEXT], ("s-2", 3, 7)),
    "beyond the end": (replace(FIRST, start=300, end=304), [TEXT], ("s-1", 3, 7)),
    "only a quote, which is the only one": (
        Remark("zh-Hans", "杭州", "note"),
        ["无关。", TEXT],
        ("s-2", 8, 10),
    ),
    "the quote is gone": (FIRST, ["上海设监理沙盒，杭州。"], None),
    "what stood around it is gone": (FIRST, ["深圳也设有监管沙盒。"], None),
    "two places would do": (replace(FIRST, segment="s-0"), [TEXT, TEXT], None),
    "only a quote, which stands twice": (Remark("zh-Hans", "监管沙盒", "note"), [TEXT], None),
    "elsewhere, while its segment is there": (FIRST, ["上海。", TEXT], None),
    "beyond the end and nowhere": (replace(FIRST, quote="算力券", start=300, end=303), [TEXT], None),
}


@pytest.mark.parametrize("name", CASES)
def test_a_remark_finds_its_place_or_is_orphaned(name: str) -> None:
    remark, texts, expected = CASES[name]
    found = place(remark, *texts)
    if expected is None:
        assert found.row == "" and remark.quote in found.why
    else:
        assert (found.row, found.start, found.end) == expected
        assert texts[int(found.row[2:]) - 1][found.start : found.end] == remark.quote


def test_a_remark_on_a_language_that_is_not_shown_is_passed_over() -> None:
    edition = Edition("x", "x", ("zh-Hans",), ("",), {}, ())
    assert list(anchor(edition, [replace(FIRST, language="en")])) == []


BROKEN = {
    '{"quote": "a"\n': (1, "no json"),
    '\n\n{"quote": "a"}\n[1]\n': (4, "a line is an object"),
    '{"quote": "a", "kindd": "note"}': (1, "no field 'kindd'"),
    '{"quote": 3}': (1, "has to be a text"),
    '{"quote": "a", "start": true}': (1, "number of code points"),
    '{"quote": "a", "end": -1}': (1, "number of code points"),
    '{"body": "a"}': (1, "'quote' is missing"),
    '{"quote": "a", "kind": "<b>"}': (1, "'kind' is a word"),
    "[" * 100_000: (1, "no JSON"),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:20])
def test_a_broken_line_is_told_with_its_place(text: str) -> None:
    line, message = BROKEN[text]
    with pytest.raises(FormatError, match=message) as caught:
        parse(text, "annotations/x.jsonl")
    assert str(caught.value.location) == f"annotations/x.jsonl:{line}"


def test_only_the_line_that_moved_is_written_anew() -> None:
    still = '{"quote":"杭州",  "segment": "s-1", "start": 10, "end": 12}'
    text = f'{still}\n\n{{"quote": "监管沙盒", "segment": "s-1", "start": 0, "end": 4, "prefix": "上海设"}}'
    new = "如今上海设监管沙盒，杭州。"
    places = [place(remark, new) for remark in parse(text, "x")]
    lines = moved(text, places, {("zh-Hans", "s-1"): new}).split("\n")
    assert len(lines) == 3
    assert lines[:2] == [still, ""]
    told = {"segment": "s-1", "start": 5, "end": 9, "prefix": "如今上海设", "suffix": "，杭州。"}
    assert json.loads(lines[2]) == {"quote": "监管沙盒", **told}
