"""Marks, on the plain text of every passage, what readers and researchers look for in it.

Terms and names are the glossary's, dates, numbers, money and titles are read by rules, notes are those
of translators; a workspace may name a model that finds more names, and people may add remarks of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial

from pipeline.annotate.anchors import anchor
from pipeline.annotate.entities import Finder, finder
from pipeline.annotate.figures import Figure, figures, same
from pipeline.annotate.titles import chinese_titles, english_titles, linked
from pipeline.glossary import Glossary, judge
from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Annotation, Edition, Passage, Remark, Row, TermMatch

__all__ = ["Recall", "anchor", "annotate"]

Recall = Callable[[str, tuple[str, str, str], Callable[[], Iterable[Annotation]]], Sequence[Annotation]]
"""Gives what is found in a passage: what it remembers, or what the last argument finds.

The first is the language of the edition's column, the second all that is read there: the Chinese, the
language of the passage and its text. What is found depends on nothing else but the glossary and the model.
"""


def annotate(
    edition: Edition,
    glossary: Glossary,
    model: str = "",
    remarks: Iterable[Remark] = (),
    recall: Recall = lambda _language, _read, find: tuple(find()),
) -> Edition:
    """The edition with its annotations; spans of one concept have one `link` in all languages of a row.

    `model` names an installed spaCy pipeline for Chinese; where its entities overlap a term, the
    glossary's word wins. `remarks` are made by hand; those that find no place are left out.
    Raises InstallationError where the model is needed and not installed.
    """
    # The Traditional editions often say the same to the character, and then it is found once.
    found = lru_cache(maxsize=4)(partial(_Found, glossary))
    step = _Annotator(found, finder(model), _by_place(edition, remarks), edition.languages, recall)
    blocks = (replace(block, rows=tuple(map(step.row, block.rows))) for block in edition.blocks)
    return replace(edition, blocks=tuple(blocks))


def _by_place(edition: Edition, remarks: Iterable[Remark]) -> dict[tuple[str, str], list[Annotation]]:
    found: dict[tuple[str, str], list[Annotation]] = {}
    for place in anchor(edition, remarks):
        if place.row:
            remark = place.remark
            annotation = Annotation(place.start, place.end, remark.kind, remark.body, by=remark.by or "hand")
            found.setdefault((place.row, remark.language), []).append(annotation)
    return found


class _Found:
    """What is in a Chinese text, looked for when asked; translations are linked to what their source has."""

    def __init__(self, glossary: Glossary, text: str) -> None:
        self._glossary = glossary
        self._text = text

    @cached_property
    def matches(self) -> tuple[TermMatch, ...]:
        return self._glossary.find(self._text)

    @cached_property
    def titles(self) -> Sequence[Annotation]:
        return chinese_titles(self._text)

    @cached_property
    def figures(self) -> Sequence[Figure]:
        return figures(self._text, SOURCE_LANGUAGE)


@dataclass(frozen=True, slots=True)
class _Annotator:
    """`found` reads a Chinese text. `remarks` are the annotations made by hand, by their row and language."""

    found: Callable[[str], _Found]
    entities: Finder
    remarks: Mapping[tuple[str, str], Sequence[Annotation]]
    languages: Sequence[str]
    recall: Recall

    def row(self, row: Row) -> Row:
        """The row with its passages annotated."""
        source = self.found(plain(row.source))
        columns = zip(self.languages, row.passages, strict=True)
        return replace(row, passages=tuple(self._passage(row, *column, source) for column in columns))

    def _passage(self, row: Row, column: str, passage: Passage, source: _Found) -> Passage:
        text = plain(passage.text)
        read = (row.source, passage.language, passage.text)
        found = self.recall(column, read, lambda: self._computed(passage, text, source))
        told = [Annotation(0, len(text), "note", note, by="translator") for note in passage.notes]
        own = self.remarks.get((row.id, passage.language), ())
        every = [*found, *told, *own]
        colon = "：" if passage.language.startswith("zh") else ": "
        notes = (f"“{text[one.start : one.end]}”{colon}{one.body}" for one in own if one.kind == "note")
        return replace(
            passage,
            annotations=tuple(sorted(every, key=lambda one: (one.start, -one.end, one.kind))),
            notes=(*passage.notes, *notes),
        )

    def _computed(self, passage: Passage, text: str, source: _Found) -> Iterator[Annotation]:
        if passage.language == SOURCE_LANGUAGE:
            terms = [_term(match) for match in source.matches]
            yield from terms
            yield from source.titles
            yield from (figure.annotation for figure in source.figures)
            yield from (name for name in self.entities(text) if not any(_overlap(name, t) for t in terms))
            return
        if passage.language == "en":
            yield from _renderings(source.matches, text)
            yield from english_titles(passage.text, source.titles)
            yield from same(source.figures, figures(text, passage.language))
            return
        own = self.found(text)
        yield from map(_term, own.matches)
        yield from linked(source.titles, own.titles)
        yield from same(source.figures, own.figures)


def _term(match: TermMatch) -> Annotation:
    return Annotation(match.start, match.end, "term", match.term.id)


def _renderings(matches: tuple[TermMatch, ...], english: str) -> Iterator[Annotation]:
    for verdict in judge(matches, english):
        for use in (*verdict.uses, *verdict.variants, *verdict.loose):
            yield Annotation(use.start, use.end, "term", verdict.terms[0].id)


def _overlap(one: Annotation, other: Annotation) -> bool:
    return one.start < other.end and other.start < one.end
