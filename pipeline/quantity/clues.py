"""Numbers told without a numeral: 元旦 is 1 January, a trio is three, G20 has twenty members.

A clue can explain a number of the other language; it is never itself asked for.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from pipeline.quantity import words
from pipeline.quantity.eras import EVENTS
from pipeline.quantity.numerals import DIGITS, MULTIPLIERS, read
from pipeline.quantity.record import Kind, Quantity

_HALF = Fraction(1, 2)
_M = TypeVar("_M")
_Words = tuple[tuple[re.Pattern[str], _M], ...]
_Values = tuple[Fraction | int, ...]


def _chinese_words(words: dict[str, _M]) -> _Words[_M]:
    return tuple((re.compile(names), meaning) for names, meaning in words.items())


def _english_words(words: dict[str, _M]) -> _Words[_M]:
    return tuple((re.compile(rf"\b(?:{names})\b", re.I), meaning) for names, meaning in words.items())


_TIMES_CHINESE: _Words[_Values] = _chinese_words(
    {
        "元旦": (1,),
        "国庆|國慶": (10, 1),
        "劳动节|勞動節": (5, 1),
        "昼夜|晝夜|全天候": (24, 7),
        "年[底末終终尾]": (12, 31),
        "月[底末]": (28, 29, 30, 31),
        "半年": (6,),
        "全年|年度|按年": (12, 365),
        "[按每]季|季[度报報]": (3, 4),
        "[最末][后後]?一?季": (4,),
    }
)
_TIMES_ENGLISH: _Words[_Values] = _english_words(
    {
        r"year-end|end of (?:the|each|last|this|that) year|end-\d{4}": (12, 31),
        "annual(?:ly)?|yearly": (12, 1),
        "quarterly|(?:last|final) quarter": (3, 4),
        "semi-annual(?:ly)?|half-year(?:ly)?|mid-?year|interim": (6, _HALF),
        "weekly": (7,),
        "sexagenarians?": (60,),
        "septuagenarians?": (70,),
        "octogenarians?": (80,),
        "nonagenarians?": (90,),
        "new year(?:['’]s day)?": (1,),
        "national day": (10, 1),
        "(?:labou?r|may) day": (5, 1),
        "round-the-clock|around the clock": (24, 7),
        "noon|midday": (12,),
        "midnight": (0, 24),
        "century|centuries|centenar(?:y|ies)": (100,),
        "millenni(?:um|a|al)": (1000,),
    }
)
_COUNTS_CHINESE: _Words[_Values] = _chinese_words(
    EVENTS
    | {
        "双|雙": (2,),
        "首|单|單": (1,),
        "[减減]半|半[价價]": (50,),
        "一[毛角][钱錢]": (Fraction(1, 10),),  # or not a cent
        "一分[钱錢]": (Fraction(1, 100),),
        "百千[万萬]": (100, 1000, 10**4, 10**5),
        "[万萬]兆": (10,),  # gigabits
        "(?<!\\d)996(?!\\d)": (9, 21, 6),  # from nine to nine, six days a week
    }
)
_COUNTS_ENGLISH: _Words[_Values] = _english_words(
    {
        "bilateral|latter|twins?|duo|two-?way|another|duplicate": (2,),
        "tripartite|trilateral|trio|triang(?:le|ular)|triad|troika|trilogy": (3,),
        "quadrilateral|quartet": (4,),
        "dozens?": (10, 12),
        "round-the-clock|around the clock": (7,),
        "all|entire(?:ly)?|full(?:y)?|complete(?:ly)?|whole|wholly": (100,),
        "majority": (_HALF, 50),
        "no|free|without|none": (0,),
    }
)
_DISTANT_CHINESE = _chinese_words(
    {
        "[去今明本同上翌次前當当全該该往近历歷]年|年[内內底初中末間间尾来來度]": "year",
        "期[内內]|至今|目前|[上本]财|[現现][時时]|截至": "year",
        "[上本当當同]月|月[内內初底]|[近本]期": "month",
        "[昨今当當同次翌][日天晚]|近日|日前|[周週][一二三四五六日末]|星期|[礼禮]拜": "day",
    }
)
_PREVIOUS = "last|this|next|that|the|same|previous|following|past|current"
_DISTANT_ENGLISH = _english_words(
    {
        rf"(?:{_PREVIOUS}|prior|preceding|a|under) (?:\w+ )?year": "year",
        "year-(?:end|on-year|to-date)|annual|thereafter|today": "year",
        f"(?:{_PREVIOUS}) month": "month",
        f"(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day|today|(?:{_PREVIOUS}) day": "day",
    }
)
_LOOSE = re.compile(f"[{DIGITS}{MULTIPLIERS}]{{1,40}}")
_FIGURE = r"\d{1,9}(?:\.\d{1,9})?"
_IN_NAME = re.compile(rf"[A-Za-z]-?({_FIGURE})|(?<![\d.])({_FIGURE})-?[A-Za-z]")
_PLAN = re.compile("十([一二三四五六七])五")
_TENTHS = re.compile(r"(?<![之\d])([一二三四五六七八九])分(?=[靠是建天在像])")  # 三分靠建，七分靠管
_ROMAN = re.compile(r"\b[IVX]+\b")
_WORD = rf"(?:{'|'.join(words.HOURS)}|\d{{1,2}})"
_IN = re.compile(
    rf"\b(?P<count>{_WORD})(?:\s[a-z-]+){{0,2}}\s(?:in|out\sof)\s(?:every\s)?(?P<all>{words.NUMBER})\b", re.I
)
"""A share told as so many of so many: one county in twenty."""


@dataclass(frozen=True, slots=True)
class Clues:
    """The values that a text hints at: `times` for dates and durations, `sums` for money, `counts` else.

    `distant` are the parts of a date (`year`, `month`, `day`) that it tells by their distance: 去年, on
    Monday. A translator may put the date there, or put such words for one.
    """

    times: frozenset[Fraction]
    counts: frozenset[Fraction]
    sums: frozenset[Fraction]
    distant: frozenset[str]

    def tell(self, quantity: Quantity) -> bool:
        """Whether they hint at the value of a quantity of the other language."""
        timed = quantity.kind in (Kind.DATE, Kind.TIME, Kind.MEASURE)
        values = self.times if timed else self.sums if quantity.kind is Kind.MONEY else self.counts
        if quantity.kind is Kind.PERCENT:
            return quantity.figure in values
        return not values.isdisjoint(quantity.readings if quantity.value >= 1 else (quantity.value,))


def chinese_clues(text: str) -> Clues:
    """What a Chinese text hints at, numerals inside words included, which tell no sum of money.

    All its hints are for counts too, because the days of an English date are bare figures.
    """
    values = _found(_TIMES_CHINESE, text) | _found(_COUNTS_CHINESE, text) | _codes(text)
    for plan in _PLAN.findall(text):
        first_year = 1951 + 5 * (10 + read(plan))  # the thirteenth is of 2016 to 2020
        values.update((first_year, first_year + 4))
    values.update(10 * read(tenth) for tenth in _TENTHS.findall(text))
    sums = frozenset(values)
    for run in _LOOSE.findall(text):
        parts = () if any(character in MULTIPLIERS for character in run) else run
        values.update(map(read, (run, *parts)))
    return Clues(frozenset(values), frozenset(values), sums, _distant(_DISTANT_CHINESE, text))


def english_clues(text: str) -> Clues:
    """What an English text hints at: Roman numerals, figures in names, words such as `trio`."""
    counts = _found(_COUNTS_ENGLISH, text) | _codes(text) | set(map(roman, _ROMAN.findall(text)))
    shares = ((words.read(share["count"]), words.read(share["all"])) for share in _IN.finditer(text))
    counts |= {count / whole for count, whole in shares if whole}
    times, told = frozenset(_found(_TIMES_ENGLISH, text)), frozenset(counts)
    return Clues(times, told, told, _distant(_DISTANT_ENGLISH, text))


def is_year(quantity: Quantity) -> bool:
    """Whether it can be a year of our time, told as one or by a bare figure."""
    named = quantity.unit in ("year", "decade") or (quantity.kind is Kind.NUMBER and quantity.scale == 1)
    return named and 1900 <= quantity.value < 2040 and quantity.value.denominator == 1


def _distant(table: _Words[str], text: str) -> frozenset[str]:
    parts = {part for pattern, part in table if pattern.search(text)}
    return frozenset(parts | {"month"} if "day" in parts else parts)  # a weekday stands for a whole date


def _found(table: _Words[_Values], text: str) -> set[Fraction]:
    return {Fraction(value) for pattern, values in table if pattern.search(text) for value in values}


def _codes(text: str) -> set[Fraction]:
    return {Fraction(match[1] or match[2]) for match in _IN_NAME.finditer(text)}


def roman(numeral: str) -> Fraction:
    """The value of a Roman numeral under forty, in capitals."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return Fraction(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))
