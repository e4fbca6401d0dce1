"""What the jobs of a workspace tell of their work, for a report to put into words."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.model import Key


class Event(StrEnum):
    """What a merge did to an entry."""

    NEW = "new"
    CHANGED = "changed"
    PUNCTUATED = "changed in punctuation only"
    RECOVERED = "recovered"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that a merge touched; `before` is the sentence that a changed one replaces.

    `sense` names the words and numbers on which the sense may have turned, `story` what was split or
    joined; both are empty where there is nothing to tell.
    """

    event: Event
    key: Key
    before: Key | None = None
    dropped_waivers: tuple[str, ...] = ()
    sense: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True)
class Refresh:
    """A string that the converter now writes otherwise; `kept` where a person's stands instead."""

    key: Key
    before: str
    after: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did, or would do, to one catalog.

    `before` is the text of the file that it read, None where there was none; `text` the new text,
    None where nothing changes. `language` is empty for a template.
    """

    path: str
    language: str
    changes: tuple[Change, ...]
    refreshed: tuple[Refresh, ...]
    before: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Built:
    """One file of an edition, with how many sentences lack a finished translation; `fresh` is new."""

    slug: str
    edition: str
    path: Path
    untranslated: int
    fuzzy: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Segments of one document in one language by state; `characters` counts the Han of the source.

    `findings` are open errors and warnings beyond untranslated and fuzzy, which have their columns.
    """

    slug: str
    language: str
    segments: int
    translated: int
    machine: int
    fuzzy: int
    untranslated: int
    characters: int
    findings: int

    @property
    def percent(self) -> int:
        """Whole percent of the segments that are done; 100 only where all are."""
        return 100 * (self.translated + self.machine) // self.segments if self.segments else 100


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was kept in the file `path`, and in how many sentences its words stand."""

    path: str
    context: str
    form: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that was brought in, and what was done to it on the way."""

    slug: str
    path: str
    remarks: tuple[str, ...]
