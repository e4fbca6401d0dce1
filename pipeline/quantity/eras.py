"""Years by another reckoning: eras of China and Japan, years before our era, and what happened in them."""

import re
from fractions import Fraction

from pipeline.quantity.numerals import NUMERAL, read
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.scan import Shape

_FIRST_YEARS = {
    "贞观|貞觀": 627,
    "开元|開元": 713,
    "天宝|天寶": 742,
    "贞元|貞元": 785,
    "元和": 806,
    "会昌|會昌": 841,
    "庆历|慶曆": 1041,
    "熙宁|熙寧": 1068,
    "元丰|元豐": 1078,
    "元祐": 1086,
    "宣和": 1119,
    "靖康": 1126,
    "绍兴|紹興": 1131,
    "淳熙": 1174,
    "洪武": 1368,
    "永乐|永樂": 1403,
    "宣德": 1426,
    "成化": 1465,
    "弘治": 1488,
    "正德": 1506,
    "嘉靖": 1522,
    "隆庆|隆慶": 1567,
    "万历|萬曆": 1573,
    "天启|天啟": 1621,
    "崇祯|崇禎": 1628,
    "顺治|順治": 1644,
    "康熙": 1662,
    "雍正": 1723,
    "乾隆": 1736,
    "嘉庆|嘉慶": 1796,
    "道光": 1821,
    "咸丰|咸豐": 1851,
    "同治": 1862,
    "光绪|光緒": 1875,
    "宣统|宣統": 1909,
    "民国|民國": 1912,
    "明治": 1868,
    "昭和": 1926,
    "平成": 1989,
    "令和": 2019,
}
"""The first year of the eras that a text of today dates by; the new one begins with the next year."""

_NAMES = "|".join(_FIRST_YEARS)
_STARTS_IN = {name: year for names, year in _FIRST_YEARS.items() for name in names.split("|")}
_REIGN = re.compile(rf"(?P<era>{_NAMES})(?:(?P<number>{NUMERAL})|元)年")
_BEFORE = r"公元前|西元前|(?<=[—–至-])前"
_YEAR = re.compile(rf"(?:(?P<before>{_BEFORE})|[公西]元)(?P<number>{NUMERAL})年")

EVENTS: dict[str, tuple[int, ...]] = {
    "[鸦鴉]片[战戰]": (1839, 1840, 1842, 1856, 1860),
    "太平天[国國]": (1851, 1864),
    "洋[务務]": (1861, 1895),
    "甲午": (1894, 1895),
    "戊戌|百日[维維]新": (1898,),
    "[义義]和[团團]|八[国國][联聯]": (1899, 1900, 1901),
    "辛亥": (1911, 1912),
    "五四": (4, 5, 1919),
    "五卅": (30, 5, 1925),
    "北伐": (1926, 1927, 1928),
    "南昌起[义義]|秋收起[义義]": (1927,),
    "[长長]征": (1934, 1935, 1936, 12500, 25000),
    "九一八": (18, 9, 1931),
    "一二九": (9, 12, 1935),
    "七七事[变變]|[卢盧][沟溝][桥橋]": (7, 1937),
    "抗[日战戰]": (1931, 1937, 1945),
    "解放[战戰]|[国國]共[内內][战戰]": (1945, 1946, 1949),
    "新中[国國]|建[国國]|中[华華]人民共和[国國]成立|解放[前后後初]": (1949,),
    "抗美援朝|朝[鲜鮮][战戰]": (1950, 1953),
    "大[跃躍][进進]": (1958, 1960),
    "三年困[难難]|三年自然": (1959, 1961),
    "文化大革命|文革|十年[动動浩]": (1966, 1976),
    "恢[复復]高考": (1977,),
    "改革[开開]放|十一[届屆]三中": (1978,),
    "南[方巡][谈談讲講]": (1992,),
    "九二共[识識]": (1992,),
    "[亚亞]洲金融": (1997, 1998),
    "九七回[归歸]": (1997,),
    "入世|世[贸貿][组組][织織]": (2001,),
    "非典|沙士": (2003,),
    "汶川": (2008,),
    "[国國][际際]金融危[机機]|全球金融[危海]": (2007, 2008, 2009),
    "冠[状狀]|新冠": (19, 2019, 2020),
    "新世[纪紀]|本世[纪紀]": (21,),
    "上[个個]?世[纪紀]": (20,),
    "世[纪紀]之交": (20, 21),
}
"""Events and centuries that a Chinese reader dates unaided, with the figures that English may add."""


def _reign(match: re.Match[str]) -> list[Quantity]:
    """A year of an era, which English may keep or turn into ours: 光绪二十四年 is the 24th, or 1898."""
    number = read(match["number"] or "一")
    year = _STARTS_IN[match["era"]] + number - 1
    return [Quantity(*match.span(), year, Kind.DATE, "year", (number,))]


def _counted(match: re.Match[str]) -> list[Quantity]:
    """A year before our era is below zero: 公元前221年."""
    sign = Fraction(-1 if match["before"] else 1)
    return [Quantity(*match.span(), sign * read(match["number"]), Kind.DATE, "year", scale=sign)]


SHAPES: tuple[Shape, ...] = (
    Shape(_REIGN, _reign, "".join({name[0] for name in _STARTS_IN})),
    Shape(_YEAR, _counted, "公西前"),
)
"""The shapes of years by another reckoning, to be tried before a numeral."""

STARTS = rf"(?:{_NAMES})(?=元年|{NUMERAL}年)|(?:{_BEFORE}|[公西]元)(?={NUMERAL}年)"
"""The pattern of what these shapes start with."""
