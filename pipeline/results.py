"""What the jobs of a workspace tell of their work, for a report to put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pipeline.model import Finding, Key, Location, Remark, Term


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

    It is the wording that was last translated, whatever came between; of a part of such a one, its own last.
    `sense` names the words and numbers on which the sense may have turned, `story` what was split or joined;
    both are empty where there is nothing to tell. `references` say where the sentence stands in its source.
    """

    event: Event
    key: Key
    before: Key | None = None
    dropped_waivers: tuple[str, ...] = ()
    sense: str = ""
    story: str = ""
    references: tuple[str, ...] = ()


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
    None where nothing changes. `language` is empty for a template. `sealed` waivers were bound to the
    wording that they excuse.
    """

    path: str
    language: str
    changes: tuple[Change, ...]
    refreshed: tuple[Refresh, ...]
    before: str | None
    text: str | None
    sealed: int = 0


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

    `findings` are open errors and warnings beyond untranslated and fuzzy, which have their columns. Of the
    fuzzy ones, `turned` are those whose sense may have turned and `recut` those that were split, joined or
    cut elsewhere. `obsolete` translations wait for their sentences.
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
    turned: int = 0
    recut: int = 0
    obsolete: int = 0

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


class Fate(StrEnum):
    """What became of a translation that came back."""

    CHANGED = "changed"
    ACCEPTED = "accepted as it was"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Returned:
    """One translation that came back; `why` tells what stood against it, `place` where it stands."""

    fate: Fate
    place: str
    source: str
    before: str
    after: str
    why: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file brought back into a catalog at `path`."""

    path: str
    units: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """What became of a record that was brought into the glossary, under the id that it has there.

    `new` is the whole of a concept that was not known; `changes` are cells before and after, `conflicts`
    cells here and there that were left alone. `problem` says why nothing could be done.
    """

    id: str
    chinese: str
    new: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    conflicts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A phrase at code points `start` to `end` of a translation; `rendering` is what it counts as.

    `fit` is `full`, `loose`, `variant` or `forbidden`.
    """

    start: int
    end: int
    rendering: str
    fit: str = "full"

    @property
    def remark(self) -> str:
        """What is amiss with the phrase; empty where it is a rendering as the glossary has it."""
        remarks = {"loose": "only loosely", "variant": "not in the glossary", "forbidden": "forbidden"}
        return remarks.get(self.fit, "")


@dataclass(frozen=True, slots=True)
class Usage:
    """A sentence whose Chinese has a term, and its translation, both as plain text.

    `spans` are code points of the Chinese. `instead` is what stands in the place of a rendering that is
    missing, where that can be told; `target` is empty where nothing is translated.
    """

    term: Term
    slug: str
    location: Location
    source: str
    spans: tuple[tuple[int, int], ...]
    target: str
    phrases: tuple[Rendered, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A string that may be a term: its uses in the sources, its C-value, sentences that have it."""

    chinese: str
    count: int
    score: float
    examples: tuple[tuple[Location, str], ...]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of the glossary that was changed."""

    location: Location
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """One repair of a source: where, the code of the finding that asked for it, and what it is."""

    location: Location
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Tidied:
    """The repairs of one source: its text `before` and `after`, with LF line ends.

    `left` counts the findings for which a person has to decide.
    """

    path: str
    before: str
    after: str
    mended: tuple[Mended, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `fail_on` is the workspace's severity from which it fails: `error` or another.

    `known` findings are in the baseline and not among `findings`; `baseline` is its path in the workspace,
    where it has one. `folder` is the workspace's own path in its repository, with a slash, or empty.
    """

    findings: tuple[Finding, ...]
    fail_on: str = "error"
    known: int = 0
    baseline: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a remark stands now: code points of a row's plain text; without a row, `why` it has no place."""

    remark: Remark
    row: str = ""
    start: int = 0
    end: int = 0
    why: str = ""

    @property
    def is_moved(self) -> bool:
        """Whether it stands where its file does not say."""
        told = (self.remark.segment, self.remark.start, self.remark.end)
        return bool(self.row) and told != (self.row, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Annotated:
    """What is marked in a document.

    `kinds` counts annotations by language and kind; `coverage` has the code points that have one, of all
    of a language; `terms` are the glossary's with their uses in the Chinese, the most frequent first.
    """

    slug: str
    path: str
    kinds: Mapping[str, Mapping[str, int]]
    coverage: Mapping[str, tuple[int, int]]
    terms: tuple[tuple[Term, int], ...]
    places: tuple[Anchored, ...] = ()
