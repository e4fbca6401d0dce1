"""Findings for programs: a JSON report, whose schema is docs/report.schema.json."""

import json
from collections.abc import Iterator
from typing import Any

from pipeline.model import Finding, Span
from pipeline.report.findings import counts
from pipeline.results import Checked

JSON_VERSION = 1
"""Version of the JSON report: it grows when a field changes its meaning or goes, not when one is added."""


def as_json(checked: Checked) -> Iterator[str]:
    """Yields a JSON object: `version`, `counts` by severity, `known` in the baseline, and `findings`."""
    report = {
        "version": JSON_VERSION,
        "counts": {str(severity): count for severity, count in counts(checked.findings).items()},
        "known": checked.known,
        "findings": [_row(finding) for finding in checked.findings],
    }
    yield json.dumps(report, ensure_ascii=False, indent=2)


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "segment": finding.segment,
        "target": finding.target,
        "language": finding.language,
        "source": _side(finding.segment, finding.source_spans),
        "translation": _side(finding.target, finding.target_spans),
        "fingerprint": finding.fingerprint,
    }


def _side(text: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    from pipeline.markup import plain

    return {"text": plain(text), "spans": [list(span) for span in spans]}
