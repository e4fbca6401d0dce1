"""The English words that there are: a dictionary, two varieties of spelling, words newer than both.

The dictionary is pyspellchecker's (MIT), American, 160,000 inflected words. British spellings come from
data/spelling.csv and from the regular differences; data/words.csv has what the dictionary lacks.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.glossary.words import table

if TYPE_CHECKING:
    from spellchecker import SpellChecker

US, GB = "us", "gb"

_REGULAR = (
    (re.compile(r"is(e[drs]?|ing|ations?|able)$"), r"iz\1"),
    (re.compile(r"ys(e[drs]?|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|able|ably|less|ful|ite|ites|er|ers|hood)?$"), r"or\1"),
    (re.compile(r"ll(ed|ing|ers?)$"), r"l\1"),
    (re.compile(r"tre(s|d)?$"), r"ter\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
)
"""Endings of British spellings with the American ones."""

_PREFIX = re.compile(
    r"(?:un|re|non|pre|post|co|de|dis|mis|over|under|sub|inter|intra|multi|counter|anti|cyber|bio|micro|macro|geo|"
    r"mega|hyper|ultra|super|semi|trans|infra|out|cross|pro|eco|neo|nano|tele|auto|self|agro|"
    r"electro|hydro|petro|photo|poly|thermo|e)-?"
)
_FORMS = (
    (re.compile(r"(?<=[a-z]{3})s$"), ""),
    (re.compile(r"(?<=[a-z]{3})ness$"), ""),
    (re.compile(r"(?<=[a-z]{5})isms?$"), ""),
    (re.compile("ies$"), "y"),
    (re.compile("(?<=[a-z]{3})makers?$"), ""),
)


@lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """Whether a word in lower case is English, of either variety."""
    return _is_listed(word) or bool(american(word)) or _is_derived(word)


@lru_cache(maxsize=4096)
def suggestion(word: str) -> str:
    """The likeliest word one slip away (a letter more, less, other, two swapped), or an empty text."""
    near = _dictionary().known(_dictionary().edit_distance_1(word)) - {word}
    return max(sorted(near), key=frequency, default="")


def frequency(word: str) -> float:
    """The share of a word in lower case among all words of running English, 0 to 1."""
    return float(_dictionary().word_usage_frequency(word))


@lru_cache(maxsize=16384)
def variety(word: str) -> str:
    """`us` or `gb` where a word in lower case is spelled so in one variety alone, or empty."""
    if word in _shared():
        return ""
    if british(word):
        return US
    return GB if not _is_listed(word) and american(word) else ""


def american(word: str) -> str:
    """The American spelling of a British word; empty where it is none."""
    if word in _american_of():
        return _american_of()[word]
    for pattern, ending in _REGULAR:
        other, changed = pattern.subn(ending, word)
        if changed and _is_listed(other):
            return other
    return ""


def british(word: str) -> str:
    """The British spelling of an American word in data/spelling.csv; empty where it has none."""
    plural = word.removesuffix("s")
    return _british_of().get(word) or (_british_of()[plural] + "s" if plural in _british_of() else "")


def _is_listed(word: str) -> bool:
    return word in _dictionary() or word in _newer()


def _is_derived(word: str) -> bool:
    """Whether it is a known word with a prefix, or a form of one: cybersecurity, countercyclical."""
    stem = _PREFIX.sub("", word, count=1)
    if len(stem) > 4 and stem != word and (_is_listed(stem) or american(stem)):
        return True
    for pattern, ending in _FORMS:
        other, changed = pattern.subn(ending, word)
        if changed and (_is_listed(other) or american(other)):
            return True
    return False


@cache
def _dictionary() -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)


@cache
def _newer() -> frozenset[str]:
    return frozenset(word for word, _ in table("words.csv"))


@cache
def _shared() -> frozenset[str]:
    return frozenset(word for word, _ in table("spelling-shared.csv"))


@cache
def _american_of() -> dict[str, str]:
    """British spellings that the American dictionary does not have, with the American ones."""
    return {british: american for british, american in table("spelling.csv") if not _is_listed(british)}


@cache
def _british_of() -> dict[str, str]:
    """American spellings with the British ones; -ize is British as well (Oxford) and left out."""
    return {
        american: british
        for british, american in table("spelling.csv")
        if british in _american_of()
        and american not in _shared()
        and not re.search("i[sz](?:e|ing|ation)", american)
    }
