"""Waivers: a translator's `# duizhao: ignore CODE @SEAL -- reason` beside the translation that it excuses."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.codes import Code
from pipeline.model import WAIVER, Finding, Severity, Unit, Waiver

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
EXPIRED = Code(
    "waiver-expired",
    Severity.WARNING,
    "A waiver for an earlier wording",
    "The Chinese or its translation has changed since the waiver was written, and with it perhaps the "
    "reason. What it excused is told again. If it is still meant, renew it with `duizhao waive`; otherwise "
    "delete the line.",
    "# duizhao: ignore number-mismatch @0f0f0f0f -- (the translation was changed after this)",
    "duizhao waive translations/en/x.po:24 number-mismatch --why 'the table has the amounts'",
    waivable=False,
)
CODES = (UNUSED, REASONLESS, EXPIRED)


def apply_waivers(unit: Unit, findings: Sequence[Finding], codes: Mapping[str, Code]) -> Iterator[Finding]:
    """The findings that no waiver of the unit covers, and what is wrong with the waivers themselves."""
    entry = unit.entry
    if not entry.comments:
        yield from findings
        return
    waived = {waiver.code for waiver in entry.waivers if not entry.expired(waiver)}
    found = {finding.code for finding in findings}
    for finding in findings:
        if finding.code not in waived or not codes[finding.code].waivable:
            yield finding
    for waiver in entry.waivers:
        if waiver.code not in codes:
            yield UNUSED.on(unit, f"the waiver names {waiver.code}, which is no code of a finding")
        elif entry.expired(waiver):
            yield EXPIRED.on(unit, _expiry(waiver, waiver.code in found))
        elif waiver.code not in found or not codes[waiver.code].waivable:
            yield UNUSED.on(unit, f"the waiver of {waiver.code} excuses nothing")
        if not waiver.reason:
            yield REASONLESS.on(unit, f"the waiver of {waiver.code} gives no reason")
    for line in entry.comments:
        if line.lstrip().startswith("duizhao:") and not WAIVER.match(line):
            yield UNUSED.on(unit, f"no waiver can be read in {line.strip()!r}: write ignore CODE -- reason")


def _expiry(waiver: Waiver, found: bool) -> str:
    what = f"the waiver of {waiver.code} has expired, as the wording has changed"
    return what if found else f"{what}, and there is nothing left to excuse"
