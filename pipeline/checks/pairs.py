"""Marks that come in pairs: brackets, quotation marks, and the marks of a title."""

import re
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.markup import has_han, parse, plain
from pipeline.model import Finding, Severity, Unit

BRACKETS = Code(
    "brackets",
    Severity.ERROR,
    "A bracket without its partner",
    "A bracket that is opened and not closed, or closed and not opened. A sentence that opens what the next "
    "one closes is let alone where the Chinese does the same, and so is the bracket of a list: a), 1).",
    "试点（上海）先行。 / The pilot (Shanghai comes first.",
    "试点（上海）先行。 / The pilot (Shanghai) comes first.",
)
QUOTES = Code(
    "quotation-marks",
    Severity.ERROR,
    "A quotation mark without its partner",
    "The reader cannot tell where somebody else's words end. Apostrophes are no quotation marks, nor are the"
    " prime marks of feet and inches. A quotation that runs over several sentences is let alone where the "
    "Chinese does the same.",
    "所谓“盆景”。 / A so-called “bonsai.",
    "所谓“盆景”。 / A so-called “bonsai.”",
)
ACROSS = Code(
    "marks-across",
    Severity.NOTE,
    "Brackets or quotation marks on one side only",
    "A hint: what the Chinese sets apart may have lost its bracket, or a word that the author holds at a "
    "distance its quotation marks. Dashes and commas do as brackets, italics as quotation marks.",
    "所谓“盆景”。 / A so-called bonsai.",
    "所谓“盆景”。 / A so-called “bonsai.”",
)
TITLE = Code(
    "title-marks",
    Severity.NOTE,
    "A title in 《》 that nothing sets apart",
    "《》 marks the name of a book, law or document. English sets it in italics or quotation marks, or "
    "writes its words with capitals (Chicago Manual of Style, 8.163); bare, it is part of the sentence.",
    "《关于试点的意见》 / the opinions on pilots",
    "《关于试点的意见》 / the *Opinions on Pilots*",
)
CODES = (BRACKETS, QUOTES, ACROSS, TITLE)

_PAIRS = {")": "(", "]": "[", "}": "{"}
_ANY = re.compile(r"[()\[\]{}“”\"（）［］【】〔〕「」『』《》]")
_CURLY = re.compile("[“”]")
_BRACKET = re.compile(r"[()\[\]{}]")
_LISTED = re.compile(r"(?:^|(?<=[\s,;:]))(?:[a-z]|[ivx]{1,4}|\d{1,2})\)")
_CHINESE_BRACKETS = str.maketrans("（）［］【】〔〕「」『』", "()[][][]“”“”")
_TITLED = re.compile(
    r"(?:\b[A-Z][\w’'-]*)(?:\s(?:(?:of|the|on|for|and|in|to|a|an|at|by|with|from|or)\s)*[A-Z(][\w’'-]*)+"
)
_ASIDE = re.compile(r"[()\[\]—–,:;]|\s-\s")
_QUOTED = re.compile(r"[“”\"‘]|(?<!\w)'")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_QUOTATION = re.compile("“([^“”]*)”")
_TITLE = re.compile("《([^《》]*)》")


def check_pairs(unit: Unit) -> Iterator[Finding]:
    """Pairs within a finished English translation, and their presence on both sides."""
    if not unit.is_english:
        return
    source, english = plain(unit.source), plain(unit.target)
    if not _ANY.search(source) and not _ANY.search(english):
        return
    ours = source.translate(_CHINESE_BRACKETS)
    if (stray := _stray_bracket(english)) and not _stray_bracket(ours):
        yield BRACKETS.on(unit, f"the bracket {stray} has no partner")
    if (stray := _stray_quote(english)) and not _stray_quote(ours):
        yield QUOTES.on(unit, f"the quotation mark {stray} has no partner")
    if has_han(source):
        yield from _check_across(unit, ours, english)


def _check_across(unit: Unit, source: str, english: str) -> Iterator[Finding]:
    if not _ASIDE.search(english) and _lost(_BRACKETED, source, unit, english):
        yield ACROSS.on(unit, "the Chinese has brackets, the English nothing in their place")
    quotation, title = (_lost(pattern, source, unit, english) for pattern in (_QUOTATION, _TITLE))
    if not (quotation or title) or _sets_apart(unit.target, english):
        return
    if quotation:
        yield ACROSS.on(unit, "the Chinese has quotation marks, the English none")
    if title:
        yield TITLE.on(unit, "nothing sets the title in 《》 apart in the English")


def _sets_apart(markup: str, english: str) -> bool:
    """Whether the English emphasises something, quotes it or writes it with capitals."""
    if _QUOTED.search(english) or _TITLED.search(english):
        return True
    return any(node.kind in ("em", "strong") for node in parse(markup))


def _lost(pattern: re.Pattern[str], source: str, unit: Unit, english: str) -> bool:
    """Whether the Chinese sets something apart that is neither a term nor in the English as it is."""
    return any(
        match[1] not in english and not _overlaps_term(unit, *match.span(1))
        for match in pattern.finditer(source)
    )


def _overlaps_term(unit: Unit, start: int, end: int) -> bool:
    """Whether a term of the glossary stands there: its rendering says enough."""
    return any(term.start < end and start < term.end for term in unit.terms)


def _stray_bracket(text: str) -> str:
    """The first bracket that has no partner, or an empty text."""
    opened: list[str] = []
    for match in _BRACKET.finditer(text):
        mark: str = match[0]
        if mark in _PAIRS.values():
            opened.append(mark)
        elif opened and opened[-1] == _PAIRS[mark]:
            opened.pop()
        elif not any(listed.end() == match.end() for listed in _LISTED.finditer(text)):
            return mark
    return opened[0] if opened else ""


def _stray_quote(text: str) -> str:
    """The first double quotation mark that has no partner, or an empty text."""
    if text.count('"') % 2:
        return '"'
    depth = 0
    for match in _CURLY.finditer(text):
        depth += 1 if match[0] == "“" else -1
        if depth < 0:
            return "”"
    return "“" if depth else ""
