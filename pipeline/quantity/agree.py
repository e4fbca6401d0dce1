"""Whether a quantity of the Chinese and one of the English can be the same."""

from fractions import Fraction
from math import floor, log10

from pipeline.quantity import money
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.units import UNITS

_CONVERSION = Fraction(5, 100)
"""How far a converted measure may be rounded: 100 亩 are 6.67 hectares, and 7 in a newspaper."""

_SHIFT = Fraction(1, 100)
"""How far one may be that decimals can tell exactly, as kilowatts in gigawatts or 斤 in kilograms."""

_CALENDAR = Fraction(10, 100)
"""How far months and days may differ: three months are 90 days, or twelve weeks."""

_MONTHS = {"quarter": 3, "half": 6}
"""前三季度 are the first nine months."""

_PHONE = 10**6
"""Labels from this on are telephone numbers, which may have their country's code before them."""

_DATES = ({"year", "decade"}, {"quarter", "month"})
"""Parts of a date that can be told for each other."""

_BARE = (Kind.NUMBER, Kind.ORDINAL, Kind.LABEL)


def agree(chinese: Quantity, english: Quantity) -> bool:
    """Whether the English quantity renders the Chinese one: same thing counted, same value.

    A figure without a unit can stand for one with any. Measures may be converted.
    """
    if not same_thing(chinese, english):
        return False
    if chinese.rough or english.rough:
        return _roughly(chinese, english)
    if chinese.kind is english.kind is Kind.MEASURE and chinese.unit != english.unit:
        return _converted(chinese, english)
    if chinese.unit == "fold" and english.unit == "off":
        return english.value in chinese.also
    if chinese.unit in _MONTHS and english.unit == "month" and english.kind is Kind.MEASURE:
        parts = 1 if chinese.unit == "half" else chinese.value  # 下半年 are six months, not twelve
        return parts * _MONTHS[chinese.unit] == english.value
    if chinese.unit == english.unit == "half":
        return chinese.value == english.value
    if {chinese.unit, english.unit} == {"quarter", "month"}:  # the end of the second is that of June
        return english.value in chinese.also
    if chinese.kind is Kind.LABEL and min(chinese.value, english.value) >= _PHONE:
        return str(english.value).endswith(str(chinese.value))
    return not set(_faces(chinese, english)).isdisjoint(_faces(english, chinese)) or _rounded(
        chinese, english
    )


def same_thing(chinese: Quantity, english: Quantity) -> bool:
    """Whether the two can count the same thing, whatever their values."""
    if chinese.kind in _BARE or english.kind in _BARE:
        return True
    kinds = {chinese.kind, english.kind}
    if len(kinds) > 1:
        if chinese.unit == english.unit == "quarter":  # three of them are not the third
            return False
        pounds = chinese.unit == "lb" and english.unit == "GBP"
        return pounds or kinds in (
            {Kind.PERCENT, Kind.MULTIPLE},
            {Kind.DATE, Kind.MEASURE},
            {Kind.TIME, Kind.MEASURE},
        )
    if chinese.kind is Kind.DATE:
        return chinese.unit == english.unit or {chinese.unit, english.unit} in _DATES
    if chinese.kind is Kind.MONEY:
        return money.agree(chinese.unit, english.unit)
    if chinese.kind is Kind.MEASURE:
        return UNITS[chinese.unit].dimension == UNITS[english.unit].dimension
    if chinese.kind is Kind.PERCENT:
        return (chinese.unit == "point") is (english.unit == "point")
    return True


def _roughly(chinese: Quantity, english: Quantity) -> bool:
    low, high = sorted((chinese, english), key=lambda quantity: not quantity.rough)
    if low.rough and high.rough:
        return floor(log10(low.value)) == floor(log10(high.value))
    return low.value <= high.value < 10 * low.value


def _converted(chinese: Quantity, english: Quantity) -> bool:
    one, other = UNITS[chinese.unit], UNITS[english.unit]
    values = [reading * one.size for reading in chinese.readings]
    target = english.value * other.size
    if {one.name, other.name} == {"celsius", "fahrenheit"}:  # where a change of temperature has no 32 in it
        freezing = 32 * other.size if other.name == "fahrenheit" else -32 * one.size
        values += [value + freezing for value in values]
    slack = _slack(chinese, english)
    return any(abs(value - target) <= slack * max(abs(value), abs(target)) for value in values)


def _slack(chinese: Quantity, english: Quantity) -> Fraction | int:
    """By what share of itself a converted measure may differ."""
    one, other = UNITS[chinese.unit], UNITS[english.unit]
    if one.dimension == "time":
        return 0 if _is_long(chinese) is _is_long(english) else _CALENDAR
    return _SHIFT if _ends(one.size / other.size) and _ends(other.size / one.size) else _CONVERSION


def _ends(ratio: Fraction) -> bool:
    """Whether its decimals come to an end: nothing but twos and fives divides by it."""
    return 10**60 % ratio.denominator == 0


def _rounded(chinese: Quantity, english: Quantity) -> bool:
    """Whether millions and more are told with two figures at least: 35,640亿 as 3.6 trillion."""
    if english.scale < 10**6 or english.figure < 1:
        return False
    decimals = 0
    while (english.figure * 10**decimals).denominator > 1 and decimals < 6:
        decimals += 1
    precise = decimals > 0 or english.figure >= 10
    return precise and abs(chinese.value / english.scale - english.figure) < Fraction(1, 10**decimals)


def _is_long(quantity: Quantity) -> bool:
    return UNITS[quantity.unit].size > 14


def _faces(quantity: Quantity, other: Quantity) -> list[Fraction]:
    """The values to compare: for the clock within the day, for 5 % beside a bare 5 the figure too.

    A bare figure can stand for an hour of either half of the day.
    """
    values = list(quantity.readings)
    if Kind.TIME in (quantity.kind, other.kind):
        return [value % (12 if other.kind in _BARE or quantity.kind in _BARE else 24) for value in values]
    if quantity.kind is Kind.PERCENT and other.kind in _BARE:
        values += [value / quantity.scale for value in values]
    return values
