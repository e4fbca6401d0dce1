"""Corrections: the reviewed list of words, and of rules for single characters, that settle a spelling.

Both are data (`pipeline/data/*.csv`), each row with a case of its own. A Hong Kong form that is left empty is
the Taiwan form in Hong Kong's characters.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.model import digest
from pipeline.script import characters

WORDS = "traditional-words.csv"
RULES = "traditional-rules.csv"
NONE = "-"
"""In a rule, the form of a region that does without the rule."""

_REACH = 16
"""How far before a character its rules may look, in characters."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a character is spelled between `before` and `after`.

    Its `scope` is where it is tried: characters that no dictionary word settles (empty), those of them that
    are a word of their own (`alone`) or within a longer one (`inside`), or all (`always`). An `unsure` rule
    is a guess that a person should see.
    """

    scope: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    form: str
    unsure: bool

    def holds(self, text: str, at: int) -> bool:
        """Whether the character at `at` has the neighbours that the rule asks for."""
        if self.before and not self.before.search(text[max(0, at - _REACH) : at]):
            return False
        return not self.after or self.after.match(text, at + 1) is not None


def table(name: str) -> list[dict[str, str]]:
    """The rows of a data file of the package."""
    return list(csv.DictReader(_read(name).splitlines()))


@cache
def fingerprint(*names: str) -> str:
    """A digest of data files of the package."""
    return digest("\0".join(map(_read, names)))


@cache
def words(language: str) -> Mapping[str, str]:
    """The corrected words: Simplified to the Traditional form of `language`."""
    return {row["simplified"]: _form(row, language) for row in table(WORDS)}


@cache
def rules(language: str) -> Mapping[str, tuple[Rule, ...]]:
    """For a character, its rules in the order in which they are tried."""
    forms = ((row, _form(row, language)) for row in table(RULES))
    return by_character((row, form) for row, form in forms if form != NONE)


def by_character(rows: Iterable[tuple[Mapping[str, str], str]]) -> Mapping[str, tuple[Rule, ...]]:
    """Rows of a data file, each with what it makes of its character, as the rules of each character."""
    found: dict[str, list[Rule]] = {}
    for row, form in rows:
        before = re.compile(f"(?:{row['before']})$") if row["before"] else None
        after = re.compile(row["after"]) if row["after"] else None
        rule = Rule(row.get("scope", ""), before, after, form, row.get("unsure") == "yes")
        found.setdefault(row["character"], []).append(rule)
    return {character: tuple(listed) for character, listed in found.items()}


def _form(row: Mapping[str, str], language: str) -> str:
    taiwan = row[characters.TAIWAN]
    if language == characters.TAIWAN:
        return taiwan
    return row[language] or characters.in_region(taiwan, language)


def _read(name: str) -> str:
    return (resources.files("pipeline") / "data" / name).read_text("utf-8")
