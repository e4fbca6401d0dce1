"""Pinyin above the Chinese: the readings of a text, and text with readings as ruby."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from pipeline.formats.html.safety import safe
from pipeline.formats.html.words import is_chinese
from pipeline.model import Edition

LIMIT = 40_000
"""Characters of Chinese, all scripts together, up to which a page carries readings: each adds about 14
bytes, so beyond it the page would grow past what opens at once. A single edition holds three times more.
"""


def affordable(edition: Edition) -> bool:
    """Whether the edition has Chinese, and little enough of it for readings above each character."""
    columns = [column for column, language in enumerate(edition.languages) if is_chinese(language)]
    rows = (row for block in edition.blocks for row in block.rows)
    return 0 < sum(len(row.passages[column].text) for row in rows for column in columns) <= LIMIT


def readings(text: str) -> tuple[str, ...]:
    """The pinyin, with tones and by context, of each code point; empty where it is no Han character."""
    from pypinyin import Style, lazy_pinyin

    found = lazy_pinyin(text, style=Style.TONE, errors=_unread)
    return tuple(found) if len(found) == len(text) else ("",) * len(text)


def _unread(run: str) -> Any:
    """Nothing for each code point; pypinyin takes a list here, though its types say text."""
    return [""] * len(run)


def ruby(text: str, sounds: Sequence[str]) -> Markup:
    """The text as HTML, each character with its reading; `sounds` holds one string a code point."""
    parts = []
    for spoken, run in groupby(zip(text, sounds, strict=True), key=lambda pair: bool(pair[1])):
        pairs = list(run)
        if spoken:
            marked = "".join(f"{safe(base)}<rt>{safe(sound)}</rt>" for base, sound in pairs)
            parts.append(f"<ruby>{marked}</ruby>")
        else:
            parts.append(safe("".join(base for base, _ in pairs)))
    return Markup("").join(map(Markup, parts))
