"""Puts findings, errors and the results of jobs into words."""

from pipeline.report.findings import FORMATS, JSON_VERSION, as_json, as_text, fails, failure, line, summary
from pipeline.report.jobs import brought, built, progress, synced
from pipeline.report.tidying import tidied

__all__ = [
    "FORMATS",
    "JSON_VERSION",
    "as_json",
    "as_text",
    "brought",
    "built",
    "fails",
    "failure",
    "line",
    "progress",
    "summary",
    "synced",
    "tidied",
]
