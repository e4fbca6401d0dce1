"""Puts findings, errors and the results of jobs into words."""

from pipeline.report.annotations import annotated, statistics
from pipeline.report.findings import FORMATS, JSON_VERSION, as_json, as_text, fails, failure, line, summary
from pipeline.report.jobs import brought, built, progress, synced
from pipeline.report.returned import refused, returned
from pipeline.report.terms import cell_changed, concordance, exported, found, joined, suggested, terms
from pipeline.report.tidying import tidied

__all__ = [
    "FORMATS",
    "JSON_VERSION",
    "annotated",
    "as_json",
    "as_text",
    "brought",
    "built",
    "cell_changed",
    "concordance",
    "exported",
    "fails",
    "failure",
    "found",
    "joined",
    "line",
    "progress",
    "refused",
    "returned",
    "statistics",
    "suggested",
    "summary",
    "synced",
    "terms",
    "tidied",
]
