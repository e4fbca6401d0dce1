"""Check: every finding on the sources, the catalogs and the glossary of a workspace."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.checks import CODES, check_unit
from pipeline.checks.catalog import BROKEN, OUT_OF_SYNC, check_sync
from pipeline.checks.source import check_source
from pipeline.errors import DuizhaoError, FormatError
from pipeline.markup import plain
from pipeline.model import Catalog, Document, Finding, Location, Unit
from pipeline.workspace.folder import Workspace


def check(workspace: Workspace, names: Iterable[str] = ()) -> Iterator[Finding]:
    """Yields the findings on the glossary and the documents, with this workspace's severities."""
    for finding in (*_check_glossary(workspace), *_check_documents(workspace, names)):
        severity = workspace.settings.severity.get(finding.code, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


def _check_glossary(workspace: Workspace) -> Iterator[Finding]:
    try:
        yield from workspace.glossary_findings
    except FormatError as error:
        yield _broken(error)


def _check_documents(workspace: Workspace, names: Iterable[str]) -> Iterator[Finding]:
    for slug in workspace.select(names):
        try:
            document = workspace.document(slug)
        except FormatError as error:
            yield _broken(error)
            continue
        yield from check_source(document, workspace.source_path(slug))
        for language in workspace.settings.languages:
            yield from _check_language(workspace, document, language)


def _check_language(workspace: Workspace, document: Document, language: str) -> Iterator[Finding]:
    path = workspace.catalog_path(document.slug, language)
    try:
        catalog = workspace.catalog(document.slug, language)
        if catalog is None:
            yield OUT_OF_SYNC.at(
                Location(path), f"there is no such catalog: run `duizhao sync {document.slug}`"
            )
            return
        yield from check_sync(document, catalog)
        for unit in units(workspace, catalog):
            yield from check_unit(unit)
    except FormatError as error:
        yield _broken(error)


def units(workspace: Workspace, catalog: Catalog) -> Iterator[Unit]:
    """The entries in use of a catalog, with the terms of their Chinese."""
    for entry in catalog.entries:
        if not entry.obsolete:
            yield Unit(entry, catalog.language, workspace.glossary.find(plain(entry.key.text)))


def _broken(error: DuizhaoError) -> Finding:
    return BROKEN.at(error.location or Location(""), error.message)


def explain(code: str) -> str:
    """What `duizhao explain` prints of a code; raises DuizhaoError where there is none."""
    import difflib

    if code not in CODES:
        near = difflib.get_close_matches(code, CODES, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(CODES))}"
        raise DuizhaoError(f"no finding has the code {code!r}; {hint}")
    found = CODES[code]
    waiver = (
        f"To waive it, write above the entry:\n\n    # duizhao: ignore {code} -- the reason"
        if found.waivable
        else "It cannot be waived."
    )
    wrong, right = (text.replace("\n", "\n    ") for text in (found.wrong, found.right))
    head = f"{code}: {found.title} ({found.severity})"
    return f"{head}\n\n{found.why}\n\nNot so:\n\n    {wrong}\n\nBut so:\n\n    {right}\n\n{waiver}\n"
