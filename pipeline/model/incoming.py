"""What comes back from a reviewer or from another tool: translations to be taken into a catalog."""

from dataclasses import dataclass, field

from pipeline.model.source import Location


@dataclass(frozen=True, slots=True)
class Incoming:
    """A translation that comes back. `source` is its Chinese, as plain text or as inline Markdown.

    `id` is the key's, and `base` a digest of the translation that was given out; both are empty where the
    format does not carry them. `accepted` says that a translation waiting for review is good as it is;
    `remarks` are a reviewer's comments.
    """

    source: str
    target: str
    id: str = ""
    base: str = ""
    accepted: bool = False
    remarks: tuple[str, ...] = ()
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that comes back in one file, for the catalog of a document in a language."""

    slug: str
    language: str
    units: tuple[Incoming, ...]
