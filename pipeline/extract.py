"""Document to template: one untranslated entry a sentence, with what a translator should know of it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Block, Catalog, Document, Entry, Key, Kind, Segment, Term

_ROLES = {"item": "list item", "quote": "quotation", "note": "note"}
_KINDS = {
    Kind.TITLE: "title",
    Kind.HEADING: "heading",
    Kind.CELL: "table cell",
    Kind.PARAGRAPH: "paragraph",
}

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


def extract(document: Document, *, lines: bool = True) -> Catalog:
    """The template of the catalogs of `document`.

    A sentence that stands in several places is one entry with as many references; `lines` is whether
    a reference names the line.
    """
    notes: dict[Key, tuple[str, ...]] = {}
    references: dict[Key, dict[str, None]] = {}
    for block, segment, place in _places(document):
        key = segment.key
        notes.setdefault(key, (place, *segment.comments))
        reference = str(block.location) if lines else block.location.path
        references.setdefault(key, {})[_isolated(reference)] = None
    entries = (Entry(key, notes=notes[key], references=tuple(places)) for key, places in references.items())
    return Catalog("", entries=tuple(entries))


def explain(template: Catalog, glossary: Glossary, language: str) -> Catalog:
    """The template for one language: each entry's notes name the terms in it with their renderings."""
    told = {term.id: _told(term, language) for term in glossary.terms}
    entries = []
    for entry in template.entries:
        found = dict.fromkeys(match.term.id for match in glossary.find(plain(entry.key.text)))
        notes = (*entry.notes, *filter(None, (told[term] for term in found)))
        entries.append(Entry(entry.key, notes=notes, references=entry.references))
    return replace(template, language=language, entries=tuple(entries))


def _isolated(reference: str) -> str:
    """A reference to a file whose name has a space, as gettext writes it."""
    path, colon, line = reference.partition(".md")
    return f"\u2068{path}{colon}\u2069{line}" if " " in path else reference


def _places(document: Document) -> Iterator[tuple[Block, Segment, str]]:
    heading = ""
    noted = _headings_of_notes(document)
    for block in document.blocks:
        segments = [segment for segment in block.segments if segment.translate and segment.key.text]
        name = next((c.label for c in block.containers if c.kind == "note"), None)
        under = heading if name is None else noted.get(name, "")
        for number, segment in enumerate(segments, 1):
            yield block, segment, _describe(block, under, number, len(segments))
        if block.kind is Kind.HEADING:
            heading = plain(block.text)


def _headings_of_notes(document: Document) -> dict[str, str]:
    """Under which heading each note is first referred to: where it is written says nothing of it."""
    heading = ""
    found: dict[str, str] = {}
    for block in document.blocks:
        heading = plain(block.text) if block.kind is Kind.HEADING else heading
        for name in _NOTE.findall(block.text) if block.translatable else ():
            found.setdefault(name, heading)
    return found


def _describe(block: Block, heading: str, number: int, total: int) -> str:
    """What the block is and where the sentence stands: nothing that another paragraph would shift."""
    role = next((_ROLES[c.kind] for c in reversed(block.containers) if c.kind in _ROLES), "")
    what = block.label if block.kind is Kind.METADATA else _KINDS[block.kind]
    if role and block.kind is Kind.PARAGRAPH:
        what = role
    under = f", under “{heading}”" if heading and block.kind is not Kind.HEADING else ""
    sentence = f", sentence {number} of {total}" if total > 1 else ""
    return what + under + sentence


def _told(term: Term, language: str) -> str:
    """What the notes say of a term; nothing where it has no rendering in the language."""
    renderings = _renderings(term, language)
    return f"{term.chinese} = {renderings}" if renderings else ""


def _renderings(term: Term, language: str) -> str:
    if language != "en":
        return term.traditional.get(language, "")
    admitted = "".join(f" / {rendering}" for rendering in term.admitted)
    forbidden = f" (not: {', '.join(term.forbidden)})" if term.forbidden else ""
    return term.english + admitted + forbidden
