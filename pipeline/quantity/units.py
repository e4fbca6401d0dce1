"""Units of measure: what they are called in both languages and what they are worth in each other.

Sizes: the SI; China's market units (斤, 里, 亩) as the State Council's order of 25 June 1959 set them;
English units by the international yard and pound of 1959; months and years by the Gregorian mean.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `size` is its worth in the base unit of its `dimension`.

    `chinese` and `english` are its names, separated by `|`, the English without a plural s; `symbols`
    are told apart by case.
    """

    name: str
    dimension: str
    size: Fraction
    chinese: str
    english: str
    symbols: str = ""


_YEAR = Fraction("365.2425")
_ACRE = Fraction("4046.8564224")
_TABLE = (
    Unit("second", "time", Fraction(1, 86400), "秒钟|秒鐘|秒", "second"),
    Unit("minute", "time", Fraction(1, 1440), "分钟|分鐘", "minute|min"),
    Unit("hour", "time", Fraction(1, 24), "小时|小時|钟头|鐘頭", "hour|hr"),
    Unit("day", "time", Fraction(1), "工作日|工作天|自然日|天", "(?:working |business |calendar )?day"),
    Unit("week", "time", Fraction(7), "星期|礼拜|禮拜|周|週", "week"),
    Unit("fortnight", "time", Fraction(14), "", "fortnight"),
    Unit("month", "time", _YEAR / 12, "个月|個月", "month"),
    Unit("quarter", "time", _YEAR / 4, "季度|季", "quarter"),
    Unit("year", "time", _YEAR, "周年|週年|周岁|週歲|年间|年間|年|载|載", "year|yr"),
    Unit("decade", "time", _YEAR * 10, "", "decade"),
    Unit("century", "time", _YEAR * 100, "世纪|世紀", "century|centurie"),
    Unit("nm", "length", Fraction(1, 10**9), "纳米|納米|奈米", "nanomet(?:re|er)", "nm"),
    Unit("um", "length", Fraction(1, 10**6), "微米", "micron|micromet(?:re|er)", "μm|µm"),
    Unit("mm", "length", Fraction(1, 1000), "毫米", "millimet(?:re|er)", "mm"),
    Unit("cm", "length", Fraction(1, 100), "厘米|公分", "centimet(?:re|er)", "cm"),
    Unit("m", "length", Fraction(1), "公尺|米", "met(?:re|er)", "m"),
    Unit("km", "length", Fraction(1000), "公里|千米", "kilomet(?:re|er)", "km"),
    Unit("li", "length", Fraction(500), "华里|華里|里", "li"),
    Unit("foot", "length", Fraction("0.3048"), "英尺|英呎|呎", "foot|feet", "ft"),
    Unit("inch", "length", Fraction("0.0254"), "英寸|英吋|吋|寸", "inche|inch"),
    Unit("mile", "length", Fraction("1609.344"), "英里|英哩", "mile", "mph"),
    Unit("nmi", "length", Fraction(1852), "海里|浬", "nautical mile"),
    Unit("m2", "area", Fraction(1), "平方米|平方公尺|平米", "(?:square |sq )met(?:re|er)|sqm|sq m", "m²|m2"),
    Unit("km2", "area", Fraction(10**6), "平方公里", "(?:square |sq )kilomet(?:re|er)|sq km", "km²|km2"),
    Unit("mu", "area", Fraction(2000, 3), "市亩|市畝|亩|畝", "mu"),
    Unit("ha", "area", Fraction(10000), "公顷|公頃", "hectare", "ha"),
    Unit("acre", "area", _ACRE, "英亩|英畝", "acre"),
    Unit("sqft", "area", Fraction("0.09290304"), "平方英尺|平方呎", "square (?:foot|feet)|sq ft"),
    Unit("sqmi", "area", 640 * _ACRE, "平方英里", "(?:square |sq )mile"),
    Unit("mg", "mass", Fraction(1, 10**6), "毫克", "milligram(?:me)?", "mg"),
    Unit("g", "mass", Fraction(1, 1000), "克", "gram(?:me)?", "g"),
    Unit("jin", "mass", Fraction(1, 2), "市斤|斤", "jin|catty|cattie"),
    Unit("tael", "mass", Fraction(1, 20), "两|兩", "tael"),
    Unit("kg", "mass", Fraction(1), "公斤|千克", "kilogram(?:me)?|kilo", "kg"),
    Unit("lb", "mass", Fraction("0.45359237"), "磅", "pound", "lb"),
    Unit("t", "mass", Fraction(1000), "公吨|公噸|吨|噸", "(?:metric )?ton(?:ne)?", "t"),
    Unit("ml", "volume", Fraction(1, 1000), "毫升", "millilit(?:re|er)", "ml|mL"),
    Unit("l", "volume", Fraction(1), "公升|升", "lit(?:re|er)", "L"),
    Unit("m3", "volume", Fraction(1000), "立方米", "cubic met(?:re|er)", "m³|m3"),
    Unit("bcm", "volume", Fraction(10**12), "", "bcm"),
    Unit("cuft", "volume", Fraction("28.316846592"), "立方英尺|立方呎", "cubic f(?:oo|ee)t"),
    Unit("bbl", "volume", Fraction("158.987294928"), "桶", "barrel", "bbl"),
    Unit("kw", "power", Fraction(1), "千瓦", "kilowatt", "kW"),
    Unit("mw", "power", Fraction(1000), "兆瓦", "megawatt", "MW"),
    Unit("gw", "power", Fraction(10**6), "吉瓦", "gigawatt", "GW"),
    Unit(
        "kwh", "energy", Fraction(1), "千瓦时|千瓦時|千瓦小时|千瓦小時|度电|度電", "kilowatt[ -]hour", "kWh"
    ),
    Unit("mwh", "energy", Fraction(1000), "兆瓦时|兆瓦時", "megawatt[ -]hour", "MWh"),
    Unit("gwh", "energy", Fraction(10**6), "吉瓦时|吉瓦時", "gigawatt[ -]hour", "GWh"),
    Unit("twh", "energy", Fraction(10**9), "太瓦时|太瓦時", "terawatt[ -]hour", "TWh"),
    Unit("pa", "pressure", Fraction(1), "帕斯卡|帕", "pascal", "Pa"),
    Unit("hpa", "pressure", Fraction(100), "百帕|毫巴", "hectopascal|millibar", "hPa|mbar"),
    Unit("kpa", "pressure", Fraction(1000), "千帕", "kilopascal", "kPa"),
    Unit("mpa", "pressure", Fraction(10**6), "兆帕", "megapascal", "MPa"),
    Unit(
        "celsius", "temperature", Fraction(1), "摄氏度|攝氏度|℃|°C", "degrees? (?:Celsius|centigrade)", "°C|℃"
    ),
    Unit("fahrenheit", "temperature", Fraction(5, 9), "华氏度|華氏度|℉|°F", "degrees? Fahrenheit", "°F|℉"),
)
UNITS = {unit.name: unit for unit in _TABLE}
"""Every unit by its name."""


def longest_first(names: Iterable[str]) -> str:
    """A regular expression for any of the names; a longer one wins over its own beginning."""
    return "|".join(sorted(names, key=len, reverse=True))


_CHINESE = {name: unit.name for unit in _TABLE if unit.chinese for name in unit.chinese.split("|")}
_ENGLISH = [(unit.name, re.compile(rf"(?:{unit.english})s?", re.I)) for unit in _TABLE]
_SYMBOLS = {symbol: unit.name for unit in _TABLE if unit.symbols for symbol in unit.symbols.split("|")}
_NOT_UNITS = (
    "(?!升[至到幅上级級格值穿破]|里[面程头邊边]|克服|周[边邊末一二三四五六日]|季[后後]|年[级級]|天[津然]"
    "|[两兩](?!白?[银銀]|[黄黃]金|[，。；、）)]|$))"
)

_SYMBOL = rf"(?:{longest_first(map(re.escape, _SYMBOLS))})(?![A-Za-z0-9²³])"
CHINESE = _NOT_UNITS + rf"(?:{longest_first(_CHINESE)}|{_SYMBOL})"
"""The pattern of a unit's Chinese name or symbol."""

NAMED = rf"[\s-](?i:{longest_first(unit.english for unit in _TABLE)})(?i:s)?\b"
"""The pattern of a unit spelt out in English, with the space or hyphen before it."""

ENGLISH = rf"(?:[\s-]?{_SYMBOL}|{NAMED})"
"""The pattern of a unit's English name or symbol, with the space or hyphen before it."""


def from_chinese(name: str) -> str:
    """The unit that a match of `CHINESE` names."""
    return _CHINESE.get(name) or _SYMBOLS[name]


def from_english(name: str) -> str:
    """The unit that a match of `ENGLISH` names."""
    bare = re.sub(r"^[\s-]", "", name)
    if bare in _SYMBOLS:
        return _SYMBOLS[bare]
    return next(unit for unit, pattern in _ENGLISH if pattern.fullmatch(bare))
