"""Which lost sentences each new sentence was: changed, split, joined, or with a boundary moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.merge.align import align
from pipeline.merge.likeness import FAR, NEAR, likeness
from pipeline.merge.search import Search
from pipeline.model import Catalog, Entry, Key

REACH = 10
"""Sentences from its place at which a sentence counts as having moved far."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Old entries and the new sentences that they became, each in their order."""

    old: tuple[Entry, ...]
    new: tuple[Key, ...]


def pair(
    template: Catalog, old: Catalog, new: Sequence[Key], lost: Sequence[Entry], retired: Sequence[Entry]
) -> list[Bead]:
    """Beads of `lost` entries and `new` sentences; what belongs to none is in no bead.

    Sentences between the same unchanged neighbours are aligned in their order first, one with one or
    several. What is left, or only somewhat alike there, pairs one with one: the more alike, and the nearer
    to its place, the better. Last come `retired` entries, whose sentence may come back in other words.
    """
    if not new:
        return []
    places = _Places(template, old, new)
    beads: list[Bead] = []
    weak: list[tuple[Entry, Key]] = []
    for olds, news in places.gaps(lost, new):
        for some, become in align(olds, news):
            single = len(some) == len(become) == 1
            if single and likeness(some[0].key.text, become[0].text) < FAR:
                weak.append((some[0], become[0]))
            else:
                beads.append(Bead(some, become))
    beads += _nearest(_without(lost, beads), _left(new, beads), weak, places)
    return beads + _nearest(retired, _left(new, beads), (), None)


def _left(new: Iterable[Key], beads: Iterable[Bead]) -> list[Key]:
    paired = {key for bead in beads for key in bead.new}
    return [key for key in new if key not in paired]


def _without(lost: Iterable[Entry], beads: Iterable[Bead]) -> list[Entry]:
    taken = {entry.key for bead in beads for entry in bead.old}
    return [entry for entry in lost if entry.key not in taken]


class _Places:
    """Where sentences stand, told by the unchanged ones before them: an unchanged one may have moved."""

    def __init__(self, template: Catalog, old: Catalog, new: Iterable[Key]) -> None:
        in_new = [entry.key for entry in template.entries]
        in_old = [entry.key for entry in old.entries if not entry.obsolete]
        anchors = set(in_new).difference(new)
        self._new = _after(in_new, anchors)
        self._old = _after(in_old, anchors)
        self._number = {key: number for number, key in enumerate(in_new)}

    def gaps(self, lost: Iterable[Entry], new: Iterable[Key]) -> Iterator[tuple[list[Entry], list[Key]]]:
        """The lost and the new sentences that follow one and the same unchanged sentence."""
        olds: dict[Key | None, list[Entry]] = {}
        for entry in lost:
            olds.setdefault(self._old[entry.key][0], []).append(entry)
        news: dict[Key | None, list[Key]] = {}
        for key in new:
            news.setdefault(self._new[key][0], []).append(key)
        return ((entries, news[place]) for place, entries in olds.items() if place in news)

    def distance(self, entry: Entry, key: Key) -> int:
        """How many sentences lie between the place of an entry and that of a new sentence."""
        anchor, offset = self._old[entry.key]
        if anchor == self._new[key][0]:
            return 0
        start = self._number[anchor] if anchor else -1
        return abs(self._number[key] - start - offset)


def _after(keys: Iterable[Key], anchors: set[Key]) -> Mapping[Key, tuple[Key | None, int]]:
    """For each sentence the unchanged one before it, and how many sentences after that it stands."""
    places: dict[Key, tuple[Key | None, int]] = {}
    last: Key | None = None
    offset = 0
    for key in keys:
        last, offset = (key, 0) if key in anchors else (last, offset + 1)
        places[key] = last, offset
    return places


def _nearest(
    olds: Sequence[Entry], news: Sequence[Key], weak: Iterable[tuple[Entry, Key]], places: _Places | None
) -> list[Bead]:
    """Pairs of one and one, the best first; those of `weak` are looked at too."""
    if not olds or not news:
        return []
    search = Search([entry.key.text for entry in olds])
    found = [(olds[number], key) for key in news for number in search.candidates(key.text)]
    ranked: list[tuple[float, int, Entry, Key]] = []
    for entry, key in dict.fromkeys([*weak, *found]):
        distance = places.distance(entry, key) if places else REACH
        price = (FAR - NEAR) * min(1.0, distance / REACH)
        worth = likeness(entry.key.text, key.text) - price
        if worth >= NEAR:
            ranked.append((-worth, len(ranked), entry, key))
    beads: list[Bead] = []
    free_old, free_new = {entry.key for entry in olds}, set(news)
    for _, _, entry, key in sorted(ranked, key=lambda item: item[:2]):
        if entry.key in free_old and key in free_new:
            free_old.discard(entry.key)
            free_new.discard(key)
            beads.append(Bead((entry,), (key,)))
    return beads
