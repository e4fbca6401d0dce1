"""Carrying a translation over to the sentences that its own became, with what a person should know of it."""

from collections.abc import Iterable, Iterator

from pipeline.merge.pair import Bead
from pipeline.merge.recut import recut
from pipeline.merge.sense import only_punctuation, turned
from pipeline.model import WAIVER, Entry, Key
from pipeline.results import Change, Event

TURNED = "the sense may have turned: "
RECUT = "cut anew: "
WHOLE = "the whole translation: "
BACK = "as it was when it was translated: "
LASTING = (TURNED, RECUT, WHOLE, BACK)
"""How those notes begin that stay until a person has taken the fuzzy mark away."""


def carry(bead: Bead, *, spaced: bool, accept_punctuation: bool) -> Iterator[tuple[Key, Entry, Change]]:
    """The entry of each of a bead's new sentences, and what to tell of it.

    `spaced` is whether the translation's language writes spaces between sentences.
    """
    targets = _targets(bead.old)
    parts, exact = recut(targets, len(bead.new), spaced=spaced)
    origin = _origin(bead.old)
    before = bead.old[0].key if _is_part(bead) else origin
    story, sense = _story(bead, exact), _sense(bead, origin)
    whole = "" if exact else (" " if spaced else "").join(target for target in targets if target)
    notes = tuple(_notes(bead, origin, story, sense, whole))
    waivers = tuple(waiver.code for entry in bead.old for waiver in entry.waivers)
    accepted = accept_punctuation and _is_cosmetic(bead)
    for key, target in zip(bead.new, parts, strict=True):
        fuzzy = bool(target) and not accepted
        entry = Entry(
            key,
            target,
            fuzzy=fuzzy,
            previous=origin if fuzzy else None,
            comments=_united(entry.comments for entry in bead.old),
            notes=notes if fuzzy else (),
            flags=_united(entry.flags for entry in bead.old),
        )
        event = Event.CHANGED if fuzzy or not target else Event.PUNCTUATED
        yield key, entry, Change(event, key, before, waivers, sense, story)


def _targets(old: Iterable[Entry]) -> list[str]:
    """The translations to carry, once each where all the parts of a sentence got the whole of it."""
    seen: set[tuple[Key | None, str]] = set()
    targets = []
    for entry in old:
        mark = (entry.previous, entry.target)
        if not (entry.fuzzy and entry.previous and mark in seen):
            targets.append(entry.target)
        seen.add(mark)
    return targets


def _origin(old: Iterable[Entry]) -> Key:
    """The wording that was last translated, however often the source has changed since."""
    keys = [entry.previous if entry.fuzzy and entry.previous else entry.key for entry in old]
    return Key(keys[0].context, "".join(key.text for key in dict.fromkeys(keys)))


def _united(lines: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The lines of all, each once; a waiver is of a wording and goes with it."""
    return tuple(dict.fromkeys(line for some in lines for line in some if not WAIVER.match(line)))


def _sense(bead: Bead, origin: Key) -> str:
    """What turned since the wording that was translated; in a part of it, what turned in that part."""
    after = "".join(key.text for key in bead.new)
    if not _is_part(bead):
        return turned(origin.text, after)
    own = bead.old[0].key.text
    if turned(own, after):
        return turned(own, after, origin.text)
    return "".join(note.removeprefix(TURNED) for note in _said(bead.old[0], TURNED))


def _is_part(bead: Bead) -> bool:
    """Whether it is one sentence that was cut out of what was translated, and not accepted since."""
    return len(bead.old) == len(bead.new) == 1 and bool(_said(bead.old[0], RECUT))


def _said(entry: Entry, prefix: str) -> list[str]:
    """The notes of an entry that begin so and still hold."""
    return [note for note in entry.notes if note.startswith(prefix)] if entry.fuzzy else []


def _notes(bead: Bead, origin: Key, story: str, sense: str, whole: str) -> Iterator[str]:
    """What the translator should know, in one order; a part's own story goes on until it is accepted."""
    earlier = bead.old[0] if len(bead.old) == len(bead.new) == 1 else None
    if story:
        yield RECUT + story
    elif earlier:
        yield from _said(earlier, RECUT)
    if whole:
        yield WHOLE + " ".join(whole.split())
    elif earlier:
        yield from _said(earlier, WHOLE)
    if sense:
        yield TURNED + sense
    if origin == bead.new[0] and len(bead.new) == 1:
        yield BACK + "if nobody has changed it since, only the mark has to go"


def _story(bead: Bead, exact: bool) -> str:
    counts = (len(bead.old), len(bead.new))
    if counts == (1, 1):
        return ""
    what = f"{counts[0]} sentence{'s' * (counts[0] > 1)} became {counts[1]}"
    if counts[1] == 1:
        return f"{what}; their translations are joined"
    if counts[0] == counts[1]:
        return f"a boundary between {counts[0]} sentences moved; each keeps its translation"
    return f"{what}; each has {'its part of' if exact else 'the whole of'} the translation"


def _is_cosmetic(bead: Bead) -> bool:
    """Whether only the punctuation of one accepted sentence has changed."""
    old, new = bead.old[0], bead.new[0]
    single = len(bead.old) == len(bead.new) == 1
    return single and not old.fuzzy and only_punctuation(old.key.text, new.text)
