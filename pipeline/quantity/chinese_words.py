"""Chinese quantities with a shape of their own: fractions, ordinals, halves, 翻番, documents, telephones."""

import re
from fractions import Fraction

from pipeline.quantity import money, units
from pipeline.quantity.numerals import DIGITS, MULTIPLIERS, NUMERAL, read
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Shape
from pipeline.quantity.vocabulary import FIRST, IDIOM, LUNAR, WORDS, is_idiom

_HUNDREDS = ("百", "千", "万", "萬")
_FRACTION = re.compile(
    rf"(?P<below>{NUMERAL})分之(?P<above>{NUMERAL})(?:[至到—–-](?P<upper>{NUMERAL})(?!分之))?|百分百"
)
_SHARE = re.compile("(?P<below>[三四五六七八九十])份(?P<above>[一二兩两三四])(?![十百千万萬份個个家])")
_RATE = re.compile("(?P<below>[二四])分(?P<above>[一三])厘")
_JIAO = re.compile(
    rf"(?P<number>[{DIGITS}\d])毛(?:(?P<rest>[{DIGITS}\d])(?![{DIGITS}\d])|(?<!三毛)(?=[，。；、！？）)一每左]|$))"
)
_CHANGE = re.compile(
    rf"(?P<number>{NUMERAL})[块塊](?P<rest>[{DIGITS}\d])"
    rf"(?:[毛角](?:[钱錢]|(?P<fen>[{DIGITS}\d])分?)?|(?=[，。；、！？）)一每左]|$))"
)
_HEIGHT = re.compile(
    rf"(?P<number>[一二两兩12])米(?P<rest>[{DIGITS}\d]{{1,2}})(?![{DIGITS}{MULTIPLIERS}\d.]|[个個条條层層])"
)
_SECONDS = re.compile(
    rf"(?:(?P<minutes>{NUMERAL})分[钟鐘]?)?(?P<seconds>{NUMERAL})秒(?P<rest>\d{{1,3}})?(?![钟鐘\d])"
)
_ORDINAL = re.compile(rf"第 ?(?P<number>{NUMERAL})")
_FIRST = re.compile(f"首(?=[{FIRST}])")
_PLENUM = re.compile("(?P<number>[一二三四五六七八九])(?=中全[会會])")
_PLAN = re.compile(
    "(?:十(?P<after_ten>[一二三四五六七])|(?<=[“「『])(?P<quoted>[一二三四五六七八九十]))五(?(quoted)(?=[”」』]))"
)
_HALF = re.compile(
    rf"半[个個]?(?P<unit>{units.CHINESE})|(?P<rate>半厘)|一半|半[数數价價]|(?<=[过過超逾近])半"
)
_AGE = re.compile("(?P<number>[五六七八九])旬")
_TURNS = re.compile("翻(?:了)?(?:[近约約逾]|超[过過])?(?P<times>[一二两兩三四])?(?:番|(?P<more>倍))")
_DOCUMENT = re.compile(r"(?P<year>\d{4})[〕\])）】] ?第? ?(?P<number>\d+) ?[号號]")
_PHONE = re.compile(
    r"(?:\+86[- ]?)?(?:\(?0?\d{2,3}\)?[- ]\d{4}[- ]?\d{3,4}|400[- ]\d{3,4}[- ]\d{3,4}|1[3-9]\d{9})(?!\d)"
)
_NAMED = re.compile(rf"(?<=[“「『])[{DIGITS}][^\W\d](?=[”」』])")
NAME = re.compile(r"[A-Za-z][A-Za-z.]*-?\d[A-Za-z\d.-]*")
"""A Latin name with figures in it, which tells no number: P2P, GPT-4."""


def _fraction(match: re.Match[str]) -> list[Quantity]:
    if match["below"] is None:  # 百分百
        return [Quantity(*match.span(), Fraction(1), Kind.PERCENT, scale=Fraction(1, 100))]
    below = read(match["below"])
    if not below:
        return []
    kind = Kind.PERCENT if match["below"] in _HUNDREDS else Kind.NUMBER
    size = 1 / below if kind is Kind.PERCENT else Fraction(1)
    spans = {"above": (match.start(), match.end("above")), "upper": match.span("upper")}
    return [
        Quantity(*span, read(match[name]) / below, kind, scale=size)
        for name, span in spans.items()
        if match[name]
    ]


def _share(match: re.Match[str]) -> list[Quantity] | None:
    """The fraction as Hong Kong says it: 三份二."""
    value = read(match["above"]) / read(match["below"])
    return [Quantity(*match.span(), value)] if value < 1 else None


def _rate(match: re.Match[str]) -> list[Quantity]:
    """A fraction of one per cent of interest, as Hong Kong says it: 四分一厘."""
    value = read(match["above"]) / read(match["below"])
    return [Quantity(*match.span(), value / 100, Kind.PERCENT, "point", scale=Fraction(1, 100))]


def _numbered(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(*match.span(), read(match["number"]), Kind.ORDINAL)]


def _first(match: re.Match[str]) -> list[Quantity]:
    return [Quantity(*match.span(), Fraction(1), Kind.ORDINAL)]


def _plan(match: re.Match[str]) -> list[Quantity]:
    """A plan for five years by its number: 十四五 is the fourteenth, “八五” the eighth."""
    number = 10 + read(match["after_ten"]) if match["after_ten"] else read(match["quoted"])
    return [Quantity(*match.span(), number, Kind.ORDINAL)]


def _half(match: re.Match[str]) -> list[Quantity]:
    half = Fraction(1, 2)
    if match["unit"]:
        return [Quantity(*match.span(), half, Kind.MEASURE, units.from_chinese(match["unit"]))]
    if match["rate"]:
        return [Quantity(*match.span(), half / 100, Kind.PERCENT, "point", scale=Fraction(1, 100))]
    return [Quantity(*match.span(), half)]


def _turns(match: re.Match[str]) -> list[Quantity]:
    """翻一番 is twice as much, 翻两番 four times; 翻三倍 is to three times or to four."""
    times = int(read(match["times"] or "一"))
    if match["more"] and times > 1:
        return [Quantity(*match.span(), Fraction(times), Kind.MULTIPLE, also=(Fraction(times + 1),))]
    return [Quantity(*match.span(), Fraction(2**times), Kind.MULTIPLE)]


def _change(match: re.Match[str]) -> list[Quantity]:
    """两块三 is 2.3 yuan."""
    value = read(match["number"]) + read(match["rest"]) / 10 + read(match["fen"] or "〇") / 100
    return [Quantity(*match.span(), value, Kind.MONEY, money.unsaid(match.string))]


def _height(match: re.Match[str]) -> list[Quantity]:
    """一米八 is 1.8 meters, 一米七五 1.75."""
    value = read(match["number"]) + read(match["rest"]) / 10 ** len(match["rest"])
    return [Quantity(*match.span(), value, Kind.MEASURE, "m")]


def _age(match: re.Match[str]) -> list[Quantity]:
    """七旬 is seventy years."""
    return [Quantity(*match.span(), 10 * read(match["number"]), Kind.MEASURE, "year")]


def _seconds(match: re.Match[str]) -> list[Quantity] | None:
    """Seconds behind minutes, or with what is measured of the next one behind them: 6分57秒, 13秒04."""
    if not (match["minutes"] or match["rest"]):
        return None
    seconds = read(match["seconds"]) + (Fraction(f"0.{match['rest']}") if match["rest"] else 0)
    if not match["minutes"]:
        return [Quantity(*match.span(), seconds, Kind.MEASURE, "second")]
    return [Quantity(*match.span(), read(match["minutes"]) + seconds / 60, Kind.MEASURE, "minute")]


def _jiao(match: re.Match[str]) -> list[Quantity]:
    """五毛 is 0.5 yuan, 三毛八 0.38; 三毛 alone is a writer."""
    value = read(match["number"]) / 10 + (read(match["rest"]) / 100 if match["rest"] else 0)
    return [Quantity(*match.span(), value, Kind.MONEY, money.unsaid(match.string))]


def _document(match: re.Match[str]) -> list[Quantity]:
    year = Quantity(*match.span("year"), Fraction(match["year"]), Kind.DATE, "year")
    return [year, Quantity(match.start("number"), match.end(), Fraction(match["number"]), Kind.LABEL)]


def _phone(match: re.Match[str]) -> list[Quantity]:
    digits = re.sub(r"\D", "", match[0].removeprefix("+86"))
    return [Quantity(*match.span(), Fraction(digits), Kind.LABEL)]


def _word(_: re.Match[str]) -> list[Quantity]:
    return []


def _idiom(match: re.Match[str]) -> list[Quantity] | None:
    return [] if is_idiom(match) else None


BEFORE_DATES: tuple[Shape, ...] = (
    Shape(LUNAR, _word),
    Shape(_RATE, _rate, "二四"),
    Shape(IDIOM, _idiom),
    Shape(WORDS, _word),
    Shape(_PLAN, _plan, "一二三四五六七八九十"),
    Shape(_NAMED, _word, DIGITS),
    Shape(_PLENUM, _numbered, "一二三四五六七八九"),
    Shape(_PHONE, _phone, r"+(\d"),
    Shape(_DOCUMENT, _document, r"\d"),
)
"""The shapes to be tried first: words that tell no number, and numbers that only name something."""

BEFORE_FIGURES: tuple[Shape, ...] = (
    Shape(_FRACTION, _fraction),
    Shape(_CHANGE, _change),
    Shape(_JIAO, _jiao),
    Shape(_HEIGHT, _height, "一二两兩12"),
    Shape(_SECONDS, _seconds),
    Shape(_AGE, _age, "五六七八九"),
    Shape(_SHARE, _share, "三四五六七八九十"),
    Shape(_ORDINAL, _numbered, "第"),
    Shape(_FIRST, _first, "首"),
)
"""The shapes to be tried before a figure, whose beginnings they share."""

AFTER_FIGURES: tuple[Shape, ...] = (
    Shape(_HALF, _half, "一半"),
    Shape(_TURNS, _turns, "翻"),
    Shape(NAME, _word, "a-z"),
)
"""The shapes to be tried when it is no figure."""

STARTS = rf"(?<![A-Za-z.]){NAME.pattern}|{LUNAR.pattern}|百分百|[半首第翻]"
"""The pattern of what these shapes start with, numerals apart."""
