"""Right translations of policy and news prose, in idiomatic American English: neither error nor warning is right.

`checks/good_pairs.txt` has a Chinese line, its English, and an empty line for each.
"""

from pathlib import Path

import pytest

from pipeline.checks import examine
from pipeline.checks.corpus import Conventions, check_corpus
from pipeline.model import Entry, Key, Location, Severity, Style, Unit

TEXT = (Path(__file__).parent / "checks" / "good_pairs.txt").read_text("utf-8").strip()
PAIRS = [tuple(pair.split("\n")) for pair in TEXT.split("\n\n")]
UNITS = [
    Unit(Entry(Key("", source), target, location=Location("good", line)), "en", style=Style("us"))
    for line, (source, target) in enumerate(PAIRS, 1)
]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: str(unit.entry.location.line))
def test_a_good_pair_has_neither_error_nor_warning(unit: Unit) -> None:
    findings = [finding for finding in examine(unit).findings if finding.severity > Severity.NOTE]
    assert [f"{finding.code}: {finding.message}" for finding in findings] == []


def test_hints_on_good_pairs_are_rare() -> None:
    hints = [finding for unit in UNITS for finding in examine(unit).findings]
    assert len(hints) <= len(UNITS) * 0.02


def test_a_good_corpus_is_passed_in_silence() -> None:
    assert list(check_corpus([examine(unit) for unit in UNITS], Conventions())) == []
