"""An edition as one HTML page: everything a reader needs in one file that loads nothing."""

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from pipeline.formats.html.body import Body, View, notes_apart, walk
from pipeline.formats.html.embedding import with_fonts
from pipeline.formats.html.head import citation, counts, field, linked_data, open_graph, states
from pipeline.formats.html.notes import author_notes, translator_notes
from pipeline.formats.html.references import References
from pipeline.formats.html.ruby import Pinyin, pinyin_of
from pipeline.formats.html.safety import address, clean, data_block
from pipeline.formats.html.search import characters, folding, syllables, usual_readings
from pipeline.formats.html.settings import Settings
from pipeline.formats.html.templating import asset, policy, template
from pipeline.formats.html.terms import term_views
from pipeline.formats.words import is_chinese, page_language
from pipeline.model import Edition, EditionBlock, Kind

STYLES = ("html_type.css", "html_state.css", "html_layout.css", "html_parts.css", "html_print.css")
_HEAD = (Kind.TITLE, Kind.METADATA)
_LONG = 500
"""Segments beyond which a browser lays out only the parts near the reader, so that no task takes 200 ms.

Shorter pages are laid out as a whole: tools that measure what is out of sight then see it in its place.
"""

_PART = 24
"""Blocks in a part at most: about three screens of a parallel page."""

SCRIPTS = ("html_state.js", "html_cards.js", "html_search.js", "html_pinyin.js", "html_keys.js")


def serialize(edition: Edition, settings: Settings | None = None) -> Iterator[str]:
    """Writes an edition as a page. The same edition and settings give the same text.

    Raises WorkspaceError if fonts are to be embedded and none of them has some character.
    """
    settings = settings or Settings()
    yield from with_fonts(partial(_written, edition, settings), settings.faces)


def _written(edition: Edition, settings: Settings, fonts: Markup) -> Iterator[str]:
    style = _style(edition.blocks) + fonts
    pinyin = pinyin_of(edition, settings.pinyin)
    script = asset(*SCRIPTS) + Markup(settings.script)
    yield from template("html_page.html").generate(
        **_surroundings(edition, settings, pinyin),
        **_content(edition, settings, pinyin),
        style=style,
        script=script,
        policy=policy([style], [script], fonts=bool(fonts), connect=bool(settings.script)),
    )


def _content(edition: Edition, settings: Settings, pinyin: Pinyin) -> dict[str, object]:
    """The text, written in its own order, so that marks are numbered before notes and glossary."""
    references = References(edition)
    body = Body(edition.languages, references, settings, pinyin)
    text, definitions = notes_apart(edition.blocks)
    head = [body.view(block) for block in text if block.kind in _HEAD]
    content = body.views([block for block in text if block.kind not in _HEAD])
    return {
        "head": head,
        "parts": tuple(_parts(content)),
        "far": " far" if sum(len(block.rows) for block in text) > _LONG else "",
        "headings": [view for view in walk(content) if view.kind == "heading"],
        "notes": author_notes(body, references, definitions),
        "remarks": translator_notes(references),
        "terms": term_views(edition, references),
    }


def _surroundings(edition: Edition, settings: Settings, pinyin: Pinyin) -> dict[str, object]:
    """What the template says about the edition as a whole."""
    languages = edition.languages
    language = page_language(languages)
    chinese = [tag for tag in languages if is_chinese(tag)]
    titles = tuple(clean(" ".join(title.split())) for title in edition.titles)
    source = edition.metadata.get("source", "")
    counted = counts(edition)
    return {
        "edition": edition,
        "settings": settings,
        "languages": languages,
        "language": language,
        "titles": titles,
        "title": " · ".join(dict.fromkeys(titles)),
        "scripts": chinese if len(chinese) > 1 else [],
        "parallel": bool(chinese) and len(chinese) < len(languages),
        "pinyin": pinyin,
        "authors": field(edition, "author"),
        "description": (field(edition, "description") or ("",))[-1],
        "source_address": address(source) if "://" in source else "",
        "states": states(counted),
        "counts": counted,
        "linked_data": data_block(linked_data(edition, settings, titles)),
        "properties": tuple(open_graph(edition, settings, titles, language)),
        "data": data_block(_data(edition, settings, titles, pinyin)),
    }


def _data(edition: Edition, settings: Settings, titles: tuple[str, ...], pinyin: Pinyin) -> dict[str, object]:
    """What the page's script needs to know."""
    language = page_language(edition.languages)
    title = titles[edition.languages.index(language)]
    present = characters(edition)
    return {
        "slug": edition.slug,
        "citation": citation(edition, settings, language, title),
        "edit": settings.edit if address(settings.edit) else "",
        "paths": dict(settings.paths) if settings.edit else {},
        "pinyin": syllables(present),
        "usual": usual_readings(present) if pinyin == "script" else {},
        "folding": folding(edition, present, settings.folding),
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


def _style(blocks: Sequence[EditionBlock]) -> Markup:
    """The style sheet, with a rule for each place in the longest paragraph.

    Where sentences are stacked, the rule puts the second sentence of each language after the first.
    """
    longest = min(max((len(block.rows) for block in blocks), default=0), 400)
    order = "".join(f".s:nth-of-type({n}){{order:{n}}}" for n in range(2, longest + 1))
    target = ",".join(
        f".b:has(.s:nth-of-type({n}):target) .s:nth-of-type({n})" for n in range(1, longest + 1)
    )
    lit = f"{target}{{background:var(--hit)}}" if longest else ""
    return asset(*STYLES) + Markup(order + lit)
