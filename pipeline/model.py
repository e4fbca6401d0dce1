"""The data that flows through the house: frozen records that only know how to read themselves."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Any

SOURCE_LANGUAGE = "zh-Hans"
"""BCP 47 tag of every source text; Traditional editions are conversions of it."""


def digest(text: str) -> str:
    """Twelve hexadecimal digits (48 bits) that stand for `text` in comments and permalinks."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: lines and columns count from 1, and 0 means "not known"."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies a segment: its text, and an author's context that splits two uses of it."""

    context: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An author's instruction inside a block, such as `break` or `comment`.

    `offset` is the code point of the block's text before which it stands; -1 is the whole block.
    """

    offset: int
    verb: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a block: `text` with the space that follows it, at code point `start`."""

    text: str
    start: int
    context: str = ""
    comments: tuple[str, ...] = ()
    translate: bool = True

    @property
    def key(self) -> Key:
        """The catalog key: the text without the space around it."""
        return Key(self.context, self.text.strip())


class Kind(StrEnum):
    """What a block is. A paragraph's role (list item, quotation, note) is told by its containers."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    METADATA = "metadata"
    CODE = "code"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Container:
    """A structure around blocks: `list`, `item`, `quote`, `table`, `row` or `note`.

    `ordinal` numbers the containers of a document, so that two neighbouring lists differ. `label` is
    the first number of an ordered list (empty for bullets), `head` for a heading row, a note's name.
    """

    kind: str
    ordinal: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like part of a document; its text is inline Markdown without line wrapping.

    `label` is a metadata field's name, a code block's language or a cell's alignment; `level` is a
    heading's rank, 1 to 6. Segments tile the text: joined they give it back. Only segments of
    translatable kinds are filled; code and rules have none.
    """

    kind: Kind
    text: str
    level: int = 0
    label: str = ""
    containers: tuple[Container, ...] = ()
    marks: tuple[Mark, ...] = ()
    segments: tuple[Segment, ...] = ()
    location: Location = field(default=Location(""), compare=False)

    @property
    def translatable(self) -> bool:
        """Whether the block holds prose, which is cut into segments."""
        return self.kind not in (Kind.CODE, Kind.RULE)


@dataclass(frozen=True, slots=True)
class Loss:
    """Something in a source that the model cannot represent, so that no edition shows it."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source text. `metadata` holds the fields that are not prose (date, source, licence)."""

    slug: str
    title: str
    metadata: Mapping[str, str]
    blocks: tuple[Block, ...]
    losses: tuple[Loss, ...] = field(default=(), compare=False)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments to translate, in reading order."""
        return tuple(s for block in self.blocks for s in block.segments if s.translate)


class State(StrEnum):
    """How far a translation is; `machine` is a conversion that no person has changed."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    MACHINE = "machine"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A translator's word that findings of one code are meant: `ignore CODE -- reason`."""

    code: str
    reason: str = ""


WAIVER = re.compile(r"^\s*duizhao:\s*ignore\s+(?P<code>[a-z][a-z-]*)\s*(?:--\s*(?P<reason>.*))?$")
CONVERTED = "converted: "


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit of a catalog: a key, its translation and the comments that travel with it.

    `comments` are the translator's (`# `), `notes` are ours (`#.`), without their markers. `raw` is
    the text of the entry in its file: an entry that is not changed is written back from it.
    """

    key: Key
    target: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    previous: Key | None = None
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    location: Location = field(default=Location(""), compare=False)
    raw: str = field(default="", compare=False, repr=False)

    @property
    def state(self) -> State:
        """How far the translation is."""
        if not self.target:
            return State.UNTRANSLATED
        if self.fuzzy:
            return State.FUZZY
        return State.MACHINE if self.is_machine else State.TRANSLATED

    @property
    def is_machine(self) -> bool:
        """Whether the target is still, to the character, what the converter wrote."""
        return CONVERTED + digest(self.target) in self.notes

    def revised(self, **changes: Any) -> "Entry":
        """The entry with fields changed; itself, with its text in the file, where nothing differs."""
        changed = replace(self, **changes)
        return self if changed == self else replace(changed, raw="")

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers among the translator's comments, in their order."""
        found = (WAIVER.match(line) for line in self.comments)
        return tuple(Waiver(m["code"], (m["reason"] or "").strip()) for m in found if m)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a catalog's file is laid out, so that it is written as it was read.

    `head` is the text of its header entry, `tail` what follows the last entry, `newline` its line end.
    """

    head: str = ""
    tail: str = "\n"
    newline: str = "\n"
    bom: bool = False


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of one document into one language, in the order of the document.

    `language` is a BCP 47 tag, empty for a template; `header` the header's fields in their order.
    """

    language: str
    header: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()
    location: Location = field(default=Location(""), compare=False)
    layout: Layout = field(default=Layout(), compare=False, repr=False)

    def by_key(self) -> dict[Key, Entry]:
        """The entries in use, by their key."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}


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


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at code points `start` to `end` of a plain text."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stand-off note on code points `start` to `end` of a plain text.

    `kind` is `term`, `date`, `number`, `document` or an entity label; `body` a term's id or a value.
    """

    start: int
    end: int
    kind: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment in one language, as an edition shows it; `text` is inline Markdown.

    Where a translation is missing or fuzzy, `text` is the Chinese and `language` says so.
    """

    text: str
    language: str
    state: State
    notes: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One segment across the languages of an edition.

    `gap` is the space after it in the source, `source` its Chinese whatever the languages are.
    """

    id: str
    passages: tuple[Passage, ...]
    gap: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class EditionBlock:
    """A block of an edition: the source block's shape with its rows, or its bare text for code."""

    kind: Kind
    level: int
    label: str
    containers: tuple[Container, ...]
    rows: tuple[Row, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a writer renders: one language, or several side by side.

    `titles` and each row's passages follow the order of `languages`. `terms` are those that the text
    uses, in the order of their first use.
    """

    slug: str
    name: str
    languages: tuple[str, ...]
    titles: tuple[str, ...]
    metadata: Mapping[str, str]
    blocks: tuple[EditionBlock, ...]
    terms: tuple[Term, ...] = ()


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
