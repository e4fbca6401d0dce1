"""Findings as rows of plain values, in which they are remembered."""

from typing import Any

from pipeline.model import Finding, Location, Severity


def row(finding: Finding) -> tuple[Any, ...]:
    """A finding as JSON can hold it."""
    place = finding.location
    return (
        *(finding.severity.value, finding.code, finding.message, place.path, place.line, place.column),
        *(finding.segment, finding.target, finding.language, finding.source_spans, finding.target_spans),
    )


def finding(row: list[Any]) -> Finding:
    """The finding of such a row as JSON gives it back; raises ValueError or TypeError where it is none."""
    severity, code, message, path, line, column, segment, target, language, *found = row
    source, there = (tuple((start, end) for start, end in spans) for spans in found)
    place = Location(path, line, column)
    return Finding(Severity(severity), code, message, place, segment, target, language, source, there)
