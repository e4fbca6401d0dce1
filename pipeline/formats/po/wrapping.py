"""Wrapped strings: the width that a file has, and breaking a string at it much as gettext does.

gettext's default leaves 77 columns inside the quotation marks (a page of 79), and so do Poedit and Weblate.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

DEFAULT = 77
"""Columns inside the quotation marks, where a file is wrapped as gettext wraps by default."""

_PAGE = 100
"""Columns that a line with its keyword never has where strings are wrapped."""
_TELLING = 2_000
"""Entries that are looked at."""

_WHOLE = re.compile(r'^msg\w+ ".{33,}"$', re.M)
_STRING = re.compile(r'^"(.*)"$', re.M)
_ATOM = re.compile(r"\\.|.", re.S)
# No line begins with these, and none ends in those (Unicode's line breaking classes CL, EX, IS, NS; OP).
_NOT_FIRST = frozenset("，。、；：？！）】》〉」』〕”’…—·～％,.;:?!)]}%\\\"'")
_NOT_LAST = frozenset("（【《〈「『〔“‘([{")


def width_of(entries: Iterable[str]) -> int:
    """The columns inside the quotation marks of a file's wrapped strings; 0 where they are not wrapped.

    `entries` are the texts of the entries as they stand in the file; the first so many tell. A string that
    was broken elsewhere than behind a line feed was wrapped; one that is longer than that speaks against it.
    """
    wrapped, long, widest = 0, 0, DEFAULT
    for raw in islice(entries, _TELLING):
        long += any(columns(line) > _PAGE for line in _WHOLE.findall(raw))
        for piece, following in pairwise(_STRING.findall(raw)):
            if following and not piece.endswith("\\n"):
                wrapped += 1
                widest = max(widest, columns(piece))
    return widest if wrapped > long else 0


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(line: str, width: int) -> Iterator[str]:
    """The pieces of one escaped line, each of at most `width` columns where there is a place to break."""
    piece, taken = "", 0
    for unit in _units(line):
        wide = columns(unit)
        if piece and taken + wide > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + unit, taken + wide
    yield piece


def _units(line: str) -> Iterator[str]:
    """The shortest pieces that may stand on lines of their own."""
    unit = ""
    for atom in _ATOM.findall(line):
        if unit and _breaks(unit[-1], atom[0]):
            yield unit
            unit = ""
        unit += atom
    yield unit


def _breaks(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before == "-" and after.isalpha():
        return True
    opens = after in _NOT_LAST and not before.isalnum()
    return before == " " or opens or _columns(before) == 2 or _columns(after) == 2
