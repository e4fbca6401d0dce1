"""Dates and times in English: months, decades, quarters, halves, dates in figures and the clock."""

import re
from dataclasses import replace
from fractions import Fraction

from pipeline.quantity import words
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Shape

_FIRST_SIX = ("January", "February", "March", "April", "May", "June")
_NAMES = (*_FIRST_SIX, "July", "August", "September", "October", "November", "December")
_MONTHS = {name[:3].lower(): number for number, name in enumerate(_NAMES, 1)}
_SHORT = [name[:3] for name in _NAMES if name != "May"] + ["Sept"]
_ABBREVIATED = "|".join([*_SHORT, *map(str.upper, _SHORT)])
MONTHS = rf"(?:(?i:{'|'.join(_NAMES)})|(?:{_ABBREVIATED})\.?)(?![A-Za-z])"
"""The pattern of a month's name or short form."""

_TENS = [re.sub("y$", "ies", ten) for ten in words.TENS]
_MONTH = re.compile(MONTHS)
_TO_MAY = (
    "in|of|since|by|from|to|until|till|early|late|mid|end|last|this|next|and|between|through|for|on|a|the"
)
_BEFORE_MAY = re.compile(rf"(?:{MONTHS},?|\d|(?<![A-Za-z])(?:{_TO_MAY}))[\s-]$", re.I)
_COMMON_WORDS = ("march", "may", "august")
_AFTER_MAY = re.compile(r",?\s\d|[,.;)]|$")
DECADES = rf"(?:(?P<year>[12]\d\d0)['’]?s\b|['’]?(?P<ten>\d0)['’]?s\b|(?P<word>(?i:{'|'.join(_TENS)}))\b)"
"""The pattern of a decade's figures or name, to stand once in another."""

_DECADE = re.compile(DECADES)
_HALF = re.compile(r"(?i:(?P<first>first)|second|latter)[\s-]half\b|H(?P<h>[12])\b|(?P<n>[12])H\b", re.A)
_QUARTER = re.compile(
    r"Q(?P<q>[1-4])(?!\d)|(?P<n>[1-4])Q(?P<year>\d\d)?\b|(?P<nth>(?i:first|second|third|fourth))[\s-](?i:quarter)\b",
    re.A,
)
_BEFORE = re.compile(r"(?P<year>\d{1,4})\s?(?:BCE?\b|B\.\s?C\.(?:\s?E\.)?)")
_ISO = re.compile(r"([12]\d{3})-([01]\d)-([0-3]\d)(?!\d)")
_FIGURES = re.compile(r"([0-3]?\d)[/.]([0-3]?\d)[/.]([12]\d{3})(?!\d)")
_CLOCK = re.compile(
    rf"(?P<hour>[0-2]?\d|(?i:{'|'.join(words.HOURS)}))(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d))?"
    r"\s?(?P<half>(?i:[ap])\.?(?i:m)\b\.?)"
    r"|(?P<hours>[0-2]?\d):(?P<minutes>[0-5]\d)(?::(?P<seconds>[0-5]\d))?(?![\d:]|\.\d)"
)


def month(name: str) -> int:
    """The number of a month, from what `MONTHS` matches."""
    return _MONTHS[name[:3].lower()]


def _month(match: re.Match[str]) -> list[Quantity] | None:
    if match.string.endswith("Long ", 0, match.start()):  # the Long March
        return None
    doubtful = match[0] in _COMMON_WORDS or match[0].lower() == "may"
    if doubtful and not _is_named(match):
        return None
    return [_date(*match.span(), Fraction(month(match[0])), "month")]


def _is_named(match: re.Match[str]) -> bool:
    """Whether it is the month and not the verb, nor an august assembly on the march."""
    before = match.string[max(0, match.start() - 15) : match.start()]
    if match[0] in _COMMON_WORDS:
        return re.search(r"\d\s$", before) is not None
    return bool(_BEFORE_MAY.search(before) or _AFTER_MAY.match(match.string, match.end()))


def _decade(match: re.Match[str]) -> list[Quantity]:
    if match["year"]:
        return [_date(*match.span(), Fraction(match["year"]), "decade")]
    ten = Fraction(match["ten"] or 20 + 10 * _TENS.index(match["word"].lower()))
    return [_date(*match.span(), 1900 + ten, "decade", (2000 + ten, ten))]


def _half(match: re.Match[str]) -> list[Quantity]:
    number = match["h"] or match["n"] or (1 if match["first"] else 2)
    return [_date(*match.span(), Fraction(number), "half", (Fraction(1, 2),))]


def _quarter(match: re.Match[str]) -> list[Quantity]:
    """Q2, 2Q, the second quarter and 2Q20, which names the year too."""
    number = match["q"] or match["n"] or words.ORDINALS[match["nth"].lower()]
    quarter = _date(match.start(), match.end(), Fraction(number), "quarter")
    if not match["year"]:
        return [quarter]
    year = _date(*match.span("year"), 2000 + Fraction(match["year"]), "year")
    return [replace(quarter, end=match.start("year")), year]


def _iso(match: re.Match[str]) -> list[Quantity]:
    parts = enumerate(("year", "month", "day"), 1)
    return [_date(*match.span(i), Fraction(match[i]), part) for i, part in parts]


def _figures(match: re.Match[str]) -> list[Quantity]:
    """9/1/2017 is the ninth of January or the first of September: either part can be the other."""
    one, two = Fraction(match[1]), Fraction(match[2])
    year = _date(*match.span(3), Fraction(match[3]), "year")
    return [_date(*match.span(1), one, "month", (two,)), _date(*match.span(2), two, "day", (one,)), year]


def _clock(match: re.Match[str]) -> list[Quantity] | None:
    if match["hours"]:
        value = Fraction(match["hours"]) + Fraction(_seconds(match["minutes"], match["seconds"]), 3600)
        return [Quantity(*match.span(), value, Kind.TIME, also=(value + 12,) if value < 13 else ())]
    hour = words.read(match["hour"])
    if hour > 12:
        return None
    late = 12 if match["half"][0] in "pP" else 0
    past = Fraction(_seconds(match["minute"], match["second"]), 3600)
    return [Quantity(*match.span(), hour % 12 + late + past, Kind.TIME)]


def _seconds(minutes: str | None, seconds: str | None) -> int:
    return 60 * int(minutes or 0) + int(seconds or 0)


def _before(match: re.Match[str]) -> list[Quantity]:
    """A year before our era is below zero: 221 BC."""
    return [replace(_date(*match.span(), -Fraction(match["year"]), "year"), scale=Fraction(-1))]


def _date(start: int, end: int, value: Fraction, unit: str, also: tuple[Fraction, ...] = ()) -> Quantity:
    return Quantity(start, end, value, Kind.DATE, unit, also)


SHAPES: tuple[Shape, ...] = (
    Shape(_MONTH, _month, "adfjmnos"),
    Shape(_ISO, _iso, "12"),
    Shape(_FIGURES, _figures, r"\d"),
    Shape(_CLOCK, _clock),
    Shape(_DECADE, _decade, r"\d'’efnst"),
    Shape(_HALF, _half, "12fhls"),
    Shape(_QUARTER, _quarter, "1-4qfst"),
    Shape(_BEFORE, _before, r"\d"),
)
"""The shapes of dates and times, to be tried before a bare figure."""

STARTS = frozenset(name.lower() for name in (*_NAMES, *_SHORT, *_TENS, *words.HOURS, "latter"))
"""The words that these shapes can start with."""
