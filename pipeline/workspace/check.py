"""Check: every finding on the sources, the catalogs and the glossary of a workspace."""

import difflib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice

from pipeline.checks import CODES, examine
from pipeline.checks.catalog import BROKEN, check_sync
from pipeline.checks.corpus import Conventions, by_place, check_corpus
from pipeline.checks.glossary_file import check_glossary
from pipeline.checks.hygiene import inspect
from pipeline.checks.remarks import check_remarks
from pipeline.checks.source import check_source
from pipeline.checks.spelling import words_of
from pipeline.checks.waivers import apply_waivers
from pipeline.errors import DuizhaoError, FormatError
from pipeline.formats import manuscript
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Catalog, Document, Entry, Finding, Location, Style, Term, Unit
from pipeline.workspace.conversions import Conversions
from pipeline.workspace.examined import dump
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import anchored
from pipeline.workspace.recall import Recall, Report, Rows
from pipeline.workspace.spread import by_value, spread, uncollected

SLICE = 500
"""How many entries a process examines at a time."""

by_value(Unit, Entry, Location, Term)


def check(workspace: Workspace, names: Iterable[str] = (), jobs: int | None = None) -> Iterator[Finding]:
    """Yields the findings on the glossary and the documents, with this workspace's severities.

    `jobs` processes divide the work (see `spread`).
    """
    glossary, wrong = _check_glossary(workspace)
    for finding in chain(wrong, _check_documents(workspace, names, glossary, jobs)):
        place = workspace.place(finding.location.path)
        severity = workspace.settings.severity.of(finding, *place)
        if severity is not None:
            yield replace(finding, severity=severity)


def _check_glossary(workspace: Workspace) -> tuple[Glossary, list[Finding]]:
    """The glossary with what is wrong in it; an empty one where a file cannot be read."""
    try:
        glossary = workspace.glossary
    except FormatError as error:
        return Glossary(()), [_broken(error)]
    return glossary, [*workspace.glossary_findings, *check_glossary(glossary.terms)]


def _check_documents(
    workspace: Workspace, names: Iterable[str], glossary: Glossary, jobs: int | None
) -> Iterator[Finding]:
    style = workspace.settings.style
    style = replace(style, words=style.words | words_of(glossary.terms))
    recall = Recall(workspace, glossary, style)
    with uncollected():
        known = {slug: recall.find(slug) for slug in workspace.select(names)}
        new = [slug for slug, report in known.items() if report is None]
        examined = _examined(workspace, new, glossary, style, jobs)
        known |= {slug: recall.keep(slug, report) for slug, report in examined}
        recall.prune()
        reports = list(filter(None, known.values()))
        units = [one for report in reports for one in report.examined]
        dates = {rows.path: report.date for report in reports for rows in report.catalogs}
        across = by_place(check_corpus(units, Conventions(workspace.settings.first_use, dates)))
    for report in reports:
        yield from report.findings
    for one in units:
        found = [*one.findings, *across.get(one.unit.entry.location, ())]
        yield from apply_waivers(one.unit, found, CODES)


def _examined(
    workspace: Workspace, slugs: Iterable[str], glossary: Glossary, style: Style, jobs: int | None
) -> Iterable[tuple[str, Report]]:
    """Reports of the documents, whose units are examined some hundreds at a time, by several processes."""
    reports = {slug: Report() for slug in slugs}
    conversions = Conversions(workspace)
    owners: list[Rows] = []

    def slices() -> Iterator[list[Unit]]:
        for slug, report in reports.items():
            for catalog in _catalogs(workspace, slug, glossary, report):
                report.catalogs.append(Rows(catalog.location.path, catalog.language))
                for some in _slices(catalog, style, conversions):
                    owners.append(report.catalogs[-1])
                    yield some

    for line, rows in zip(spread(_examine, glossary, slices(), jobs), owners, strict=True):
        rows.lines.append(line)
    conversions.save()
    return reports.items()


def _catalogs(workspace: Workspace, slug: str, glossary: Glossary, report: Report) -> Iterator[Catalog]:
    """A document's catalogs; what is wrong with them and with the source is added to the report."""
    try:
        document = workspace.document(slug)
    except FormatError as error:
        report.findings.append(_broken(error))
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
            report.findings.append(_broken(error))
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
        yield _broken(error)
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


def _examine(glossary: Glossary, units: Iterable[Unit]) -> str:
    """The units with the terms of their Chinese, examined, as the line that is kept of them."""
    found = (replace(unit, terms=glossary.find(plain(unit.source))) for unit in units)
    return dump(map(examine, found), glossary.terms)


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
