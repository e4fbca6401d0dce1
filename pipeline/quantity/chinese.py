"""The quantities of a Chinese text, in either script: figures and numerals with what they count."""

import re
from dataclasses import replace
from fractions import Fraction

from pipeline.quantity import chinese_dates, chinese_words, eras, money, units
from pipeline.quantity.numerals import DIGITS, MULTIPLIERS, NUMERAL, read, scale
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Shape, Shapes, scan
from pipeline.quantity.vocabulary import COUNTED

_TENTH = (
    "成(?P<twentieth>[一二三四五六七八九半])?(?![立为為功员員长長本果都就绩績交色份因品型分熟效]|不[变變])"
)
_UNIT = rf"(?:[个個](?:(?P<more>半)|[多余餘])?)?(?P<unit>{units.CHINESE})[多余餘]?(?P<after>半(?![载載]))?"
_SUFFIX = (
    r"(?P<percent>[%％])|(?P<permille>‰)|(?P<point>[个個]?百分[点點])|(?P<basis>[个個]?(?:基[点點]子?|[点點]子))"
    rf"|(?P<tenth>{_TENTH})|(?P<fold>折(?![合算旧舊腾騰射返回断斷叠疊磨服]))|(?P<times>倍)"
    rf"|(?P<li>厘(?:(?P<rest>[{DIGITS}半\d]{{1,3}})(?![%\d.年月日个個]))?(?![米清定]))"
    r"|(?P<jiao>(?<!一)[角毛][钱錢])|(?P<fen>(?<!一)分[钱錢])"
    rf"|(?P<money>{money.CHINESE})|{_UNIT}"
)
_ODD = r"[多余餘几幾]|[來来](?=[个個万萬亿億家人年天月])"
_MANY = r"(?:(?<![人指总總倍系函参計计分票基复整])[数數]|[几幾]|(?<!以)上)(?=[十百千万萬亿億])"
_FIGURE = re.compile(
    rf"(?:(?P<sign>{money.SIGN})[ \u00a0]?)?(?P<many>{_MANY})?(?P<number>{NUMERAL})"
    rf"(?P<odd>{_ODD})?(?P<scale>[个個]?[多余餘]?[百千]?[万萬亿億]{{1,3}})?(?:[ \u00a0]?(?:{_SUFFIX}))?"
)
_AS_IT_IS = Fraction(1)
_WORTH = {
    "percent": (Kind.PERCENT, "", Fraction(1, 100)),
    "permille": (Kind.PERCENT, "", Fraction(1, 1000)),
    "point": (Kind.PERCENT, "point", Fraction(1, 100)),
    "basis": (Kind.PERCENT, "point", Fraction(1, 10000)),
    "tenth": (Kind.PERCENT, "", Fraction(1, 10)),
    "times": (Kind.MULTIPLE, "", Fraction(1)),
    "li": (Kind.PERCENT, "", Fraction(1, 100)),  # of interest a year in Hong Kong
    "jiao": (Kind.MONEY, money.UNSAID, Fraction(1, 10)),
    "fen": (Kind.MONEY, money.UNSAID, Fraction(1, 100)),
}
_ADJACENT = re.compile(
    rf"(?P<tens>[一二三四五六七八九]?十)?(?P<low>[一两兩二三四五六七八])(?P<high>[二两兩三四五六七八九])"
    rf"(?P<times>[十百千]?)(?![{DIGITS}])"
)
_COUNTED = re.compile(
    rf"[多余餘几幾]?[{COUNTED}]"
    rf"|[至到或、—~～-][{DIGITS}{MULTIPLIERS}]+[多余餘几幾]?[{COUNTED}年月天周週小分时時]"
)
_GROWN = re.compile("(?:[增涨漲升多快长長贵貴强強远遠扩擴]|超出|(?<!最)[高大])[^，。；、到至为為是的]{0,6}$")
_LED = re.compile(r"(?<=[近上过過逾超约約达達每前满滿])")


def chinese(text: str) -> tuple[Quantity, ...]:
    """The quantities of a plain Chinese text, in reading order; spans are code points of the text.

    A single Chinese digit counts only before a measure word, a unit or another numeral, 一 only before a
    unit (一个 is an article); numerals inside words and names (一事一议, 万向, P2P) are none.
    """
    return scan(text, _START.search, SHAPES)


def _figure(match: re.Match[str]) -> list[Quantity] | None:
    number = match["number"]
    if _in_name(match):
        return None
    if not (number[0].isdigit() or match["sign"] or match["many"] or _counts(match)):
        return None
    kind, unit, worth = _kind(match)
    factor = read(match["scale"].lstrip("个個多余餘")) * worth if match["scale"] else worth
    value, size = read(number), _AS_IT_IS if match["many"] else scale(number)
    if rest := _rest(match):
        value += rest
    if factor != 1:
        value, size = value * factor, size if match["many"] else size * factor
    rough = bool(match["many"]) or (bool(match["odd"]) and number in ("十", "10"))
    return [Quantity(*match.span(), value, kind, unit, _also(match, value), rough, size)]


def _in_name(match: re.Match[str]) -> bool:
    """Whether Latin letters follow a figure at once, as in 5G."""
    following = match.string[match.end() : match.end() + 1]
    return match[0][-1].isdigit() and following.isascii() and following.isalpha()


def _kind(match: re.Match[str]) -> tuple[Kind, str, Fraction]:
    for name, worth in _WORTH.items():
        if match[name]:
            return worth
    if match["fold"]:
        return Kind.PERCENT, "fold", Fraction(1, 10 if read(match["number"]) < 10 else 100)  # 8.5折, 85折
    if match["money"] or match["sign"]:
        codes = (money.from_chinese(match["money"] or ""), money.from_sign(match["sign"] or ""))
        said = next((code for code in codes if code not in ("", money.UNSAID)), "")
        return Kind.MONEY, said or money.unsaid(match.string), _AS_IT_IS
    if match["unit"]:
        return Kind.MEASURE, units.from_chinese(match["unit"]), _AS_IT_IS
    return Kind.NUMBER, "", _AS_IT_IS


def _rest(match: re.Match[str]) -> Fraction | None:
    """What stands behind the unit, 成 or 厘: the half of 一年半, the five of 三成五, the 75 of 三厘七五."""
    rest = match["twentieth"] or match["rest"]
    if match["more"] or match["after"] or rest == "半":
        return Fraction(1, 2)
    return read(rest) / 10 ** len(rest) if rest else None


def _also(match: re.Match[str], value: Fraction) -> tuple[Fraction, ...]:
    if match["times"]:
        grown = _GROWN.search(match.string, max(0, match.start() - 10), match.start())
        return (value + 1,) if grown or value == 1 else ()  # 增长两倍 is to three times as much
    if match["li"]:
        return (value / 10,)  # of interest a month in the mainland
    return (1 - value,) if match["fold"] else ()  # 八折 is 20 % off


def _counts(match: re.Match[str]) -> bool:
    """Whether a numeral without Arabic figures is a number and no part of a word."""
    number, text = match["number"], match.string
    if any(match[name] for name in (*_WORTH, "fold", "money", "unit")):
        return True
    if len(number) > 1 and all(character in DIGITS for character in number):
        return len(number) > 2 and any(zero in number for zero in "零〇○")
    many = number[-1] in MULTIPLIERS
    if match["odd"] or match["scale"]:
        return many or bool(match["scale"])
    if _COUNTED.match(text, match.end()):
        return number not in "一壹零〇"
    return many and (len(number) > 1 or bool(_LED.match(text, match.start())))


def _adjacent(match: re.Match[str]) -> list[Quantity] | None:
    """两三个, 二三十, 十七八万: two neighbouring digits, and 三五, are a range."""
    low, high = read(match["low"]), read(match["high"])
    figure = _FIGURE.match(match.string, match.start("high"))
    in_range = high == low + 1 or match["low"] + match["high"] == "三五"
    above = _figure(figure) if figure and in_range else None
    if not above:
        return None
    tens = read(match["tens"]) if match["tens"] else Fraction(0)
    first = Quantity(match.start(), match.end("low"), (tens + low) * read(match["times"] or "一"))
    return [first, replace(above[0], value=above[0].value + tens * above[0].scale)]


SHAPES = Shapes(
    *eras.SHAPES,
    *chinese_words.BEFORE_DATES,
    *chinese_dates.SHAPES,
    *chinese_words.BEFORE_FIGURES,
    Shape(_ADJACENT, _adjacent, "一两兩二三四五六七八九十"),
    Shape(_FIGURE, _figure),
    *chinese_words.AFTER_FIGURES,
)
"""How Chinese writes quantities, in the order in which it is tried."""

_STARTS = (
    rf"{eras.STARTS}|{chinese_words.STARTS}|{chinese_dates.STARTS}|{money.SIGN}(?=[ \u00a0]?\d)"
    rf"|{_MANY}|[(+](?=[+\d])|{NUMERAL}"
)
# What a quantity starts with is a figure, ASCII, or a character that the pattern names; most of a text is
# none, and looking at the character first takes half the time.
_START = re.compile(rf"(?=[\d!-~{''.join(sorted(set(re.sub('[ -~]', '', _STARTS))))}])(?:{_STARTS})")
