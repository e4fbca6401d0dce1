"""How much a finding matters in this workspace: everywhere, in one language, in some documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from pipeline.errors import WorkspaceError
from pipeline.model import Finding, Location, Severity
from pipeline.workspace.root import FILE
from pipeline.workspace.toml import Table

NAMES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE, "off": None}
"""What a setting can say of a code; `off` hides its findings."""

Choice = Mapping[str, Severity | None]


@dataclass(frozen=True, slots=True)
class Severities:
    """Severities by code: `everywhere`, by language, and by a document's name or pattern (`2024-*`)."""

    everywhere: Choice = field(default_factory=dict)
    languages: Mapping[str, Choice] = field(default_factory=dict)
    documents: Mapping[str, Choice] = field(default_factory=dict)

    def of(self, finding: Finding, slug: str, language: str) -> Severity | None:
        """The severity of a finding on a document and language; None where it is off.

        A document's word goes before a language's, and either before what holds everywhere; of several
        patterns that fit a document the last one counts.
        """
        fitting = [choice for pattern, choice in self.documents.items() if fnmatchcase(slug, pattern)]
        for choice in (*reversed(fitting), self.languages.get(language, {}), self.everywhere):
            if finding.code in choice:
                return choice[finding.code]
        return finding.severity

    def refuse_unknown(self, slugs: tuple[str, ...]) -> None:
        """Raises WorkspaceError where a pattern fits no document of the workspace."""
        for pattern in self.documents:
            if not any(fnmatchcase(slug, pattern) for slug in slugs):
                there = ", ".join(slugs) or "none yet"
                message = f"[check.document] names {pattern!r}, which no document is (there are: {there})"
                raise WorkspaceError(message, Location(FILE))


def parse(check: Table, languages: tuple[str, ...], codes: frozenset[str]) -> Severities:
    """Reads `severity`, `language.*.severity` and `document.*.severity` of the table [check]."""
    by_language = check.table("language").known(*languages)
    by_document = check.table("document")
    return Severities(
        _choice(check, codes),
        {tag: _choice(by_language.table(tag).known("severity"), codes) for tag in by_language.values},
        {name: _choice(by_document.table(name).known("severity"), codes) for name in by_document.values},
    )


def _choice(table: Table, codes: frozenset[str]) -> Choice:
    severity = table.table("severity").known(*sorted(codes))
    return {code: NAMES[severity.choice(code, tuple(NAMES))] for code in severity.values}
