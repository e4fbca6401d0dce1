"""Words that stand twice."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from pipeline.checks.codes import Code
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Unit

REPEATED = Code(
    "repeated-word",
    Severity.WARNING,
    "A word that stands twice",
    "The eye reads past it, and most of all past small words. What English does double (that that, had had, "
    "very very), numbers and names are let alone.",
    "Pilots come first in the the county.",
    "Pilots come first in the county.",
)
CODES = (REPEATED,)

RIGHT = frozenset(
    (
        *("that", "had"),  # a conjunction before a pronoun, an auxiliary before its verb
        *("very", "so", "really", "far", "much", "many", "long", "again", "never", "no", "yes", "now", "go"),
        *("there", "hear", "bye", "ha", "knock", "win", "well", "out", "round", "over"),
    )
)
"""Words that English doubles, by grammar or for stress."""

_DOUBLED = re.compile(r"(?<![\w’'\-.])([^\W\d_]++)\s++(\1)(?![\w’'\-]|\.\w)", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = (
    "(?:an?|the|of|in|on|to|for|and|or|by|with|at|from|as|is|are|was|were|be|been|"
    "has|have|that|this|its|their)"
)
_PAIR = re.compile(rf"(?=[abfhiotw])\b({_SMALL}\s+{_SMALL})\s+(\1)\b", re.I)


def check_repeated(unit: Unit) -> Iterator[Finding]:
    """Tells of a word, or a pair of small words, that a finished English translation has twice."""
    if not unit.is_english:
        return
    english = plain(unit.target)
    for pattern in (_DOUBLED, _PAIR) if _may_repeat(english) else ():
        for found in pattern.finditer(english):
            if not _is_right(found[1], found[2]):
                yield REPEATED.on(
                    unit, f"the word stands twice: {' '.join(found[0].split())!r}", (), [found.span()]
                )


def _may_repeat(text: str) -> bool:
    """Whether any word is as the next one, or any two as the next two: a quick look, since few are."""
    words = _WORD.findall(text.lower())
    pairs = list(pairwise(words))
    return any(map(eq, words, words[1:])) or any(map(eq, pairs, pairs[2:]))


def _is_right(first: str, second: str) -> bool:
    """Whether English doubles the word, or it is a name (Pago Pago) or a letter that counts (I I)."""
    if len(first) == 1:
        return first not in "aA"
    name = first[0].isupper() and second[0].isupper() and not first.isupper()
    return name or first.lower() in RIGHT
