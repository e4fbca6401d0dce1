"""Every reviewed phrase, every corrected word and every rule's example, in both regions."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from pipeline.script import HONG_KONG, TAIWAN, Converter, corrections
from pipeline.script.characters import converter as plain_converter
from pipeline.script.spelling import Speller

CASES = Path(__file__).parents[1] / "cases" / "traditional.csv"
REGIONS = (TAIWAN, HONG_KONG)


@cache
def converter(language: str) -> Converter:
    return Converter(language, vocabulary="off")


@cache
def speller(language: str) -> Speller:
    return Speller(language)


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("language", REGIONS)
def test_every_case_is_converted_as_reviewed(language: str) -> None:
    wrong = {
        row["simplified"]: written
        for row in cases()
        if (written := converter(language).convert(row["simplified"]).text) != row[language]
    }
    assert wrong == {}


def test_the_cases_are_many_and_a_third_of_them_need_no_correction() -> None:
    rows = cases()
    naive = [
        row for row in rows if all(plain_converter(tag)(row["simplified"]) == row[tag] for tag in REGIONS)
    ]
    assert len(rows) >= 400
    assert len(naive) >= len(rows) / 3
    assert len(rows) - len(naive) >= 100
    assert not [text for text, count in Counter(row["simplified"] for row in rows).items() if count > 1]


@pytest.mark.parametrize("language", REGIONS)
def test_every_corrected_word_is_written_as_its_row_says(language: str) -> None:
    words = corrections.words(language)
    wrong = {word: written for word, form in words.items() if (written := spell(word, language)) != form}
    assert wrong == {}


def test_a_corrected_word_keeps_its_length_and_says_why() -> None:
    rows = corrections.table(corrections.WORDS)
    assert [row for row in rows if not row["why"] or len(row["simplified"]) != len(row[TAIWAN])] == []
    assert [row for row in rows if len(row[HONG_KONG]) not in (0, len(row["simplified"]))] == []
    assert len({row["simplified"] for row in rows}) == len(rows)


def test_what_a_row_calls_wrong_is_what_the_plain_converter_writes() -> None:
    for row in corrections.table(corrections.WORDS):
        if row["wrong"]:
            written = {plain_converter(language)(row["simplified"]) for language in REGIONS}
            assert row["wrong"] in written, row


def test_every_rules_example_is_written_as_its_row_says() -> None:
    rows = corrections.table(corrections.RULES)
    wrong = {
        row["example"]: written for row in rows if (written := spell(row["example"])) != row["converted"]
    }
    assert wrong == {}
    assert all(row["character"] in row["example"] and row["why"] for row in rows)


def spell(text: str, language: str = TAIWAN) -> str:
    return "".join(speller(language).spell(text).forms)
