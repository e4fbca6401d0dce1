"""Suggesting terms: strings that recur in Chinese texts, look like terms and are in no glossary.

The measure is the C-value of Frantzi, Ananiadou and Mima (2000, International Journal on Digital Libraries
3): the logarithm of a candidate's length times its frequency, less the mean frequency of the longer
candidates that hold it. Length is in characters here, since Chinese has no agreed words.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.glossary.find import Glossary, chinese_forms
from pipeline.glossary.words import table
from pipeline.markup import HAN

SHORTEST, LONGEST = 3, 16
"""How many characters a candidate has: two make too many everyday words."""

WORDS = 6
"""How many words a candidate has at most."""

EXAMPLES = 3
"""How many texts are named as examples."""

_BEGINNERS = frozenset("中")
"""Stop words with which a name may begin all the same: 中芯国际."""

_RUN = re.compile(f"[{HAN}]+")
_COUNTED = re.compile("[一二三四五六七八九十百千万亿两几].?|第.+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may be a term: how often it stands in the texts, and the indexes of some of them."""

    chinese: str
    count: int
    score: float
    examples: tuple[int, ...]


def suggest(
    texts: Sequence[str], glossary: Glossary, cut: Callable[[str], Iterable[str]], minimum: int = 2
) -> list[Candidate]:
    """Candidates that stand at least `minimum` times in plain Chinese texts, the likeliest terms first.

    `cut` cuts Chinese into words, which joined give it back.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for candidate in _candidates(text, cut):
            places[candidate].append(index)
    counts = {text: len(found) for text, found in places.items() if len(found) >= minimum}
    known = {form for term in glossary.terms for form in chinese_forms(term)}
    suggested = [
        Candidate(text, counts[text], score, tuple(dict.fromkeys(places[text]))[:EXAMPLES])
        for text, score in _c_values(counts).items()
        if score > 0 and text not in known
    ]
    return sorted(suggested, key=lambda candidate: (-candidate.score, candidate.chinese))


def _candidates(text: str, cut: Callable[[str], Iterable[str]]) -> Iterator[str]:
    for run in _RUN.findall(text):
        words = list(cut(run))
        for first in range(len(words)):
            if not _COUNTED.fullmatch(words[first]):
                yield from _from(words[first : first + WORDS])


def _from(words: Sequence[str]) -> Iterator[str]:
    """The candidates that begin with the first of some words."""
    candidate = ""
    for word in words:
        if word in _stop_words() and (candidate or word not in _BEGINNERS):
            return
        candidate += word
        if SHORTEST <= len(candidate) <= LONGEST:
            yield candidate


def _c_values(counts: Mapping[str, int]) -> dict[str, float]:
    """The C-values of the candidates that do not stand within one and the same longer candidate only."""
    within: dict[str, list[int]] = defaultdict(list)
    for longer, count in counts.items():
        for part in _parts(longer) & counts.keys():
            within[part].append(count)
    values = {}
    for text, count in counts.items():
        others = within[text]
        if count not in others:
            values[text] = math.log2(len(text)) * (count - (sum(others) / len(others) if others else 0))
    return values


def _parts(text: str) -> set[str]:
    ends = range(SHORTEST, len(text) + 1)
    return {text[start:end] for end in ends for start in range(end - SHORTEST + 1)} - {text}


@cache
def _stop_words() -> frozenset[str]:
    """Words that no term begins, ends or runs on with, unless a longer word holds them."""
    return frozenset(word for (word,) in table("stopwords.csv"))
