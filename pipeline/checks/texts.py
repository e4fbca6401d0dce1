"""A finished English translation as plain text, for the checks that compare all of a corpus."""

from dataclasses import dataclass

from pipeline.markup import plain
from pipeline.model import Unit


@dataclass(frozen=True, slots=True)
class Text:
    """A unit with its Chinese and its English without Markdown: read once, where the unit is examined."""

    unit: Unit
    source: str
    english: str

    @classmethod
    def of(cls, unit: Unit) -> "Text":
        """The texts of a unit."""
        return cls(unit, plain(unit.source), plain(unit.target))
