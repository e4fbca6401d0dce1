"""Short pairs for every kind of number: conversions, ranges, dates and thirds of months, words that are none."""

from pathlib import Path

import pytest

from pipeline.checks.numbers import check_numbers
from pipeline.model import Entry, Key, Unit

LINES = (Path(__file__).parent / "number_pairs.txt").read_text("utf-8").splitlines()[1:]
RIGHT, WRONG = LINES[: LINES.index("---")], LINES[LINES.index("---") + 1 :]


def messages(line: str) -> list[str]:
    source, target = line.split("|")
    return [finding.message for finding in check_numbers(Unit(Entry(Key("", source), target), "en"))]


@pytest.mark.parametrize("line", RIGHT)
def test_a_right_number_is_passed(line: str) -> None:
    assert messages(line) == []


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_number_is_told(line: str) -> None:
    assert messages(line)
