"""Check: every finding on the sources, the catalogs and the glossary of a workspace."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from pipeline.checks import CODES
from pipeline.checks.corpus import Conventions, by_place, check_corpus
from pipeline.checks.glossary_file import check_glossary
from pipeline.checks.spelling import words_of
from pipeline.checks.waivers import apply_waivers
from pipeline.errors import DuizhaoError, FormatError
from pipeline.glossary import Glossary
from pipeline.model import Finding
from pipeline.workspace.examining import broken, examined
from pipeline.workspace.folder import Workspace
from pipeline.workspace.recall import Recall
from pipeline.workspace.spread import uncollected


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
        return Glossary(()), [broken(error)]
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
        made = examined(workspace, new, glossary, style, jobs)
        known |= {slug: recall.keep(slug, report) for slug, report in made}
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
