"""The house's own rules: phrases that it does not use."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.checks.codes import Code
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Unit

HOUSE = Code(
    "house-style",
    Severity.WARNING,
    "A phrase that the house does not use",
    "The table [check.house-style] of duizhao.toml names phrases, each with the reason why not, such as "
    '"going forward" = "say when, or leave it out". Whole words count, in any case.',
    "Going forward, pilots come first.",
    "From 2026 on, pilots come first.",
)
CODES = (HOUSE,)


def check_house(unit: Unit) -> Iterator[Finding]:
    """Tells of the banned phrases in a finished English translation, with the reason for each."""
    banned = unit.style.banned
    if not banned or not unit.is_english:
        return
    for found in _pattern(tuple(banned)).finditer(plain(unit.target)):
        phrase = next(p for p in banned if _fold(p) == _fold(found[0]))
        reason = f": {banned[phrase]}" if banned[phrase] else ""
        yield HOUSE.on(unit, f"the house does not write {found[0]!r}{reason}", (), [found.span()])


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    spaced = (r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest if phrase.split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced) or '(?!)'})(?!\w)", re.I)


def _fold(phrase: str) -> str:
    return " ".join(phrase.casefold().split())
