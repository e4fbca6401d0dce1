"""An edition as the pages of a book: a title page, a page a chapter, notes, glossary and colophon.

The HTML writer's blocks, marks and notes are used as they are; what is a book's own stands in the templates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.formats.columns import narrowed
from pipeline.formats.html.body import Body, View, notes_apart, walk
from pipeline.formats.html.head import counts, states
from pipeline.formats.html.notes import author_notes, translator_notes
from pipeline.formats.html.references import References
from pipeline.formats.html.settings import Settings
from pipeline.formats.html.templating import template
from pipeline.formats.html.terms import term_views
from pipeline.formats.words import page_language
from pipeline.model import Edition, Kind

_HEAD = (Kind.TITLE, Kind.METADATA)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the book: its file's name without suffix, the HTML of its body, and its headings."""

    name: str
    body: str
    headings: tuple["Heading", ...] = ()


def pages(edition: Edition, layout: str) -> Iterator[Page]:
    """Yields the pages in reading order; `layout` is `stacked` or `columns`."""
    edition = narrowed(edition)
    references = References(edition)
    body = Body(edition.languages, references, Settings(), "")
    text, definitions = notes_apart(edition.blocks)
    head = [body.view(block) for block in text if block.kind in _HEAD]
    chapters = list(_chapters(body.views([block for block in text if block.kind not in _HEAD])))
    surroundings = {
        "edition": edition,
        "languages": edition.languages,
        "language": page_language(edition.languages),
        "layout": layout if len(edition.languages) > 1 else "single",
    }

    def page(name: str, kind: str, headings: Sequence[View] = (), **content: object) -> Page:
        made = template("epub_page.html").render(kind=kind, **surroundings, **content)
        return Page(name, made, outline(headings))

    yield page("title", "title", head=head)
    for number, views in enumerate(chapters, 1):
        found = [view for view in walk(views) if view.kind == "heading"]
        yield page(f"chapter-{number}", "chapter", found, views=views)
    # Only now are all marks numbered and all uses of terms known.
    notes, remarks = author_notes(body, references, definitions), translator_notes(references)
    if notes or remarks:
        yield page("notes", "notes", notes=notes, remarks=remarks)
    if edition.terms:
        yield page("glossary", "glossary", terms=term_views(edition, references))
    counted = counts(edition)
    yield page("about", "about", counts=counted, states=states(counted))


def _chapters(views: Sequence[View]) -> Iterator[tuple[View, ...]]:
    """The text cut before each heading of the highest rank that it has."""
    top = min((view.level for view in views if view.kind == "heading"), default=0)
    chapter: list[View] = []
    for view in views:
        if chapter and view.kind == "heading" and view.level == top:
            yield tuple(chapter)
            chapter = []
        chapter.append(view)
    yield tuple(chapter)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the contents have it, with those below it."""

    id: str
    name: str
    inner: tuple["Heading", ...] = ()


def outline(views: Sequence[View]) -> tuple[Heading, ...]:
    """Headings nested by their ranks."""
    headings: list[Heading] = []
    rest = list(views)
    while rest:
        first = rest.pop(0)
        below = list(takewhile(lambda view, level=first.level: view.level > level, rest))  # type: ignore[misc]
        del rest[: len(below)]
        name = " · ".join(dict.fromkeys(first.names))
        headings.append(Heading(first.id, name, outline(below)))
    return tuple(headings)
