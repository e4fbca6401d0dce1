"""Days that Chinese calls by a name, and English perhaps by their date: 七一 is July 1."""

import re

from pipeline.quantity.english_dates import MONTHS, month

_DAYS = {
    "元旦": (1, 1),
    "三八[妇婦]女|[妇婦]女[节節]": (3, 8),
    "[植种種][树樹][节節]": (3, 12),
    "消[费費]者[权權]益日": (3, 15),
    "[劳勞][动動][节節]|五一[长長假黄黃]": (5, 1),
    "五四青年": (5, 4),
    "六一[儿兒]童|[“「]六一[”」]": (6, 1),
    "[“「]七一[”」]|建[党黨][节節]": (7, 1),
    "八一建[军軍]|[“「]八一[”」]|建[军軍][节節]": (8, 1),
    "教[师師][节節]": (9, 10),
    "[国國][庆慶]|[“「]?十一[”」]?[长長假黄黃]": (10, 1),
    "[国國]家[宪憲]法日": (12, 4),
    "[国國]家公祭日": (12, 13),
    "[圣聖][诞誕]": (12, 25),
}
"""The days of the mainland's calendar that are the same every year, as month and day."""

_DATED = re.compile("[0-9一二三四五六七八九十]月")
_DATE = re.compile(
    rf"(?P<month>{MONTHS})\s(?P<day>\d{{1,2}})(?!\d)|(?<!\d)(?P<early>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<after>{MONTHS})"
)
_PATTERN = re.compile("|".join(f"(?P<d{i}>{names})" for i, names in enumerate(_DAYS)))
_DATES = tuple(_DAYS.values())


def misdated(chinese: str, english: str) -> list[tuple[str, str]]:
    """The day that the Chinese names, with the one date of the English where that is another.

    Nothing is told where the Chinese has a date of its own, which the other may be.
    """
    named = _PATTERN.search(chinese)
    dates = list(_DATE.finditer(english)) if named and not _DATED.search(chinese) else []
    if named is None or len(dates) != 1:
        return []
    wanted = _DATES[int((named.lastgroup or "")[1:])]
    return [] if _read(dates[0]) == wanted else [(named[0], dates[0][0])]


def _read(match: re.Match[str]) -> tuple[int, int]:
    return month(match["month"] or match["after"]), int(match["day"] or match["early"])
