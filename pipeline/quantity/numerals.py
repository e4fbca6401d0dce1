"""Chinese numerals: the pattern that finds them, 15万 and 三百五十 alike, and their exact value.

Both scripts, the bank forms (壹貳叁) and 廿, 卅 are read; so are a last digit that stands for the next
place (两万五 is 25,000) and multiplied multipliers (万亿). docs/numbers.md tells which libraries were
measured.
"""

import re
from fractions import Fraction
from functools import lru_cache

DIGITS = "零〇○一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖"
"""The Chinese digits, for use inside brackets."""

MULTIPLIERS = "十拾廿卅百佰千仟万萬亿億"
"""What multiplies a digit, for use inside brackets.

兆 is not in it: a million millions of money in Taipei, it is only a million of a unit (兆瓦) elsewhere.
"""

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3}){1,12}+(?!\d)|\d{1,40}+)(?:[.．]\d{1,40}+)?+"
"""The pattern of a number in Arabic figures. Their count is bounded: Python refuses to read thousands."""

_TRILLION = f"兆(?=[多餘余]?[美日歐欧韓韩]?[元圓圆]|[{DIGITS}{MULTIPLIERS}\\d]{{1,6}}[億亿])"
_TIMES = f"(?:(?!千[瓦米克卡帕]|百帕)[{MULTIPLIERS}]|{_TRILLION})"
_TWO = f"(?<![{MULTIPLIERS}])[两兩]|[两兩](?=[{MULTIPLIERS}])"  # 三百两 are taels
_DIGIT = f"(?:[{re.sub('[两兩]', '', DIGITS)}]|{_TWO})"
HAN = rf"(?>(?:{_DIGIT}|{_TIMES}){{1,40}}+(?:[点點][{DIGITS}]{{1,40}}+(?![十分刻])[万萬亿億]{{0,2}}+)?+)"
"""The pattern of a number in Chinese characters, its decimals after 点 included."""

_GROUP = rf"(?:[ \u00a0](?=[万萬亿億]))?+(?:{_TIMES}){{1,4}}+(?:{ARABIC}|{_DIGIT}{{1,9}}+)?+"
NUMERAL = rf"(?>{ARABIC}(?:{_GROUP}){{0,4}}+|{HAN})"
"""The pattern of a number in either kind of figures or both, such as 1亿2000万."""

HAN_ONLY = re.compile(HAN)
"""A numeral without Arabic figures."""

_PLACES = (("兆", 10**12), ("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_ALIKE = (
    "零〇○０",
    "一壹１",
    "二贰貳两兩２",
    "三叁參３",
    "四肆４",
    "五伍５",
    "六陆陸６",
    "七柒７",
    "八捌８",
    "九玖９",
)
_PLAIN = {c: str(digit) for digit, characters in enumerate(_ALIKE) for c in characters}
_OTHERS = {
    "拾": "十",
    "廿": "2十",
    "卅": "3十",
    "佰": "百",
    "仟": "千",
    "萬": "万",
    "億": "亿",
    "点": ".",
    "點": ".",
}
_NO_SIGN = {"．": ".", ",": "", "，": "", " ": "", "\u00a0": ""}
_ASCII = str.maketrans(_PLAIN | _OTHERS | _NO_SIGN)


@lru_cache(maxsize=4096)
def read(numeral: str) -> Fraction:
    """The value of what `NUMERAL` matches; digits without a place are read by position (二〇一七)."""
    return _value(numeral.translate(_ASCII).replace("万万", "亿"))


def _value(figures: str) -> Fraction:
    for sign, worth in _PLACES:
        head, found, tail = figures.partition(sign)
        if found:
            return (_value(head) if head else 1) * worth + _tail(tail, worth)
    return Fraction(figures or 0)


def _tail(figures: str, place: int) -> Fraction:
    next_place = len(figures) == 1 and figures.isdigit() and place > 10
    return Fraction(figures) * place / 10 if next_place else _value(figures)


@lru_cache(maxsize=4096)
def scale(numeral: str) -> Fraction:
    """What the multipliers at the end of a numeral come to: 10,000 for 15万, 1 for 250."""
    ending = "万萬亿億兆" if HAN_ONLY.fullmatch(numeral) else f"{MULTIPLIERS}兆"
    times = numeral[len(numeral.rstrip(ending)) :]
    return read(times) if times and times != numeral else Fraction(1)
