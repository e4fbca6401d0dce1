"""Aligning the old and the new sentences of a gap in their order, one with one or several."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.merge.likeness import NEAR, group_likeness, likeness
from pipeline.merge.search import Search
from pipeline.model import Entry, Key

Match = tuple[tuple[Entry, ...], tuple[Key, ...]]
"""Old sentences and those that they became."""

LARGEST = 5_000
"""Most pairs of old and new sentences that are all compared; beyond, close pairs cut the gap in pieces."""

SURE = 85.0
"""Least likeness of a sentence with what it surely became: a part that was cut off is less alike."""

_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))


def align(olds: Sequence[Entry], news: Sequence[Key]) -> Iterator[Match]:
    """Yields the best sequence of matches over a gap: most text in matches that are most alike."""
    if len(olds) * len(news) <= LARGEST:
        yield from _best(olds, news)
        return
    landmarks = _landmarks(olds, news)
    i = j = 0
    for row, column in landmarks:
        yield from align(olds[i:row], news[j:column])
        yield (olds[row],), (news[column],)
        i, j = row + 1, column + 1
    if landmarks:
        yield from align(olds[i:], news[j:])


def _landmarks(olds: Sequence[Entry], news: Sequence[Key]) -> list[tuple[int, int]]:
    """The longest rising sequence of pairs that are surely the same sentence, as places in both."""
    search = Search([entry.key.text for entry in olds])
    pairs = []
    for column, key in enumerate(news):
        scored = [(likeness(olds[row].key.text, key.text), -row) for row in search.candidates(key.text)]
        if scored and max(scored)[0] >= SURE:
            pairs.append((-max(scored)[1], column))
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose rows rise strictly, as its columns do already."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for number, (row, _) in enumerate(pairs):
        at = bisect_left(ends, row)
        before.append(tails[at - 1] if at else -1)
        ends[at : at + 1] = [row]
        tails[at : at + 1] = [number]
    chain = []
    number = tails[-1] if tails else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _best(olds: Sequence[Entry], news: Sequence[Key]) -> Iterator[Match]:
    """The matches of most gain, by dynamic programming over the first so many of either side."""
    scores = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    steps = [[(0, 1)] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in range(len(olds) + 1):
        for j in range(len(news) + 1):
            ways = list(_ways(scores, olds, news, i, j))
            if ways:
                scores[i][j], steps[i][j] = max(ways, key=lambda way: way[0])
    matches = []
    i, j = len(olds), len(news)
    while i or j:
        m, n = steps[i][j]
        if m and n:
            matches.append((tuple(olds[i - m : i]), tuple(news[j - n : j])))
        i, j = i - m, j - n
    yield from reversed(matches)


def _ways(
    scores: Sequence[Sequence[float]], olds: Sequence[Entry], news: Sequence[Key], i: int, j: int
) -> Iterator[tuple[float, tuple[int, int]]]:
    """Each way to have dealt with the first `i` old and `j` new sentences: its score and its last step."""
    if i:
        yield scores[i - 1][j], (1, 0)
    if j:
        yield scores[i][j - 1], (0, 1)
    for m, n in _SHAPES:
        if i >= m and j >= n:
            gain = _gain(olds[i - m : i], news[j - n : j])
            if gain:
                yield scores[i - m][j - n] + gain, (m, n)


def _gain(old: Sequence[Entry], new: Sequence[Key]) -> float:
    """How much text a match explains, in characters; nothing where it is not alike enough."""
    size = sum(len(entry.key.text) for entry in old) + sum(len(key.text) for key in new)
    if len(old) == len(new) == 1:
        alike = likeness(old[0].key.text, new[0].text)
        return alike * size if alike >= NEAR else 0.0
    # A hundredth for each sentence, so that two single matches win over a double one that is no better.
    return max(0.0, group_likeness(old, new) - len(old) - len(new)) * size
