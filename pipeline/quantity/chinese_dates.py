"""Dates and times in Chinese: years, decades, months, days, quarters, halves and the clock."""

import re
from fractions import Fraction

from pipeline.quantity.numerals import DIGITS, NUMERAL, read
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Shape

_ISO = re.compile(r"(?P<year>[12]\d{3})(?P<sep>[-./])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?![\d%])")
_SHORT_YEAR = f"九[〇零○一二三四五六七八]|[零〇○][{DIGITS}]"
_YEAR = re.compile(rf"(?P<year>[12]\d{{3}}|[一二][{DIGITS}]{{3}}|{_SHORT_YEAR}) ?年(?![代间間])")
_TEN = rf"[12]\d\d0|\d0|[一二][{DIGITS}]{{2}}[零〇○]|[一二三四五六七八九]?十"
_DECADE = re.compile(rf"(?:(?P<century>上个?|上個|本|{NUMERAL})(?:世纪|世紀))?(?P<ten>{_TEN})年代")
_BORN = re.compile(r"(?P<ten>(?:[5-9][05]|00)|[五六七八九零〇][零〇五])[后後]")
_MONTH = re.compile(rf"(?P<month>{NUMERAL}) ?月份?")
_DAY = re.compile(rf"(?P<day>{NUMERAL}) ?(?:日(?![元圆圓币幣均线線])|(?P<spoken>[号號]))")
_QUARTER = re.compile(r"第?(?P<quarter>[1-4一二三四])季度?|(?P<first>首)季度?")
_HALF = re.compile(r"(?:(?P<first>[上前])|[下后後])半(?:年度?|个?月|個月)")
_PERIODS = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜间|夜間|夜里|夜裡|晚间|晚間|今晚|当晚"
_LATE = re.compile("[下傍晚夜]|今晚|当晚")
_CLOCK = re.compile(
    rf"(?P<period>{_PERIODS})?(?P<hour>{NUMERAL})(?:[:：](?P<digits>[0-5]\d)(?!\d)"
    r"|(?P<mark>[点點时時](?![期代间間候刻光常而至机機名评評]))"
    rf"(?:(?P<minute>{NUMERAL})分(?!之)|(?P<half>半)|(?P<quarter>[一三])刻|(?P<sharp>[钟鐘整许許]))?)"
)


def _iso(match: re.Match[str]) -> list[Quantity]:
    parts = ("year", "month", "day")
    return [_date(match.start(part), match.end(part), Fraction(match[part]), part) for part in parts]


def _year(match: re.Match[str]) -> list[Quantity]:
    value = read(match["year"])
    if value < 100:
        value += 1900 if value > 50 else 2000
    return [_date(*match.span(), value, "year")]


def _decade(match: re.Match[str]) -> list[Quantity]:
    value = read(match["ten"])
    if value > 100:
        return [_date(*match.span(), value, "decade")]
    century = match["century"] or ""
    if century and century[0] not in "上本":
        return [_date(*match.span(), (read(century) - 1) * 100 + value, "decade")]
    first, other = (2000, 1900) if century.startswith("本") else (1900, 2000)
    return [_date(*match.span(), first + value, "decade", () if century else (other + value,))]


def _born(match: re.Match[str]) -> list[Quantity]:
    value = read(match["ten"])
    return [_date(*match.span(), value + (1900 if value else 2000), "decade", (value,))]


def _month(match: re.Match[str]) -> list[Quantity] | None:
    value = read(match["month"])
    return [_date(*match.span(), value, "month")] if 1 <= value <= 12 else None


def _day(match: re.Match[str]) -> list[Quantity] | None:
    value = read(match["day"])
    named = match["spoken"] and not match.string[: match.start()].endswith("月")
    return [_date(*match.span(), value, "day")] if 1 <= value <= 31 and not named else None


def _quarter(match: re.Match[str]) -> list[Quantity]:
    return [_date(*match.span(), read(match["quarter"] or "一"), "quarter")]


def _half(match: re.Match[str]) -> list[Quantity]:
    value = Fraction(1 if match["first"] else 2)
    return [_date(*match.span(), value, "half", (Fraction(1, 2),))]


def _clock(match: re.Match[str]) -> list[Quantity] | None:
    hour = read(match["hour"])
    told = match["period"] or any(match[name] for name in ("minute", "half", "quarter", "sharp", "digits"))
    if not (told or match["mark"] in "时時") or hour > 24:
        return None
    minutes = match["digits"] or match["minute"]
    minute = read(minutes) if minutes else Fraction(30 if match["half"] else 0)
    if match["quarter"]:
        minute = 15 * read(match["quarter"])
    late = match["period"] and _LATE.match(match["period"]) and hour < 12
    return [Quantity(*match.span(), hour + minute / 60 + (12 if late else 0), Kind.TIME)]


def _date(start: int, end: int, value: Fraction, unit: str, also: tuple[Fraction, ...] = ()) -> Quantity:
    return Quantity(start, end, value, Kind.DATE, unit, also)


SHAPES: tuple[Shape, ...] = (
    Shape(_ISO, _iso, "12"),
    Shape(_DECADE, _decade),
    Shape(_BORN, _born, "05-9五六七八九零〇"),
    Shape(_YEAR, _year, "12一二九零〇○"),
    Shape(_HALF, _half, "上前下后後"),
    Shape(_QUARTER, _quarter, "1-4一二三四第首"),
    Shape(_MONTH, _month),
    Shape(_CLOCK, _clock),
    Shape(_DAY, _day),
)
"""The shapes of dates and times, to be tried before a bare figure."""

STARTS = rf"(?:{_PERIODS})(?={NUMERAL})|上个?世|上個世|本世|[上前下后後]半"
"""The pattern of what these shapes start with, numerals and 首 apart."""
