"""New source and old catalog to catalog: every translation is kept, made fuzzy, or set aside."""

from dataclasses import replace

from pipeline.merge.carry import LASTING, RECUT, TURNED, carry
from pipeline.merge.pair import pair
from pipeline.model import CONVERTED, Catalog, Entry, Key
from pipeline.results import Change, Event

__all__ = ["RECUT", "TURNED", "merge"]


def merge(
    template: Catalog, old: Catalog, *, prune: bool = False, accept_punctuation: bool = False
) -> tuple[Catalog, tuple[Change, ...]]:
    """Carries the translations of `old` over to the sentences of `template`.

    The result has the template's order, notes and references and the old header, layout and comments;
    obsolete entries come last, and `prune` leaves them out. With `accept_punctuation` a sentence of
    which only punctuation has changed keeps its translation. merge(t, merge(t, o)) == merge(t, o).
    """
    known = _by_key(old)
    wanted = {entry.key: entry for entry in template.entries}
    new = [key for key in wanted if key not in known]
    retired = [entry for key, entry in known.items() if entry.obsolete and key not in wanted]
    lost = [e for key, e in known.items() if not e.obsolete and key not in wanted and _is_work(e)]
    whole = [entry for entry in lost if not entry.foreign]
    beads = pair(template, old, new, whole, [entry for entry in retired if not entry.foreign])
    spaced = not template.language.startswith("zh")
    changed = {
        key: (entry, replace(change, references=wanted[key].references))
        for bead in beads
        for key, entry, change in carry(bead, spaced=spaced, accept_punctuation=accept_punctuation)
    }
    entries: list[Entry] = []
    changes: list[Change] = []
    for entry in template.entries:
        placed, change = _place(entry, known.get(entry.key), changed.get(entry.key))
        entries.append(placed)
        changes += [change] if change else []
    # A sentence that went into a fuzzy entry lives on there, as its previous msgid.
    taken = {entry.key for bead in beads for entry in bead.old}
    gone = [entry for entry in lost if entry.key not in taken]
    changes += [Change(Event.OBSOLETE, entry.key) for entry in gone]
    obsolete = [] if prune else [*retired, *(_retire(entry) for entry in gone)]
    return replace(old, entries=(*entries, *obsolete)), tuple(changes)


def _by_key(old: Catalog) -> dict[Key, Entry]:
    """The entries of a catalog, one a key, as gettext wants them.

    Where one in use and an obsolete one have the same key, the one in use stands if it is translated, and
    a translator's comment on it keeps the other translation.
    """
    known: dict[Key, Entry] = {}
    for entry in sorted(old.entries, key=lambda entry: not entry.obsolete):
        twin = known.get(entry.key)
        if twin and not entry.target:
            # The place of the one in use, the work of the other.
            known[entry.key] = twin.revised(comments=tuple(dict.fromkeys((*twin.comments, *entry.comments))))
        elif twin and twin.target and twin.target != entry.target:
            also = f"another translation: {' '.join(twin.target.split())}"
            known[entry.key] = entry.revised(comments=(*entry.comments, *twin.comments, also))
        else:
            known[entry.key] = entry
    return known


def _is_work(entry: Entry) -> bool:
    """Whether a person's work would be lost with the entry."""
    return bool(entry.target or entry.comments) and not entry.is_machine


def _place(
    new: Entry, same: Entry | None, changed: tuple[Entry, Change] | None
) -> tuple[Entry, Change | None]:
    """The entry of one sentence of the template, and what to tell of it."""
    if same:
        notes = _notes(new, same)
        if not same.obsolete and same.notes == notes and same.references == new.references:
            return same, None
        kept = same.revised(obsolete=False, notes=notes, references=new.references)
        recovered = Change(Event.RECOVERED, new.key, references=new.references)
        return kept, recovered if same.obsolete else None
    if changed:
        entry, change = changed
        return replace(entry, notes=(*new.notes, *entry.notes), references=new.references), change
    return new, Change(Event.NEW, new.key, references=new.references)


def _notes(new: Entry, same: Entry) -> tuple[str, ...]:
    """Our notes of today, and those that tell of the target: a conversion's mark, a fuzzy one's story."""
    lasting = (CONVERTED, *LASTING) if same.fuzzy else (CONVERTED,)
    return (*new.notes, *(note for note in same.notes if note.startswith(lasting)))


def _retire(entry: Entry) -> Entry:
    return entry.revised(obsolete=True, notes=(), references=())
