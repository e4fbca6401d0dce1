"""Words typed twice, and words that stand for a text still to be written."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pipeline.checks.codes import Code
from pipeline.checks.hygiene.reading import Fault, Reading
from pipeline.checks.prose import PLACEHOLDERS
from pipeline.markup import HAN
from pipeline.model import Severity
from pipeline.script.words import Segmenter

TWICE = Code(
    "source-doubled-word",
    Severity.WARNING,
    "A character or word that stands twice",
    "Prepositions, conjunctions, pronouns and particles are never reduplicated in Chinese "
    "(杭州从从西湖来), and neither is a phrase of three characters or more. Verbs, adjectives, measure "
    "words and names are (看看, 研究研究, 常常, 人人, 丽丽), and one word may end as the next begins "
    "(发展展望); they are left alone. Since a word would go, no repair is made.",
    "杭州从从西湖时代来到了钱塘江时代。",
    "杭州从西湖时代来到了钱塘江时代。",
)
PLACEHOLDER = Code(
    "source-placeholder",
    Severity.ERROR,
    "A placeholder in the text",
    "TODO, XXX, 【待补】 and the like are notes to oneself that must not be translated or published. Where "
    "the word is meant, put it into backquotes.",
    "补贴金额为【待补】。",
    "补贴金额为15万元。",
)
CODES = (TWICE, PLACEHOLDER)

_AROUND = 12
"""How many characters on each side are cut into words to tell 从|从 from 发展|展望."""

_CHARACTER = re.compile(rf"([{HAN}])\1+")
_PHRASE = re.compile(rf"(?=([{HAN}]{{3,12}})\1)")
_PLACEHOLDER = re.compile(
    rf"{PLACEHOLDERS}"
    r"|[【［（(\[]\s*(?:待(?:补|定|填|查|核|续|译|写|加)|此处|这里)[^】］）)\]。]{0,12}[】］）)\]]"
    r"|此处(?:省略|待补|插入|填写|补充)|待补(?:充|全)?(?=[。，；\s]|$)|[？?]{4,}|[×✕]{3,}|[□_＿]{4,}"
)
_LIKE_ONE = re.compile("[TFXLtfxl此待这？?×✕□_＿]")
"""The characters of which every placeholder has one."""


def check_placeholders(reading: Reading) -> Iterator[Fault]:
    """Tells of notes to oneself."""
    for match in _PLACEHOLDER.finditer(reading.seen) if _LIKE_ONE.search(reading.seen) else ():
        yield Fault(PLACEHOLDER, match.start(), f"a placeholder is left: {match[0]}")


def check_doubled_words(reading: Reading) -> Iterator[Fault]:
    """Tells of what stands twice and is no reduplication."""
    singles, words, exceptions = _data()
    for match in _CHARACTER.finditer(reading.seen):
        is_listed = len(match[0]) == 2 and match[1] in singles
        if is_listed and not _is_part(reading.seen, match, exceptions) and _are_words(reading.seen, match):
            yield _twice(match.start(), match[1])
    for match in words.finditer(reading.seen):
        if not _is_part(reading.seen, match, exceptions):
            yield _twice(match.start(), match["word"])
    end = 0
    for match in _PHRASE.finditer(reading.seen):
        phrase = match[1]
        if match.start() >= end and len(set(phrase)) > 2:
            yield _twice(match.start(), phrase)
            end = match.start() + 2 * len(phrase)


def _twice(start: int, word: str) -> Fault:
    return Fault(TWICE, start, f"{word} stands twice")


def _is_part(seen: str, match: re.Match[str], exceptions: re.Pattern[str]) -> bool:
    """Whether what stands twice is part of a listed reduplication, or of one that goes on (是是非非)."""
    start = max(0, match.start() - 4)
    around = exceptions.finditer(seen, start, match.end() + 4)
    listed = any(found.start() < match.end() and match.start() < found.end() for found in around)
    after, before = seen[match.end() : match.end() + 2], seen[max(0, match.start() - 2) : match.start()]
    return listed or any(len(pair) == 2 and pair[0] == pair[1] for pair in (after, before))


def _are_words(seen: str, match: re.Match[str]) -> bool:
    """Whether both characters are words of their own, so that none belongs to a neighbour."""
    start = max(0, match.start() - _AROUND)
    at = start
    whole = 0
    for word in _segmenter().cut(seen[start : match.end() + _AROUND]):
        whole += len(word) == 1 and match.start() <= at < match.end()
        at += len(word)
    return whole == 2


@cache
def _segmenter() -> Segmenter:
    return Segmenter(_listed("word"))


@cache
def _data() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Characters that never double, a pattern of words that stand twice, and one of the exceptions."""
    once = _listed("once")
    words = "|".join(text for text in once if len(text) > 1)
    exceptions = "|".join(_listed("twice"))
    singles = frozenset(text for text in once if len(text) == 1)
    return singles, re.compile(f"(?P<word>{words})(?P=word)"), re.compile(exceptions)


@cache
def _listed(role: str) -> tuple[str, ...]:
    """The texts of data/doubled.csv in a role: `once`, `twice`, or `word` for what jieba does not know."""
    with (files("pipeline") / "data" / "doubled.csv").open(encoding="utf-8") as lines:
        return tuple(row["text"] for row in csv.DictReader(lines) if row["role"] == role)
