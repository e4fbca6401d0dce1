"""Marks, on the plain text of every passage, the glossary's terms and the names that a model finds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from pipeline.errors import InstallationError
from pipeline.glossary import Glossary, judge
from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Annotation, Edition, EditionBlock, Passage, Row, TermMatch

Finder = Callable[[str], Iterable[Annotation]]


def annotate(edition: Edition, glossary: Glossary, model: str = "") -> Edition:
    """The edition with its annotations; Chinese and English spans of one concept have one body, its id.

    `model` names an installed spaCy pipeline for Chinese; where its entities overlap a term, the
    glossary's word wins. Raises InstallationError where it is not installed.
    """
    entities = _entities(model) if model else _none
    blocks = tuple(_block(block, glossary, entities) for block in edition.blocks)
    return replace(edition, blocks=blocks)


def _block(block: EditionBlock, glossary: Glossary, entities: Finder) -> EditionBlock:
    return replace(block, rows=tuple(_row(row, glossary, entities) for row in block.rows))


def _row(row: Row, glossary: Glossary, entities: Finder) -> Row:
    matches = glossary.find(plain(row.source))
    passages = (_passage(passage, matches, glossary, entities) for passage in row.passages)
    return replace(row, passages=tuple(passages))


def _passage(
    passage: Passage, matches: tuple[TermMatch, ...], glossary: Glossary, entities: Finder
) -> Passage:
    text = plain(passage.text)
    if passage.language == "en":
        terms = list(_renderings(matches, text))
    elif passage.language == SOURCE_LANGUAGE:
        terms = [_term(match) for match in matches]
    else:
        terms = [_term(match) for match in glossary.find(text)]
    names = entities(text) if passage.language == SOURCE_LANGUAGE else ()
    free = [name for name in names if not any(_overlap(name, term) for term in terms)]
    return replace(
        passage, annotations=tuple(sorted([*terms, *free], key=lambda a: (a.start, -a.end, a.kind)))
    )


def _term(match: TermMatch) -> Annotation:
    return Annotation(match.start, match.end, "term", match.term.id)


def _renderings(matches: tuple[TermMatch, ...], english: str) -> Iterator[Annotation]:
    for verdict in judge(matches, english):
        for use in (*verdict.uses, *verdict.variants, *verdict.loose):
            yield Annotation(use.start, use.end, "term", verdict.terms[0].id)


def _overlap(one: Annotation, other: Annotation) -> bool:
    return one.start < other.end and other.start < one.end


def _none(_: str) -> Iterable[Annotation]:
    return ()


@cache
def _entities(model: str) -> Finder:
    """A finder of named entities; loading spaCy takes a second and a half, so it is put off until here."""
    import spacy

    try:
        pipe = spacy.load(model)
    except OSError:
        message = (
            f"the spaCy model {model!r} is not installed: install it, or take `model` out of the settings"
        )
        raise InstallationError(message) from None

    def find(text: str) -> Iterable[Annotation]:
        return [Annotation(e.start_char, e.end_char, "entity", e.label_) for e in pipe(text).ents]

    return find
