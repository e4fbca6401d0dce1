"""Prose: the part of inline Markdown that is converted, and how its places map to the result."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline import markup

_MARKS = frozenset("*_~")
_GAP = "\n"


@dataclass(frozen=True, slots=True)
class Prose:
    """What is read of an inline Markdown `source`: `text`, whose character `i` stands at `places[i]`.

    Emphasis marks are left out, so that a word may be half in bold; what is no prose reads as a gap.
    """

    source: str
    text: str
    places: Sequence[int]

    def unbroken(self, start: int, end: int) -> bool:
        """Whether no mark stands between the characters `start` to `end` of the text."""
        return self.places[end - 1] - self.places[start] == end - 1 - start


def read(source: str) -> Prose:
    """Takes the prose out of inline Markdown."""
    characters = list(source)
    for start, end in markup.protected(source):
        characters[start:end] = _GAP * (end - start)
    places: Sequence[int] = range(len(source))
    if not _MARKS.isdisjoint(characters):
        places = [at for at, character in enumerate(characters) if character not in _MARKS]
        characters = [characters[at] for at in places]
    return Prose(source, "".join(characters), places)


@dataclass(frozen=True, slots=True)
class Edit:
    """Code points `start` to `end` of the source became `length` code points."""

    start: int
    end: int
    length: int


@dataclass(frozen=True, slots=True)
class Offsets:
    """Maps places of a source to places of its conversion; `edits` are those that changed the length."""

    edits: tuple[Edit, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where code points `start` to `end` went. A span that cuts into a replaced word takes it whole."""
        return self._place(start, floor=True), self._place(end, floor=False)

    def _place(self, at: int, floor: bool) -> int:
        count = bisect_right(self.edits, at, key=lambda edit: edit.start)
        shift = 0
        for edit in self.edits[:count]:
            if edit.start < at < edit.end:
                return edit.start + shift + (0 if floor else edit.length)
            if at >= edit.end:
                shift += edit.length - (edit.end - edit.start)
        return at + shift


def offsets(edits: Iterable[Edit]) -> Offsets:
    """The map of a conversion, given its edits in any order."""
    return Offsets(tuple(sorted(edits, key=lambda edit: edit.start)))
