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
_CENTURY = rf"(?P<century>上个?|上個|本|{NUMERAL})(?:世纪|世紀)"
_DECADES = re.compile(rf"(?:{_CENTURY})?(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])十年代")
_DECADE = re.compile(rf"(?:{_CENTURY})?(?P<ten>{_TEN})年代")
_BORN = re.compile(r"(?P<ten>(?:[5-9][05]|00)|[五六七八九零〇][零〇五])[后後]")
_MONTH = re.compile(rf"(?P<month>{NUMERAL}) ?月份?")
_DAY = re.compile(
    rf"(?P<day>{NUMERAL}) ?(?:日(?![元圆圓币幣均线線])(?P<within>(?:[之以])?[内內])?|(?P<spoken>[号號]))"
)
_LASTING = re.compile("(?:每|满|滿|不足|超[过過]|逾期?|不[少多]于|不[少多]於)$")
_QUARTER = re.compile(r"(?<!前)第?(?P<quarter>[1-4一二三四])季度?(?P<end>[末底])?|(?P<first>首)季度?")
_HALF = re.compile(r"(?:(?P<first>[上前])|[下后後])半(?:年度?|个?月|個月)")
_PERIODS = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜间|夜間|夜里|夜裡|晚间|晚間|今晚|当晚"
_LATE = re.compile("[下傍晚夜]|今晚|当晚")
_CLOCK = re.compile(
    rf"(?P<period>{_PERIODS})?(?P<hour>{NUMERAL})(?:[:：∶](?P<digits>[0-5]\d)(?:[:：∶](?P<seconds>[0-5]\d))?(?![\d∶]|[.:：]\d)"
    r"|(?P<mark>[点點时時](?![期代间間候刻光常而至机機名评評]))"
    rf"(?:(?P<minute>{NUMERAL})分(?!之)(?:(?P<second>{NUMERAL})秒)?|(?P<half>半)|(?P<quarter>[一三])刻|(?P<sharp>[钟鐘整许許]))?)"
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
    return [_within(match["century"] or "", value, *match.span())]


def _decades(match: re.Match[str]) -> list[Quantity]:
    """Two decades in one word: 五六十年代 are the fifties and sixties."""
    century, spans = match["century"] or "", (match.span("low"), (match.start("high"), match.end()))
    return [
        _within(century, 10 * read(match[ten]), *span)
        for ten, span in zip(("low", "high"), spans, strict=True)
    ]


def _within(century: str, value: Fraction, start: int, end: int) -> Quantity:
    """The decade of a century; which of two it is, where that is not said, the text has to tell."""
    if century and century[0] not in "上本":
        return _date(start, end, (read(century) - 1) * 100 + value, "decade")
    first, other = (2000, 1900) if century.startswith("本") else (1900, 2000)
    return _date(start, end, first + value, "decade", () if century else (other + value,))


def _born(match: re.Match[str]) -> list[Quantity]:
    value = read(match["ten"])
    return [_date(*match.span(), value + (1900 if value else 2000), "decade", (value,))]


def _month(match: re.Match[str]) -> list[Quantity] | None:
    value = read(match["month"])
    return [_date(*match.span(), value, "month")] if 1 <= value <= 12 else None


def _day(match: re.Match[str]) -> list[Quantity] | None:
    """A day of a month, or a number of days: 六十日, 十五日内, 每逾期一日."""
    value, text, start = read(match["day"]), match.string, match.start()
    in_month = text.endswith("月", 0, start)
    lasting = value > 31 or match["within"] or _LASTING.search(text, max(0, start - 3), start)
    if lasting and not (in_month or match["spoken"]):
        return [Quantity(*match.span(), value, Kind.MEASURE, "day")]
    named = match["spoken"] and not in_month
    return [_date(*match.span(), value, "day")] if 1 <= value <= 31 and not named else None


def _quarter(match: re.Match[str]) -> list[Quantity]:
    """A quarter; the end of one is also told by its last month: 二季度末 is the end of June."""
    value = read(match["quarter"] or "一")
    return [_date(*match.span(), value, "quarter", (3 * value,) if match["end"] else ())]


def _half(match: re.Match[str]) -> list[Quantity]:
    value = Fraction(1 if match["first"] else 2)
    return [_date(*match.span(), value, "half", (Fraction(1, 2),))]


def _clock(match: re.Match[str]) -> list[Quantity] | None:
    hour = read(match["hour"])
    if hour.denominator > 1:  # 7.1：38.3 is a ratio
        return None
    told = match["period"] or any(match[name] for name in ("minute", "half", "quarter", "sharp", "digits"))
    if not (told or match["mark"] in "时時") or hour > 24:
        return None
    minutes = match["digits"] or match["minute"]
    minute = read(minutes) if minutes else Fraction(30 if match["half"] else 0)
    if match["quarter"]:
        minute = 15 * read(match["quarter"])
    second = read(match["seconds"] or match["second"] or "〇")
    return [_time(match, hour + minute / 60 + second / 3600)]


def _time(match: re.Match[str], value: Fraction) -> Quantity:
    """The time of a whole day; without its part (上午, 晚上) an hour up to twelve can be either."""
    period = match["period"] or ""
    if _LATE.match(period) and value < 12:
        value += 12
    unclear = value < 13 and (not period or value >= 12 or period[0] == "中")
    return Quantity(*match.span(), value, Kind.TIME, also=((value + 12) % 24,) if unclear else ())


def _date(start: int, end: int, value: Fraction, unit: str, also: tuple[Fraction, ...] = ()) -> Quantity:
    return Quantity(start, end, value, Kind.DATE, unit, also)


SHAPES: tuple[Shape, ...] = (
    Shape(_ISO, _iso, "12"),
    Shape(_DECADES, _decades),
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
