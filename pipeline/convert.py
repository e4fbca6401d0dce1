"""Fills the catalog of a Traditional edition: the machine's strings are refreshed, a person's are kept."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.model import CONVERTED, Catalog, Entry, digest
from pipeline.results import Refresh


def convert(catalog: Catalog, write: Callable[[str], str]) -> tuple[Catalog, tuple[Refresh, ...]]:
    """Converts every entry that no person has touched; `write` makes Traditional of Simplified text.

    The report has the machine strings that changed, and a person's strings whose conversion changed.
    """
    refreshed: list[Refresh] = []
    entries = tuple(
        entry if entry.obsolete or entry.fuzzy else _fill(entry, write, refreshed)
        for entry in catalog.entries
    )
    return replace(catalog, entries=entries), tuple(refreshed)


def _fill(entry: Entry, write: Callable[[str], str], refreshed: list[Refresh]) -> Entry:
    written = write(entry.key.text)
    mark = CONVERTED + digest(written)
    if entry.target and mark in entry.notes:
        return entry
    by_person = bool(entry.target) and not entry.is_machine
    if entry.target and any(note.startswith(CONVERTED) for note in entry.notes):
        refreshed.append(Refresh(entry.key, entry.target, written, by_person))
    notes = (*(note for note in entry.notes if not note.startswith(CONVERTED)), mark)
    return entry.revised(notes=notes, target=entry.target if by_person else written)
