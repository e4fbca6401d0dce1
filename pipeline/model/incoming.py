"""What comes back from a reviewer or from another tool: translations to be taken into a catalog."""

from dataclasses import dataclass, field

from pipeline.model.source import Location


@dataclass(frozen=True, slots=True)
class Incoming:
    """A translation that comes back. `source` is its Chinese, as plain text or as inline Markdown.

    `id` is the key's, and `base` a digest of the translation that was given out; both are empty where the
    format does not carry them. `accepted` says that a translation waiting for review is good as it is,
    `draft` that this one is not finished, `reviewed` that a reviewer has come to stand for it, and `problem`
    why it can be no translation at all; `remarks` are a reviewer's comments.
    """

    source: str
    target: str
    id: str = ""
    base: str = ""
    accepted: bool = False
    draft: bool = False
    reviewed: bool = False
    problem: str = ""
    remarks: tuple[str, ...] = ()
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What comes back for the catalog of a document in a language.

    `slug` is empty where the file does not tell the document; `language` is the tag that the file has.
    """

    slug: str
    language: str
    units: tuple[Incoming, ...]
