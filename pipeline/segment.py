"""Cuts a block's text into the sentences that are translated, minding what its author marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.model import Mark, Segment
from pipeline.sentences.boundaries import boundaries


def segment(text: str, marks: Sequence[Mark] = ()) -> tuple[Segment, ...]:
    """The segments of a block, which joined give back its text; an empty text has none.

    `text` is inline Markdown whose only line feeds are hard breaks. Marks `break` and `join` overrule
    the boundaries; `skip`, `comment` and `context` go to the segment of the text that they stand before,
    or with offset -1 to all. A segment of white space alone is not to be translated.
    """
    cuts = _overruled(text, marks)
    pieces = [
        Segment(text[start:end], start, translate=not text[start:end].isspace())
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
        if start < end
    ]
    for mark in marks:
        for place in _places(mark, text, cuts, len(pieces)):
            pieces[place] = _marked(pieces[place], mark)
    return tuple(pieces)


def _overruled(text: str, marks: Iterable[Mark]) -> list[int]:
    """The boundaries as the author wants them; a boundary moves behind the white space that follows."""
    breaks = {_skip_space(text, mark.offset) for mark in marks if mark.verb == "break" and mark.offset >= 0}
    joins = {mark.offset for mark in marks if mark.verb == "join"}
    if -1 in joins:
        return []
    joined = {_skip_space(text, offset) for offset in joins}
    first = _skip_space(text, 0)
    cuts = (breaks | set(boundaries(text))) - joined
    return sorted(cut for cut in cuts if first < cut < len(text))


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _places(mark: Mark, text: str, cuts: Sequence[int], count: int) -> Iterator[int]:
    if mark.offset < 0:
        yield from range(count)
    elif count:
        yield bisect_right(cuts, _skip_space(text, mark.offset))


def _marked(piece: Segment, mark: Mark) -> Segment:
    match mark.verb:
        case "skip":
            return replace(piece, translate=False)
        case "comment":
            return replace(piece, comments=(*piece.comments, mark.argument))
        case "context":
            return replace(piece, context=mark.argument)
    return piece
