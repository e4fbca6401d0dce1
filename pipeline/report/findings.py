"""Puts findings and errors into words: a line each in a compiler's style, and a line that counts them."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.errors import DuizhaoError
from pipeline.model import Finding, Severity
from pipeline.report.texts import inert
from pipeline.results import Checked


def line(finding: Finding) -> str:
    """One finding in a compiler's style: `path:line: severity: message [code]`."""
    return inert(f"{finding.location}: {finding.severity}: {finding.message} [{finding.code}]")


def failure(error: DuizhaoError) -> str:
    """One exception in the same style, so that an editor jumps to its place."""
    return f"{error.location}: error: {error.message}" if error.location else f"error: {error.message}"


def as_lines(checked: Checked) -> Iterator[str]:
    """Yields a line a finding, and a line that counts them."""
    yield from (line(finding) for finding in checked.findings)
    yield summary(checked)


def summary(checked: Checked) -> str:
    """How many findings there are, such as `2 errors, 1 warning (3 known)`."""
    parts = [f"{n} {severity}{'s' * (n != 1)}" for severity, n in counts(checked.findings).items() if n]
    known = f" ({checked.known} known)" if checked.known else ""
    return (", ".join(parts) or "no findings") + known


def fails(findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether there is a finding at or above `fail_on`: error, warning or never."""
    least = {"error": Severity.ERROR, "warning": Severity.WARNING}.get(fail_on)
    return least is not None and any(finding.severity >= least for finding in findings)


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, the worst first."""
    return {one: sum(finding.severity is one for finding in findings) for one in reversed(Severity)}
