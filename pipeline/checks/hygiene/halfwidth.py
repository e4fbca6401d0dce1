"""Half-width punctuation in Chinese text, and full-width letters and digits.

The marks of Chinese are those of GB/T 15834-2011, chapter 4, each as wide as a character (chapter 5). A mark
counts as standing in Chinese where a Han character or a Chinese mark is beside it and its sentence is not an
English one; marks within numbers, times, English phrases, addresses and code do not.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.checks.codes import Code
from pipeline.checks.hygiene.reading import Fault, Reading, is_wide
from pipeline.markup import has_han
from pipeline.model import Repair, Severity
from pipeline.sentences.tokens import Token

HALFWIDTH = Code(
    "source-halfwidth-punctuation",
    Severity.WARNING,
    "Half-width punctuation in Chinese text",
    "The comma, stop, colon, bracket or quotation mark of another script stands in a Chinese sentence. "
    "Chinese marks take the width of a character (GB/T 15834-2011, chapters 4 and 5), and lines are broken "
    "by them (W3C CLREQ, line breaking). Marks within numbers (11.7%, 10:30), English phrases, addresses, "
    "code and list numbers are left alone.",
    "资源向“国家队”倾斜:土地、资金优先(见附件).",
    "资源向“国家队”倾斜：土地、资金优先（见附件）。",
)
FULLWIDTH = Code(
    "source-fullwidth-letters",
    Severity.WARNING,
    "Full-width letters or digits",
    "Arabic figures and Latin letters are set half-width in Chinese text (W3C CLREQ, mixed text; the "
    "examples of GB/T 15835-2011 throughout). Full-width ones are another string to every search and every "
    "glossary.",
    "首批３个试点采用ＡＩ。",
    "首批3个试点采用AI。",
)
CODES = (HALFWIDTH, FULLWIDTH)

_WIDE_FORMS = dict(zip(",;:?!.()｡､｢｣", "，；：？！。（）。、「」", strict=True))
_MARK = re.compile(r"[,;:?!](?!\[)|(?<!\.)\.(?!\.)|[｡､｢｣]")
_NUMBERING = re.compile(r"(?:^|\n)[一二三四五六七八九十百]{1,4}$")
"""The number of a heading or clause, behind which 、 stands (一、总则); `一.` is left, as many write it."""
_LABEL = re.compile(r"\d{1,3}|[A-Za-z]|[ivx]{1,5}")
_FULLWIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")
_QUOTES = {"double": ("“”", '"＂'), "single": ("‘’", "'")}
_STRAIGHT = re.compile("[\"＂']")
_CORNERS = {"double": "「」", "single": "『』"}


def check_halfwidth(reading: Reading) -> Iterator[Fault]:
    """Tells of single half-width marks, each with its repair where it has one reading only."""
    for match in _MARK.finditer(reading.seen):
        at, mark = match.start(), match[0]
        left, right = reading.before(at), reading.after(at + 1)
        if not _stands_in_chinese(mark, left, right) or not reading.is_chinese(at):
            continue
        is_numbering = mark in ",." and _NUMBERING.search(reading.seen[max(0, at - 8) : at])
        if mark == "." and _may_part_a_name(reading.seen, at, right):
            yield Fault(HALFWIDTH, at, f"half-width {mark} between Chinese characters")
        elif mark != "." or not is_numbering:
            wide = "、" if is_numbering else _WIDE_FORMS[mark]
            repair = Repair(*reading.with_spaces(at, at + 1), wide)
            yield Fault(HALFWIDTH, at, f"half-width {mark} in Chinese text: {wide}", (repair,))


def check_brackets(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Fault]]:
    """Tells of half-width brackets: all of them, or those around Chinese where Latin has its own throughout.

    Many houses set (DeepSeek) but （深度求索）. A document does where each of its brackets is so.
    """
    pairs = [
        (reading, *pair) for reading in readings for pair in reading.pairs() if pair[0].family == "round"
    ]
    latin_style = all(
        has_han(reading.seen[opening.end : closing.start]) == (reading.text[opening.start] == "（")
        for reading, opening, closing in pairs
        if not _LABEL.fullmatch(reading.seen[opening.end : closing.start])
    )
    for reading, opening, closing in pairs:
        yield from ((reading, fault) for fault in _bracket(reading, opening, closing, latin_style))


def check_straight_quotes(reading: Reading, corners: bool) -> Iterator[Fault]:
    """Tells of straight quotation marks in Chinese; with `corners` the document writes 「」.

    They are mended where none of the stretch lacks its other half, since otherwise all may pair wrongly.
    """
    if not _STRAIGHT.search(reading.text):
        return
    unsure = {token.family for token in reading.tokens if token.role in ("stray", "loose")}
    for opening, closing in reading.pairs():
        curly, straight = _QUOTES.get(opening.family, ("", ""))
        halves = [token for token in (opening, closing) if reading.text[token.start] in (straight or "-")]
        inner = reading.seen[opening.end : closing.start]
        beside = is_wide(reading.before(opening.start)) or is_wide(reading.after(closing.end))
        if not halves or not reading.is_chinese(opening.start) or not (has_han(inner) or beside):
            continue
        if opening.family == "single" and not has_han(inner):
            continue
        marks = _CORNERS[opening.family] if corners else curly
        repairs = tuple(
            Repair(token.start, token.end, marks[token is closing]) for token in (opening, closing)
        )
        message = f"straight quotation marks in Chinese text: {marks}"
        yield Fault(HALFWIDTH, halves[0].start, message, () if opening.family in unsure else repairs)


def check_fullwidth(reading: Reading) -> Iterator[Fault]:
    """Tells of letters and digits that are as wide as a Han character."""
    for match in _FULLWIDTH.finditer(reading.seen):
        plain = unicodedata.normalize("NFKC", match[0])
        yield Fault(
            FULLWIDTH,
            match.start(),
            f"full-width {match[0]}: {plain}",
            (Repair(match.start(), match.end(), plain),),
        )


def _stands_in_chinese(mark: str, left: str, right: str) -> bool:
    if mark in "｡､｢｣":
        return True
    if mark == ".":
        return has_han(left) and not (right.isascii() and right.isalnum())
    # `Yahoo!是` is a name as often as not, and a mark within a quotation belongs to what is quoted.
    return is_wide(left) or (is_wide(right) and right not in "”’」』）" and left != "" and mark != "!")


def _may_part_a_name(seen: str, at: int, right: str) -> bool:
    """Whether a period between two Han characters may be the dot of a foreign name: 唐纳德.特朗普."""
    return has_han(right) and not seen[at + 1 : at + 2].isspace()


def _bracket(reading: Reading, opening: Token, closing: Token, latin_style: bool) -> Iterator[Fault]:
    halves = [token for token in (opening, closing) if reading.text[token.start] in "()"]
    if not halves or not reading.is_chinese(opening.start):
        return
    inner = reading.seen[opening.end : closing.start]
    is_latin = not has_han(inner)
    beside = is_wide(reading.before(opening.start))
    if len(halves) == 2 and is_latin and (latin_style or not beside or _LABEL.fullmatch(inner)):
        return
    repairs = []
    for token in halves:
        is_closing = token is closing
        span = reading.with_spaces(token.start, token.end, left=not is_closing, right=is_closing)
        repairs.append(Repair(*span, "）" if is_closing else "（"))
    yield Fault(HALFWIDTH, halves[0].start, "half-width bracket in Chinese text: （）", tuple(repairs))
