"""Names of places: a province or city of the Chinese for which the English has another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.checks.codes import Code, places
from pipeline.glossary.words import table
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Unit

PLACE = Code(
    "place-changed",
    Severity.WARNING,
    "Another place than that of the Chinese",
    "One city for another reads well and is wrong, and Shanxi for Shaanxi is a letter. Told of is a province "
    "or city of the Chinese that the English lacks while it names one of which the Chinese does not speak. "
    "Where a city is “the city”, or its province is added, nothing is said.",
    "项目在合肥开工。 / The project broke ground in Nanjing.",
    "项目在合肥开工。 / The project broke ground in Hefei.",
)
CODES = (PLACE,)


@dataclass(frozen=True, slots=True)
class _Place:
    """A province or city (`data/places.csv`): its names, its abbreviations, and the province it is in.

    An abbreviation is a character that hardly stands for anything else (沪, 鄂), or a compound (成渝, 沪宁).
    """

    chinese: str
    english: tuple[str, ...]
    short: tuple[str, ...]
    within: str


def check_places(unit: Unit) -> Iterator[Finding]:
    """Tells of places in a finished English translation that stand for others; terms are the glossary's."""
    if not unit.is_english:
        return
    source = plain(unit.source)
    ours = _named(source)
    if not ours:
        return
    target = plain(unit.target)
    bare = _bare(target)
    by_term = {source[term.start : term.end] for term in unit.terms}
    lacking = [
        place
        for place in ours
        if not any(_bare(name) in bare for name in place.english)
        and not any(place.chinese in written for written in by_term)
    ]
    if not lacking:
        return
    theirs = dict.fromkeys(match[0] for match in _pattern().finditer(target))
    added = [name for name in theirs if not _is_told(_bare(name), source, unit)]
    for place in lacking:
        if other := next((name for name in added if not _are_near(place, _bare(name))), ""):
            message = f"{place.chinese} ({place.english[0]}) is not in the English; found {other}"
            yield PLACE.on(unit, message, places(source, [place.chinese]), places(target, [other]))


def _named(chinese: str) -> list[_Place]:
    """The places that a Chinese text names, each once."""
    found = dict.fromkeys(index for index, _, _ in _automaton().find_matches_as_indexes(chinese))
    return [_table()[index] for index in found]


def _is_told(name: str, source: str, unit: Unit) -> bool:
    """Whether the Chinese speaks of an English place: by its name, an abbreviation of it, or in a term."""
    written = (text for place in _by_english()[name] for text in (place.chinese, *place.short))
    renderings = (text for match in unit.terms for text in (match.term.english, *match.term.admitted))
    return any(text in source for text in written) or any(name in _bare(text) for text in renderings)


def _are_near(place: _Place, name: str) -> bool:
    """Whether one of the two is in the other."""
    others = _by_english()[name]
    return any(place.within == other.chinese or place.chinese == other.within for other in others)


def _bare(english: str) -> str:
    return english.replace("’", "").replace("'", "")


@cache
def _table() -> tuple[_Place, ...]:
    rows = table("places.csv")
    return tuple(
        _Place(chinese, tuple(english.split("|")), tuple(filter(None, short.split("|"))), within)
        for chinese, english, short, within in rows
    )


@cache
def _by_english() -> dict[str, list[_Place]]:
    found: dict[str, list[_Place]] = {}
    for place in _table():
        for english in place.english:
            found.setdefault(_bare(english), []).append(place)
    return found


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick([place.chinese for place in _table()], matchkind=MatchKind.LeftmostLongest)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(
        (english.replace("’", "[’']?") for place in _table() for english in place.english), reverse=True
    )
    return re.compile(rf"\b(?:{'|'.join(names)})\b")
