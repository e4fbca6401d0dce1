"""What a change of a sentence does: only its punctuation, or words on which its sense turns."""

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.markup import plain, protected
from pipeline.quantity import chinese

TURNING = "turning"
"""The role of words on which a sense turns. The others are read past: 不断 and 未来 negate nothing."""


_QUESTION = "?"
_NUMBERING = re.compile(r"[条章节编款项部、，．.：:\s]")
"""What follows a number that numbers its sentence."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A word or a number on which the sense turns: what it means, as it is written, and what it stands at."""

    mark: str
    shown: str
    beside: str


def only_punctuation(before: str, after: str) -> bool:
    """Whether two wordings differ in nothing but punctuation and space.

    A question is none of that, nor the point in a number or anything in an address.
    """
    return _letters(before) == _letters(after) and not turned(before, after)


def turned(before: str, after: str, whole: str | None = None) -> str:
    """The words and numbers on which the sense turns that a change took or put, or an empty text.

    Such as `不得 -> 必须` or `10万元 -> 15万元`; a side where nothing stands is `nothing`. Numbers count by
    their value, however they are written, and one that only numbers its sentence does not. Where the same
    ones stand in another order, and beside other words, all of them are told. Where `before` was itself made
    of a part of `whole`, only that counts which `whole` had and `after` has not, or the other way round.
    """
    old, new = _turning(plain(before)), _turning(plain(after))
    gone, come = _without(old, new), _without(new, old)
    if whole is not None:
        there = {turn.mark for turn in _turning(plain(whole))}
        gone, come = [t for t in gone if t.mark in there], [t for t in come if t.mark not in there]
    if gone or come or whole is not None:
        return f"{_list(gone)} -> {_list(come)}" if gone or come else ""
    moved = [turn.mark for turn in old] != [turn.mark for turn in new]
    if moved and Counter((t.mark, t.beside) for t in old) != Counter((t.mark, t.beside) for t in new):
        return f"{_list(old)} -> {_list(new)}"
    return ""


def _letters(text: str) -> tuple[str, list[str]]:
    """What is not punctuation, and what is no prose, as it is."""
    spans = protected(text)
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    prose = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    folded = unicodedata.normalize("NFKC", prose)
    letters = (
        c for c in folded if c == _QUESTION or (unicodedata.category(c)[0] not in "PZ" and not c.isspace())
    )
    return "".join(letters), [text[start:end] for start, end in spans]


def _turning(text: str) -> list[_Turn]:
    """The turning words and the numbers of a text, in their order."""
    roles, pattern = _words()
    found = [
        (match.start(), _Turn(match[0], match[0], text[match.end() : match.end() + 1]))
        for match in pattern.finditer(text)
        if roles[match[0]] == TURNING
    ]
    for number in chinese(text):
        if not number.start and _NUMBERING.match(text, number.end):
            continue
        mark = f"{number.kind} {number.unit} {number.value}"
        shown = text[number.start : number.end].strip()
        found.append((number.start, _Turn(mark, shown, text[max(0, number.start - 1) : number.start])))
    return [turn for _, turn in sorted(found, key=lambda item: item[0])]


def _without(some: list[_Turn], others: list[_Turn]) -> list[_Turn]:
    """The turns of `some` that `others` have not, each as often as it is missing."""
    there = Counter(turn.mark for turn in others)
    left = []
    for turn in some:
        if there[turn.mark]:
            there[turn.mark] -= 1
        else:
            left.append(turn)
    return left


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    """The words of data/sense.csv with their roles, and a pattern that finds the longest."""
    with (files("pipeline") / "data" / "sense.csv").open(encoding="utf-8") as lines:
        roles = {row["word"]: row["role"] for row in csv.DictReader(lines)}
    return roles, re.compile("|".join(sorted(roles, key=len, reverse=True)))


def _list(turns: list[_Turn]) -> str:
    return ", ".join(turn.shown for turn in turns) or "nothing"
