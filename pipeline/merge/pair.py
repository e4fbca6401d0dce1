"""Which lost sentences each new sentence was: changed, split, joined, or with a boundary moved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from pipeline.model import Catalog, Entry, Key

NEAR = 50.0
"""Least similarity (0 to 100) of two sentences between the same neighbours."""
FAR = 75.0
"""Least similarity of two sentences in different places, where chance alone pairs more."""
WHOLE = 75.0
"""Least similarity of several sentences, joined, with those that they were made of."""
PART = 65.0
"""Least likeness of each single sentence with its best match inside the other side."""
LARGEST_GAP = 20_000
"""Most pairs of sentences that are aligned in their order; beyond, a gap has been written anew."""

_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))


@dataclass(frozen=True, slots=True)
class Bead:
    """Old entries and the new sentences that they became, each in their order."""

    old: tuple[Entry, ...]
    new: tuple[Key, ...]


def pair(template: Catalog, old: Catalog, new: Sequence[Key], lost: Sequence[Entry]) -> list[Bead]:
    """Beads of `lost` entries and `new` sentences; what belongs to none is in no bead.

    Sentences between the same unchanged neighbours are aligned in their order first, one with one or
    several; the rest pair one by one, the most alike first, wherever they stand.
    """
    if not new or not lost:
        return []
    beads: list[Bead] = []
    for olds, news in _gaps(template, old, new, lost):
        beads += _align(olds, news)
    paired = {key for bead in beads for key in bead.new}
    taken = {entry.key for bead in beads for entry in bead.old}
    left = [entry for entry in lost if entry.key not in taken]
    return beads + _nearest(left, [key for key in new if key not in paired], FAR)


def _gaps(
    template: Catalog, old: Catalog, new: Sequence[Key], lost: Sequence[Entry]
) -> Iterator[tuple[list[Entry], list[Key]]]:
    """The lost and the new sentences that follow one and the same unchanged sentence."""
    anchors = {entry.key for entry in template.entries} - set(new)
    place_new = _places((entry.key for entry in template.entries), anchors)
    place_old = _places((entry.key for entry in old.entries if not entry.obsolete), anchors)
    olds: dict[Key | None, list[Entry]] = {}
    for entry in lost:
        olds.setdefault(place_old[entry.key], []).append(entry)
    news: dict[Key | None, list[Key]] = {}
    for key in new:
        news.setdefault(place_new[key], []).append(key)
    for place, entries in olds.items():
        if place in news:
            yield entries, news[place]


def _places(keys: Iterable[Key], anchors: set[Key]) -> dict[Key, Key | None]:
    """For each sentence the unchanged one before it: what tells two places apart."""
    places: dict[Key, Key | None] = {}
    last: Key | None = None
    for key in keys:
        if key in anchors:
            last = key
        places[key] = last
    return places


def _align(olds: list[Entry], news: list[Key]) -> list[Bead]:
    """The best sequence of beads over a gap: most text in beads that are most alike."""
    if len(olds) * len(news) > LARGEST_GAP:
        return _nearest(olds, news, FAR)
    best: dict[tuple[int, int], tuple[float, list[Bead]]] = {(0, 0): (0.0, [])}
    for i in range(len(olds) + 1):
        for j in range(len(news) + 1):
            here = max(_ways(best, olds, news, i, j), key=lambda way: way[0], default=best.get((i, j)))
            assert here is not None
            best[i, j] = here
    return best[len(olds), len(news)][1]


def _ways(
    best: dict[tuple[int, int], tuple[float, list[Bead]]], olds: list[Entry], news: list[Key], i: int, j: int
) -> Iterator[tuple[float, list[Bead]]]:
    """Each way to have dealt with the first `i` old and `j` new sentences, with its score."""
    for before in ((i - 1, j), (i, j - 1)):
        if before in best:
            yield best[before]
    for m, n in _SHAPES:
        if i >= m and j >= n:
            bead = Bead(tuple(olds[i - m : i]), tuple(news[j - n : j]))
            if gain := _gain(bead):
                score, beads = best[i - m, j - n]
                yield score + gain, [*beads, bead]


def _gain(bead: Bead) -> float:
    """How much text a bead explains, in characters; nothing where it is not alike enough."""
    old, new = [entry.key.text for entry in bead.old], [key.text for key in bead.new]
    joined_old, joined_new = "".join(old), "".join(new)
    likeness = fuzz.ratio(joined_old, joined_new)
    if len(old) == len(new) == 1:
        return likeness * len(joined_old + joined_new) if likeness >= NEAR else 0.0
    parts = [(text, joined_new) for text in old] + [(text, joined_old) for text in new]
    if likeness < WHOLE or any(fuzz.partial_ratio(part, whole) < PART for part, whole in parts):
        return 0.0
    # A hundredth for each sentence more, so that two single beads win over a double one that is no better.
    return (likeness - len(old) - len(new)) * len(joined_old + joined_new)


def _nearest(olds: Sequence[Entry], news: Sequence[Key], least: float) -> list[Bead]:
    """Pairs of one and one, the most alike first."""
    if not olds or not news:
        return []
    scores = process.cdist(
        [key.text for key in news], [entry.key.text for entry in olds], scorer=fuzz.ratio, score_cutoff=least
    )
    rows, columns = scores.nonzero()
    ranked = sorted(zip((-scores[rows, columns]).tolist(), rows.tolist(), columns.tolist(), strict=True))
    free_new, free_old = set(range(len(news))), set(range(len(olds)))
    beads = []
    for _, row, column in ranked:
        if row in free_new and column in free_old:
            free_new.discard(row)
            free_old.discard(column)
            beads.append(Bead((olds[column],), (news[row],)))
    return beads
