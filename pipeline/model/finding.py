"""What a check sees and what it says."""

from dataclasses import dataclass
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
class Unit:
    """What a check of a translation sees: an entry, its language and the terms of its Chinese."""

    entry: Entry
    language: str
    terms: tuple[TermMatch, ...] = ()

    @property
    def source(self) -> str:
        """The Chinese, as inline Markdown."""
        return self.entry.key.text

    @property
    def target(self) -> str:
        """The translation, as inline Markdown; empty when there is none."""
        return self.entry.target
