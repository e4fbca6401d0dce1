"""What a change of a sentence does: only its punctuation, or words on which its sense turns."""

import csv
import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

from pipeline.markup import plain
from pipeline.quantity import chinese

TURNING = "turning"
"""The role of words on which a sense turns. The others are read past: 不断 and 未来 negate nothing."""


def only_punctuation(before: str, after: str) -> bool:
    """Whether two wordings differ in nothing but punctuation and space."""
    return _letters(before) == _letters(after)


def turned(before: str, after: str) -> str:
    """The words and numbers on which the sense turns that a change took or put, or an empty text.

    Such as `不得 -> 必须` or `10万 -> 15万`; a side where nothing stands is `nothing`.
    """
    old, new = _turning(plain(before)), _turning(plain(after))
    gone, come = old - new, new - old
    if not gone and not come:
        return ""
    return f"{_list(gone)} -> {_list(come)}"


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if unicodedata.category(c)[0] not in "PZ" and not c.isspace())


def _turning(text: str) -> Counter[str]:
    roles, pattern = _words()
    words = [word for word in pattern.findall(text) if roles[word] == TURNING]
    numbers = [text[quantity.start : quantity.end] for quantity in chinese(text)]
    return Counter([*words, *numbers])


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    """The words of data/sense.csv with their roles, and a pattern that finds the longest."""
    with (files("pipeline") / "data" / "sense.csv").open(encoding="utf-8") as lines:
        roles = {row["word"]: row["role"] for row in csv.DictReader(lines)}
    return roles, re.compile("|".join(sorted(roles, key=len, reverse=True)))


def _list(words: Counter[str]) -> str:
    return ", ".join(words.elements()) or "nothing"
