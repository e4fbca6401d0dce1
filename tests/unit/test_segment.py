"""Sentences as a careful reader cuts them, an author's marks, and what no block may break."""

import os
import time
from pathlib import Path

import pytest

from pipeline.model import Mark, Segment
from pipeline.segment import segment
from tests.benchmarks.segmentation import Paragraph, cases, duizhao, found, paragraphs, score, sentences

DATA = Path(os.environ.get("DUIZHAO_DATA", "/nowhere"))
CASES = list(cases(Path(__file__).with_name("segment_cases.txt")))


def parts(text: str, *marks: Mark) -> list[str]:
    return [piece.text for piece in segment(text, marks)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:24] for text, _ in CASES])
def test_sentences(text: str, expected: list[str]) -> None:
    pieces = parts(text)
    assert [piece.strip() for piece in pieces] == expected
    assert "".join(pieces) == text


@pytest.mark.parametrize("text", ["", " ", "\n", " \n　\t"])
def test_white_space_alone_is_one_segment_that_is_not_translated(text: str) -> None:
    assert segment(text) == ((Segment(text, 0, translate=False),) if text else ())


def test_white_space_goes_with_the_sentence_before_it_and_at_the_begin_with_the_first() -> None:
    assert parts("  一。　 二。\n \n 三。 ") == ["  一。　 ", "二。\n \n ", "三。 "]


def test_starts_are_code_points_beyond_the_basic_plane_too() -> None:
    assert [piece.start for piece in segment("𠮷野家。𠀀\U0001f600！乙")] == [0, 4, 7]


# Marks.


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("甲，乙。", [Mark(2, "break")], ["甲，", "乙。"]),
        ("甲， 乙。", [Mark(2, "break")], ["甲， ", "乙。"]),  # white space stays with what precedes
        ("“甲。乙。”", [Mark(3, "break")], ["“甲。", "乙。”"]),
        ("甲。乙。", [Mark(0, "break"), Mark(4, "break"), Mark(99, "break")], ["甲。", "乙。"]),
        (" 甲。", [Mark(0, "break"), Mark(1, "break")], [" 甲。"]),
        ("甲。 ", [Mark(2, "break")], ["甲。 "]),
        ("甲。乙。", [Mark(-1, "break")], ["甲。", "乙。"]),
        ("甲。乙。丙。", [Mark(2, "join")], ["甲。乙。", "丙。"]),
        ("甲。 乙。", [Mark(2, "join")], ["甲。 乙。"]),
        ("甲。 乙。", [Mark(3, "join")], ["甲。 乙。"]),
        ("甲\n乙", [Mark(1, "join")], ["甲\n乙"]),
        ("甲。乙。", [Mark(1, "join")], ["甲。", "乙。"]),
        ("甲。乙。", [Mark(2, "join"), Mark(2, "break")], ["甲。乙。"]),
        ("甲。乙\n丙，丁。", [Mark(-1, "join"), Mark(7, "break")], ["甲。乙\n丙，丁。"]),
    ],
)
def test_break_and_join_overrule_the_boundaries(text: str, marks: list[Mark], expected: list[str]) -> None:
    assert parts(text, *marks) == expected


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, [0]), (1, [0]), (2, [1]), (3, [1]), (5, [2]), (6, [2]), (99, [2]), (-1, [0, 1, 2])],
)
def test_a_mark_goes_to_the_sentence_that_it_stands_in_or_before(offset: int, expected: list[int]) -> None:
    skipped = segment("甲。 乙。丙。", [Mark(offset, "skip")])
    assert [place for place, piece in enumerate(skipped) if not piece.translate] == expected


def test_comments_gather_and_the_last_context_counts() -> None:
    first, second = segment(
        "甲。乙。",
        [
            Mark(2, "comment", "一"),
            Mark(-1, "comment", "二"),
            Mark(2, "context", "旧"),
            Mark(3, "context", "新"),
        ],
    )
    assert (first.comments, first.context) == (("二",), "")
    assert (second.comments, second.context, second.translate) == (("一", "二"), "新", True)


def test_an_unknown_verb_changes_nothing_and_marks_on_no_text_are_no_error() -> None:
    assert segment("甲。", [Mark(0, "shout")]) == segment("甲。")
    assert segment("", [Mark(0, "skip"), Mark(-1, "comment", "x"), Mark(3, "break")]) == ()


# What nothing may break.


HOSTILE = {
    "nested brackets": "他" + "（" * 10_000 + "甲。" + "）" * 10_000 + "来了。",
    "openers": "（“《【" * 25_000,
    "closers": "）”》】" * 25_000,
    "stops": "。！？" * 33_000,
    "spaces": " " * 100_000,
    "latin": "a" * 100_000,
    "underscores": "a_" * 50_000,
    "quotes": '"' * 100_000,
    "emphasis": "**甲。" * 25_000,
    "bare notes": "。1  " * 25_000,
    "asides": "甲。（见）" * 20_000,
    "tags": "<b>" * 33_000,
    "emoji": "😀" * 100_000,
    "marks of direction": "‏甲。‎" * 25_000,
    "backslashes": "\\" * 100_000,
    "images": "![" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_block_is_tiled_in_bounded_time(text: str) -> None:
    begin = time.process_time()
    assert "".join(parts(text)) == text
    assert time.process_time() - begin < 5  # measured at 0.3 s at most; a quadratic rule takes minutes


def test_ten_thousand_nested_brackets_hold_together() -> None:
    assert len(parts(HOSTILE["nested brackets"])) == 1
    assert len(parts(HOSTILE["nested brackets"] + "丙。")) == 2


def test_one_block_of_megabytes() -> None:
    text = "各地要因地制宜发展新产业。不能一哄而上！" * 50_000  # ten megabytes are timed by the benchmark
    assert len(segment(text)) == 100_000


# Material that is not part of the project.


@pytest.mark.skipif(not list(DATA.glob("ud/*.conllu")), reason="DUIZHAO_DATA has no ud/*.conllu")
def test_a_treebank_is_cut_as_its_annotators_did() -> None:
    for path in DATA.glob("ud/*.conllu"):
        result = score(list(paragraphs(sentences(path), 5)), duizhao)
        assert round(result.f1_with_ends, 3) >= 0.998
        assert result.wrong == 0


@pytest.mark.skipif(not list(DATA.glob("../seeds/*.txt")), reason="DUIZHAO_DATA has no ../seeds/*.txt")
def test_the_article_has_the_sentences_that_a_reader_counts() -> None:
    (path,) = DATA.glob("../seeds/*.txt")
    lines = path.read_text("utf-8").splitlines()
    assert sum(len(segment(line)) for line in lines) == 42


# The harness.


def test_the_harness_joins_with_a_space_between_latin_words_only() -> None:
    assert list(paragraphs(["甲。", "乙。", "One.", "Two.", "丙。"], 3)) == [
        Paragraph("甲。乙。One.", frozenset({2, 4})),
        Paragraph("Two.丙。", frozenset({4})),
    ]


def test_the_harness_counts_right_wrong_and_missed() -> None:
    material = [Paragraph("甲。乙。丙丁", frozenset({2, 5}))]
    result = score(material, duizhao)
    assert (result.right, result.wrong, result.missed, result.paragraphs) == (1, 1, 1, 1)
    assert (result.f1, result.f1_with_ends) == (0.5, 2 / 3)


def test_the_harness_finds_the_parts_of_a_splitter_that_drops_space() -> None:
    assert found("One. Two. 三。", lambda _: ["One.", "Two.", "三。"]) == {5, 10}
    assert found("", lambda _: []) == frozenset()
