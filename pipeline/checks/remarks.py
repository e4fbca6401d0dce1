"""Annotations that people made: whether each still has a place in the text."""

from collections.abc import Iterable, Iterator

from pipeline.checks.codes import Code
from pipeline.model import Finding, Severity
from pipeline.results import Anchored

ORPHANED = Code(
    "annotation-orphaned",
    Severity.WARNING,
    "An annotation that has no place in the text any more",
    "The words that it quotes are gone, or stand at several places that could be meant. It is kept in its "
    "file, is shown in no edition, and is never moved by a guess: quote other words, or take its line out.",
    '{"segment": "s-…", "quote": "监管沙箱", "body": "First used here."}',
    '{"segment": "s-…", "quote": "监管沙盒", "body": "First used here."}',
    waivable=False,
)
CODES = (ORPHANED,)


def check_remarks(places: Iterable[Anchored]) -> Iterator[Finding]:
    """Tells of the remarks that found no place."""
    for place in places:
        if not place.row:
            yield ORPHANED.at(place.remark.location, f"{place.remark.kind} is orphaned: {place.why}")
