"""The notes at the end of a page, each with the way back to its marks in the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from pipeline.formats.html.body import Body, Line, View
from pipeline.formats.html.inline import Place, inline
from pipeline.formats.html.references import Reference, References
from pipeline.formats.words import numbered, word
from pipeline.model import EditionBlock


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its element's id, its content, and the ways back that do not stand in the content itself."""

    id: str
    views: tuple[View, ...]
    back: Markup = field(default_factory=Markup)


def author_notes(
    body: Body, references: References, definitions: Mapping[str, Sequence[EditionBlock]]
) -> tuple[Note, ...]:
    """The author's notes in the order of their marks; those without a mark follow."""
    notes = []
    for label in sorted(definitions, key=references.number):
        number = str(references.number(label))
        here = Reference(f"n-{number}", label=numbered("numbered_note", number, body.languages))
        notes.append(Note(here.id, body.views(definitions[label], home=here)))
    # Only now are all marks known: a note may have marks itself.
    return tuple(_leading_back(note, references.places(note.id)) for note in notes)


def translator_notes(references: References) -> tuple[Note, ...]:
    """The translator's notes in the order of the text."""
    notes = []
    for note in references.translator_notes:
        here = Reference(f"tn-{note.mark}", label=note.mark)
        html = inline(note.text, Place(note.language, here, references))
        line = Line(note.language, html + _ways(references.places(here.id), note.language))
        notes.append(Note(here.id, (View("remark", lines=(line,)),)))
    return tuple(notes)


def _leading_back(note: Note, places: Sequence[Reference]) -> Note:
    """The note with its ways back: at the end of each language if it ends with a paragraph, else below."""
    *first, last = note.views
    if last.kind == "paragraph":
        lines = (Line(one.language, one.html + _ways(places, one.language)) for one in last.lines)
        return replace(note, views=(*first, replace(last, lines=tuple(lines))))
    languages = dict.fromkeys(place.language for place in places)
    hidden = (Markup('<span lang="{}">{}</span>').format(one, _ways(places, one)) for one in languages)
    return replace(note, back=Markup('<p class="ln">{}</p>').format(Markup("").join(hidden)))


def _ways(places: Sequence[Reference], language: str) -> Markup:
    own = [place for place in places if place.language == language]
    link = Markup(' <a class="back" href="#{}" aria-label="{} {}">↑</a>')
    return Markup("").join(
        link.format(place.id, word("back", language), number) for number, place in enumerate(own, 1)
    )
