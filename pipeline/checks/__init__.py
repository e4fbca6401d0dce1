"""Checks: small generators of findings, each with a code that `duizhao explain` can tell about."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.checks import (
    baseline,
    catalog,
    consistency,
    copies,
    glossary_file,
    house,
    lengths,
    marks,
    negation,
    numbers,
    pairs,
    prose,
    punctuation,
    remarks,
    repeated,
    romanisation,
    source,
    spelling,
    terms,
    toponyms,
    traditional,
)
from pipeline.checks.codes import Code
from pipeline.checks.corpus import Examined
from pipeline.checks.hygiene.inspection import CODES as HYGIENE_CODES
from pipeline.checks.terms_across import mentions_in
from pipeline.checks.texts import Text
from pipeline.checks.waivers import CODES as WAIVER_CODES
from pipeline.checks.waivers import apply_waivers
from pipeline.model import Finding, Unit

CODES: dict[str, Code] = {
    code.name: code
    for codes in (
        source.CODES,
        HYGIENE_CODES,
        glossary_file.CODES,
        catalog.CODES,
        copies.CODES,
        terms.CODES,
        numbers.CODES,
        negation.CODES,
        prose.CODES,
        punctuation.CODES,
        pairs.CODES,
        repeated.CODES,
        spelling.CODES,
        house.CODES,
        romanisation.CODES,
        toponyms.CODES,
        marks.CODES,
        lengths.CODES,
        consistency.CODES,
        traditional.CODES,
        WAIVER_CODES,
        remarks.CODES,
        baseline.CODES,
    )
    for code in codes
}
"""Every kind of finding, by its code."""

UNIT_CHECKS: tuple[Callable[[Unit], Iterator[Finding]], ...] = (
    catalog.check_state,
    copies.check_copies,
    terms.check_terms,
    numbers.check_numbers,
    negation.check_negation,
    prose.check_prose,
    punctuation.check_punctuation,
    pairs.check_pairs,
    repeated.check_repeated,
    spelling.check_spelling,
    house.check_house,
    romanisation.check_romanisation,
    toponyms.check_places,
    marks.check_marks,
    traditional.check_traditional,
)


def examine(unit: Unit) -> Examined:
    """A unit with what its own checks find and what those of the corpus need of it."""
    return Examined(
        Text.of(unit),
        tuple(finding for check in UNIT_CHECKS for finding in check(unit)),
        tuple(mentions_in(unit)),
        romanisation.names_in(unit),
        spelling.regional(unit),
    )


def check_unit(unit: Unit, others: Iterable[Finding] = ()) -> Iterator[Finding]:
    """All findings on one translation, without those that its waivers cover.

    `others` are findings on the unit that only a look at its document or its corpus could make.
    """
    yield from apply_waivers(unit, [*examine(unit).findings, *others], CODES)
