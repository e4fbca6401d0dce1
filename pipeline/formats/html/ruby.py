"""Pinyin above the Chinese: how a page offers readings, and text with readings as ruby."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from pipeline.formats.html.safety import joined, safe
from pipeline.formats.words import is_chinese
from pipeline.model import Edition
from pipeline.script.readings import usual

Pinyin = Literal["", "markup", "script"]
"""How a page offers readings: not at all, in its markup, or written by its script."""

LIMIT = 40_000
"""Characters of Chinese, all scripts together, up to which the markup carries readings: each adds about
14 bytes, so beyond it the page would grow past what opens at once, and a script writes them instead.
"""


def chinese_characters(edition: Edition) -> int:
    """How much Chinese an edition has, in characters of its notation."""
    columns = [column for column, language in enumerate(edition.languages) if is_chinese(language)]
    rows = (row for block in edition.blocks for row in block.rows)
    return sum(len(row.passages[column].text) for row in rows for column in columns)


def pinyin_of(edition: Edition, wanted: bool) -> Pinyin:
    """How a page of this edition offers readings."""
    count = chinese_characters(edition) if wanted else 0
    if not count:
        return ""
    return "markup" if count <= LIMIT else "script"


def unusual(text: str, sounds: Sequence[str]) -> str:
    """Where the readings of a text are not the usual ones: each code point's number with its reading."""
    pairs = enumerate(zip(text, sounds, strict=True))
    return " ".join(f"{at}{sound}" for at, (base, sound) in pairs if sound != usual(base))


def ruby(text: str, sounds: Sequence[str], rest: Callable[[str], Markup] = safe) -> Markup:
    """The text as HTML, each character with its reading; `sounds` holds one string a code point.

    `rest` writes what has no reading.
    """
    parts = []
    for spoken, run in groupby(zip(text, sounds, strict=True), key=lambda pair: bool(pair[1])):
        pairs = list(run)
        if spoken:
            marked = "".join(f"{safe(base)}<rt>{safe(sound)}</rt>" for base, sound in pairs)
            parts.append(Markup(f"<ruby>{marked}</ruby>"))
        else:
            parts.append(rest("".join(base for base, _ in pairs)))
    return joined(parts)
