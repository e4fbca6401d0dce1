"""Pinyin above the Chinese: the readings of a text, and text with readings as ruby."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import Any, Literal

from markupsafe import Markup

from pipeline.formats.html.safety import joined, safe
from pipeline.formats.words import is_chinese
from pipeline.model import Edition

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


@lru_cache(maxsize=16)  # the editions in Traditional characters are read as the Simplified text is
def readings(text: str) -> tuple[str, ...]:
    """The pinyin, with tones and by context, of each code point; empty where it is no Han character."""
    from pypinyin.seg.simpleseg import seg

    return tuple(chain.from_iterable(map(_of_word, seg(text))))


@lru_cache(maxsize=50_000)  # more than pypinyin knows words
def _of_word(word: str) -> tuple[str, ...]:
    """The readings of a word, or of what stands between words: pypinyin looks no further than that."""
    from pypinyin import Style, lazy_pinyin

    found = lazy_pinyin(word, style=Style.TONE, errors=_unread)
    return tuple(found) if len(found) == len(word) else ("",) * len(word)


@cache
def usual(character: str) -> str:
    """The reading of a character that stands alone."""
    return readings(character)[0]


def unusual(text: str, sounds: Sequence[str]) -> str:
    """Where the readings of a text are not the usual ones: each code point's number with its reading."""
    pairs = enumerate(zip(text, sounds, strict=True))
    return " ".join(f"{at}{sound}" for at, (base, sound) in pairs if sound != usual(base))


def _unread(run: str) -> Any:
    """Nothing for each code point; pypinyin takes a list here, though its types say text."""
    return [""] * len(run)


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
