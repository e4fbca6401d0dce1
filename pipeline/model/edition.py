"""What an edition is: passages side by side, as a writer renders them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model.catalog import State
from pipeline.model.source import Container, Kind, Location
from pipeline.model.terms import Term


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stand-off note on code points `start` to `end` of a plain text.

    `kind` is `term`, `date`, `number`, `money`, `document`, `note`, `entity`, or what a person calls it.
    `body` is a term's id, a value, a title, the text of a note or a model's label. `concept` is the body
    of the Chinese span that it renders, where that is another. `by` is empty for what the rules found,
    else the model, `translator`, or the person who made it.
    """

    start: int
    end: int
    kind: str
    body: str = ""
    concept: str = ""
    by: str = ""

    @property
    def link(self) -> str:
        """What the spans of one concept have in common in all the languages of a row; empty if nothing."""
        return self.concept or self.body


@dataclass(frozen=True, slots=True)
class Remark:
    """An annotation made by hand, as its file has it: where it was put and what stood there and around.

    `segment` is the id of a row, `start` and `end` are code points of its plain text in `language`; -1
    and an empty `segment` where they are not told. `prefix` and `suffix` are None where they are not told.
    """

    language: str
    quote: str
    kind: str
    body: str = ""
    by: str = ""
    segment: str = ""
    start: int = -1
    end: int = -1
    prefix: str | None = None
    suffix: str | None = None
    location: Location = field(default=Location(""), compare=False)


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
