"""English prose: Chinese left in it, Chinese punctuation, placeholders."""

import re
from collections.abc import Iterator

from pipeline.checks.codes import Code, places
from pipeline.checks.copies import is_chinese
from pipeline.markup import HAN, plain
from pipeline.model import Finding, Severity, Unit

HAN_RESIDUE = Code(
    "han-residue",
    Severity.ERROR,
    "Chinese left in the English",
    "A reader of English cannot read it. Chinese in brackets, as the first mention of a name may have it, is "
    "meant and is not counted.",
    "The county set up a 专班.",
    "The county set up a task force (专班).",
)
FULLWIDTH = Code(
    "fullwidth-in-english",
    Severity.WARNING,
    "Chinese punctuation in the English",
    "Full-width marks, and the Chinese comma and full stop, break lines and spacing in English type.",
    "Pilots come first， then the rollout。",
    "Pilots come first, then the rollout.",
)
PLACEHOLDER = Code(
    "placeholder",
    Severity.ERROR,
    "A placeholder instead of a translation",
    "TODO, TBD, XXX and runs of question marks are notes to oneself that must not be published.",
    "The county will TODO.",
    "The county will report every quarter.",
)
CODES = (HAN_RESIDUE, FULLWIDTH, PLACEHOLDER)

_HAN_RUN = re.compile(rf"[{HAN}][{HAN}·、，。“”《》]*")
_GLOSS = re.compile(r"(?<=[\w”\"’'*.,])\s*[(\[（][^()\[\]（）]*[)\]）]")
"""Brackets behind a word, which have the Chinese of what stands before them."""

_CHINESE = re.compile("[\u2e80-\U0003ffff]|…{2}|—{2}")
"""Whatever Chinese or its punctuation begins with: most translations have none."""

_FULLWIDTH = re.compile(r"[，。；：！？（）、【】〔〕「」『』《》〈〉～\uff01-\uff5e\u3000]|……|——")
PLACEHOLDERS = r"(?i:(?=[TFXL])(?:(?<![A-Za-z0-9第])(?:TODO|TBD|TKTK|FIXME|XXX+)(?![A-Za-z0-9])|lorem ipsum))"
"""The pattern of placeholders in any language."""
_SIGNS = ("todo", "tbd", "tktk", "fixme", "xxx", "lorem ipsum", "???", "[translat", "[insert")
"""What every placeholder has in it, in lower case: to look for these takes less than the pattern."""

_PLACEHOLDER = re.compile(rf"{PLACEHOLDERS}|\?{{3,}}|(?i:\[(?:translat(?:e|ion)|insert)\b)")


def check_prose(unit: Unit) -> Iterator[Finding]:
    """Tells of Chinese, Chinese punctuation and placeholders in a finished English translation."""
    if not unit.is_english:
        return
    english = plain(unit.target)
    if _CHINESE.search(english) and not is_chinese(english):
        outside = _GLOSS.sub("", english)
        if left := _HAN_RUN.findall(outside):
            message = f"Chinese left in the English: {', '.join(left)}"
            yield HAN_RESIDUE.on(unit, message, (), places(english, left))
        bare = re.sub(rf"[{HAN}]\S*", "", outside)
        if marks := sorted(set(_FULLWIDTH.findall(bare))):
            message = f"Chinese punctuation in the English: {' '.join(marks)}"
            yield FULLWIDTH.on(unit, message, (), places(english, marks))
    lower = english.lower()
    found = any(sign in lower for sign in _SIGNS) and _PLACEHOLDER.search(english)
    if found and not _PLACEHOLDER.search(plain(unit.source)):
        yield PLACEHOLDER.on(unit, f"a placeholder is left: {found[0]}", (), [found.span()])
