"""Titles of documents, which Chinese puts between 《》 and English in italics."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.markup import parse, plain
from pipeline.model import Annotation

_OPENING, _CLOSING = "《", "》"


def chinese_titles(text: str) -> list[Annotation]:
    """The titles between 《》 of a plain text, marks included; the inner ones too. `body` is the title.

    A mark that has no partner is none: nothing is taken for a title from there to the end.
    """
    found: list[Annotation] = []
    opened: list[int] = []
    if _OPENING not in text:
        return found
    for at, character in enumerate(text):
        if character == _OPENING:
            opened.append(at)
        elif character == _CLOSING and opened:
            start = opened.pop()
            if at > start + 1:
                found.append(Annotation(start, at + 1, "document", text[start + 1 : at]))
    return sorted(found, key=lambda one: (one.start, -one.end))


def linked(titles: Sequence[Annotation], others: Sequence[Annotation]) -> list[Annotation]:
    """The titles of a translation; where there are as many as in the Chinese, each has its as concept."""
    if len(titles) != len(others):
        return list(others)
    return [replace(other, concept=title.body) for title, other in zip(titles, others, strict=True)]


def english_titles(passage: str, titles: Sequence[Annotation]) -> list[Annotation]:
    """The italics of a passage, where there are as many as its Chinese has titles, in their order.

    `passage` is inline Markdown, the spans are of its plain text; the concept is the Chinese title.
    """
    if not titles:
        return []
    outer = [title for title in titles if not any(_is_within(title, other) for other in titles)]
    if not any(mark in passage for mark in "*_"):
        return []
    text = plain(passage)
    found = [Annotation(start, end, "document", text[start:end]) for start, end in _italics(passage)]
    return linked(outer, found) if len(found) == len(outer) else []


def _italics(passage: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for node in parse(passage):
        if node.kind == "em" and node.nesting == 1:
            opened.append(node.start)
        elif node.kind == "em":
            start = opened.pop()
            if not opened:
                yield start, node.start


def _is_within(one: Annotation, other: Annotation) -> bool:
    return one != other and other.start <= one.start and one.end <= other.end
