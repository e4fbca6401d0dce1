"""The quantities of an English text: figures and number words with what they count."""

import re
from dataclasses import replace
from fractions import Fraction

from pipeline.quantity import english_dates, english_words, money, units, words
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Shape, Shapes, scan

_RUNNING = r"[\s-](?i:consecutive|successive|straight|additional|further|more|full|whole)(?=[\s-])"
_BASIS = r"(?i:[\s-](?:basis[\s-]points?|bps?)\b|bps?\b)"
_SUFFIX = (
    rf"(?P<point>{english_words.POINT})|(?P<off>{english_words.PERCENT}[\s-](?:off|discount)\b)"
    rf"|(?P<percent>{english_words.PERCENT})|(?P<permille>\s?‰|\sper\s(?:thousand|mille)\b)|(?P<basis>{_BASIS})"
    r"|(?P<times>[\s-]?fold\b|[\s-]times\b|x\b)|(?P<nth>st\b|nd\b|rd\b|th\b)"
    rf"|(?P<money>{money.ENGLISH})"
    rf"|(?:{_RUNNING})?(?P<more>[\s-]and[\s-]a[\s-]half)?(?P<unit>{units.ENGLISH})(?P<after>\sand\sa\shalf)?"
)
_FIGURE = re.compile(
    rf"(?:(?P<sign>{money.SIGN})[ \u00a0]?)?(?P<number>{words.NUMBER}(?:{words.SHORT})?)(?:{_SUFFIX})?"
)
_AS_IT_IS = Fraction(1)
_WORTH = {
    "off": (Kind.PERCENT, "off", Fraction(1, 100)),
    "percent": (Kind.PERCENT, "", Fraction(1, 100)),
    "point": (Kind.PERCENT, "point", Fraction(1, 100)),
    "permille": (Kind.PERCENT, "", Fraction(1, 1000)),
    "basis": (Kind.PERCENT, "point", Fraction(1, 10000)),
    "times": (Kind.MULTIPLE, "", Fraction(1)),
    "nth": (Kind.ORDINAL, "", Fraction(1)),
}
_PHONE = re.compile(
    r"(?:\+\d{1,3}[\s-]?|\(?0)[\d()]{1,5}(?:[\s-]?[\d()]{3,8}){1,3}|400-\d{3,4}-\d{3,4}|\d{3,4}-\d{7,8}"
)
_NAME = re.compile(r"[A-Za-z]+\d\w*(?:\.\d+)?")
_DATE_GAP = re.compile(r",?\s(?:of\s)?|\.\s?")


def english(text: str) -> tuple[Quantity, ...]:
    """The quantities of a plain English text, in reading order; spans are code points of the text.

    Figures inside names (G20, COVID-19) are none. `a year` counts as one year, `both` and `twice` as two.
    """
    return _with_days(text, scan(text, _next, SHAPES))


def _with_days(text: str, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Takes a bare figure beside a month for its day."""
    if not any(map(_is_month, quantities)):
        return quantities
    days = list(quantities)
    for i, quantity in enumerate(quantities):
        for other in quantities[max(0, i - 1) : i + 2]:
            low, high = sorted((quantity, other), key=lambda one: one.start)
            if _is_month(other) and _is_day(quantity) and _DATE_GAP.fullmatch(text, low.end, high.start):
                days[i] = replace(quantity, kind=Kind.DATE, unit="day")
    return tuple(days)


def _is_month(quantity: Quantity) -> bool:
    return quantity.unit == "month" and quantity.kind is Kind.DATE


def _is_day(quantity: Quantity) -> bool:
    plain = quantity.kind in (Kind.NUMBER, Kind.ORDINAL) and quantity.scale == 1 and not quantity.rough
    return plain and quantity.value.denominator == 1 and 1 <= quantity.value <= 31


def _figure(match: re.Match[str]) -> list[Quantity] | None:
    number, text = match["number"], match.string
    in_name = text[match.end() - 1].isdigit() and text[match.end() : match.end() + 1].isalpha()
    if in_name or (number[-1] in "mMbB" and not match["sign"]):
        return None
    if len(number) > 1 and not number.strip("0"):  # HK$'000 heads a column of thousands
        return []
    kind, unit, worth = _kind(match)
    value, scale = words.read(number), words.scale(number)
    if match["more"] or match["after"]:
        value += Fraction(1, 2)
    if worth != 1:
        value, scale = value * worth, scale * worth
    return [Quantity(*match.span(), value, kind, unit, scale=scale)]


def _kind(match: re.Match[str]) -> tuple[Kind, str, Fraction]:
    for name, worth in _WORTH.items():
        if match[name]:
            return worth
    if match["sign"] or match["money"]:
        code = money.from_sign(match["sign"]) if match["sign"] else money.from_english(match["money"])
        return Kind.MONEY, code, _AS_IT_IS
    if match["unit"]:
        return Kind.MEASURE, units.from_english(match["unit"]), _AS_IT_IS
    return Kind.NUMBER, "", _AS_IT_IS


def _phone(match: re.Match[str]) -> list[Quantity] | None:
    digits = re.sub(r"\D", "", match[0])
    return [Quantity(*match.span(), Fraction(digits), Kind.LABEL)] if len(digits) > 7 else None


def _name(_: re.Match[str]) -> list[Quantity]:
    return []


SHAPES = Shapes(
    Shape(_PHONE, _phone, r"+(\d"),
    *english_dates.SHAPES,
    *english_words.BEFORE_FIGURES,
    Shape(_FIGURE, _figure),
    *english_words.AFTER_FIGURES,
    Shape(_NAME, _name, "a-z"),
)
"""How English writes quantities, in the order in which it is tried."""

_TOKEN = re.compile(r"(?<![A-Za-z])[A-Za-z][A-Za-z0-9]*\$?|(?<![A-Z]-)(?<!\d)\d+|[+('’](?=\d)|[$€£¥￥₩₽₹฿]")
_ARTICLES = ("a", "an")
_ONE = re.compile(
    rf"[\s-](?:half|few)|{units.NAMED}|[\s-](?i:{'|'.join(words.SCALES)}|{english_words.FURTHER}(?:{english_words.PARTS}))\b"
)
_STARTS = english_words.STARTS | english_dates.STARTS | words.STARTS | money.STARTS


def _next(text: str, at: int) -> re.Match[str] | None:
    """The next figure, sign or word that a quantity can start with; words are looked up, which is quick."""
    for token in _TOKEN.finditer(text, at):
        word = token[0].lower()
        if not word.isalpha() or (
            word in _STARTS and (word not in _ARTICLES or _ONE.match(text, token.end()))
        ):
            return token
    return None
