"""What the page's search needs to know about its characters: their readings, and their other forms."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from pipeline.formats.words import is_chinese
from pipeline.markup import has_han, plain
from pipeline.model import SOURCE_LANGUAGE, Edition, Row
from pipeline.script.readings import usual


def characters(edition: Edition) -> frozenset[str]:
    """The Han characters that an edition shows, in any script."""
    texts = (plain(p.text) for row in _rows(edition) for p in row.passages if is_chinese(p.language))
    return frozenset(filter(has_han, set("".join(texts))))


def syllables(present: Iterable[str]) -> dict[str, str]:
    """The characters by their readings without tone; ü is written v."""
    found: dict[str, list[str]] = defaultdict(list)
    for character in sorted(present):
        for reading in _syllables(character):
            found[reading].append(character)
    return {reading: "".join(found[reading]) for reading in sorted(found)}


def usual_readings(present: Iterable[str]) -> dict[str, str]:
    """The characters by their usual reading, with its tone."""
    found: dict[str, list[str]] = defaultdict(list)
    for character in sorted(present):
        found[usual(character)].append(character)
    return {reading: "".join(found[reading]) for reading in sorted(found) if reading}


def folding(edition: Edition, present: Collection[str], known: Mapping[str, str]) -> dict[str, str]:
    """Traditional to Simplified, for the characters `present` in an edition.

    What the edition's own scripts show comes first, then of `known` what leads to one of its characters.
    """
    pairs = {other: simple for other, simple in known.items() if simple in present and len(other) == 1}
    for simplified, other in _aligned(edition):
        pairs.update({b: a for a, b in zip(simplified, other, strict=True) if a != b and has_han(b)})
    return dict(sorted(pairs.items()))


@cache
def _syllables(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def _aligned(edition: Edition) -> Iterator[tuple[str, str]]:
    """Each Simplified text with a Traditional one that a conversion has left at the same length."""
    for row in _rows(edition):
        texts = {p.language: plain(p.text) for p in row.passages if is_chinese(p.language)}
        simplified = texts.pop(SOURCE_LANGUAGE, None) or plain(row.source)
        yield from ((simplified, other) for other in texts.values() if len(other) == len(simplified))


def _rows(edition: Edition) -> Iterator[Row]:
    yield from (row for block in edition.blocks for row in block.rows)
