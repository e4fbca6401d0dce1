"""Laws of annotations: a remark stands on what it quotes, and an export changes no text and no span."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.annotate import anchor
from pipeline.formats.annotation import jsonl, tei
from pipeline.formats.annotation.spans import longest
from pipeline.markup import plain
from pipeline.model import Annotation, Edition, EditionBlock, Kind, Passage, Remark, Row, State

TEXT = st.text("甲乙𠮷🏙，。", min_size=1, max_size=12)
MARKED = st.lists(
    st.sampled_from(["监管", "沙盒", "**粗**", "*斜体*", "𠮷", "`码`", "，"]), min_size=1, max_size=8
)
SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from(["term", "date", "document"]))
)


def edition(text: str, *annotations: Annotation) -> Edition:
    passage = Passage(text, "zh-Hans", State.TRANSLATED, annotations=annotations)
    block = EditionBlock(Kind.PARAGRAPH, 0, "", (), (Row("s-1", (passage,), source=text),))
    return Edition("x", "x", ("zh-Hans",), ("",), {}, (block,))


@given(TEXT, TEXT, st.data())
def test_a_remark_stands_on_what_it_quotes_or_nowhere(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    remark = Remark(
        "zh-Hans", before[start:end], "note", "", "", "s-1", start, end, before[:start], before[end:]
    )
    (same,) = anchor(edition(before), [remark])
    assert (same.row, same.start, same.end) == ("s-1", start, end)
    (found,) = anchor(edition(after), [remark])
    assert after[found.start : found.end] == remark.quote if found.row else found.why


@given(MARKED, SPANS)
def test_an_export_changes_no_text_and_no_span(parts: list[str], spans: list[tuple[int, int, str]]) -> None:
    text = "".join(parts)
    size = len(plain(text))
    found = [Annotation(at, min(size, at + length), kind, "x") for at, length, kind in spans if at < size]
    made = edition(text, *found)
    (line,) = map(json.loads, jsonl.serialize(made))
    assert line["text"] == plain(text)
    assert [(one["start"], one["end"], one["kind"]) for one in line["annotations"]] == [
        (one.start, one.end, one.kind) for one in found
    ]
    assert all(one["quote"] == line["text"][one["start"] : one["end"]] for one in line["annotations"])
    tree = etree.fromstring(tei.render(made))
    (sentence,) = tree.iter("{*}s")
    assert "".join(sentence.itertext()) == plain(text)
    ids = {element.get("{http://www.w3.org/XML/1998/namespace}id") for element in tree.iter()}
    assert {one[1:] for element in tree.iter() if (one := element.get("next") or element.get("prev"))} <= ids


@given(SPANS)
def test_the_longest_spans_do_not_overlap_and_leave_no_room(spans: list[tuple[int, int, str]]) -> None:
    every = [Annotation(at, at + length, kind) for at, length, kind in spans]
    kept = longest(every)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for one in every:
        assert any(one.start < other.end and other.start < one.end for other in kept)
