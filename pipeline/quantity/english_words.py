"""English quantities that are words of their own: fractions, ordinals, dozens, doubled, a year and a half."""

import re
from fractions import Fraction
from math import prod

from pipeline.quantity import units, words
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Build, Shape

PERCENT = r"(?i:\s?%|[\s-]per[\s-]?cent(?:age)?\b|\s?percent\b)"
"""The pattern of a percent sign or its words, behind a figure."""

POINT = rf"(?:{PERCENT}(?i:[\s-]points?\b)|\s?pps?\b)"
"""The pattern of percentage points, behind a figure."""

_TIMES = {f"{word}fold": value for value, word in enumerate(words.HOURS[1:10], 2)}
_TIMES |= {
    "once": 1,
    "single": 1,
    "twice": 2,
    "both": 2,
    "pair": 2,
    "couple": 2,
    "dual": 2,
    "twin": 2,
    "thrice": 3,
    "triplicate": 3,
    "quadruplicate": 4,
    "hundredfold": 100,
}
_VERBS = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_MULTIPLE = rf"(?:{'|'.join(_TIMES)})\b|(?:{'|'.join(_VERBS)})(?:es?|ed|ing|y)?\b"

_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4}
_PARTS |= {word: value for word, value in words.ORDINALS.items() if value > 3}
PARTS = "|".join(_PARTS)
"""The names of fractions, for a pattern."""

FURTHER = r"(?:(?:further|additional|full)[\s-])?"
"""The pattern of what may stand between an article and a fraction."""

_OF = rf"(?:\sof\san?(?:(?P<point>{POINT})|(?P<unit>{units.NAMED})))?"
_COUNT = rf"another|an?(?=[\s-])|{'|'.join(words.HOURS)}|\d+"
_SHARE = rf"(?P<count>{_COUNT})[\s-]{FURTHER}(?P<part>{PARTS})(?P<plural>s)?\b{_OF}"
_SLASH = r"(?P<above>\d{1,2})/(?P<below>\d{1,3})(?![\d/.%])"

_PILES = {"tens": 10, "dozens": 10, "scores": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6}
_PILES |= {"billions": 10**9, "trillions": 10**12}
_PILE = rf"(?:{'|'.join(_PILES)})\b(?:\sof\s(?:{'|'.join(_PILES)})\b){{0,3}}|(?P<decades>decades)\b"
_SOME = r"(?:several|a few|many)(?P<scales>(?:[\s-](?:hundred|thousand|million|billion|trillion)\b){1,3})"
_RICH = r"(?P<scale>m|b|tr)illionaires?\b"

_HALF_UNIT = rf"(?:a\s)?half(?:[\s-]an?|\sof\s(?:a|the))?(?:(?P<point>{POINT})|(?P<unit>{units.NAMED}))"
_ONE_UNIT = rf"an?(?P<unit>{units.NAMED})(?P<more>\sand\sa\shalf)?"
_LONG = r"(?P<unit>decade|century|fortnight)\b"
_HALF = r"half\b|halv(?:es?|ed|ing)\b"
_NTH = rf"(?:(?P<ten>{'|'.join(words.TENS)})[\s-])?(?P<nth>{'|'.join(words.ORDINALS)})\b"


def _share(match: re.Match[str]) -> list[Quantity] | None:
    """A third, two-thirds, a quarter of a percentage point; a third is also the one after the second."""
    count = 1 if match["count"][0] in "aA" else words.read(match["count"])
    if (count > 1) is not bool(match["plural"]):
        return None
    below = _PARTS[match["part"].lower()]
    value = Fraction(count) / below
    if match["point"]:
        return [_points(match, value)]
    if match["unit"]:
        return [Quantity(*match.span(), value, Kind.MEASURE, units.from_english(match["unit"]))]
    other = count if match["part"].lower() == "quarter" else below
    return [Quantity(*match.span(), value, also=(Fraction(other),))]


def _slash(match: re.Match[str]) -> list[Quantity] | None:
    above, below = Fraction(match["above"]), Fraction(match["below"])
    return [Quantity(*match.span(), above / below, also=(above, below))] if below else None


def _half_unit(match: re.Match[str]) -> list[Quantity]:
    half = Fraction(1, 2)
    if match["point"]:
        return [_points(match, half)]
    return [Quantity(*match.span(), half, Kind.MEASURE, units.from_english(match["unit"]))]


def _points(match: re.Match[str], value: Fraction) -> Quantity:
    return Quantity(*match.span(), value / 100, Kind.PERCENT, "point", scale=Fraction(1, 100))


def _one_unit(match: re.Match[str]) -> list[Quantity]:
    value = Fraction(3, 2) if match["more"] else Fraction(1)
    return [Quantity(*match.span(), value, Kind.MEASURE, units.from_english(match["unit"]))]


def _long(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(*match.span(), Fraction(1), Kind.MEASURE, match["unit"].lower())]


def _half(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(*match.span(), Fraction(1, 2))]


def _nth(match: re.Match[str]) -> list[Quantity]:
    tens = words.read(match["ten"]) if match["ten"] else Fraction(0)
    return [Quantity(*match.span(), tens + words.ORDINALS[match["nth"].lower()], Kind.ORDINAL)]


def _multiple(match: re.Match[str]) -> list[Quantity]:
    word = match[0].lower()
    value = _TIMES.get(word) or next(number for stem, number in _VERBS.items() if word.startswith(stem))
    return [Quantity(*match.span(), Fraction(value), Kind.MULTIPLE)]


def _pile(match: re.Match[str]) -> list[Quantity]:
    if match["decades"]:
        return [Quantity(*match.span(), Fraction(10), Kind.MEASURE, "year", rough=True)]
    sizes = [_PILES[word] for word in match[0].lower().split(" of ")]
    return [Quantity(*match.span(), Fraction(prod(sizes)), rough=True)]


def _some(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(*match.span(), words.scale(match["scales"]), rough=True)]


def _rich(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(*match.span(), words.read(match["scale"].lower() + "illion"), rough=True)]


def _shape(pattern: str, build: Build, first: str) -> Shape:
    return Shape(re.compile(pattern, re.I), build, first)


def _initials(*words: str) -> str:
    return "".join(sorted({word[0] for word in words}))


BEFORE_FIGURES: tuple[Shape, ...] = (
    _shape(_SLASH, _slash, r"\d"),
    _shape(_HALF_UNIT, _half_unit, "ah"),
    _shape(_SHARE, _share, rf"\da{_initials(*words.HOURS)}"),
    _shape(_ONE_UNIT, _one_unit, "a"),
    _shape(_SOME, _some, "ams"),
    _shape(_PILE, _pile, _initials(*_PILES)),
    _shape(rf"(?={'|'.join(words.TENS)}){_NTH}", _nth, _initials(*words.TENS)),
)
"""The shapes to be tried before a figure, whose beginnings they share."""

AFTER_FIGURES: tuple[Shape, ...] = (
    _shape(_MULTIPLE, _multiple, _initials(*_TIMES, *_VERBS)),
    _shape(_NTH, _nth, _initials(*words.TENS, *words.ORDINALS)),
    _shape(_LONG, _long, "cdf"),
    _shape(_HALF, _half, "h"),
    _shape(_RICH, _rich, "bmt"),
)
"""The shapes to be tried when it is no figure."""

_VERB_FORMS = [stem + ending for stem in _VERBS for ending in ("e", "es", "ed", "ing", "y")]
_RICHES = [f"{size}illionaire{s}" for size in ("m", "b", "tr") for s in ("", "s")]
_OTHERS = (
    "a",
    "an",
    "another",
    "decade",
    "decades",
    "century",
    "fortnight",
    "half",
    "halve",
    "halves",
    "halved",
    "halving",
)
STARTS = frozenset([*_TIMES, *_VERB_FORMS, *_PILES, *words.ORDINALS, *_RICHES, *_OTHERS, "several", "many"])
"""The words that these shapes can start with."""
