"""Personal names: family name first, and one spelling for one person."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.checks.codes import Code
from pipeline.checks.pinyin import spellings, wade_giles
from pipeline.glossary.words import table
from pipeline.markup import HAN, plain
from pipeline.model import Finding, Severity, Unit

ROMANISATION = Code(
    "romanisation",
    Severity.WARNING,
    "A personal name in another order or spelling",
    "A Chinese name keeps its family name first and is spelled in Hanyu Pinyin, its given name as one word "
    "(GB/T 28039-2011). Told of are a given name that comes first, one that is a letter away from its "
    "pinyin, and a person with two spellings in the corpus. Names of the glossary are left to its own "
    "checks: Tung Chee-hwa and Jack Ma are right where it says so.",
    "李秋实 / Qiushi Li; Li Quishi",
    "李秋实 / Li Qiushi",
)
CODES = (ROMANISATION,)

_WORD = re.compile(r"[A-Z][a-zü]+(?:[-’'][A-Za-zü]+)?")
_GIVEN = re.compile(rf"[{HAN}]{{0,2}}")
_LIKE_A_NAME = 5
"""How many letters a given name needs before a slip in it can be told from another name."""

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the Chinese and as the English of a unit have it."""

    unit: Unit
    chinese: str
    english: str


def check_romanisation(unit: Unit) -> Iterator[Finding]:
    """Tells of names in a finished English translation with the given name first, or a slip in it."""
    for name, problem in _judged(unit):
        if problem:
            yield ROMANISATION.on(unit, f"{name.chinese} {problem}; found {name.english!r}")


def names_in(unit: Unit) -> tuple[Name, ...]:
    """The names in a finished English translation that are in order, in Hanyu Pinyin or Wade-Giles."""
    return tuple(name for name, problem in _judged(unit) if not problem)


def check_names(names: Iterable[Name]) -> Iterator[Finding]:
    """Persons that the corpus, all of whose names are given, spells in more than one way."""
    by_person: dict[str, list[Name]] = {}
    for name in names:
        by_person.setdefault(name.chinese, []).append(name)
    for same in by_person.values():
        (usual, count), *rarer = Counter(name.english for name in same).most_common()
        for name in same if rarer else ():
            if name.english != usual:
                message = f"{name.chinese} is {usual!r} elsewhere ({count}×), here {name.english!r}"
                yield ROMANISATION.on(name.unit, message)


@lru_cache(maxsize=16)
def _judged(unit: Unit) -> tuple[tuple[Name, str], ...]:
    """The names that both sides have, each with what is wrong with it, outside the glossary's terms."""
    if not unit.is_english:
        return ()
    source, runs = plain(unit.source), list(_runs(plain(unit.target)))
    spelled = {_letters(word) for run in runs for word in run}
    taken = [(term.start, term.end) for term in unit.terms]
    found: dict[str, tuple[Name, str]] = {}
    for surname, start in _surnames(source) if runs else ():
        if _families(surname).isdisjoint(spelled) or any(begin <= start < end for begin, end in taken):
            continue
        given = _GIVEN.match(source, start + len(surname))
        for length in range(len(given[0]) if given else 0, 0, -1):
            chinese = source[start : start + len(surname) + length]
            if judged := _match(surname, chinese[len(surname) :], runs):
                found.setdefault(chinese, (Name(unit, chinese, judged[0]), judged[1]))
                break
    return tuple(found.values())


def _match(surname: str, given: str, runs: Sequence[_Words]) -> tuple[str, str] | None:
    """The name among runs of capitalized words, with what is wrong with it; None where it is not there."""
    family, families = _table()[surname], _families(surname)
    right, old = spellings(given), wade_giles(given)
    pairs = [pair for run in runs for pair in pairwise(run)]
    for first, second in pairs:
        if _letters(first) in families and _letters(second) in right | old:
            return f"{first} {second}", ""
    for first, second, third in (three for run in runs for three in zip(run, run[1:], run[2:], strict=False)):
        if _letters(first) in families and _letters(second + third) in right:
            return f"{first} {second} {third}", ""
    for first, second in pairs:
        if _letters(second) == family and _letters(first) in right:
            return f"{first} {second}", "has its family name first"
        if len(given) == 2 and _letters(first) == family and _is_slip(second, right):
            return f"{first} {second}", f"is {_written(family)} {_written(min(right))} in pinyin"
    return None


def _written(pinyin: str) -> str:
    return pinyin.replace("v", "ü").capitalize()


def _is_slip(word: str, right: frozenset[str]) -> bool:
    """Whether a given name is one letter away from its pinyin; a hyphen is of another romanisation."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(word) < _LIKE_A_NAME or not word.isalpha():
        return False
    near = (one for one in right if one[0] == word[0].lower())
    return any(DamerauLevenshtein.distance(word.lower(), one) == 1 for one in near)


def _runs(english: str) -> Iterator[_Words]:
    """Neighboring capitalized words with a space between them, two or more."""
    run: list[str] = []
    end = -1
    for match in _WORD.finditer(english):
        if run and english[end : match.start()] not in (" ", "\u00a0"):
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(match[0])
        end = match.end()
    if len(run) > 1:
        yield tuple(run)


def _surnames(source: str) -> Iterator[tuple[str, int]]:
    """The characters of a Chinese text that can be a family name, with their place."""
    for match in _pattern().finditer(source):
        yield match[0], match.start()


def _letters(word: str) -> str:
    return re.sub("[-’']", "", word).lower().replace("ü", "v")


@cache
def _table() -> dict[str, str]:
    return dict(table("surnames.csv"))


@cache
def _families(surname: str) -> frozenset[str]:
    """A family name in Pinyin and in Wade-Giles."""
    return wade_giles(surname) | {_table()[surname]}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_table(), key=len, reverse=True)))
