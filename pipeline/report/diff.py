"""The change from one Chinese sentence to another, shown within the sentence."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

Piece = tuple["Part", str]
"""A stretch of text, and whether it stayed, was taken out or put in."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|.", re.S)
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]")
_SHORT = 1
"""Characters that stayed between two changes, up to which they are shown as changed too."""
_CONTEXT = 12
"""Characters that are shown on either side of a change."""


class Part(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


def diff(before: str, after: str) -> list[Piece]:
    """The pieces of a change in their order; those kept and removed are `before`, kept and added `after`.

    Numbers and Latin words change whole, and a character alone between two changes changes with them: that
    reads better than the fewest changes do.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs = list(_runs(old, new))
    changed: list[tuple[str, str]] = []
    pieces: list[Piece] = []
    for number, (kept, removed, added) in enumerate(runs):
        between = 0 < number < len(runs) - 1
        if kept and not (between and changed and len(kept) <= _SHORT and kept.isalnum()):
            pieces += _closed(changed)
            changed = []
            pieces.append((Part.KEPT, kept))
        else:
            changed.append((kept + removed, kept + added))
    return [*pieces, *_closed(changed)]


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """What is kept, removed and added at each step; either the first or the others are empty."""
    steps = Indel.opcodes(old, new)
    for kept, some in groupby(steps, key=lambda step: step.tag == "equal"):
        group = list(some)
        gone = "".join("".join(old[step.src_start : step.src_end]) for step in group)
        come = "".join("".join(new[step.dest_start : step.dest_end]) for step in group)
        yield (gone, "", "") if kept else ("", gone, come)


def _closed(changed: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    removed, added = ("".join(texts) for texts in zip(*changed, strict=True)) if changed else ("", "")
    if removed:
        yield Part.REMOVED, removed
    if added:
        yield Part.ADDED, added


def inline(before: str, after: str, *, colour: bool = False) -> str:
    """The change in one line, such as `企业[-不得-]{+可以+}收费。`, as `git diff --word-diff` writes it.

    What stays is cut to the words around a change. With `colour` removed text is red and struck through,
    and added text green and underlined, for a terminal.
    """
    pieces = diff(before, after)
    marks = _COLOURS if colour else _MARKS
    shown = []
    for number, (part, text) in enumerate(pieces):
        if part is Part.KEPT:
            shown.append(_around(harmless(text), number > 0, number < len(pieces) - 1))
        else:
            shown.append(marks[part].format(harmless(text)))
    return "".join(shown)


def harmless(text: str) -> str:
    """A text without what would move the cursor or turn the direction of a terminal; `⏎` is a line break."""
    return _CONTROL.sub("\ufffd", text.replace("\n", "⏎"))


def _around(text: str, after_change: bool, before_change: bool) -> str:
    """The words of a kept stretch that stand near a change."""
    if len(text) <= _CONTEXT * 2 + 4:
        return text
    head = text[:_CONTEXT] if after_change else ""
    tail = text[-_CONTEXT:] if before_change else ""
    return f"{head}…{tail}"


_MARKS = {Part.REMOVED: "[-{}-]", Part.ADDED: "{{+{}+}}"}
_COLOURS = {Part.REMOVED: "\x1b[31;9m{}\x1b[0m", Part.ADDED: "\x1b[32;4m{}\x1b[0m"}
