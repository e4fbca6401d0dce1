"""A source text as its author typed it: where its prose stands in the file, and what is amiss there."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.model.source import Location

SOFT = "\r"
"""What stands in a stretch for a soft wrap that is read as a space."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, heading, cell or field: `text` is inline Markdown without line wrapping.

    Its character `i` stands at code point `places[i]` of the file. A soft wrap is `SOFT` or nothing, a hard
    break a line feed. `ignored` maps the codes of findings that the author excuses to the reasons.
    """

    text: str
    places: Sequence[int]
    ignored: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Manuscript:
    """The text of a source file, with LF line ends and without a byte order mark, and its prose."""

    path: str
    text: str
    stretches: tuple[Stretch, ...]

    def location(self, place: int) -> Location:
        """The line and column of a code point of the file, both from 1."""
        line = bisect_right(self._starts, place)
        return Location(self.path, line, place - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


@dataclass(frozen=True, slots=True)
class Repair:
    """Code points `start` to `end` that `text` should stand for; both are equal where it is put in."""

    start: int
    end: int
    text: str
