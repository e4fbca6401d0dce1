"""A stretch of prose prepared for the rules of hygiene, and what they say of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.checks.codes import Code
from pipeline.markup import HAN, count_han
from pipeline.model import SOFT, Repair, Stretch
from pipeline.sentences.tokens import OTHER, QUOTES, Token, mask, tokens

WIDE = rf"{HAN}\u3001-\u303f\uff01-\uff60“”‘’…—·"
"""Han characters and the punctuation of Chinese, for use inside brackets."""

HIDDEN = "\ue005"
"""What stands for each character that is no prose: code, addresses, HTML, note marks, escapes, entities."""

_NO_TEXT = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);")
_SENTENCE = re.compile(r"[。！？\n]+|[.!?](?=\s)")
_LATIN_WORD = re.compile("[A-Za-z]+")
_QUOTED = QUOTES | {"title", "subtitle"}
_THROUGH = "*_~ \t\"'()" + HIDDEN
_REACH = 200
"""How far a neighbour is looked for, so that a hostile line takes linear time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something amiss at code point `start`, first of a stretch and then of the file; `repairs` mend it."""

    code: Code
    start: int
    message: str
    repairs: tuple[Repair, ...] = ()


class Reading:
    """A stretch as the rules see it: `seen` is as long as its text, with what is no prose hidden.

    Offsets are code points of the stretch.
    """

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.text = stretch.text
        self.masked = _NO_TEXT.sub(lambda match: OTHER * len(match[0]), mask(self.text))
        self.seen = self.text
        self._chinese: dict[int, bool] = {}
        if self.masked != self.text:
            pairs = zip(self.text, self.masked, strict=True)
            self.seen = "".join(own if own == masked else HIDDEN for own, masked in pairs)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Stops, and brackets and quotation marks with their other halves."""
        return tokens(self.masked)

    def pairs(self) -> Iterator[tuple[Token, Token]]:
        """Each opening mark with the one that closes it."""
        for token in self.tokens:
            if token.role == "open":
                yield token, self.tokens[token.mate]

    @cached_property
    def quotations(self) -> tuple[list[int], list[int]]:
        """Where titles and quotations, whose words are another's, begin and end; each list sorted.

        A place is inside where more of them have begun than have ended.
        """
        inside = [pair for pair in self.pairs() if pair[0].family in _QUOTED]
        return sorted(pair[0].start for pair in inside), sorted(pair[1].end for pair in inside)

    def hides(self, start: int, end: int) -> bool:
        """Whether there is something that is no prose between two places, or a line's end."""
        return any(character in self.seen[start:end] for character in (HIDDEN, SOFT, "\n"))

    def before(self, at: int) -> str:
        """The character that a mark at `at` follows, read through emphasis, spaces and straight marks."""
        seen = self.seen[max(0, at - _REACH) : at].rstrip(_THROUGH)
        return seen[-1:]

    def after(self, at: int) -> str:
        """The character before which a mark stands that ends at `at`, read as by `before`."""
        seen = self.seen[at : at + _REACH].lstrip(_THROUGH)
        return seen[:1]

    def with_spaces(self, start: int, end: int, *, left: bool = True, right: bool = True) -> tuple[int, int]:
        """The span from `start` to `end` with the spaces on its sides; a soft wrap is none."""
        while left and start > 0 and self.seen[start - 1] in " \t":
            start -= 1
        while right and end < len(self.seen) and self.seen[end] in " \t":
            end += 1
        return start, end

    def is_chinese(self, at: int) -> bool:
        """Whether the sentence around `at` is Chinese: it has at least as many Han characters as words."""
        number = bisect_right(self._ends, at)
        if number not in self._chinese:
            sentence = self.seen[self._ends[number - 1] : self._ends[number]]
            self._chinese[number] = count_han(sentence) >= len(_LATIN_WORD.findall(sentence))
        return self._chinese[number]

    @cached_property
    def _ends(self) -> list[int]:
        """Where the sentences end, roughly."""
        return [0, *(match.end() for match in _SENTENCE.finditer(self.seen)), len(self.seen) + 1]


def is_wide(character: str) -> bool:
    """Whether a character is Han or the punctuation of Chinese; the empty text is not."""
    return bool(character) and _WIDE.match(character) is not None


_WIDE = re.compile(f"[{WIDE}]")
