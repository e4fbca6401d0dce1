"""Examining documents: each source as it was typed, what is beside it, and every translation by itself."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice

from pipeline.checks import examine
from pipeline.checks.catalog import BROKEN, check_sync
from pipeline.checks.hygiene import inspect
from pipeline.checks.remarks import check_remarks
from pipeline.checks.source import check_source
from pipeline.errors import DuizhaoError, FormatError
from pipeline.formats import manuscript
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Catalog, Document, Entry, Finding, Location, Style, Term, Unit
from pipeline.workspace.conversions import Conversions
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import anchored
from pipeline.workspace.recall import Report, Rows
from pipeline.workspace.spread import by_value, spread
from pipeline.workspace.unit_rows import dump

SLICE = 500
"""How many entries a process examines at a time."""

by_value(Unit, Entry, Location, Term)


def examined(
    workspace: Workspace, slugs: Iterable[str], glossary: Glossary, style: Style, jobs: int | None
) -> Iterator[tuple[str, Report]]:
    """Reports of the documents, whose units are examined some hundreds at a time, by several processes.

    They come in order, each as soon as it is whole.
    """
    reports = {slug: Report() for slug in slugs}
    waiting = deque(reports)
    conversions = Conversions(workspace)
    places: list[tuple[str, Rows]] = []

    def slices() -> Iterator[list[Unit]]:
        for slug, report in reports.items():
            for catalog in _catalogs(workspace, slug, glossary, report):
                report.catalogs.append(Rows(catalog.location.path, catalog.language))
                for some in _slices(catalog, style, conversions):
                    places.append((slug, report.catalogs[-1]))
                    yield some

    lines = chain.from_iterable(spread(_examine, glossary, _batches(slices()), jobs))
    for line, (slug, rows) in zip(lines, places, strict=True):
        while waiting[0] != slug:
            yield waiting[0], reports[waiting.popleft()]
        rows.lines.append(line)
    yield from ((slug, reports[slug]) for slug in waiting)
    conversions.save()


def _catalogs(workspace: Workspace, slug: str, glossary: Glossary, report: Report) -> Iterator[Catalog]:
    """A document's catalogs; what is wrong with them and with the source is added to the report."""
    try:
        document = workspace.document(slug)
    except FormatError as error:
        report.findings.append(broken(error))
        return
    report.date = document.metadata.get("date", "")
    report.findings += check_source(document, workspace.source_path(slug))
    report.findings += _check_hygiene(workspace, slug, glossary)
    report.findings += _check_remarks(workspace, document)
    for language in workspace.settings.languages:
        path = workspace.catalog_path(slug, language)
        try:
            catalog = workspace.catalog(slug, language)
        except FormatError as error:
            report.findings.append(broken(error))
            continue
        report.findings += check_sync(document, catalog, path)
        if catalog:
            yield catalog


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
        yield broken(error)
        return
    with suppress(FormatError):
        yield from check_remarks(anchored(workspace, document))


def _slices(catalog: Catalog, style: Style, conversions: Conversions) -> Iterator[list[Unit]]:
    """The entries in use, some hundreds at a time, without their text in the file: it need not travel."""
    units = (
        Unit(
            replace(entry, raw=""),
            catalog.language,
            style=style,
            doubts=conversions.convert(catalog.language, entry.key.text)[1] if entry.is_machine else (),
        )
        for entry in catalog.entries
        if not entry.obsolete
    )
    while some := list(islice(units, SLICE)):
        yield some


def _batches(slices: Iterable[list[Unit]]) -> Iterator[list[list[Unit]]]:
    """Slices of small catalogs together, so that each batch is worth a process's while."""
    batch: list[list[Unit]] = []
    for some in slices:
        batch.append(some)
        if sum(map(len, batch)) >= SLICE:
            yield batch
            batch = []
    if batch:
        yield batch


def _examine(glossary: Glossary, batch: Iterable[list[Unit]]) -> list[str]:
    """Each slice of units with the terms of their Chinese, examined, as the line that is kept of it."""
    return [dump((examine(_with_terms(unit, glossary)) for unit in some), glossary.terms) for some in batch]


def _with_terms(unit: Unit, glossary: Glossary) -> Unit:
    return Unit(unit.entry, unit.language, glossary.find(plain(unit.source)), unit.style, unit.doubts)


def broken(error: DuizhaoError) -> Finding:
    """The finding that a file of the workspace cannot be read."""
    return BROKEN.at(error.location or Location(""), error.message)
