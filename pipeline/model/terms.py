"""What the glossary is: concepts, and where they were found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model.source import Location


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the glossary with its renderings; one row of a CSV file.

    `traditional` maps a language tag to the form of that region. `match` holds options such as
    `case`, `exact` or `not-in:张江高科技`. Other columns are kept in `fields`.
    """

    id: str
    chinese: str
    english: str
    kind: str
    variants: tuple[str, ...] = ()
    traditional: Mapping[str, str] = field(default_factory=dict)
    admitted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    acronym: str = ""
    match: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    location: Location = field(default=Location(""), compare=False)

    def __hash__(self) -> int:
        # A term is looked up by itself at every place where it stands, and its mappings have no hash.
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at code points `start` to `end` of a plain text."""

    start: int
    end: int
    term: Term
