"""The glossary module of a unit: the concepts in its Chinese, each with a mark where it first stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.formats.xliff.inline import UNHELD, Span
from pipeline.formats.xliff.names import GLOSSARY
from pipeline.markup import plain, protected
from pipeline.model import Annotation, Term


@dataclass(frozen=True, slots=True)
class Use:
    """A term in a sentence: the string at code points of its plain text."""

    start: int
    end: int
    text: str
    term: Term


def uses(text: str, annotations: Iterable[Annotation], terms: dict[str, Term]) -> tuple[Use, ...]:
    """The first use of each concept."""
    shown = plain(text)
    found: dict[str, Use] = {}
    for note in annotations:
        if note.kind == "term" and note.body in terms:
            found.setdefault(
                note.body, Use(note.start, note.end, shown[note.start : note.end], terms[note.body])
            )
    return tuple(found.values())


def marks(text: str, found: Sequence[Use]) -> dict[str, Span]:
    """The spans of inline Markdown to mark, by concept; none for a use inside another or across a mark."""
    shown, codes = plain(text), protected(text)
    taken: dict[str, Span] = {}
    for use in sorted(found, key=lambda use: (use.start, -use.end)):
        start = _place(text, shown, codes, use)
        end = start + use.end - use.start
        if start >= 0 and all(end <= left or start >= right for left, right, _ in taken.values()):
            taken[use.term.id] = start, end, f"m{len(taken) + 1}"
    return taken


def _place(text: str, shown: str, codes: Iterable[tuple[int, int]], use: Use) -> int:
    """Where a use stands in inline Markdown: of equally many such strings, that of its number; or -1."""
    wanted = re.compile(f"(?={re.escape(use.text)})")
    here = [found.start() for found in wanted.finditer(shown)]
    there = [found.start() for found in wanted.finditer(text)]
    there = [at for at in there if not any(at < end and start < at + len(use.text) for start, end in codes)]
    return there[here.index(use.start)] if len(there) == len(here) else -1


def write(unit: Element, found: Sequence[Use], spans: dict[str, Span], language: str) -> None:
    """Adds the module to a unit, where there is a rendering or a definition to tell."""
    told = [(use, tuple(_renderings(use.term, language))) for use in found]
    told = [(use, texts) for use, texts in told if texts or use.term.fields.get("definition")]
    if not told:
        return
    glossary = etree.SubElement(unit, _name("glossary"))
    for number, (use, texts) in enumerate(told, 1):
        entry = etree.SubElement(glossary, _name("glossEntry"), id=f"g{number}")
        term = use.term
        if term.id in spans:
            entry.set("ref", f"#{spans[term.id][2]}")
        _add(entry, "term", use.text)
        for text in texts:
            _add(entry, "translation", text)
        if definition := term.fields.get("definition"):
            _add(entry, "definition", definition, source=term.fields.get("source", ""))


def _renderings(term: Term, language: str) -> Iterator[str]:
    """The preferred rendering, then those that are admitted too."""
    if language == "en":
        yield from filter(None, (term.english, *term.admitted))
    elif language in term.traditional:
        yield term.traditional[language]


def _add(entry: Element, name: str, text: str, source: str = "") -> None:
    told = {"source": UNHELD.sub("", source)} if source else {}
    etree.SubElement(entry, _name(name), told).text = UNHELD.sub("", text)


def _name(name: str) -> str:
    return f"{{{GLOSSARY}}}{name}"
