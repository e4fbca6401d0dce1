"""Check: every finding on the sources, the catalogs and the glossary of a workspace."""

import difflib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice

from pipeline.checks import CODES, examine
from pipeline.checks.catalog import BROKEN, check_sync
from pipeline.checks.corpus import Conventions, Examined, by_place, check_corpus
from pipeline.checks.glossary_file import check_glossary
from pipeline.checks.hygiene import inspect
from pipeline.checks.remarks import check_remarks
from pipeline.checks.source import check_source
from pipeline.checks.spelling import words_of
from pipeline.checks.terms_across import Mention
from pipeline.checks.texts import Text
from pipeline.checks.waivers import apply_waivers
from pipeline.errors import DuizhaoError, FormatError
from pipeline.formats import manuscript
from pipeline.glossary import Glossary, Use
from pipeline.markup import plain
from pipeline.model import Catalog, Document, Entry, Finding, Location, Style, Term, TermMatch, Unit
from pipeline.workspace.conversions import Conversions
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import anchored
from pipeline.workspace.spread import by_value, spread, uncollected

SLICE = 500
"""How many entries a process examines at a time."""

by_value(Examined, Text, Unit, Entry, Location, Term, TermMatch, Mention, Use, Finding)


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
    findings: list[Finding] = []
    dates: dict[str, str] = {}
    style = workspace.settings.style
    style = replace(style, words=style.words | words_of(glossary.terms))
    conversions = Conversions(workspace)
    slices = _slices(_catalogs(workspace, names, glossary, findings, dates), style, conversions)
    with uncollected():
        examined = [one for some in spread(_examine, glossary, slices, jobs) for one in some]
        across = by_place(check_corpus(examined, Conventions(workspace.settings.first_use, dates)))
    conversions.save()
    yield from findings
    for one in examined:
        found = [*one.findings, *across.get(one.unit.entry.location, ())]
        yield from apply_waivers(one.unit, found, CODES)


def _catalogs(
    workspace: Workspace,
    names: Iterable[str],
    glossary: Glossary,
    findings: list[Finding],
    dates: dict[str, str],
) -> Iterator[Catalog]:
    """The catalogs one by one; what is wrong with them and their sources is added to `findings`."""
    for slug in workspace.select(names):
        try:
            document = workspace.document(slug)
        except FormatError as error:
            findings.append(_broken(error))
            continue
        findings += check_source(document, workspace.source_path(slug))
        findings += _check_hygiene(workspace, slug, glossary)
        findings += _check_remarks(workspace, document)
        for language in workspace.settings.languages:
            path = workspace.catalog_path(slug, language)
            try:
                catalog = workspace.catalog(slug, language)
            except FormatError as error:
                findings.append(_broken(error))
                continue
            findings += check_sync(document, catalog, path)
            if catalog:
                dates[path] = document.metadata.get("date", "")
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


def _slices(catalogs: Iterable[Catalog], style: Style, conversions: Conversions) -> Iterator[list[Unit]]:
    """The entries in use, some hundreds at a time, without their text in the file: it need not travel."""
    units = (
        Unit(
            replace(entry, raw=""),
            catalog.language,
            style=style,
            doubts=conversions.convert(catalog.language, entry.key.text)[1] if entry.is_machine else (),
        )
        for catalog in catalogs
        for entry in catalog.entries
        if not entry.obsolete
    )
    while some := list(islice(units, SLICE)):
        yield some


def _examine(glossary: Glossary, units: Iterable[Unit]) -> list[Examined]:
    """The units with the terms of their Chinese, examined."""
    return [examine(replace(unit, terms=glossary.find(plain(unit.source)))) for unit in units]


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
