"""Puts findings, errors and the results of jobs into words."""

from collections.abc import Callable, Iterator

from pipeline.report.annotations import annotated, statistics
from pipeline.report.codes import codes
from pipeline.report.data import JSON_VERSION, as_json
from pipeline.report.findings import as_lines, fails, failure, line, summary
from pipeline.report.github import as_github
from pipeline.report.jobs import brought, built
from pipeline.report.junit import as_junit
from pipeline.report.page import as_html
from pipeline.report.progress import STATUS_VERSION, progress, progress_json
from pipeline.report.returned import refused, returned
from pipeline.report.sarif import as_sarif
from pipeline.report.syncing import SYNC_VERSION, synced, synced_json
from pipeline.report.terminal import as_text
from pipeline.report.terms import cell_changed, concordance, exported, found, joined, suggested, terms
from pipeline.report.tidying import tidied
from pipeline.results import Checked

FORMATS: dict[str, Callable[[Checked], Iterator[str]]] = {
    "text": as_text,
    "line": as_lines,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
    "html": as_html,
}
"""How findings can be told, by the name that `duizhao check --format` takes."""

__all__ = [
    "FORMATS",
    "JSON_VERSION",
    "STATUS_VERSION",
    "SYNC_VERSION",
    "annotated",
    "as_text",
    "brought",
    "built",
    "cell_changed",
    "codes",
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
    "statistics",
    "suggested",
    "summary",
    "synced",
    "synced_json",
    "terms",
    "tidied",
]
