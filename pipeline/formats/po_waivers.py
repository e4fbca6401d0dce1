"""Waivers in PO files: their lines among a translator's comments, put in so that no other byte changes."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import WAIVER, Catalog, Entry, State, Waiver


def seal(catalog: Catalog) -> tuple[Catalog, int]:
    """The catalog with the waivers of finished translations bound to their wording, and how many were not.

    A waiver that a person wrote holds for any translation until it is sealed.
    """
    entries = tuple(_sealed(entry) for entry in catalog.entries)
    pairs = zip(catalog.entries, entries, strict=True)
    count = sum(len(_open(old)) - len(_open(new)) for old, new in pairs if new is not old)
    return replace(catalog, entries=entries), count


def with_waiver(raw: str, waiver: Waiver) -> str:
    """The text of an entry with a waiver's line: in the place of its forerunner, or below the comments."""
    lines = raw.split("\n")
    comments = [number for number, line in enumerate(lines) if _is_translators(line)]
    same = [number for number in comments if _names(lines[number][1:], waiver.code)]
    first = next(number for number, line in enumerate(lines) if line.strip())
    at = same[0] if same else comments[-1] + 1 if comments else first
    written = f"# {waiver}" + "\r" * lines[min(at, len(lines) - 1)].endswith("\r")
    kept = [(number, line) for number, line in enumerate(lines) if number not in same]
    before = [line for number, line in kept if number < at]
    return "\n".join([*before, written, *(line for number, line in kept if number >= at)])


def places(catalog: Catalog) -> Iterator[tuple[int, int, Entry]]:
    """The entries with the lines of the file that each takes: from the first, counted from 0, up to the last.

    Holds for a catalog as it was read; empty lines after an entry are its own.
    """
    start = catalog.layout.head.count("\n")
    for entry in catalog.entries:
        end = start + entry.raw.count("\n")
        yield start, end, entry
        start = end


def _sealed(entry: Entry) -> Entry:
    waivers = _open(entry)
    if not waivers or entry.obsolete or entry.state in (State.UNTRANSLATED, State.FUZZY):
        return entry
    raw, comments = entry.raw, entry.comments
    for waiver in waivers:
        bound = replace(waiver, seal=entry.seal)
        raw = with_waiver(raw, bound) if raw else raw
        comments = tuple(str(bound) if _names(line, waiver.code) else line for line in comments)
    return replace(entry, comments=comments, raw=raw)


def _open(entry: Entry) -> list[Waiver]:
    return [waiver for waiver in entry.waivers if not waiver.seal] if entry.comments else []


def _names(comment: str, code: str) -> bool:
    """Whether a comment is a waiver of a code."""
    found = WAIVER.match(comment.rstrip("\r"))
    return found is not None and found["code"] == code


def _is_translators(line: str) -> bool:
    return line.startswith("#") and line[1:2] not in (".", ":", ",", "|", "~")
