"""An edition -> the data that the Typst template sets: pure, JSON-ready, and never markup.

The template gets no Typst source made from a text, so nothing that stands in a text can run there.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import accumulate, groupby
from unicodedata import combining, east_asian_width, normalize

from pipeline.formats.columns import shown
from pipeline.formats.pdf.breaks import Piece, whole_words
from pipeline.formats.pdf.inline import clean
from pipeline.formats.pdf.looks import MARKS
from pipeline.formats.pdf.passages import EXPLAINED, Data, Passages
from pipeline.model import SOURCE_LANGUAGE, Container, Edition, EditionBlock, Kind, Row, Term


class Layout(StrEnum):
    """How two languages share a page: `columns` side by side a segment, `stacked` a paragraph."""

    COLUMNS = "columns"
    STACKED = "stacked"


_TITLES = ("title", "subtitle")
"""What at the head of the first page breaks between words only."""

_HEAD_WIDTH = 46
"""Room for a title in a running head, in half-width characters: half of the narrowest line."""

_NAME_WIDTH = 240
"""Room for a heading in the bookmarks and the contents, in half-width characters."""

_KEPT = {"zh": 150, "en": 450}
"""Characters of a segment that stays on one page, some eight lines of a column."""


def content(
    edition: Edition, layout: Layout, explained: Collection[str] = EXPLAINED, marks: Collection[str] = ()
) -> Data:
    """Everything that a PDF of the edition shows, in the languages that it can show: one or two.

    `explained` are the kinds of terms whose first use gets a note, `marks` what has a look of its own in
    the text: `terms`, `names` or `figures`.
    """
    columns = shown(edition.languages)
    passages = Passages(edition, columns, _notes(edition), explained, marks)
    flow = [block for block in edition.blocks if not _note_label(block)]
    front = {name: passages.cells(block.rows, explain=False) for block in flow if (name := _front(block))}
    by_segment = layout is Layout.COLUMNS and len(columns) > 1
    body = [block for block in flow if not _front(block)]
    tags = passages.languages
    titles = [clean(edition.titles[column]) or edition.slug for column in columns]
    front.setdefault("title", [passages.words(title, tag) for title, tag in zip(titles, tags, strict=True)])
    front |= {name: [[*whole_words(cell)] for cell in front[name]] for name in _TITLES if name in front}
    return {
        "layout": str(layout) if len(columns) > 1 else "single",
        "languages": tags,
        "titles": titles,
        "heads": [
            passages.words(_cut(title, _HEAD_WIDTH), tag) for title, tag in zip(titles, tags, strict=True)
        ],
        "authors": [
            text for block in flow if _front(block) == "author" for text in passages.plain(block.rows)
        ],
        "front": front,
        "metadata": {
            name: [passages.words(value, tag) for tag in tags]
            for name, value in edition.metadata.items()
            if value
        },
        "body": [*_tree(_levelled(body), partial(_leaf, passages, by_segment))],
        "notes": passages.ended,
        "rest": [passages.note(label) for label in passages.notes if label not in passages.placed],
        "glossary": [passages.entry(term) for term in _sorted(edition.terms, tags[0])],
        "looks": [look for look in MARKS.values() if look in passages.looks],
        "progress": [_progress(edition, column) for column in columns],
    }


def _cut(text: str, most: int) -> str:
    """A text of at most so many half-width characters, cut between words if there are any."""
    widths = accumulate(2 if east_asian_width(character) in "WF" else 1 for character in text)
    room = sum(1 for width in widths if width <= most)
    if room == len(text):
        return text
    cut = text[: room - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[room // 2 :] else cut) + "…"


def _front(block: EditionBlock) -> str:
    """Its name among what stands at the head of the first page; empty for the body's blocks."""
    if block.kind is Kind.TITLE:
        return "title"
    return block.label if block.kind is Kind.METADATA else ""


def _note_label(block: EditionBlock) -> str:
    return next((container.label for container in block.containers if container.kind == "note"), "")


def _row(passages: Passages, rows: Sequence[Row], cells: list[list[Piece]]) -> Data:
    """Cells that stand side by side; `long` where they cannot be asked to stay on one page."""
    lengths = [sum(len(row.passages[column].text) for row in rows) for column in passages.columns]
    keeps = [_KEPT["zh" if tag.startswith("zh") else "en"] for tag in passages.languages]
    return {"cells": cells, "long": any(length > kept for length, kept in zip(lengths, keeps, strict=True))}


def _notes(edition: Edition) -> dict[str, list[EditionBlock]]:
    notes: dict[str, list[EditionBlock]] = {}
    for block in edition.blocks:
        if label := _note_label(block):
            inner = tuple(container for container in block.containers if container.kind != "note")
            notes.setdefault(label, []).append(replace(block, containers=inner))
    return notes


def _levelled(blocks: Sequence[EditionBlock]) -> Iterator[EditionBlock]:
    """Heading levels without a gap, from 1 on: PDF/UA-1 allows none to be skipped (ISO 14289-1, 7.4.2)."""
    open_levels: list[int] = []
    for block in blocks:
        if block.kind is not Kind.HEADING:
            yield block
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        yield replace(block, level=len(open_levels))


def _tree(
    blocks: Sequence[EditionBlock] | Iterator[EditionBlock],
    leaf: Callable[[EditionBlock], Data],
    depth: int = 0,
) -> Iterator[Data]:
    """Nests flat blocks by their containers, from the container at `depth` on."""

    def outer(block: EditionBlock) -> Container | None:
        return block.containers[depth] if len(block.containers) > depth else None

    for container, group in groupby(blocks, key=outer):
        if container is None:
            yield from map(leaf, group)
        else:
            inner = [*_tree(list(group), leaf, depth + 1)]
            yield {"k": container.kind, "label": container.label, "b": inner}


def _leaf(passages: Passages, by_segment: bool, block: EditionBlock) -> Data:
    """One block without its containers."""
    if block.kind is Kind.CODE:
        return {"k": "code", "text": clean(block.text).rstrip("\n"), "language": block.label}
    if block.kind is Kind.RULE:
        return {"k": "rule"}
    if block.kind is Kind.PARAGRAPH and by_segment:
        return {"k": "paragraph", "rows": [_row(passages, [row], passages.row(row)) for row in block.rows]}
    cells = passages.cells(block.rows, explain=block.kind is not Kind.HEADING)
    if block.kind is Kind.HEADING:
        texts = [_cut(text, _NAME_WIDTH) for text in passages.plain(block.rows)]
        names = [passages.words(text, tag) for text, tag in zip(texts, passages.languages, strict=True)]
        head = (
            passages.words(_cut(texts[0], _HEAD_WIDTH), passages.languages[0]) if block.level == 1 else None
        )
        long = _row(passages, block.rows, cells)["long"]
        return {
            "k": "heading",
            "level": block.level,
            "plain": names,
            "head": head,
            "cells": cells,
            "long": long,
        }
    if block.kind is Kind.CELL:
        return {"k": "cell", "align": block.label, "cells": cells}
    return {"k": "paragraph", "rows": [_row(passages, block.rows, cells)]}


def _sorted(terms: Sequence[Term], language: str) -> list[Term]:
    """The terms as a reader of `language` looks them up: by pinyin without tones, or by their English."""

    def key(term: Term) -> tuple[str, str]:
        pinyin = term.fields.get("pinyin", "") if language.startswith("zh") else ""
        letters = (letter for letter in normalize("NFD", pinyin or term.english) if not combining(letter))
        return "".join(letters).casefold(), term.id

    return sorted(terms, key=key)


def _progress(edition: Edition, column: int) -> Data:
    """How many segments of a language are in which state; the source's own language has none."""
    states = Counter(str(row.passages[column].state) for block in edition.blocks for row in block.rows)
    language = edition.languages[column]
    return {} if language == SOURCE_LANGUAGE else {"language": language, "total": states.total(), **states}
