"""Puts findings, errors and the results of jobs into words."""

from pipeline.report.findings import FORMATS, JSON_VERSION, as_json, as_text, fails, failure, line, summary
from pipeline.report.jobs import brought, built, decided, progress, synced

__all__ = [
    "FORMATS",
    "JSON_VERSION",
    "as_json",
    "as_text",
    "brought",
    "built",
    "decided",
    "fails",
    "failure",
    "line",
    "progress",
    "summary",
    "synced",
]
