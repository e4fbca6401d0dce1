"""What a catalog is: entries with their translations, states and waivers."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pipeline.model.source import Key, Location, digest

WAIVER = re.compile(
    r"^#?\s*duizhao:\s*ignore\s+(?P<code>[a-z][a-z-]*)(?:\s+@(?P<seal>\w+))?\s*(?:--\s*(?P<reason>.*))?$"
)
CONVERTED = "converted: "
"""Begins the note that holds a digest of what the converter wrote."""
REVIEWED = "reviewed: "
"""Begins the note, or a person's comment, that tells who stands for a Traditional string, and since when."""


class State(StrEnum):
    """How far a translation is; `machine` is a conversion that no person has changed."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    MACHINE = "machine"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A translator's word that findings of one code are meant: `ignore CODE @SEAL -- reason`.

    `seal` stands for the Chinese and the translation that the waiver was written for; empty where it
    was written by hand and no sync has sealed it yet.
    """

    code: str
    reason: str = ""
    seal: str = ""

    def __str__(self) -> str:
        seal = f" @{self.seal}" if self.seal else ""
        return f"duizhao: ignore {self.code}{seal}" + (f" -- {self.reason}" if self.reason else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit of a catalog: a key, its translation and the comments that travel with it.

    `comments` are the translator's (`# `), `notes` are ours (`#.`), without their markers; a comment of
    another shape (`#! tool`) keeps its `#`. `foreign` are fields for which a document has no use, such as
    plural forms, by their keywords. `raw` is the text of the entry in its file: an entry that is not changed
    is written back from it.
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
    foreign: tuple[tuple[str, str], ...] = ()
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
        """Whether the target is still, to the character, the converter's, and signed by no person."""
        for note in self.notes:
            if note.startswith(CONVERTED):
                return CONVERTED + digest(self.target) in self.notes and not self.reviewed
        return False

    @property
    def reviewed(self) -> str:
        """Who stands for the target, and since when: `Chen Li, 2026-11-25`; empty where nobody does."""
        lines = (line.strip() for line in (*self.comments, *self.notes))
        return next((line.removeprefix(REVIEWED).strip() for line in lines if line.startswith(REVIEWED)), "")

    def revised(self, **changes: Any) -> "Entry":
        """The entry with fields changed; itself, with its text in the file, where nothing differs."""
        changed = replace(self, raw="", **changes)
        return self if changed == self else changed

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers among the translator's comments, in their order."""
        found = (WAIVER.match(line) for line in self.comments)
        return tuple(Waiver(m["code"], (m["reason"] or "").strip(), m["seal"] or "") for m in found if m)

    @property
    def seal(self) -> str:
        """Eight digits that stand for the Chinese and its translation, as a waiver carries them."""
        return digest("\0".join((self.key.context, self.key.text, self.target)))[:8]

    def expired(self, waiver: Waiver) -> bool:
        """Whether a waiver was sealed for another wording than the entry has now."""
        return waiver.seal not in ("", self.seal)


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
