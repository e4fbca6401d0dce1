"""Terms: the glossary's concepts looked up, found in the corpus, and suggested."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pipeline.errors import WorkspaceError
from pipeline.glossary import Glossary, Verdict, chinese_forms, instead, judge
from pipeline.glossary.columns import KINDS
from pipeline.glossary.search import Hit, search
from pipeline.glossary.suggest import suggest as rank
from pipeline.markup import plain
from pipeline.model import Entry, Location, State, Term
from pipeline.results import Rendered, Suggestion, Usage
from pipeline.script.words import Segmenter
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace


def listed(workspace: Workspace, *, kind: str = "", domain: str = "", unused: bool = False) -> list[Term]:
    """The concepts in the order of their files; `unused` are those that no source text has.

    Raises WorkspaceError where there is no such kind, or no concept of the domain.
    """
    terms = workspace.glossary.terms
    domains = sorted({term.fields.get("domain", "") for term in terms} - {""})
    if kind and kind not in KINDS:
        raise WorkspaceError(f"there is no kind {kind!r}, only {', '.join(KINDS)}")
    if domain and domain not in domains:
        raise WorkspaceError(f"no concept is of the domain {domain!r} (there are: {', '.join(domains)})")
    texts = _texts(workspace) if unused else ()
    used = {match.term.id for _, text in texts for match in workspace.glossary.find(text)}
    return [
        term
        for term in terms
        if (not kind or term.kind == kind)
        and (not domain or term.fields.get("domain") == domain)
        and not (unused and term.id in used)
    ]


def find(workspace: Workspace, text: str) -> list[Hit]:
    """The concepts that a text may mean, the likeliest first."""
    return search(workspace.glossary.terms, text)


def term_of(workspace: Workspace, name: str) -> Term:
    """The concept with an id, or with a Chinese or English name that only one has; raises WorkspaceError."""
    terms = workspace.glossary.terms
    same = [term for term in terms if term.id == name]
    same = same or [term for term in terms if name in (*chinese_forms(term), term.english)]
    if len(same) == 1:
        return same[0]
    near = [term.id for term in same] or [hit.term.id for hit in search(terms, name)[:3]]
    hint = f"; did you mean {', '.join(near)}?" if near else ": `duizhao terms find` looks terms up"
    raise WorkspaceError(f"there is no one term {name!r}{hint}")


def usages(
    workspace: Workspace, terms: Iterable[Term], names: Iterable[str] = (), language: str = "en"
) -> Iterator[Usage]:
    """Every sentence of the documents that has one of the terms, with what its translation makes of it.

    A term within a longer one is not found, as in the check. Raises WorkspaceError where the workspace has
    no such language.
    """
    if language not in workspace.settings.languages:
        there = ", ".join(workspace.settings.languages)
        raise WorkspaceError(f"no language {language!r} here (there are: {there})")
    wanted = {term.id for term in terms}
    for slug in workspace.select(names):
        catalog = workspace.catalog(slug, language)
        for entry in catalog.entries if catalog else ():
            if not entry.obsolete:
                yield from _of_entry(workspace.glossary, wanted, slug, entry, language)


def write_page(workspace: Workspace, names: Iterable[str] = (), out: Path | None = None) -> Path:
    """Writes the page that shows how each concept is rendered across the documents; tells where it is."""
    from pipeline.formats import html

    path = out or workspace.root / "build" / "terms.html"
    found = html.concepts(usages(workspace, workspace.glossary.terms, names))
    title = workspace.settings.title or workspace.root.name
    files.write_text(path, html.serialize_concepts(found, title), str(path))
    return path


def _of_entry(
    glossary: Glossary, wanted: set[str], slug: str, entry: Entry, language: str
) -> Iterator[Usage]:
    source = plain(entry.key.text)
    matches = glossary.find(source)
    if not any(match.term.id in wanted for match in matches):
        return
    is_done = entry.state in (State.TRANSLATED, State.MACHINE)
    target = plain(entry.target) if is_done else ""
    for verdict in judge(matches, target if language == "en" else ""):
        for term in verdict.terms:
            if term.id in wanted:
                usage = partial(Usage, term, slug, entry.location, source, verdict.chinese, target)
                if language == "en":
                    near = "" if verdict.phrases or not target else instead(verdict, target)
                    yield usage(_phrases(verdict, term), near)
                else:
                    yield usage(tuple(_forms(term.traditional.get(language, ""), target)))


def _phrases(verdict: Verdict, term: Term) -> tuple[Rendered, ...]:
    return tuple(
        Rendered(use.start, use.end, use.rendering, use.fit) for use in verdict.phrases if use.term == term
    )


def _forms(form: str, target: str) -> Iterator[Rendered]:
    at = target.find(form) if form else -1
    while at >= 0:
        yield Rendered(at, at + len(form), form)
        at = target.find(form, at + len(form))


def suggest(workspace: Workspace, names: Iterable[str] = (), *, minimum: int = 2) -> list[Suggestion]:
    """Strings that recur in the sources, look like terms and are in no glossary; the likeliest first."""
    texts = list(_texts(workspace, names))
    forms = (form for term in workspace.glossary.terms for form in chinese_forms(term))
    cut = Segmenter(forms).cut
    candidates = rank([text for _, text in texts], workspace.glossary, cut, minimum)
    return [
        Suggestion(found.chinese, found.count, found.score, tuple(texts[index] for index in found.examples))
        for found in candidates
    ]


def _texts(workspace: Workspace, names: Iterable[str] = ()) -> Iterator[tuple[Location, str]]:
    """The sentences of the sources with where their block stands."""
    for slug in workspace.select(names):
        for block in workspace.document(slug).blocks:
            for segment in block.segments:
                if segment.translate:
                    yield block.location, plain(segment.key.text)
