"""English numbers: the pattern that finds them, `1.5 million` and `twenty-five` alike, and their value."""

import re
from fractions import Fraction
from functools import lru_cache
from math import prod

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
"""The round numbers under a hundred."""

HOURS = (*_ONES, *_TEENS[:3])
"""The numbers up to twelve."""

_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
}
_IRREGULAR |= {"twelve": "twelfth"}
_VALUES = {word: Fraction(value) for value, word in enumerate((*_ONES, *_TEENS), 1)}
_VALUES |= {word: Fraction(value) for value, word in zip(range(20, 100, 10), TENS, strict=True)}
ORDINALS = {
    _IRREGULAR.get(word, re.sub("y$", "ie", word) + "th"): int(value) for word, value in _VALUES.items()
}
"""What the ordinals of one word are worth."""

SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""What the multipliers are worth."""

_SHORT = {
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_VALUES |= {
    "zero": Fraction(0),
    "nil": Fraction(0),
    "half": Fraction(1, 2),
    "a": Fraction(1),
    "an": Fraction(1),
}

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,12}+(?!\d)|\d{1,40}+)(?:\.\d{1,40}+)?+"
"""The pattern of a number in Arabic figures. Their count is bounded: Python refuses to read thousands."""

_TEEN = "|".join((*_TEENS, *_ONES, "zero", "nil"))
_UNDER_100 = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(_ONES)})\b)?|{_TEEN})\b"
_UNDER_1000 = rf"(?:(?:an?[\s-]|{_UNDER_100}[\s-])hundred\b(?:\s(?:and\s)?{_UNDER_100})?|{_UNDER_100})"
_SCALE = rf"[\s-](?:{'|'.join(SCALES)})\b"
_SPELT = (
    rf"{_UNDER_1000}(?:{_SCALE}(?:,?\s(?:and\s{_UNDER_1000}|{_UNDER_1000}(?={_SCALE})))?){{0,6}}"
    rf"|(?:half[\s-])?an?(?:{_SCALE}){{1,4}}|(?:{'|'.join(SCALES)})\b(?:{_SCALE}){{0,4}}"
)
NUMBER = rf"(?>{ARABIC}(?:\s?(?i:mn|mln|bn|trn|tn)\b|k\b|(?i:{_SCALE}){{0,4}}+)|(?i:{_SPELT}))"
"""The pattern of a number in figures, in words or in both, such as `2.5 hundred million`."""

SHORT = r"(?:[mMbB]\b)"
"""Short scales that need a currency before the figure: 5m is otherwise a length."""

STARTS = frozenset([*_VALUES, *SCALES])
"""The words that a number can start with."""

_TOKEN = re.compile(rf"{ARABIC}|[a-z]+")


@lru_cache(maxsize=4096)
def read(number: str) -> Fraction:
    """The value of what `NUMBER` matches, with or without one of `SHORT`."""
    done, part, empty = Fraction(0), Fraction(0), True
    for token in _TOKEN.findall(number.lower()):
        times = _times(token)
        if times == 1:
            part, empty = _more(part, token), False
        elif times < 1000:
            part, empty = times * (Fraction(1) if empty else part), False
        elif empty:  # hundred billion
            done = (done or Fraction(1)) * times
        else:
            done, part, empty = done + part * times, Fraction(0), True
    return done + part


@lru_cache(maxsize=4096)
def scale(number: str) -> Fraction:
    """What the scale words of a number come to: 1,000,000 for `2.5 million`, 1 for `250`."""
    return Fraction(prod(_times(token) for token in _TOKEN.findall(number.lower())))


def _times(token: str) -> int:
    return SCALES.get(token) or _SHORT.get(token) or 1


def _more(part: Fraction, token: str) -> Fraction:
    if token == "and" or (token == "a" and part):  # half a million
        return part
    return part + (_VALUES[token] if token in _VALUES else Fraction(token.replace(",", "")))
