"""Fills the catalog of a Traditional edition: the machine's strings are refreshed, a person's are kept."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.model import CONVERTED, REVIEWED, Catalog, Entry, digest
from pipeline.results import Refresh


def convert(
    catalog: Catalog, write: Callable[[str], str], reviewer: str = ""
) -> tuple[Catalog, tuple[Refresh, ...]]:
    """Converts every entry that no person has touched; `write` makes Traditional of Simplified text.

    A person's string that is signed by nobody is signed by `reviewer`, such as `Chen Li, 2026-11-25`. The
    report has the machine strings that changed, and a person's strings whose conversion changed.
    """
    refreshed: list[Refresh] = []
    entries = tuple(
        entry if entry.obsolete or entry.fuzzy else _fill(entry, write, reviewer, refreshed)
        for entry in catalog.entries
    )
    return replace(catalog, entries=entries), tuple(refreshed)


def _fill(entry: Entry, write: Callable[[str], str], reviewer: str, refreshed: list[Refresh]) -> Entry:
    written = write(entry.key.text)
    by_person = bool(entry.target) and not entry.is_machine
    marks = [note for note in entry.notes if note.startswith(CONVERTED)]
    mark = CONVERTED + digest(written)
    if entry.target != written and marks and mark not in marks and entry.target:
        refreshed.append(Refresh(entry.key, entry.target, written, by_person))
    if not by_person:
        return entry.revised(notes=(*_others(entry, CONVERTED, REVIEWED), mark), target=written)
    if entry.target != written:  # where they agree, the new mark would give the string to the machine
        marks = [mark]
    signature = [REVIEWED + reviewer] if reviewer and not entry.reviewed else []
    return entry.revised(notes=(*_others(entry, CONVERTED), *signature, *marks))


def _others(entry: Entry, *beginnings: str) -> tuple[str, ...]:
    """The notes of an entry that begin otherwise."""
    return tuple(note for note in entry.notes if not note.startswith(beginnings))
