"""What a check sees and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from pipeline.model.catalog import Entry
from pipeline.model.source import Location
from pipeline.model.terms import TermMatch


class Severity(IntEnum):
    """How much a finding matters; a higher number is worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a translator, editor or author should look at. `segment` is the Chinese it is about."""

    severity: Severity
    code: str
    message: str
    location: Location
    segment: str = ""


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


@dataclass(frozen=True, slots=True)
class Unit:
    """What a check of a translation sees: an entry, its language, the terms and the doubts in its Chinese.

    Only what the machine converted has doubts.
    """

    entry: Entry
    language: str
    terms: tuple[TermMatch, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def source(self) -> str:
        """The Chinese, as inline Markdown."""
        return self.entry.key.text

    @property
    def target(self) -> str:
        """The translation, as inline Markdown; empty when there is none."""
        return self.entry.target
