"""The glossary as pairs: OmegaT's list and Weblate's CSV."""

import pytest

from pipeline.errors import FormatError
from pipeline.formats.glossary_pairs import omegat, parse_omegat, parse_weblate, weblate

SANDBOX = {
    "id": "sandbox",
    "zh_hans": "监管沙盒",
    "zh_hans_variants": "沙盒监管",
    "en": "regulatory sandbox",
    "en_admitted": "sandbox",
    "en_forbidden": "sand table|sandpit",
    "definition": "A trial.",
    "note": "Two\nlines.",
}


def test_omegat_has_a_line_a_pair_the_preferred_rendering_first() -> None:
    told = "A trial. Two lines. Not: sand table, sandpit"
    assert "".join(omegat([SANDBOX, {"zh_hans": "试点", "en": "pilot"}])) == (
        f"监管沙盒\tregulatory sandbox\t{told}\n监管沙盒\tsandbox\t{told}\n"
        f"沙盒监管\tregulatory sandbox\t{told}\n沙盒监管\tsandbox\t{told}\n试点\tpilot\n"
    )


def test_weblate_numbers_the_pairs_of_a_concept() -> None:
    lines = "".join(
        weblate([{"id": "pilot", "zh_hans": "试点", "en": "pilot", "en_admitted": 'the "pilot"'}])
    )
    assert lines == (
        '"context","source","target","developer_comments"\n'
        '"pilot","试点","pilot",""\n"pilot 2","试点","the ""pilot""",""\n'
    )


def test_pairs_are_gathered_by_their_chinese() -> None:
    text = "# a comment\n监管沙盒\tregulatory sandbox\t\n试点\tpilot\tN.\n\n监管沙盒\tsandbox\tM.\n"
    assert parse_omegat(text, "x.txt") == (
        {"zh_hans": "监管沙盒", "en": "regulatory sandbox", "en_admitted": "sandbox", "note": "M."},
        {"zh_hans": "试点", "en": "pilot", "note": "N."},
    )
    text = 'location,source,target,fuzzy\nx,试点,"pilot, trial",\nx,,empty,\n'
    assert parse_weblate(text, "x.csv") == ({"zh_hans": "试点", "en": "pilot, trial"},)


def test_what_are_no_pairs() -> None:
    with pytest.raises(FormatError, match=r"x.txt:2: a line needs a term, a tab and its translation"):
        parse_omegat("试点\tpilot\n监管沙盒\n", "x.txt")
    with pytest.raises(
        FormatError, match=r"x.csv:1: has neither the glossary's columns nor source and target"
    ):
        parse_weblate("a,b\n1,2\n", "x.csv")
