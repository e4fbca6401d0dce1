"""What a check found in each document, kept by all that it depends on: an edit has one examined anew."""

import contextlib
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.checks.corpus import Examined
from pipeline.glossary import Glossary
from pipeline.model import Finding, Style
from pipeline.workspace import files, kept
from pipeline.workspace.finding_rows import finding, row
from pipeline.workspace.folder import Workspace
from pipeline.workspace.program import program
from pipeline.workspace.root import DECISIONS, FILE
from pipeline.workspace.unit_rows import load

_FOLDER = "documents"


@dataclass(slots=True)
class Rows:
    """The examined units of one catalog, some hundreds a line, as `unit_rows.dump` writes them."""

    path: str
    language: str
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """What a check found in one document and beside its catalogs, with the units of each."""

    date: str = ""
    findings: list[Finding] = field(default_factory=list)
    catalogs: list[Rows] = field(default_factory=list)
    examined: list[Examined] = field(default_factory=list)


class Recall:
    """The reports of a workspace's documents from an earlier check, as far as they still hold.

    `style` is what the units were examined with; the files that it comes from are among those that count.
    """

    def __init__(self, workspace: Workspace, glossary: Glossary, style: Style) -> None:
        self._workspace = workspace
        self._glossary = glossary
        self._style = style
        self._keys: dict[str, str] = {}

    def find(self, slug: str) -> Report | None:
        """The report of a document with its units; None where there is none, or it no longer holds."""
        self._keys[slug] = self._key(slug)
        known = kept.recall(self._workspace.root, _name(slug), self._keys[slug])
        with contextlib.suppress(ValueError, TypeError, IndexError, AttributeError):
            date, findings, catalogs = known
            rows = [Rows(*one) for one in catalogs]
            return self._filled(Report(date, [*map(finding, findings)], rows))
        return None

    def keep(self, slug: str, report: Report) -> Report:
        """Keeps a new report, unless a file that it comes from was saved since it was looked for.

        Returns it with its units.
        """
        if self._key(slug) == self._keys[slug]:
            catalogs = [(rows.path, rows.language, rows.lines) for rows in report.catalogs]
            value = [report.date, [*map(row, report.findings)], catalogs]
            kept.keep(self._workspace.root, _name(slug), self._keys[slug], value)
        return self._filled(report)

    def _filled(self, report: Report) -> Report:
        """The report with the units that its lines stand for; the lines themselves are let go."""
        for rows in report.catalogs:
            for line in rows.lines:
                report.examined += load(line, self._glossary.terms, rows.path, rows.language, self._style)
            rows.lines.clear()
        return report

    def prune(self) -> None:
        """Deletes the reports of documents that are gone."""
        for path in (self._workspace.root / kept.FOLDER / _FOLDER).glob("*.json"):
            if path.stem not in self._workspace.slugs:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _key(self, slug: str) -> str:
        own = self._workspace
        catalogs = (own.catalog_path(slug, language) for language in own.settings.languages)
        paths = (own.source_path(slug), own.remarks_path(slug), *catalogs)
        return files.digest_of(self._common, *map(self._digest, paths))

    @cached_property
    def _common(self) -> str:
        """Stands for what all documents' reports depend on."""
        paths = (FILE, DECISIONS, *self._workspace.glossary_paths())
        return files.digest_of(program(), *paths, *map(self._digest, paths))

    def _digest(self, path: str) -> str:
        """A digest of a file's content; of nothing where it cannot be read, which the check itself tells."""
        try:
            return files.digest_of((self._workspace.root / path).read_bytes())
        except OSError:
            return ""


def _name(slug: str) -> str:
    return f"{_FOLDER}/{slug}.json"
