"""Spaces that do not belong, spaces on one side only, and characters that no one sees."""

import re
import unicodedata
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.checks.hygiene.reading import Fault, Reading
from pipeline.markup import HAN
from pipeline.model import Repair, Severity

STRAY_SPACE = Code(
    "source-stray-space",
    Severity.WARNING,
    "A space beside a Chinese mark, or several in a row",
    "Chinese marks bring their own space and take none before or after them (W3C CLREQ, mixed text). The "
    "single ideographic space after a number (第一条　) is in order.",
    "先行先试 ， 逐步推开。",
    "先行先试，逐步推开。",
)
INVISIBLE = Code(
    "source-invisible-character",
    Severity.WARNING,
    "A character that no one sees",
    "Zero-width spaces, byte order marks in mid-text, soft hyphens and control characters come along with "
    "a paste. They split words for every search and glossary; marks of direction can show a text otherwise "
    "than it is stored (Unicode UAX 9, UTR 36). Joiners within emoji, and all of them beside scripts that "
    "need them, are left alone.",
    "监管\\u200b沙盒",
    "监管沙盒",
)
SPACING = Code(
    "source-mixed-spacing",
    Severity.NOTE,
    "Chinese and Latin spaced in two ways",
    "The gap between Chinese and Latin letters or figures is for the layout to set (W3C CLREQ, mixed "
    "text); an author may type a space there, but on both sides and throughout. The way of most places in "
    "the document is taken for its own.",
    "市场原教旨主义vs 国家资本主义",
    "市场原教旨主义vs国家资本主义",
)
CODES = (STRAY_SPACE, INVISIBLE, SPACING)

_TIGHT = "，、。；：？！）】》」』〉〕"
_OPENING = "（【《「『〈〔"
_LETTER = rf"{HAN}A-Za-z0-9“”"
_WORD = rf"{_LETTER}{_TIGHT}{_OPENING}"
_STRAY = re.compile(
    rf"(?=[ \t\u3000])(?:(?<=[{HAN}A-Za-z0-9”{_TIGHT}])(?P<before>[ \t\u3000]++)(?=[{_TIGHT}])"
    rf"|(?<=[{_TIGHT}])(?P<after>[ \t]++)(?=[{_WORD}])"
    rf"|(?<=[{_OPENING}])(?P<inner>[ \t\u3000]++)(?![{_TIGHT}])"  # （　　） is a blank to fill in
    rf"|(?<=[{_WORD}])(?P<outer>[ \t]++)(?=[{_OPENING}])"
    rf"|(?<=[{_LETTER}])(?P<several>[ \t]{{2,}}+)(?=[{_LETTER}]))"
)
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufeff\ufff9-\ufffb]+"
)
_EMOJI = re.compile(r"[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_NEEDS_THEM = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufefc]")


def check_stray_spaces(reading: Reading) -> Iterator[Fault]:
    """Tells of spaces beside Chinese marks, and of several where one is meant."""
    for match in _STRAY.finditer(reading.seen):
        is_several = match.lastgroup == "several"
        message = f"{len(match[0])} spaces in a row" if is_several else "a space beside a Chinese mark"
        repair = Repair(match.start(), match.end(), " " if is_several else "")
        if reading.is_chinese(match.start()):
            yield Fault(STRAY_SPACE, match.start(), message, (repair,))


def check_invisible(reading: Reading) -> Iterator[Fault]:
    """Tells of characters without a shape, by their names."""
    if not _INVISIBLE.search(reading.seen) or _NEEDS_THEM.search(reading.text):
        return
    for match in _INVISIBLE.finditer(reading.seen):
        before, after = (
            reading.seen[match.start() - 1 : match.start()],
            reading.seen[match.end() : match.end() + 1],
        )
        if match[0] == "\u200d" and _EMOJI.match(before) and _EMOJI.match(after):
            continue
        names = dict.fromkeys(_name(character) for character in match[0])
        repair = Repair(match.start(), match.end(), "")
        yield Fault(INVISIBLE, match.start(), f"invisible: {', '.join(names)}", (repair,))


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
