"""Regions: the words that Taiwan and Hong Kong have for what the Mainland calls otherwise."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.script import corrections

VOCABULARY = "traditional-vocabulary.csv"
LEVELS: Mapping[str, tuple[str, ...]] = {"off": (), "common": ("common",), "full": ("common", "full")}
"""The layers that each setting of `vocabulary` switches on."""


class Region:
    """The words of one region, at one setting of `vocabulary`."""

    def __init__(self, language: str, vocabulary: str) -> None:
        self._language = language
        self._layers = LEVELS[vocabulary]

    @cached_property
    def _words(self) -> Mapping[str, str]:
        rows = corrections.table(VOCABULARY)
        listed = {row["simplified"]: row[self._language] for row in rows if row["level"] in self._layers}
        return {chinese: form for chinese, form in listed.items() if form}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._words), matchkind=MatchKind.Standard)

    def find(self, text: str, boundaries: set[int]) -> Iterator[tuple[int, int, str]]:
        """The region's words for a text, as code points and form, from left to right and the longest first.

        `boundaries` are the ends of the text's words: what starts or ends within a word of which it is no
        part, as 数组 in 少数|组织, is left.
        """
        if not self._words:
            return
        spans = self._automaton.find_matches_as_indexes(text, overlapping=True)
        free = 0
        for _, start, end in sorted(spans, key=lambda span: (span[1], -span[2])):
            fits = {start, end} <= boundaries or boundaries.isdisjoint(range(start + 1, end))
            if fits and start >= free:
                free = end
                yield start, end, self._words[text[start:end]]
