"""English number words: the pattern that finds them, `1.5 million` and `twenty-five` alike, and their value."""

import re
from fractions import Fraction
from functools import lru_cache

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
"""The round numbers under a hundred."""

HOURS = (*_ONES, *_TEENS[:3])
"""The numbers up to twelve."""

_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split()
_NTHS += "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT = {
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "k": 1000,
}

ORDINALS = dict(zip(_NTHS, range(1, 20), strict=True)) | dict(zip(_TENTHS, range(20, 100, 10), strict=True))
"""What the ordinals of one word are worth."""

ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+"
"""The pattern of a number in Arabic figures."""

_UNDER_100 = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(_ONES)})\b)?|{'|'.join([*_TEENS, *_ONES, 'zero', 'nil'])})\b"
_UNDER_1000 = rf"(?:(?:an?[\s-]|{_UNDER_100}[\s-])hundred\b(?:\s(?:and\s)?{_UNDER_100})?|{_UNDER_100})"
_SCALE = rf"[\s-](?:{'|'.join(_SCALES)})\b"
_SPELT = (
    rf"{_UNDER_1000}(?:{_SCALE}(?:,?\s(?:and\s{_UNDER_1000}|{_UNDER_1000}(?={_SCALE})))?)*"
    rf"|(?:half[\s-])?an?{_SCALE}(?:{_SCALE})*|(?:{'|'.join(_SCALES)})\b(?:{_SCALE})*"
)
NUMBER = rf"(?>{ARABIC}(?:\s?(?i:mn|mln|bn|trn|tn)\b|k\b|(?i:{_SCALE})*+)|(?i:{_SPELT}))"
"""The pattern of a number in figures, in words or in both, such as `2.5 hundred million`."""

SHORT = r"(?:[mMbB]\b)"
"""Short scales that need a currency before the figure: 5m is otherwise a length."""

_VALUES = (
    dict(zip(_ONES, range(1, 10), strict=True))
    | dict(zip(_TEENS, range(10, 20), strict=True))
    | dict(zip(TENS, range(20, 100, 10), strict=True))
    | {"a": 1, "an": 1, "zero": 0, "nil": 0, "half": Fraction(1, 2)}
)
STARTS = frozenset([*_VALUES, *_SCALES])
"""The words that a number can start with."""

_TOKEN = re.compile(rf"{ARABIC}|[a-z]+")


@lru_cache(maxsize=4096)
def read(number: str) -> Fraction:
    """The value of what `NUMBER` matches, with or without one of `SHORT`."""
    done = Fraction(0)
    part: Fraction | None = None
    for token in _TOKEN.findall(number.lower()):
        scale = _SCALES.get(token) or _SHORT.get(token)
        if scale is None:
            part = _more(part, token)
        elif scale < 1000:
            part = scale * (1 if part is None else part)
        else:
            done, part = _scaled(done, part, scale), None
    return done + (part or 0)


@lru_cache(maxsize=4096)
def scale(number: str) -> Fraction:
    """What the scale words of a number come to: 1,000,000 for `2.5 million`, 1 for `250`."""
    product = 1
    for token in _TOKEN.findall(number.lower()):
        product *= _SCALES.get(token) or _SHORT.get(token) or 1
    return Fraction(product)


def _more(part: Fraction | None, token: str) -> Fraction | None:
    if token == "and":
        return part
    if token == "a" and part is not None:  # half a million
        return part
    value = _VALUES.get(token)
    return (part or 0) + (Fraction(token.replace(",", "")) if value is None else value)


def _scaled(done: Fraction, part: Fraction | None, scale: int) -> Fraction:
    if part is not None:
        return done + part * scale
    return (done or 1) * scale
