"""Document to template: one untranslated entry a sentence, with what a translator should know of it."""

from collections.abc import Iterator

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


def extract(document: Document, glossary: Glossary, language: str = "", *, lines: bool = True) -> Catalog:
    """The catalog that a translation of `document` into `language` starts from.

    A sentence that stands in several places is one entry with as many references; `lines` is whether
    a reference names the line. Without a language there are no renderings in the notes.
    """
    entries: dict[Key, Entry] = {}
    for block, segment, place in _places(document):
        reference = str(block.location) if lines else block.location.path
        known = entries.get(segment.key)
        if known:
            references = (
                (*known.references, reference) if reference not in known.references else known.references
            )
            entries[segment.key] = known.revised(references=references)
        else:
            terms = _terms(segment, glossary, language) if language else ()
            notes = (place, *segment.comments, *terms)
            entries[segment.key] = Entry(segment.key, notes=notes, references=(reference,))
    return Catalog(language, entries=tuple(entries.values()))


def _places(document: Document) -> Iterator[tuple[Block, Segment, str]]:
    heading = ""
    for block in document.blocks:
        segments = [segment for segment in block.segments if segment.translate and segment.key.text]
        for number, segment in enumerate(segments, 1):
            yield block, segment, _describe(block, heading, number, len(segments))
        if block.kind is Kind.HEADING:
            heading = plain(block.text)


def _describe(block: Block, heading: str, number: int, total: int) -> str:
    """What the block is and where the sentence stands: nothing that another paragraph would shift."""
    role = next((_ROLES[c.kind] for c in reversed(block.containers) if c.kind in _ROLES), "")
    what = block.label if block.kind is Kind.METADATA else _KINDS[block.kind]
    if role and block.kind is Kind.PARAGRAPH:
        what = role
    under = f", under “{heading}”" if heading and block.kind is not Kind.HEADING else ""
    sentence = f", sentence {number} of {total}" if total > 1 else ""
    return what + under + sentence


def _terms(segment: Segment, glossary: Glossary, language: str) -> Iterator[str]:
    found = {match.term.id: match.term for match in glossary.find(plain(segment.key.text))}
    for term in found.values():
        renderings = _renderings(term, language)
        if renderings:
            yield f"{term.chinese} = {renderings}"


def _renderings(term: Term, language: str) -> str:
    if language != "en":
        return term.traditional.get(language, "")
    admitted = "".join(f" / {rendering}" for rendering in term.admitted)
    forbidden = f" (not: {', '.join(term.forbidden)})" if term.forbidden else ""
    return term.english + admitted + forbidden
