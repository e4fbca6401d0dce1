"""Punctuation and spacing of the English, and the way a sentence ends in both languages."""

import re
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.markup import has_han, plain, without_addresses
from pipeline.model import Finding, Severity, Unit

PUNCTUATION = Code(
    "punctuation",
    Severity.WARNING,
    "Punctuation that is wrong or says something else",
    "What ends in the Chinese ends in the English, a question stays a question, a colon before a list a "
    "colon, and a heading gets no period. Which mark it is may differ: ！ is a period more often than not. "
    "A comma or period stands inside the closing quotation mark in American English (Chicago Manual of "
    "Style, 6.9), outside in British. A space before a comma and doubled marks are slips of the hand.",
    "试点先行。 / Pilots come first ,then the rollout",
    "试点先行。 / Pilots come first, then the rollout.",
)
SPACE = Code(
    "double-space",
    Severity.WARNING,
    "More than one space",
    "HTML swallows it and PDF does not, so that the editions differ. One space follows a period, too "
    "(Chicago Manual of Style, 2.9).",
    "Pilots come  first.",
    "Pilots come first.",
)
CODES = (PUNCTUATION, SPACE)

_CLOSING = "\"'”’»)]）］】」』》〉*_ \u3000\n"
_ENDS = {
    "statement": ".。．!！…",
    "question": "?？",
    "colon": ":：",
    "pause": ",，;；、",
    "dash": "—–-",
}
_KIND = {mark: kind for kind, marks in _ENDS.items() for mark in marks}
_ASKS = re.compile(r"[吗呢？?]|何|什么|甚麼|怎|哪|谁|誰|是否|多少|几|幾|嗎|孰|岂|难道")
_SLIPS = (
    (re.compile(r"(?<=[A-Za-z])\s+[,;:](?=\s|$)|(?<=[a-z])\s+\.(?=\s|$)"), "a space before"),
    (re.compile(r"(?<=[a-z]),(?=[A-Za-z])|(?<=[a-z]);(?=[A-Za-z])"), "no space behind"),
    (
        re.compile(r",\s*,|;\s*;|,\.(?!\.)|(?<!\.)\.,?\.(?![.\w])(?<!\.\.\.)|\.{5,}|:{2,}|[!?]{3,}"),
        "doubled:",
    ),
)
_LIKE_A_SLIP = re.compile(
    r"[,;:.!?](?:(?<=\s[,;:.])(?:\s|$)|(?<=[,;])(?:[A-Za-z,;.]|\s+[,;])|(?<=\.)[.,]|(?<=:):|(?<=[!?])[!?]{2})"
)
"""Whatever any of the slips is about: one look instead of three, since most sentences have none."""

_SPACES = re.compile(r"(?=[ \t\u00a0\u2009\u3000])(?<=\S)(?:[ \u00a0\u2009\u3000]{2,}|\t+[ \t]*)(?=\S)")
_SHORT = 8


def check_punctuation(unit: Unit) -> Iterator[Finding]:
    """Compares how a finished English translation ends, and looks for slips within it."""
    if not unit.is_english:
        return
    source, english = plain(unit.source), plain(unit.target)
    if message := _end_differs(source, english):
        yield PUNCTUATION.on(unit, message)
    prose = without_addresses(english)
    for pattern, name in _SLIPS if _LIKE_A_SLIP.search(prose) else ():
        if found := pattern.search(prose):
            yield PUNCTUATION.on(unit, f"{name} {found[0].strip()!r} in {_around(prose, found)!r}")
    if (found := _SPACES.search(english)) and not _SPACES.search(source):
        yield SPACE.on(unit, f"more than one space in {_around(english, found)!r}", (), [found.span()])


def _end_differs(source: str, english: str) -> str:
    """What is wrong with the end of the English, in words; empty where nothing is."""
    if not has_han(source) or not english.strip(_CLOSING):
        return ""
    wanted, found = _end(source), _end(english)
    if wanted == found or len(source) < _SHORT:
        return ""
    if wanted in ("statement", "question") and found in ("", "pause"):
        return "the sentence ends in the Chinese and not in the English"
    if wanted == "question" and "?" not in english:
        return "the Chinese is a question, the English has no question mark"
    if found == "question" and not _ASKS.search(source):
        return "the English is a question, the Chinese is none"
    if wanted == "colon" and found in ("", "statement"):
        return "the Chinese ends in a colon, the English does not"
    if not wanted and found == "statement" and english.rstrip('"”*_ ').endswith(".") and "。" not in source:
        return "the English ends in a period, the Chinese has none"
    return ""


def _end(text: str) -> str:
    text = text.rstrip(_CLOSING)
    return _KIND.get(text[-1:], "")


def _around(text: str, found: re.Match[str], width: int = 12) -> str:
    return text[max(0, found.start() - width) : found.end() + width].strip()
