"""What an edition is: passages side by side, as a writer renders them."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model.catalog import State
from pipeline.model.source import Container, Kind
from pipeline.model.terms import Term


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

    Where a translation is missing or fuzzy, `text` is the Chinese and `language` says so; `waiting` is
    then the fuzzy translation, which no reader sees but a reviewer does.
    """

    text: str
    language: str
    state: State
    notes: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    waiting: str = ""


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
