"""Waivers: a translator's `# duizhao: ignore CODE -- reason` beside the translation that it excuses."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.codes import Code
from pipeline.model import Finding, Severity, Unit

UNUSED = Code(
    "waiver-unused",
    Severity.WARNING,
    "A waiver that excuses nothing",
    "A waiver that no finding answers to would hide a mistake made later. It is left over from an earlier "
    "wording, or names a code that does not exist.",
    "# duizhao: ignore number-mismatch -- (the numbers agree)",
    "Delete the line.",
    waivable=False,
)
REASONLESS = Code(
    "waiver-reason",
    Severity.WARNING,
    "A waiver without a reason",
    "Whoever reads the file after you cannot tell a decision from a shrug. Write why after two hyphens.",
    "# duizhao: ignore term-missing",
    "# duizhao: ignore term-missing -- the sentence before names the sandbox",
    waivable=False,
)
CODES = (UNUSED, REASONLESS)


def apply_waivers(unit: Unit, findings: Sequence[Finding], codes: Mapping[str, Code]) -> Iterator[Finding]:
    """The findings that no waiver of the unit covers, and what is wrong with the waivers themselves."""
    waived = {waiver.code for waiver in unit.entry.waivers}
    found = {finding.code for finding in findings}
    for finding in findings:
        if finding.code not in waived or not codes[finding.code].waivable:
            yield finding
    for waiver in unit.entry.waivers:
        if waiver.code not in codes:
            yield UNUSED.on(unit, f"the waiver names {waiver.code}, which is no code of a finding")
        elif waiver.code not in found or not codes[waiver.code].waivable:
            yield UNUSED.on(unit, f"the waiver of {waiver.code} excuses nothing")
        if not waiver.reason:
            yield REASONLESS.on(unit, f"the waiver of {waiver.code} gives no reason")
