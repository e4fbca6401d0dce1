"""Sentences across the corpus: one Chinese with several translations, one translation for several Chinese."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from pipeline.checks.codes import Code
from pipeline.checks.texts import Text
from pipeline.markup import count_han
from pipeline.model import Finding, Severity

RENDERINGS = Code(
    "inconsistent-translation",
    Severity.WARNING,
    "One sentence with several translations",
    "The same Chinese stands in several documents and reads otherwise in each. Case, punctuation and spaces "
    "do not count, nor an article in front. Where the difference is meant, give the source a context or "
    "waive the finding.",
    "x.po: 总则 / General Provisions … y.po: 总则 / General Rules",
    "x.po: 总则 / General Provisions … y.po: 总则 / General Provisions",
)
SOURCES = Code(
    "same-translation",
    Severity.NOTE,
    "Several sentences with one translation",
    "A hint: a translation may have been pasted into the wrong entry. Short sentences and sentences that "
    "hardly differ are let alone.",
    "试点先行。 / Pilots come first. … 各县每季度报告一次。 / Pilots come first.",
    "试点先行。 / Pilots come first. … 各县每季度报告一次。 / Each county reports every quarter.",
)
CODES = (RENDERINGS, SOURCES)

_LEAST_HAN = 8
_ALIKE = 75
"""From this likeness of 100 on (rapidfuzz.fuzz.ratio), two Chinese sentences may well share their English."""

_ARTICLE = re.compile(r"(?:the|an?)\s", re.I)
_NO_LETTER = re.compile(r"[\W_]+")
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())


def check_renderings(texts: Iterable[Text]) -> Iterator[Finding]:
    """Chinese that `texts`, all finished translations of the corpus, have in more than one English."""
    for same in _grouped(texts, lambda text: (text.unit.entry.key.context, _folded(text.source))):
        counts = Counter(_folded(text.english) for text in same)
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        model = next(text for text in same if _folded(text.english) == usual)
        for text in same:
            if _folded(text.english) != usual:
                other = f"{_short(model.english)!r} at {model.unit.entry.location}"
                message = f"the same Chinese is {other}, here {_short(text.english)!r}"
                yield RENDERINGS.on(text.unit, message)


def check_sources(texts: Iterable[Text]) -> Iterator[Finding]:
    """English that stands for Chinese sentences which have little in common."""
    from rapidfuzz import fuzz

    for same in _grouped(texts, lambda text: ("", _folded(text.english))):
        long = (text for text in same if count_han(text.source) >= _LEAST_HAN)
        distinct = list({_folded(text.source): text for text in long}.values())
        for one, other in combinations(distinct[:10], 2):
            if fuzz.ratio(_folded(one.source), _folded(other.source)) < _ALIKE:
                message = f"{other.unit.entry.location} has the same English for {_short(other.source)}"
                yield SOURCES.on(one.unit, message)
                break


def _grouped(texts: Iterable[Text], key: Callable[[Text], tuple[str, str]]) -> Iterator[list[Text]]:
    """The texts that share a key, where it says anything and several do."""
    groups: dict[tuple[str, str], list[Text]] = {}
    for text in texts:
        groups.setdefault(key(text), []).append(text)
    return (group for (_, said), group in groups.items() if said and len(group) > 1)


def _folded(text: str) -> str:
    """A text without what does not count: case, punctuation, spaces, an article in front."""
    article = _ARTICLE.match(text)
    letters = text[article.end() if article else 0 :].encode().translate(None, _ASCII_MARKS).decode()
    return _NO_LETTER.sub("", letters).casefold()  # what is left to find is rare, which is why it is quick


def _short(text: str, width: int = 40) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
