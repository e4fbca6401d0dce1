"""An edition as one HTML page: everything a reader needs in one file that loads nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from pipeline.formats.html.body import Body, Line, View, notes_apart, walk
from pipeline.formats.html.embedding import font_rules
from pipeline.formats.html.head import STATES, citation, counts, field, linked_data, open_graph
from pipeline.formats.html.inline import Place, inline
from pipeline.formats.html.references import Reference, References
from pipeline.formats.html.ruby import affordable
from pipeline.formats.html.safety import address, clean, data_block
from pipeline.formats.html.search import folding, syllables
from pipeline.formats.html.settings import Settings
from pipeline.formats.html.templating import asset, policy, template
from pipeline.formats.html.terms import term_views
from pipeline.formats.html.words import is_chinese, page_language
from pipeline.model import Edition, EditionBlock, Kind

STYLES = ("html_type.css", "html_layout.css", "html_parts.css", "html_print.css")
_HEAD = (Kind.TITLE, Kind.METADATA)
_PART = 24
"""Blocks in a part at most: about three screens of a parallel page."""

SCRIPTS = ("html_state.js", "html_cards.js", "html_search.js", "html_keys.js")


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the end of the page: its element's id, its content and the marks to go back to."""

    id: str
    views: tuple[View, ...]
    places: tuple[Reference, ...] = ()


def serialize(edition: Edition, settings: Settings | None = None) -> Iterator[str]:
    """Writes an edition as a page. The same edition and settings give the same text.

    Raises WorkspaceError if fonts are to be embedded and none of them has some character.
    """
    settings = settings or Settings()
    if not affordable(edition):
        settings = replace(settings, pinyin=False)
    if settings.faces:
        finished = "".join(_written(edition, settings, Markup("")))
        yield from _written(edition, settings, font_rules(finished, settings.faces))
    else:
        yield from _written(edition, settings, Markup(""))


def _written(edition: Edition, settings: Settings, fonts: Markup) -> Iterator[str]:
    style = _style(edition.blocks) + fonts
    script = asset(*SCRIPTS) + Markup(settings.script)
    yield from template("html_page.html").generate(
        **_surroundings(edition, settings),
        **_content(edition, settings),
        style=style,
        script=script,
        policy=policy([style], [script], fonts=bool(fonts), connect=bool(settings.script)),
    )


def _content(edition: Edition, settings: Settings) -> dict[str, object]:
    """The text, written in its own order, so that marks are numbered before notes and glossary."""
    references = References(edition)
    body = Body(edition.languages, references, settings)
    text, definitions = notes_apart(edition.blocks)
    head = [body.view(block) for block in text if block.kind in _HEAD]
    content = body.views([block for block in text if block.kind not in _HEAD])
    return {
        "head": head,
        "parts": tuple(_parts(content)),
        "headings": [view for view in walk(content) if view.kind == "heading"],
        "notes": _notes(body, references, definitions),
        "remarks": _remarks(references),
        "terms": term_views(edition, references),
    }


def _surroundings(edition: Edition, settings: Settings) -> dict[str, object]:
    """What the template says about the edition as a whole."""
    languages = edition.languages
    language = page_language(languages)
    chinese = [tag for tag in languages if is_chinese(tag)]
    titles = tuple(clean(" ".join(title.split())) for title in edition.titles)
    source = edition.metadata.get("source", "")
    return {
        "edition": edition,
        "settings": settings,
        "languages": languages,
        "language": language,
        "titles": titles,
        "title": " · ".join(dict.fromkeys(titles)),
        "scripts": chinese if len(chinese) > 1 else [],
        "parallel": bool(chinese) and len(chinese) < len(languages),
        "readings": settings.pinyin,
        "authors": field(edition, "author"),
        "description": (field(edition, "description") or ("",))[-1],
        "source_address": address(source) if "://" in source else "",
        "states": STATES,
        "counts": counts(edition),
        "linked_data": data_block(linked_data(edition, settings, titles)),
        "properties": tuple(open_graph(edition, settings, titles, language)),
        "data": data_block(_data(edition, settings, language, titles[languages.index(language)])),
    }


def _data(edition: Edition, settings: Settings, language: str, title: str) -> dict[str, object]:
    """What the page's script needs to know."""
    return {
        "slug": edition.slug,
        "citation": citation(edition, settings, language, title),
        "edit": settings.edit if address(settings.edit) else "",
        "pinyin": syllables(edition),
        "folding": folding(edition, settings.folding),
    }


def _parts(views: Sequence[View]) -> Iterator[tuple[View, ...]]:
    """The text in parts of a screen or a few, which a browser leaves alone while they are out of sight."""
    part: list[View] = []
    for view in views:
        if part and (len(part) == _PART or view.kind == "heading"):
            yield tuple(part)
            part = []
        part.append(view)
    yield tuple(part)


def _notes(
    body: Body, references: References, definitions: dict[str, list[EditionBlock]]
) -> tuple[Note, ...]:
    """The author's notes in the order of their marks; those without a mark follow."""
    notes = []
    for label in sorted(definitions, key=references.number):
        number = str(references.number(label))
        here = Reference(f"n-{number}", label=f"n. {number}")
        notes.append(Note(here.id, body.views(definitions[label], home=here)))
    return tuple(replace(note, places=references.places(note.id)) for note in notes)


def _remarks(references: References) -> tuple[Note, ...]:
    """The translator's notes in the order of the text."""
    notes = []
    for note in references.translator_notes:
        here = Reference(f"tn-{note.mark}", label=note.mark)
        html = inline(note.text, Place(note.language, here, references))
        line = View("remark", lines=(Line(note.language, html),))
        notes.append(Note(here.id, (line,), references.places(here.id)))
    return tuple(notes)


def _style(blocks: Sequence[EditionBlock]) -> Markup:
    """The style sheet, with a rule for each place in the longest paragraph.

    Where sentences are stacked, the rule puts the second sentence of each language after the first.
    """
    longest = min(max((len(block.rows) for block in blocks), default=0), 400)
    order = "".join(
        f":root:has(#by-sentence:checked) .s:nth-of-type({n}){{order:{n}}}" for n in range(2, longest + 1)
    )
    target = ",".join(
        f".b:has(.s:nth-of-type({n}):target) .s:nth-of-type({n})" for n in range(1, longest + 1)
    )
    lit = f"{target}{{background:var(--hit)}}" if longest else ""
    return asset(*STYLES) + Markup(order + lit)
