"""The variety of English across the corpus: which is the rule, and which words break it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.checks import lexicon
from pipeline.checks.spelling import VARIETY
from pipeline.model import Finding, Severity, Unit

_NAMES = {lexicon.US: "American", lexicon.GB: "British"}
_LEAST = 10
_SHARE = 4
"""One variety is the rule where it has at least ten words, and four times as many as the other."""


def check_regions(words: Iterable[tuple[Unit, tuple[str, str]]]) -> Iterator[Finding]:
    """Notes on words of the rarer variety; `words` are all those that only one spells so."""
    found = list(words)
    counts = Counter(variety for _, (variety, _) in found)
    for rare, rule in ((lexicon.US, lexicon.GB), (lexicon.GB, lexicon.US)):
        if counts[rule] >= max(_LEAST, _SHARE * counts[rare]):
            for unit, (variety, word) in found:
                if variety == rare:
                    message = (
                        f'"{word}" is {_NAMES[rare]}, the corpus is {_NAMES[rule]} ({counts[rule]} words)'
                    )
                    yield replace(VARIETY.on(unit, message), severity=Severity.NOTE)
