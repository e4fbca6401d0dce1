"""Where sentences end: in Chinese of either script, with Latin words in it or without.

A stop ends a sentence where no bracket, quotation or emphasis that goes on surrounds it. What closes right
behind it belongs to its sentence, and the words that follow may take the sentence on.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.sentences.cues import (
    begins,
    continues,
    governs,
    has_predicate,
    has_subject,
    introduces,
    is_aside,
    reports,
)
from pipeline.sentences.periods import ends_sentence, list_number
from pipeline.sentences.tokens import BRACKETS, QUOTES, Token, mask, tokens

_LOOK_AHEAD = 48
_LOOK_BACK = 24
_ASIDE_LENGTH = 64
_GAP = re.compile(r"[\s\u200b\u200e\u200f\u202c\u2060\u2069\ufeff]*")
_GOES_ON = re.compile(r"[，、；：,;:/／。！？!?…｡]|的(?![确確士])|$")
_STOPS = frozenset("。！？!?.…｡")
_LETTER = re.compile(r"[^\W\d_①-⓿❶-➓²³¹⁰-₟]")
_NUMBER = re.compile(r"\W*+\w[^。！？!?.…｡]*+[。！？!?.…｡]")
_LABEL = re.compile(r"[\s\d.．、（）()*_#•\-一二三四五六七八九十]*$")
_GLUED = re.compile(r"[A-Za-z0-9=&%_/+@#-]")
_NAME_WITH_MARK = re.compile(r"(?<![A-Za-z])(?:Yahoo|Joomla|Jeopardy|Wham)$", re.I)
_OPEN_QUOTES = '“「『‘"＂〝'
_DASHES = frozenset("—―─")
_ATTRIBUTION = re.compile(r"[—―─]+[^。！？!?…｡]{1,40}$")


def boundaries(text: str) -> Iterator[int]:
    """The code points at which the sentences of a text begin, but for its first, in rising order.

    A line feed is a boundary. White space goes with the sentence before it, and so do empty lines.
    """
    start, is_first = 0, True
    for line in mask(text).split("\n"):
        body = line.strip()
        if body:
            begin = start + line.index(body[0])
            if not is_first:
                yield begin
            is_first = False
            yield from (begin + cut for cut in _between_sentences(body, _Line(body).cuts()))
        start += len(line) + 1


def _between_sentences(line: str, cuts: Iterable[int]) -> Iterator[int]:
    """The cuts that have a sentence on both sides: a row of dots belongs to what precedes it.

    So does a bare number at the line's end, which is a note's mark that stood raised in print.
    """
    begin, seen = 0, False
    for cut in [*cuts, len(line)]:
        if _LETTER.search(line, begin, cut) or _NUMBER.match(line, begin, cut):
            if seen:
                yield begin
            seen = True
        begin = cut


class _Line:
    """One line on its way to being cut: its tokens and where its present sentence began."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.tokens = tokens(line)
        self.begin = 0
        self.number = 0

    def cuts(self) -> Iterator[int]:
        """The places after sentences, in rising order and inside the line."""
        depth = place = 0
        while place < len(self.tokens):
            token = self.tokens[place]
            place += 1
            depth += _DEPTH.get(token.role, 0)
            if token.role == "stop":
                place, depth, end, closed = self._close(place, depth)
                if depth == 0 and self._ends(token, end, closed):
                    self.begin = self._skip_gap(end)
                    yield self.begin

    def _close(self, place: int, depth: int) -> tuple[int, int, int, Token | None]:
        """Goes over what closes right behind the stop before `place`, without a space between.

        Gives the next token's place, the depth there, where the sentence would end, and the outermost
        quotation or bracket that closed.
        """
        end, closed = self.tokens[place - 1].end, None
        while place < len(self.tokens) and self.tokens[place].start == end:
            token = self.tokens[place]
            if token.role == "close":
                depth -= 1
                closed = token if token.family in _PROSE else closed
            elif token.role == "open" and depth == 0 and self._is_aside(token):
                place = token.mate
            elif token.role not in ("note", "loose"):
                break
            end = self.tokens[place].end
            place += 1
        return place, depth, end, closed

    def _is_aside(self, opener: Token) -> bool:
        """Whether a bracket after a stop belongs to what precedes, as `（见附件）` and a last `（完）` do."""
        closer = self.tokens[opener.mate]
        if opener.family != "round" or closer.start - opener.end > _ASIDE_LENGTH:
            return False
        inner = self.line[opener.end : closer.start]
        rest = self._skip_gap(closer.end)
        nothing_follows = rest == len(self.line) or self.line[rest] in _STOPS
        return inner[-1:] not in _STOPS and (nothing_follows or is_aside(inner))

    def _skip_gap(self, end: int) -> int:
        gap = _GAP.match(self.line, end)
        return gap.end() if gap else end

    def _ends(self, stop: Token, end: int, closed: Token | None) -> bool:
        """Whether the sentence ends at `end`, behind a stop and what closed with it."""
        begin = self._skip_gap(end)
        after = self.line[begin : begin + _LOOK_AHEAD]
        run = self.line[stop.start : stop.end]
        if run in (".", "．") and not self._period_ends(stop, after, begin > end or closed is not None):
            return False
        if _GOES_ON.match(after):
            return False
        if closed is None:
            return self._plain_stop_ends(stop, run, end, after)
        opener = self.tokens[closed.mate]
        if closed.family in QUOTES:
            return self._quotation_ends(opener, run, after)
        # A bracket ends a sentence where it holds the whole of it; a title never does.
        return closed.family in BRACKETS and self._opens_sentence(opener) and not _trails_off(run)

    def _period_ends(self, stop: Token, after: str, is_parted: bool) -> bool:
        """Whether a single period ends a sentence; one that numbers a list item is remembered instead."""
        before = self.line[max(self.begin, stop.start - _LOOK_BACK) : stop.start]
        item = list_number(before, self.number)
        if item:
            self.number = int(item) if item.isdecimal() else self.number
            return False
        return is_parted and ends_sentence(before, after)

    def _plain_stop_ends(self, stop: Token, run: str, end: int, after: str) -> bool:
        """Whether a sentence ends with a stop that closes neither a quotation nor a bracket."""
        if _trails_off(run):
            is_spaced_latin = run[-1] == "." and self.line[end].isspace() and after[0].isupper()
            return begins(after) or is_spaced_latin
        if after[0] in _DASHES:
            return self._dash_begins(run, after)
        is_latin = run[-1] in "!?" and self.line[stop.start - 1 : stop.start].isascii()
        # Behind a Latin word these are also parts of names, code and addresses: `Yahoo! finance`, `a?b`.
        if is_latin and (after[0].islower() or _GLUED.match(self.line, end)):
            return False
        before = self.line[max(self.begin, stop.start - _LOOK_BACK) : stop.start]
        return not (run in "!！" and _NAME_WITH_MARK.search(before))

    def _dash_begins(self, run: str, after: str) -> bool:
        """Whether a dash begins a sentence, as it does in a dialogue and in a list, not after a question."""
        is_dialogue = self.line[self.begin] in _DASHES
        return is_dialogue or ("。" in run and not _ATTRIBUTION.match(after))

    def _quotation_ends(self, opener: Token, run: str, after: str) -> bool:
        """Whether a sentence ends with the quotation that ended with the stop `run`."""
        if after[0] in _DASHES or after[0].islower() or continues(after):
            return False
        manner = self._manner(opener)
        if manner == "governed" or reports(after, is_introduced=manner in ("said", "told")):
            return False
        if after[0] in _OPEN_QUOTES:
            return manner in ("whole", "said")
        if _trails_off(run):
            return begins(after)
        if run[-1] in "！？!?" and "。" not in run:
            # Such quotations are often a part of a clause: `提出“谁来种地？”的人`, `高呼“加油！”冲了上去`.
            return has_subject(after) or (manner in ("whole", "said") and not has_predicate(after))
        return True

    def _manner(self, opener: Token) -> str:
        """How a quotation stands in its sentence.

        It is the `whole` of it, `said` by someone who is named before a colon or comma, `told` by a verb
        without either, `governed` by a preposition, or `part` of a clause in another way.
        """
        if self._opens_sentence(opener):
            return "whole"
        lead = self.line[max(self.begin, opener.start - _LOOK_BACK) : opener.start].rstrip(" *_")
        if lead.endswith(("：", ":", "—")):
            return "said"
        if introduces(lead.rstrip("，, ")):
            return "said" if lead.endswith(("，", ",")) else "told"
        return "governed" if governs(lead) else "part"

    def _opens_sentence(self, opener: Token) -> bool:
        """Whether nothing but a list number or emphasis stands before the mark in its sentence."""
        is_near = opener.start - self.begin <= _LOOK_BACK
        return is_near and _LABEL.match(self.line, self.begin, opener.start) is not None


_DEPTH = {"open": 1, "close": -1}
_PROSE = QUOTES | BRACKETS | {"title", "subtitle"}


def _trails_off(run: str) -> bool:
    """Whether a run of stops is an ellipsis, after which the sentence may go on."""
    return (not run.strip("…⋯‥.") and run != ".") or (len(run) > 2 and not run.strip("。"))
