"""Texts of findings as reports show them: harmless, cut into lines, and with the spans told apart."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.model import Finding, Span

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_OPENING = "“‘（《〈「『【〔(["
_CLOSING = "，。、；：？！）》〉」』】〕”’…—,.;:?!)]%"


def inert(text: str) -> str:
    """The text on one line, in as many characters, without those that a terminal or a browser would obey."""
    return _ACTING.sub(lambda match: " " if match[0] in "\n\t\u2028\u2029" else "\ufffd", text)


def sides(finding: Finding) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """The two texts that a finding is about, as a reader sees them: language, text, and the spans in it."""
    # The reader of Markdown is slow to load, and a report in lines can do without.
    from pipeline.markup import plain

    if finding.segment:
        yield "zh-Hans", inert(plain(finding.segment)), finding.source_spans
    if finding.target:
        yield finding.language, inert(plain(finding.target)), finding.target_spans


def pieces(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The text cut at the spans, which may overlap: what is in none of them, and what is."""
    inside = {index for start, end in spans for index in range(start, min(end, len(text)))}
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or (index in inside) is not (start in inside):
            yield text[start:index], start in inside
            start = index


def wrap(text: str, width: int, cells: Callable[[str], int]) -> list[Span]:
    """Where the lines of a text start and end that have at most `width` terminal cells each.

    Chinese breaks anywhere but before closing and after opening punctuation, other writing at spaces; no
    line begins with a mark that combines with what is before it. `cells` tells the width of a string.
    """
    known = {character: cells(character) for character in set(text)}
    widths = [known[character] for character in text]
    lines, start = [], 0
    while start < len(text):
        end = _end(text, widths, start, width)
        lines.append((start, end))
        start = end + len(text[end:]) - len(text[end:].lstrip(" "))
    return lines


def _end(text: str, widths: Sequence[int], start: int, width: int) -> int:
    taken, best, index = 0, 0, start
    while index < len(text):
        taken += widths[index]
        if taken > width and index > start:
            break
        index += 1
        if index == len(text) or _breaks(text, widths, index):
            best = index
    if best > start:
        return best
    while start + 1 < index < len(text) and unicodedata.combining(text[index]):
        index -= 1
    return max(index, start + 1)


def _breaks(text: str, widths: Sequence[int], at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return True
    wide = widths[at - 1] == 2 or widths[at] == 2
    return wide and widths[at] > 0 and after not in _CLOSING and before not in _OPENING
