"""An article of policy prose in good English, and errors put into it: nothing cried, nothing missed.

`terms-article.csv` has a sentence a row with its translation, and what goes wrong in others: each is a
translation with the terms and codes that have to be found, in no row an error on any other term.
"""

import csv
from pathlib import Path

import pytest

from pipeline.checks.terms import check_terms
from pipeline.formats import glossary_csv
from pipeline.glossary import Glossary
from pipeline.model import Entry, Key, Severity, Unit

CASES = Path(__file__).parents[1] / "cases"
TERMS, _ = glossary_csv.parse((CASES / "terms-glossary.csv").read_text("utf-8"), "terms-glossary.csv")
GLOSSARY = Glossary(TERMS)
ROWS = list(csv.DictReader((CASES / "terms-article.csv").read_text("utf-8").splitlines()))
ERRORS = [
    (row["zh"], *map(str.strip, error.split("=>"))) for row in ROWS for error in row["errors"].split(" | ")
]


def errors(chinese: str, english: str) -> set[tuple[str, str]]:
    """The ids and codes of the errors on a translation; a message begins with the Chinese of its term."""
    unit = Unit(Entry(Key("", chinese), english), "en", GLOSSARY.find(chinese))
    found = [finding for finding in check_terms(unit) if finding.severity is Severity.ERROR]
    ids = {chinese[match.start : match.end]: match.term.id for match in unit.terms}
    return {(ids[finding.message.split()[0]], finding.code) for finding in found}


def test_the_article_is_long_enough_to_tell() -> None:
    assert sum(len(GLOSSARY.find(row["zh"])) for row in ROWS) >= 90 and len(ERRORS) >= 70


@pytest.mark.parametrize(("chinese", "english"), [(row["zh"], row["en"]) for row in ROWS])
def test_good_english_has_no_error(chinese: str, english: str) -> None:
    assert errors(chinese, english) == set()


@pytest.mark.parametrize(("chinese", "english", "expected"), ERRORS)
def test_an_error_is_found_and_no_other(chinese: str, english: str, expected: str) -> None:
    wanted = {(term, code) for term, code in (part.split() for part in expected.split(","))}
    assert errors(chinese, english) == wanted
