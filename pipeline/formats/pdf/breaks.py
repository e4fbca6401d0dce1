"""Where a line may and may not end: note marks glued to their words, long addresses cut at their joints."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.markup import HAN, has_han
from pipeline.script.readings import as_simplified
from pipeline.script.words import cut

Piece = str | dict[str, Any]
"""One piece of a line, ready for JSON.

A text is a string, or a dict where `t` is the text, with `s` its styles, `href` and `lang`. In other
pieces `k` says what it is: `break`, `may-break` (a place where a long word may be cut), `note` and
`ref` (a note and a later mark of it), `use` (of a term), `glue` (pieces that stay on one line).
"""

OPENING = "（「『《〈【〔〖“‘([{"
"""Marks that must not end a line (W3C, Requirements for Chinese Text Layout, prohibition rules)."""

CLOSING = "，。、；：？！）」』》〉】〕〗”’…·,.;:?!)]}%‰％"
"""Marks that must not begin a line (the same)."""

_CLOSERS, _OPENERS = re.escape(CLOSING), re.escape(OPENING)
_TAIL = re.compile(rf"(?:[{_OPENERS}]*[{HAN}][{_CLOSERS}]*|[^\s{HAN}{_CLOSERS}][^\s{HAN}]*|[{_CLOSERS}]+)$")
_HEAD = re.compile(rf"^[{_CLOSERS}]{{1,8}}")
_LONGEST_WORD = 24
"""Characters before a note mark that may have to stay with it; more would not fit a narrow column."""

_UNBROKEN = re.compile(rf"[^\s{HAN}\u2000-\u206f\u3000-\u303f\uff00-\uffef]{{25,}}")
_WHOLE = re.compile(f"[{HAN}]{{2,6}}")
_LATIN = re.compile(rf"[^\W{HAN}]")
_JOINT = re.compile(r"[/?&=_.\-#%:,]+|\w{10}(?=\w{4})")


def text_of(piece: Piece) -> str | None:
    """A piece's text; None where it is no text."""
    return piece if isinstance(piece, str) else piece.get("t")


def with_text(piece: Piece, text: str, **extra: str) -> Piece:
    """The piece with another text and perhaps more said about it."""
    if isinstance(piece, str):
        return {"t": text, **extra} if extra else text
    return {**piece, "t": text, **extra}


def glued(pieces: Iterable[Piece]) -> list[Piece]:
    """Puts each note mark in one piece with the end of its word and the closing marks that follow."""
    out: list[Piece] = []
    queue = deque(piece for piece in pieces if text_of(piece) != "")
    while queue:
        piece = queue.popleft()
        if not _is(piece, "note", "ref"):
            out.append(piece)
            continue
        marks = [piece]
        while queue and _is(queue[0], "note", "ref"):
            marks.append(queue.popleft())
        out.append({"k": "glue", "b": [*_take_tail(out), *marks, *_take_head(queue)]})
    return out


def whole_words(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Keeps each Chinese word on one line, as a title asks for; running text is set without regard to words.

    A word beside Latin is left alone: the engine spaces the two only within one text.
    """
    for piece in pieces:
        text = text_of(piece) or ""
        at = 0
        for start, end in _words(text):
            if at < start:
                yield with_text(piece, text[at:start])
            yield {"k": "glue", "b": [with_text(piece, text[start:end])]}
            at = end
        if at < len(text) or not text:
            yield with_text(piece, text[at:]) if at else piece


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where the Chinese words of a text are that have no Latin beside them."""
    end = 0
    for word in cut(as_simplified(text)) if has_han(text) else ():  # which loads no dictionary for English
        start, end = end, end + len(word)
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        if _WHOLE.fullmatch(word) and not _LATIN.search(beside):
            yield start, end


def breakable(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Lets long addresses and the like be cut at their joints, so that none runs off the page."""
    for piece in pieces:
        text = text_of(piece) or ""
        joints = [
            word.start() + joint.end()
            for word in _UNBROKEN.finditer(text)
            for joint in _JOINT.finditer(word[0])
            if joint.end() < len(word[0])
        ]
        at = 0
        for joint in joints:
            yield with_text(piece, text[at:joint])
            yield {"k": "may-break"}
            at = joint
        yield with_text(piece, text[at:]) if at else piece


def _is(piece: Piece, *kinds: str) -> bool:
    return isinstance(piece, dict) and piece.get("k") in kinds


def _take_tail(out: list[Piece]) -> list[Piece]:
    """Takes the last word off `out`, with the marks around it; it may run through several pieces."""
    room = _tail_length(out)
    taken: deque[Piece] = deque()
    while room:
        piece = out.pop()
        text = text_of(piece)
        if text is None:
            taken.appendleft(piece)
            continue
        cut = max(0, len(text) - room)
        taken.appendleft(with_text(piece, text[cut:]))
        room -= len(text) - cut
        if cut:
            out.append(with_text(piece, text[:cut]))
    return list(taken)


def _tail_length(out: list[Piece]) -> int:
    """How many characters at the end of `out` have to stay with a note mark."""
    tail = ""
    for piece in reversed(out):
        text = "" if _is(piece, "use") else text_of(piece)
        if text is None or len(tail) >= _LONGEST_WORD:
            break
        tail = text + tail
    match = _TAIL.search(tail[-_LONGEST_WORD:])
    return len(match[0]) if match else 0


def _take_head(queue: deque[Piece]) -> list[Piece]:
    """Takes the closing marks off the beginning of what follows a note mark."""
    taken: list[Piece] = []
    while queue and (match := _HEAD.search(text_of(queue[0]) or "")):
        piece = queue.popleft()
        taken.append(with_text(piece, match[0]))
        if rest := match.string[match.end() :]:
            queue.appendleft(with_text(piece, rest))
            break
    return taken
