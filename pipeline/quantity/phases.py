"""Phases of a month, a decade or a century: 上旬 is early in it, 中旬 its middle, 下旬 late."""

import re

from pipeline.quantity.english_dates import DECADES, MONTHS

_WORDS = {
    "early": r"early|beginning|start|first\s(?:third|ten\sdays|years)",
    "middle": r"mid|middle|second\s(?:third|ten\sdays)",
    "late": r"late|end|last\s(?:third|ten\sdays|days|years)",
}
_LONG = "(?:年代|世[纪紀])"
_SPANS = (
    (
        {"early": "上旬", "middle": "中旬", "late": "下旬"},
        rf"(?i:(?:the|this|last|next|that|every)\smonth)|{MONTHS}",
    ),
    (
        {
            "early": f"{_LONG}[初早前]期?",
            "middle": f"{_LONG}中[期叶葉]?(?![后後晚])",
            "late": f"{_LONG}中?[末晚后後]期?",
        },
        rf"(?i:the\s)?(?:{DECADES}|(?i:(?:[\w-]+\s)?century))",
    ),
)
"""What a phase is called in Chinese, and what it is one of in English."""

_IN = r"-|\s(?:of\s|in\s)?"
_PATTERNS = tuple(
    (
        {phase: re.compile(word) for phase, word in chinese.items()},
        {phase: re.compile(rf"(?i:{word})(?:{_IN})(?:{whole})") for phase, word in _WORDS.items()},
    )
    for chinese, whole in _SPANS
)


def shifted(chinese: str, english: str) -> list[tuple[str, str]]:
    """The phases that the Chinese names and the English does not, each with another that it names instead."""
    pairs = []
    for ours, theirs in _PATTERNS:
        wanted = {phase: match[0] for phase, pattern in ours.items() if (match := pattern.search(chinese))}
        found = _found(theirs, english) if wanted else {}
        others = [written for phase, written in found.items() if phase not in wanted]
        pairs += [(word, others[0]) for phase, word in wanted.items() if phase not in found and others]
    return pairs


def _found(patterns: dict[str, re.Pattern[str]], text: str) -> dict[str, str]:
    return {phase: match[0] for phase, pattern in patterns.items() if (match := pattern.search(text))}
