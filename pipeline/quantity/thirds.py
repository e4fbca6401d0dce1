"""Thirds of a month: 上旬 is early in it, 中旬 its middle, 下旬 late."""

import re

from pipeline.quantity.english_dates import MONTHS

_CHINESE = {"上旬": "early", "中旬": "middle", "下旬": "late"}
_OF = rf"\s(?:of\s|in\s)?(?:the\smonth|(?:this|last|next|that|every)\smonth|{MONTHS})"
_ENGLISH = {
    "early": rf"(?i:early|beginning|start|first\s(?:third|ten\sdays)){_OF}",
    "middle": rf"(?i:mid-|mid\s|middle\sof\s|second\s(?:third|ten\sdays)\sof\s)(?:the\smonth|{MONTHS})",
    "late": rf"(?i:late|end|last\s(?:third|ten\sdays|days)|toward\sthe\send){_OF}",
}
_THIRDS = {third: re.compile(pattern) for third, pattern in _ENGLISH.items()}


def shifted(chinese: str, english: str) -> list[tuple[str, str]]:
    """The thirds that the Chinese names and the English does not, each with another that it names instead."""
    wanted = {third: word for word, third in _CHINESE.items() if word in chinese}
    if not wanted:
        return []
    found = {third: match[0] for third, pattern in _THIRDS.items() if (match := pattern.search(english))}
    others = [written for third, written in found.items() if third not in wanted]
    return [(word, others[0]) for third, word in wanted.items() if third not in found and others]
