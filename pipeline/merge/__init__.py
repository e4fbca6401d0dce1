"""New source and old catalog to catalog: every translation is kept, made fuzzy, or set aside."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.merge.pair import Bead, pair
from pipeline.merge.recut import recut
from pipeline.merge.sense import only_punctuation, turned
from pipeline.model import CONVERTED, REVIEWED, WAIVER, Catalog, Entry, Key
from pipeline.results import Change, Event

_TURNED = "the sense may have turned: "
_RECUT = "cut anew: "


def merge(
    template: Catalog, old: Catalog, *, prune: bool = False, accept_punctuation: bool = False
) -> tuple[Catalog, tuple[Change, ...]]:
    """Carries the translations of `old` over to the sentences of `template`.

    The result has the template's order, notes and references and the old header, layout and comments;
    obsolete entries come last, and `prune` leaves them out. With `accept_punctuation` a sentence of
    which only punctuation has changed keeps its translation. merge(t, merge(t, o)) == merge(t, o).
    """
    retired = {entry.key: entry for entry in old.entries if entry.obsolete}
    known = {**retired, **{key: e for key, e in old.by_key().items() if e.target or key not in retired}}
    wanted = {entry.key for entry in template.entries}
    lost = [e for e in old.entries if not e.obsolete and e.key not in wanted and _is_work(e)]
    beads = pair(template, old, [e.key for e in template.entries if e.key not in known], lost)
    spaced = not template.language.startswith("zh")
    changed = {key: rest for bead in beads for key, rest in _change(bead, spaced, accept_punctuation)}
    entries: list[Entry] = []
    changes: list[Change] = []
    for new in template.entries:
        entry, change = _place(new, known.get(new.key), changed.get(new.key))
        entries.append(entry)
        changes += [change] if change else []
    # A sentence that went into a fuzzy entry lives on there, as its previous msgid.
    taken = {entry.key for bead in beads for entry in bead.old}
    gone = [entry for entry in lost if entry.key not in taken]
    recovered = {change.key for change in changes if change.event is Event.RECOVERED}
    stay = {key: entry for key, entry in retired.items() if key not in recovered}
    obsolete = {**stay, **{entry.key: _retire(entry) for entry in gone}}
    changes += [Change(Event.OBSOLETE, entry.key) for entry in gone]
    return replace(old, entries=(*entries, *(() if prune else obsolete.values()))), tuple(changes)


def _is_work(entry: Entry) -> bool:
    """Whether a person's work would be lost with the entry."""
    return bool(entry.target or entry.comments) and not entry.is_machine


def _place(
    new: Entry, same: Entry | None, changed: tuple[Entry, Change] | None
) -> tuple[Entry, Change | None]:
    """The entry of one sentence of the template, and what to tell of it."""
    if same:
        kept = same.revised(obsolete=False, notes=_notes(new, same), references=new.references)
        return kept, Change(Event.RECOVERED, new.key) if same.obsolete else None
    if changed:
        entry, change = changed
        return replace(entry, notes=(*new.notes, *entry.notes), references=new.references), change
    return new, Change(Event.NEW, new.key)


def _notes(new: Entry, same: Entry) -> tuple[str, ...]:
    """Our notes of today, and those that tell of the target: a conversion's mark, a fuzzy one's story."""
    lasting = (CONVERTED, REVIEWED, *((_TURNED, _RECUT) if same.fuzzy else ()))
    return (*new.notes, *(note for note in same.notes if note.startswith(lasting)))


def _change(bead: Bead, spaced: bool, accept_punctuation: bool) -> Iterator[tuple[Key, tuple[Entry, Change]]]:
    """The fuzzy entries of a bead's sentences, by their keys, and what to tell of each."""
    parts, exact = recut([entry.target for entry in bead.old], len(bead.new), spaced=spaced)
    before = Key(bead.old[0].key.context, "".join(entry.key.text for entry in bead.old))
    after = "".join(key.text for key in bead.new)
    comments = tuple(line for entry in bead.old for line in entry.comments if not _is_spent(line))
    waivers = tuple(waiver.code for entry in bead.old for waiver in entry.waivers)
    story, sense = _story(bead, exact), turned(before.text, after)
    notes = (*([_RECUT + story] if story else []), *([_TURNED + sense] if sense else []))
    cosmetic = only_punctuation(before.text, after) and len(bead.old) == len(bead.new) == 1
    for key, target in zip(bead.new, parts, strict=True):
        fuzzy = bool(target) and not (cosmetic and accept_punctuation and not bead.old[0].fuzzy)
        previous = _previous(bead, before) if fuzzy else None
        entry = Entry(key, target, fuzzy=fuzzy, previous=previous, comments=comments, notes=notes)
        event = Event.CHANGED if fuzzy or not target else Event.PUNCTUATED
        yield key, (entry, Change(event, key, before, waivers, sense, story))


def _is_spent(comment: str) -> bool:
    """Whether a comment was about the translation of a sentence as it was: a waiver, a signature."""
    return WAIVER.match(comment) is not None or comment.strip().startswith(REVIEWED)


def _previous(bead: Bead, before: Key) -> Key:
    """The sentence that was last translated, however often the source has changed since."""
    first = bead.old[0]
    return first.previous if len(bead.old) == 1 and first.fuzzy and first.previous else before


def _story(bead: Bead, exact: bool) -> str:
    counts = (len(bead.old), len(bead.new))
    if counts == (1, 1):
        return ""
    what = f"{counts[0]} sentence{'s' * (counts[0] > 1)} became {counts[1]}"
    if counts[1] == 1:
        return f"{what}; their translations are joined"
    each = "each has its part of the translation" if exact else "each has the whole translation"
    return f"{what}; {each}"


def _retire(entry: Entry) -> Entry:
    return entry.revised(obsolete=True, notes=(), references=())
