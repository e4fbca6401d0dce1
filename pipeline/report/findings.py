"""Puts findings and errors into words: text for people, JSON for programs."""

import json
from collections.abc import Iterable, Iterator, Sequence

from pipeline.errors import DuizhaoError
from pipeline.model import Finding, Severity

JSON_VERSION = 1
"""Version of the JSON report: it grows when a field changes its meaning or goes."""


def line(finding: Finding) -> str:
    """One finding in a compiler's style: `path:line: severity: message [code]`."""
    return f"{finding.location}: {finding.severity}: {finding.message} [{finding.code}]"


def failure(error: DuizhaoError) -> str:
    """One exception in the same style, so that an editor jumps to its place."""
    return f"{error.location}: error: {error.message}" if error.location else f"error: {error.message}"


def as_text(findings: Sequence[Finding]) -> Iterator[str]:
    """Yields a line a finding, and a line that counts them."""
    yield from (line(finding) for finding in findings)
    yield summary(findings)


def as_json(findings: Sequence[Finding]) -> Iterator[str]:
    """Yields a JSON object: `version`, `findings`, and `counts` by severity."""
    rows = [
        {
            "path": finding.location.path,
            "line": finding.location.line,
            "column": finding.location.column,
            "severity": str(finding.severity),
            "code": finding.code,
            "message": finding.message,
            "segment": finding.segment,
        }
        for finding in findings
    ]
    counts = {str(severity): count for severity, count in _counts(findings).items()}
    report = {"version": JSON_VERSION, "counts": counts, "findings": rows}
    yield json.dumps(report, ensure_ascii=False, indent=2)


def summary(findings: Iterable[Finding]) -> str:
    """How many findings there are, such as `2 errors, 1 warning`."""
    counts = _counts(findings)
    parts = [f"{count} {severity}{'s' * (count != 1)}" for severity, count in counts.items() if count]
    return ", ".join(parts) or "no findings"


def fails(findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether there is a finding at or above `fail_on`: error, warning or never."""
    least = {"error": Severity.ERROR, "warning": Severity.WARNING}.get(fail_on)
    return least is not None and any(finding.severity >= least for finding in findings)


def _counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    counts = {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 0}
    for finding in findings:
        counts[finding.severity] += 1
    return counts


FORMATS = {"text": as_text, "json": as_json}
