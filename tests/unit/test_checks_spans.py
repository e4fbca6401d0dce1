"""Findings know where in the two texts they are, so that a report can mark it."""

import pytest

from pipeline.checks import check_unit
from pipeline.checks.codes import places
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Entry, Key, Term, Unit

SANDBOX = Term(
    "sandbox",
    "监管沙盒",
    "regulatory sandbox",
    "concept",
    traditional={"zh-Hant": "監理沙盒"},
    forbidden=("sandpit",),
)
GLOSSARY = Glossary((SANDBOX,))

CASES = [
    (
        "补贴**15万元**。",
        "A grant of *1.5 million* yuan.",
        "number-mismatch",
        ["15万元"],
        ["1.5 million yuan"],
    ),
    ("共设试点13个。", "There are 14 pilots.", "number-mismatch", ["13"], ["14"]),
    ("监管**沙盒**先行。", "It comes first.", "term-missing", ["监管沙盒"], []),
    ("监管沙盒先行。", "A sandpit comes first.", "term-forbidden", ["监管沙盒"], ["sandpit"]),
    (
        "监管沙盒先行，监管沙盒。",
        "A regulatory sandbox.",
        "term-undercount",
        ["监管沙盒"] * 2,
        ["regulatory sandbox"],
    ),
    ("成立专班。", "A 专班 was set up.", "han-residue", [], ["专班"]),
    ("企业获益。", "Firms TODO.", "placeholder", [], ["TODO"]),
    ("先行。", "It is first。", "fullwidth-in-english", [], ["。"]),
]


def marked(source: str, target: str, code: str, language: str = "en") -> list[tuple[list[str], list[str]]]:
    unit = Unit(Entry(Key("", source), target), language, GLOSSARY.find(plain(source)))
    found = [finding for finding in check_unit(unit) if finding.code == code]
    assert all((one.segment, one.target, one.language) == (source, target, language) for one in found)
    texts = plain(source), plain(target)
    return [
        ([texts[0][a:b] for a, b in one.source_spans], [texts[1][a:b] for a, b in one.target_spans])
        for one in found
    ]


@pytest.mark.parametrize(("source", "target", "code", "here", "there"), CASES)
def test_the_spans_are_what_the_finding_is_about(
    source: str, target: str, code: str, here: list[str], there: list[str]
) -> None:
    assert (here, there) in marked(source, target, code)


def test_a_traditional_term_is_marked_in_the_source() -> None:
    assert marked("监管沙盒先行。", "監管沙盒先行。", "term-traditional", "zh-Hant") == [(["监管沙盒"], [])]


def test_places_tell_words_apart_that_stand_twice() -> None:
    assert places("a b a", ["a", "a", "x", ""]) == ((0, 1), (4, 5))
