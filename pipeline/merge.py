"""New source and old catalog to catalog: every translation is kept, made fuzzy, or set aside."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.model import WAIVER, Catalog, Entry, Key
from pipeline.results import Change, Event

_NEAR = 50.0
"""Least similarity (0 to 100) of two sentences between the same neighbours."""
_FAR = 75.0
"""Least similarity of two sentences in different places, where chance alone pairs more."""


def merge(template: Catalog, old: Catalog, *, prune: bool = False) -> tuple[Catalog, tuple[Change, ...]]:
    """Carries the translations of `old` over to the sentences of `template`.

    The result has the template's order, notes and references and the old header, layout and comments;
    obsolete entries come last, and `prune` leaves them out. merge(t, merge(t, o)) == merge(t, o).
    """
    retired = {entry.key: entry for entry in old.entries if entry.obsolete}
    known = {**retired, **{key: e for key, e in old.by_key().items() if e.target or key not in retired}}
    wanted = {entry.key for entry in template.entries}
    lost = [e for e in old.entries if not e.obsolete and e.key not in wanted and _is_work(e)]
    pairs = _pair(template, old, [e.key for e in template.entries if e.key not in known], lost)
    entries, changes = [], []
    for new in template.entries:
        merged, change = _carry(new, known.get(new.key), pairs.get(new.key))
        entries.append(merged)
        changes += [change] if change else []
    # A sentence that went into a fuzzy entry lives on there, as its previous msgid.
    taken = {entry.key for entry in pairs.values()}
    gone = [entry for entry in lost if entry.key not in taken]
    recovered = {change.key for change in changes if change.event is Event.RECOVERED}
    stay = {key: entry for key, entry in retired.items() if key not in recovered}
    obsolete = {**stay, **{entry.key: _retire(entry) for entry in gone}}
    changes += [Change(Event.OBSOLETE, entry.key) for entry in gone]
    return replace(old, entries=(*entries, *(() if prune else obsolete.values()))), tuple(changes)


def _is_work(entry: Entry) -> bool:
    """Whether a person's work would be lost with the entry."""
    return bool(entry.target or entry.comments) and not entry.is_machine


def _carry(new: Entry, same: Entry | None, like: Entry | None) -> tuple[Entry, Change | None]:
    if same:
        place = {"notes": _notes(new, same), "references": new.references}
        event = Change(Event.RECOVERED, new.key) if same.obsolete else None
        return same.revised(obsolete=False, **place), event
    if like:
        comments = tuple(line for line in like.comments if not WAIVER.match(line))
        waivers = tuple(waiver.code for waiver in like.waivers)
        entry = replace(new, target=like.target, fuzzy=bool(like.target), comments=comments)
        if like.target:
            # The sentence that was last translated, however often the source has changed since.
            entry = replace(entry, previous=like.previous if like.fuzzy and like.previous else like.key)
        return entry, Change(Event.CHANGED, new.key, like.key, waivers)
    return new, Change(Event.NEW, new.key)


def _notes(new: Entry, same: Entry) -> tuple[str, ...]:
    """Our notes of today; the mark of a conversion stays, since it tells of the target."""
    return (*new.notes, *(note for note in same.notes if note.startswith("converted: ")))


def _retire(entry: Entry) -> Entry:
    return entry.revised(obsolete=True, notes=(), references=())


def _pair(template: Catalog, old: Catalog, new: Sequence[Key], lost: Sequence[Entry]) -> dict[Key, Entry]:
    """For each changed sentence the lost entry that it most likely was; each entry at most once.

    Sentences between the same unchanged neighbours come first, whatever else looks alike elsewhere.
    """
    known = old.by_key()
    if not new or not lost:
        return {}
    kept = {entry.key for entry in template.entries if entry.key in known}
    place_new = _gaps((entry.key for entry in template.entries), kept)
    place_old = _gaps((entry.key for entry in old.entries if not entry.obsolete), kept)
    scores = _similarity([key.text for key in new], [entry.key.text for entry in lost])
    ranked = sorted(
        (place_new[key] != place_old[entry.key], -scores[row][column], row, column)
        for row, key in enumerate(new)
        for column, entry in enumerate(lost)
        if scores[row][column] >= (_NEAR if place_new[key] == place_old[entry.key] else _FAR)
    )
    pairs: dict[Key, Entry] = {}
    free = set(range(len(lost)))
    for _, _, row, column in ranked:
        if new[row] not in pairs and column in free:
            pairs[new[row]] = lost[column]
            free.discard(column)
    return pairs


def _gaps(keys: Iterable[Key], anchors: set[Key]) -> dict[Key, Key | None]:
    """For each key the unchanged sentence before it: what tells two places apart."""
    places: dict[Key, Key | None] = {}
    last: Key | None = None
    for key in keys:
        if key in anchors:
            last = key
        places[key] = last
    return places


def _similarity(new: Sequence[str], old: Sequence[str]) -> Sequence[Sequence[float]]:
    """Similarity of characters, 0 to 100, for each new and old text."""
    from rapidfuzz import fuzz, process

    rows: list[list[float]] = process.cdist(new, old, scorer=fuzz.ratio).tolist()
    return rows
