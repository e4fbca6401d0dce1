"""What the writers of annotations share: passages with their plain text, labels, what is around a span."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.markup import plain
from pipeline.model import Annotation, Edition, EditionBlock, Passage, Row, Term

AROUND = 32
"""How many code points of a text a prefix or suffix holds, unless the text begins or ends there."""


@dataclass(frozen=True, slots=True)
class Text:
    """A passage in its own language with its plain text; `block` and `row` are where it stands."""

    block: EditionBlock
    row: Row
    passage: Passage
    plain: str


def texts(edition: Edition) -> Iterator[Text]:
    """The passages in reading order, each row's languages after each other.

    Where a translation is not finished, there is none: the Chinese that readers see there is not told twice.
    """
    for block in edition.blocks:
        for row in block.rows:
            for passage, language in zip(row.passages, edition.languages, strict=True):
                if passage.language == language:
                    yield Text(block, row, passage, plain(passage.text))


def terms(edition: Edition) -> Mapping[str, Term]:
    """The terms that the edition uses, by their id."""
    return {term.id: term for term in edition.terms}


def type_of(annotation: Annotation, known: Mapping[str, Term]) -> str:
    """What a span is: a term's kind in the glossary, a model's label, otherwise the annotation's kind."""
    if annotation.kind == "term" and annotation.body in known:
        return known[annotation.body].kind
    return annotation.body.lower() if annotation.kind == "entity" else annotation.kind


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The quote of a span with what stands before and after it."""
    return text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND]


def longest(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Spans of which none overlap, the longest of those that do; of equals the glossary's. Notes are none."""
    kept: list[Annotation] = []
    taken: set[int] = set()
    spans = (one for one in annotations if one.kind != "note" and one.start < one.end)
    for one in sorted(spans, key=lambda one: (one.start - one.end, one.kind != "term", one.start)):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
