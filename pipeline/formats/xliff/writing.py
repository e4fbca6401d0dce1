"""Writing XLIFF: a unit for each entry of a catalog, with what a translator should know of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.formats.foreign.bilingual import XML
from pipeline.formats.xliff import terms
from pipeline.formats.xliff.inline import UNHELD, Codes
from pipeline.formats.xliff.names import BASE, CORE, GLOSSARY, OWN, REVIEWED, STATE, core
from pipeline.model import CONVERTED, SOURCE_LANGUAGE, Annotation, Catalog, Edition, Entry, State, digest

_STATES = {
    State.UNTRANSLATED: ("initial", ""),
    State.FUZZY: ("initial", "duizhao:fuzzy"),
    State.MACHINE: ("translated", "duizhao:machine"),
    State.TRANSLATED: ("translated", ""),
}
"""Our states in XLIFF's four and a state of our own below; `final` is for others to say."""

_RUNNING = frozenset(core(name) for name in ("note", "data", "source", "target"))
"""Elements whose white space is text."""


def render(edition: Edition, catalog: Catalog) -> bytes:
    """The entries of a catalog; `edition` is its document with the source's annotations.

    Raises FormatError where there is no entry, since a file of XLIFF has one at least.
    """
    spaces: dict[Any, str] = {None: CORE, "gls": GLOSSARY, "dz": OWN}
    document = etree.Element(core("xliff"), nsmap=spaces)
    languages = {"version": "2.1", "srcLang": SOURCE_LANGUAGE, "trgLang": catalog.language}
    for name, value in languages.items():
        document.set(name, value)
    facts = {"id": "f1", "original": edition.slug, "canResegment": "no", f"{XML}space": "preserve"}
    file = etree.SubElement(document, core("file"), facts)
    known = {term.id: term for term in edition.terms}
    notes = _annotations(edition)
    for entry in catalog.entries:
        if not entry.obsolete:
            found = terms.uses(entry.key.text, notes.get(entry.key.id, ()), known)
            _write(file, catalog.language, entry, found)
    if not len(file):
        raise FormatError("there is nothing to translate in it", catalog.location)
    _lay_out(document)
    return etree.tostring(document, encoding="UTF-8", xml_declaration=True) + b"\n"


def _annotations(edition: Edition) -> dict[str, tuple[Annotation, ...]]:
    """The annotations of each Chinese sentence, by the id of its key."""
    rows = (row for block in edition.blocks for row in block.rows)
    return {row.id: row.passages[0].annotations for row in rows}


def _write(file: Element, language: str, entry: Entry, found: Sequence[terms.Use]) -> None:
    unit = etree.SubElement(file, core("unit"), id=entry.key.id)
    unit.set(BASE, digest(entry.target))
    is_reviewed = entry.state is State.TRANSLATED and bool(entry.reviewed)
    unit.set(STATE, REVIEWED if is_reviewed else entry.state)
    spans = terms.marks(entry.key.text, found)
    terms.write(unit, found, spans, language)
    _write_notes(unit, entry, found)
    data, codes = etree.SubElement(unit, core("originalData")), Codes()
    state, below = (REVIEWED, "") if is_reviewed else _STATES[entry.state]
    segment = etree.SubElement(unit, core("segment"), state=state)
    if below:
        segment.set("subState", below)
    codes.write(etree.SubElement(segment, core("source")), entry.key.text, tuple(spans.values()))
    if entry.target:
        codes.write(etree.SubElement(segment, core("target")), entry.target)
    if codes.data:
        codes.write_data(data)
    else:
        unit.remove(data)


def _write_notes(unit: Element, entry: Entry, found: Sequence[terms.Use]) -> None:
    told = list(_notes(entry, found))
    notes = etree.SubElement(unit, core("notes")) if told else unit
    for category, text in told:
        side = "target" if category == "comment" else "source"
        note = etree.SubElement(notes, core("note"), appliesTo=side, category=category)
        note.text = UNHELD.sub("\ufffd", text)


def _notes(entry: Entry, found: Sequence[terms.Use]) -> Iterator[tuple[str, str]]:
    """What the catalog tells of an entry; the terms stand in the glossary module."""
    told = (CONVERTED, *(f"{use.term.chinese} = " for use in found))
    yield from (("place", note) for note in entry.notes if not note.startswith(told))
    if entry.key.context:
        yield "context", entry.key.context
    if entry.previous:
        yield "previous", entry.previous.text
    yield from (("comment", comment) for comment in entry.comments if comment.strip())


def _lay_out(element: Element, depth: int = 0) -> None:
    """Indents the structure, and nothing where white space is text."""
    if element.tag in _RUNNING or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
