"""Puts findings, errors and the results of jobs into words."""

from pipeline.report.findings import FORMATS, JSON_VERSION, as_json, as_text, fails, failure, line, summary
from pipeline.report.jobs import brought, built
from pipeline.report.progress import STATUS_VERSION, progress, progress_json
from pipeline.report.returned import refused, returned
from pipeline.report.syncing import SYNC_VERSION, synced, synced_json
from pipeline.report.terms import cell_changed, concordance, exported, found, joined, suggested, terms
from pipeline.report.tidying import tidied

__all__ = [
    "FORMATS",
    "JSON_VERSION",
    "STATUS_VERSION",
    "SYNC_VERSION",
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
    "progress_json",
    "refused",
    "returned",
    "suggested",
    "summary",
    "synced",
    "synced_json",
    "terms",
    "tidied",
]
