"""Finding the few sentences that may be alike among many, in time linear in their number."""

from collections import Counter
from collections.abc import Sequence

_GRAMS = 8
"""Pairs of characters of a sentence that are looked up: its rarest."""
_LISTED = 50
"""Sentences that are looked at for one pair of characters."""
_CANDIDATES = 12
"""Sentences that are compared with one sentence: those that share most of its rare pairs."""


class Search:
    """Sentences by the pairs of characters in them. Two that are alike share one of their rare pairs."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._places: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for gram in _grams(text):
                self._places.setdefault(gram, []).append(number)

    def candidates(self, text: str) -> list[int]:
        """The numbers of the sentences that may be alike to a text, the likeliest first."""
        known = [self._places[gram] for gram in _grams(text) if gram in self._places]
        shared: Counter[int] = Counter()
        for places in sorted(known, key=len)[:_GRAMS]:
            shared.update(places[:_LISTED])
        return [number for number, _ in shared.most_common(_CANDIDATES)]


def _grams(text: str) -> list[str]:
    """The different pairs of neighbouring characters, in their order; of one character, itself."""
    return list(dict.fromkeys(text[i : i + 2] for i in range(max(1, len(text) - 1))))
