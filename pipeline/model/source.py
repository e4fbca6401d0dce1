"""What a source text is: documents, blocks, segments, and where things stand."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

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


class Key(NamedTuple):
    """What identifies a segment: its text, and an author's context that splits two uses of it.

    A tuple, since catalogs are looked up by it, and a dataclass works its hash out in Python.
    """

    context: str
    text: str

    @property
    def id(self) -> str:
        """A name for pages and files that edits elsewhere leave alone, such as `s-1a2b3c4d5e6f`."""
        return f"s-{digest(self.context + chr(4) + self.text)}"


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
