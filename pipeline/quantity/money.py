"""Currencies: their names, signs and ISO 4217 codes in both languages."""

import re

from pipeline.quantity.units import longest_first

UNSAID = "XXX"
"""ISO 4217's code for no currency: a bare 元, be it the yuan or a dollar of Hong Kong, Macao or Taipei."""

MAINLAND = "XXX-CN"
"""A bare 元 in a text that names none of these places: a bare dollar, an American's, does not render it."""

_TABLE = (
    # code, Chinese names, English names without a plural s, signs that stand before a figure
    ("CNY", "元人民币|元人民幣|人民币|人民幣", "yuan|renminbi|RMB", "RMB|人民币|人民幣|￥"),
    ("HKD", "港元|港币|港幣|港纸|港紙", "Hong Kong dollar|HK dollar", "HK$|港币|港幣"),
    ("TWD", "新台币|新臺幣|新台幣|台币|臺幣|台幣", "New Taiwan dollar|Taiwan dollar|NT dollar", "NT$"),
    ("MOP", "澳门元|澳門元|澳门币|澳門幣", "pataca|Macao dollar", "MOP$"),
    ("USD", "美元|美金", "(?:US|U\\.S\\.|American) dollar", "US$|U.S.$|USD$"),
    ("EUR", "欧元|歐元", "euro", "€"),
    ("GBP", "英镑|英鎊", "pounds? sterling|(?:British )?pound", "£"),
    ("JPY", "日元|日圆|日圓|日币|日幣", "(?:Japanese )?yen", "JP¥"),
    ("KRW", "韩元|韓元|韩圆|韓圓|韩币", "(?:South )?(?:Korean )?won", "₩"),
    ("AUD", "澳元|澳币|澳幣", "Australian dollar", "A$|AU$"),
    ("CAD", "加元|加币|加拿大元", "Canadian dollar", "C$|CA$"),
    ("SGD", "新加坡元|新元|坡元|新币", "Singapore dollar", "S$|SG$"),
    ("CHF", "瑞士法郎|瑞郎", "Swiss franc", "SFr"),
    ("RUB", "卢布|盧布", "rouble|ruble", "₽"),
    ("INR", "印度卢比|印度盧比|卢比|盧比", "(?:Indian )?rupee", "₹"),
    ("THB", "泰铢|泰銖", "(?:Thai )?baht", "฿"),
    ("MYR", "林吉特|令吉|马币", "(?:Malaysian )?ringgit", "RM"),
    (UNSAID, "元|块钱|塊錢|圆|圓", "", ""),
    ("$", "", "dollar", "$"),
    ("¥", "", "", "¥"),
)
_VAGUE = {
    UNSAID: {"CNY", "HKD", "TWD", "MOP"},
    MAINLAND: {"CNY", "HKD", "TWD", "MOP"},
    "$": {"USD", "HKD", "TWD", "AUD", "CAD", "SGD", "MOP"},
    "¥": {"CNY", "JPY"},
}

_CHINESE = {name: code for code, chinese, _, _ in _TABLE if chinese for name in chinese.split("|")}
_SIGNS = {sign: code for code, _, _, signs in _TABLE if signs for sign in signs.split("|")}
_CODES = [code for code, *_ in _TABLE if code not in _VAGUE]
_NAMES = [(code, english) for code, _, english, _ in _TABLE if english]
_ENGLISH = [(code, re.compile(rf"(?:{names})s?|{re.escape(code)}", re.I)) for code, names in _NAMES]
_NOT_MONEY = "(?![元圆圓](?:旦|宵|素|组|組|月|年|老|件|桌|形|满|滿|珠|柱))"

CHINESE = _NOT_MONEY + f"(?:{longest_first([*_CHINESE, *_CODES])})"
"""The pattern of a currency named behind a figure in Chinese."""

_BEHIND = longest_first([*(f"(?:{names})" for _, names in _NAMES), *_CODES])
ENGLISH = rf"[\s-](?i:{_BEHIND})(?i:s)?\b"
"""The pattern of a currency named behind a figure in English, with the space or hyphen before it."""

SIGN = rf"(?<![A-Za-z])(?:{longest_first(map(re.escape, [*_SIGNS, *_CODES]))})"
"""The pattern of a sign or code before a figure, in either language."""


_ELSEWHERE = re.compile(
    "港|澳|台[湾灣币幣北]|臺"
    "|[億萬圓點幣這個為兩國會時們來對後於開關學體長門問間與發經產業資額總報數據員務處區縣鄉鎮號條車優價費]"
)
"""What shows that a text is of Hong Kong, Macao or Taiwan: it names them, or has such characters."""

STARTS = frozenset(sign.lower() for sign in (*_SIGNS, *_CODES) if sign.isascii() and sign.isalpha())
"""The signs and codes that are words."""


def from_chinese(name: str) -> str:
    """The ISO 4217 code that a match of `CHINESE` names."""
    return _CHINESE.get(name, name)


def unsaid(text: str) -> str:
    """The code of a bare 元 in a Chinese text."""
    return UNSAID if _ELSEWHERE.search(text) else MAINLAND


def from_english(name: str) -> str:
    """The ISO 4217 code that a match of `ENGLISH` names."""
    bare = re.sub(r"^[\s-]", "", name)
    return next(code for code, pattern in _ENGLISH if pattern.fullmatch(bare))


def from_sign(sign: str) -> str:
    """The ISO 4217 code that a match of `SIGN` stands for."""
    return _SIGNS.get(sign, sign)


def agree(one: str, other: str) -> bool:
    """Whether two codes, either of them perhaps a vague one, can be the same currency."""
    if {one, other} == {MAINLAND, "$"}:
        return False
    return not _VAGUE.get(one, {one}).isdisjoint(_VAGUE.get(other, {other}))
