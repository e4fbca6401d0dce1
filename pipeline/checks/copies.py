"""Translations that are none: the Chinese itself, or nothing but marks."""

import re
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.markup import count_han, has_han, plain
from pipeline.model import Finding, Severity, Unit

COPY = Code(
    "untranslated-copy",
    Severity.ERROR,
    "The Chinese in the place of its translation",
    "An editor's “copy source” fills an entry that nobody has translated, and the catalog counts it as done. "
    "Sentences without Chinese, such as a figure or a web address, may stay as they are.",
    'msgid "试点先行。"\nmsgstr "试点先行。"',
    'msgid "试点先行。"\nmsgstr "Pilots come first."',
)
EMPTY = Code(
    "empty",
    Severity.ERROR,
    "A translation without a word",
    "Spaces or punctuation alone count as a translation to every tool, and to a reader the sentence is gone.",
    'msgid "试点先行。"\nmsgstr "."',
    'msgid "试点先行。"\nmsgstr "Pilots come first."',
)
CODES = (COPY, EMPTY)

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_WORD = re.compile(r"\w")


def check_copies(unit: Unit) -> Iterator[Finding]:
    """Tells of a finished English translation that is Chinese or holds no word."""
    if not unit.is_english:
        return
    english = plain(unit.target)
    if is_chinese(english):
        copied = "the Chinese was copied" if english == plain(unit.source) else "it is in Chinese"
        yield COPY.on(unit, f"not translated: {copied}")
    elif has_han(unit.source) and not _WORD.search(english):
        yield EMPTY.on(unit, f"the translation holds no word: {english!r}")


def is_chinese(text: str) -> bool:
    """Whether a text is Chinese rather than English: a word has some three Han characters' room."""
    return has_han(text) and count_han(text) > 3 * len(_LATIN_WORD.findall(text))
