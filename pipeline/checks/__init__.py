"""Checks: small generators of findings, each with a code that `duizhao explain` can tell about."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.checks import catalog, glossary_file, marks, numbers, prose, remarks, source, terms
from pipeline.checks.codes import Code
from pipeline.checks.hygiene.inspection import CODES as HYGIENE_CODES
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
        terms.CODES,
        numbers.CODES,
        prose.CODES,
        marks.CODES,
        remarks.CODES,
        WAIVER_CODES,
    )
    for code in codes
}
"""Every kind of finding, by its code."""

UNIT_CHECKS: tuple[Callable[[Unit], Iterator[Finding]], ...] = (
    catalog.check_state,
    terms.check_terms,
    numbers.check_numbers,
    prose.check_prose,
    marks.check_marks,
)


def check_unit(unit: Unit, others: Iterable[Finding] = ()) -> Iterator[Finding]:
    """All findings on one translation, without those that its waivers cover.

    `others` are findings on the unit that only a look at its document or its corpus could make.
    """
    findings = [*(finding for check in UNIT_CHECKS for finding in check(unit)), *others]
    return apply_waivers(unit, findings, CODES)
