"""What a check sees and what it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from pipeline.model.catalog import Entry, State
from pipeline.model.source import Location, digest
from pipeline.model.terms import TermMatch

Span = tuple[int, int]
"""Code points `start` to `end` of a plain text: of what a reader sees of inline Markdown."""

_LINES = re.compile(r":\d+(:\d+)?\b")
"""The lines of the places that a message names."""


class Severity(IntEnum):
    """How much a finding matters; a higher number is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a translator, editor or author should look at.

    `segment` is the Chinese that it is about and `target` its translation into `language`, as inline
    Markdown; the spans say where in the plain text of each. All are empty where there is none.
    """

    severity: Severity
    code: str
    message: str
    location: Location
    segment: str = ""
    target: str = ""
    language: str = ""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Twelve digits that stay while the finding does: no line, and no count of a message is in it.

        A finding on a translation is known by its code and the two texts; any other by its message.
        """
        if self.segment:
            return digest("\0".join((self.code, self.language, self.segment, self.target)))
        return digest("\0".join((self.code, self.location.path, _LINES.sub("", self.message))))


@dataclass(frozen=True, slots=True)
class Known:
    """Findings of one fingerprint that a baseline holds: at `path`, told by the line at `location`."""

    fingerprint: str
    count: int
    code: str
    path: str
    location: Location


@dataclass(frozen=True, slots=True)
class Style:
    """How a house writes its English.

    `english` is `us` or `gb`, empty where either will do. `words` are right beside the dictionary's.
    `banned` maps a phrase to the reason why it is not used.
    """

    english: str = ""
    words: frozenset[str] = frozenset()
    banned: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """What a check of a translation sees: an entry, its language, the terms of its Chinese, the style.

    Each is only equal to itself, so that what is costly to find out of one can be kept.
    """

    entry: Entry
    language: str
    terms: tuple[TermMatch, ...] = ()
    style: Style = Style()

    @property
    def is_english(self) -> bool:
        """Whether this is a finished English translation."""
        return self.language == "en" and self.entry.state is State.TRANSLATED

    @property
    def source(self) -> str:
        """The Chinese, as inline Markdown."""
        return self.entry.key.text

    @property
    def target(self) -> str:
        """The translation, as inline Markdown; empty when there is none."""
        return self.entry.target
