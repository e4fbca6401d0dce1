"""What a check sees and what it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

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


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word of Simplified text, code points `start` to `end`, whose form a person should confirm.

    `choices` are its possible forms, the one that was written first; `context` is the word between its
    neighbours, such as `这[只]基金`: the key under which a decision is kept.
    """

    start: int
    end: int
    choices: tuple[str, ...]
    context: str


@dataclass(frozen=True, slots=True)
class Decision:
    """How a person settled a doubt: the form of each region, by language tag, with who, when and why.

    `on` is a date such as 2026-11-25, as it was written.
    """

    context: str
    forms: Mapping[str, str]
    by: str = ""
    on: str = ""
    note: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, eq=False)
class Unit:
    """What a check of a translation sees: an entry, its language, the terms of its Chinese, the style.

    `doubts` are those of the conversion, where the machine's is still there. Each unit is only equal to
    itself, so that what is costly to find out of one can be kept.
    """

    entry: Entry
    language: str
    terms: tuple[TermMatch, ...] = ()
    style: Style = Style()
    doubts: tuple[Doubt, ...] = ()

    @cached_property
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
