"""Check: every finding on the sources, the catalogs and the glossary of a workspace."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import chain

from pipeline.checks import CODES, check_unit
from pipeline.checks.catalog import BROKEN, check_sync
from pipeline.checks.glossary_file import check_glossary
from pipeline.checks.hygiene import inspect
from pipeline.checks.remarks import check_remarks
from pipeline.checks.source import check_source
from pipeline.checks.terms_across import check_consistency, check_expired, check_first_use
from pipeline.errors import DuizhaoError, FormatError
from pipeline.formats import manuscript
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Catalog, Document, Finding, Location, Unit
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import anchored


def check(workspace: Workspace, names: Iterable[str] = ()) -> Iterator[Finding]:
    """Yields the findings on the glossary and the documents, with this workspace's severities."""
    glossary, wrong = _check_glossary(workspace)
    for finding in chain(wrong, _check_documents(workspace, names, glossary)):
        severity = workspace.settings.severity.get(finding.code, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


def _check_glossary(workspace: Workspace) -> tuple[Glossary, list[Finding]]:
    """The glossary with what is wrong in it; an empty one where a file cannot be read."""
    try:
        glossary = workspace.glossary
    except FormatError as error:
        return Glossary(()), [_broken(error)]
    return glossary, [*workspace.glossary_findings, *check_glossary(glossary.terms)]


def _check_documents(workspace: Workspace, names: Iterable[str], glossary: Glossary) -> Iterator[Finding]:
    catalogs: list[tuple[Document, Catalog, list[Unit]]] = []
    for slug in workspace.select(names):
        try:
            document = workspace.document(slug)
        except FormatError as error:
            yield _broken(error)
            continue
        yield from check_source(document, workspace.source_path(slug))
        yield from _check_hygiene(workspace, slug, glossary)
        yield from _check_remarks(workspace, document)
        for language in workspace.settings.languages:
            try:
                catalog = workspace.catalog(slug, language)
            except FormatError as error:
                yield _broken(error)
                continue
            yield from check_sync(document, catalog, workspace.catalog_path(slug, language))
            if catalog:
                catalogs.append((document, catalog, list(_units(catalog, glossary))))
    across = _check_across(catalogs, workspace.settings.first_use)
    for _, _, units in catalogs:
        for unit in units:
            yield from check_unit(unit, across.get(unit.entry.location, ()))


def _check_hygiene(workspace: Workspace, slug: str, glossary: Glossary) -> Iterator[Finding]:
    """What is amiss in a source as it was typed."""
    text = manuscript.parse(workspace.source_text(slug), workspace.source_path(slug))
    for fault in inspect(text, glossary):
        yield fault.code.at(text.location(fault.start), fault.message)


def _check_remarks(workspace: Workspace, document: Document) -> Iterator[Finding]:
    """The remarks of people that have lost their place; none is looked for where a catalog is broken."""
    try:
        workspace.remarks(document.slug)
    except FormatError as error:
        yield _broken(error)
        return
    with suppress(FormatError):
        yield from check_remarks(anchored(workspace, document))


def _check_across(
    catalogs: Iterable[tuple[Document, Catalog, list[Unit]]], convention: Mapping[str, str]
) -> dict[Location, list[Finding]]:
    """Findings for which a document or the corpus has to be seen whole, by the entries that they are on."""
    english = [(document, units) for document, catalog, units in catalogs if catalog.language == "en"]
    found = [*check_consistency(unit for _, units in english for unit in units)]
    for document, units in english:
        found += check_first_use(units, convention)
        found += check_expired(units, document.metadata.get("date", ""))
    by_entry: dict[Location, list[Finding]] = {}
    for finding in found:
        by_entry.setdefault(finding.location, []).append(finding)
    return by_entry


def _units(catalog: Catalog, glossary: Glossary) -> Iterator[Unit]:
    """The entries in use of a catalog, with the terms of their Chinese."""
    for entry in catalog.entries:
        if not entry.obsolete:
            yield Unit(entry, catalog.language, glossary.find(plain(entry.key.text)))


def _broken(error: DuizhaoError) -> Finding:
    return BROKEN.at(error.location or Location(""), error.message)


def explain(code: str) -> str:
    """What `duizhao explain` prints of a code; raises DuizhaoError where there is none."""
    if code not in CODES:
        near = difflib.get_close_matches(code, CODES, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(CODES))}"
        raise DuizhaoError(f"no finding has the code {code!r}; {hint}")
    found = CODES[code]
    wrong, right = (text.replace("\n", "\n    ") for text in (found.wrong, found.right))
    head = f"{code}: {found.title} ({found.severity})"
    return f"{head}\n\n{found.why}\n\nNot so:\n\n    {wrong}\n\nBut so:\n\n    {right}\n\n{found.waiver}\n"
