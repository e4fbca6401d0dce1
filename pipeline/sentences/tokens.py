"""The characters that matter to sentences; each bracket, quotation and emphasis joined to its other half."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.markup import HAN, KEPT, protected
from pipeline.sentences.cues import COUNTED

NOTE, TAG, END_TAG, LINK, OTHER = "\ue001", "\ue002", "\ue003", "\ue004", "Z"
"""What stands, one for one, for protected characters; code, addresses and images read as a word."""

QUOTES = frozenset({"double", "single", "corner", "hollow", "prime"})
BRACKETS = frozenset({"round", "square", "lens", "shell", "curly"})

_PAIRS = {
    "round": "（(:）)",
    "square": "［[:］]",
    "lens": "【〖:】〗",
    "shell": "〔:〕",
    "curly": "｛{:｝}",
    "title": "《:》",
    "subtitle": "〈:〉",
    "corner": "「﹁:」﹂",
    "hollow": "『﹃:』﹄",
    "prime": "〝:〞〟",
    "double": '“:”"＂',
    "single": "‘:’'",
}
_OPENERS = {mark: family for family, marks in _PAIRS.items() for mark in marks.split(":")[0]}
_CLOSERS = {mark: family for family, marks in _PAIRS.items() for mark in marks.split(":")[1]}
_EITHER_WAY = frozenset({"double", "single"})
_MARKS = re.escape("".join([*_OPENERS, *_CLOSERS]).translate({ord("'"): None, ord("’"): None}))

_CLOSING = re.escape("".join(_CLOSERS)) + f"*_{NOTE}{END_TAG}"
_EMOJI = r"(?:[\U0001f300-\U0001faff]|[\u2600-\u27bf]\ufe0f)[\ufe0f\u200d\U0001f300-\U0001faff]*"
_NUMBERS = r"(?:注|註|note )?\s?(?:\d{1,4}(?:\s?[-–,，、]\s?\d{1,4})*|[a-z])"
_NO_PROSE = re.compile(r"[`<@]|\]\(|\[\^|https?://|www\.")
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{LINK}+")
# No token begins with a Han character or a letter, which most of a text is: they are passed over first.
_TOKEN = re.compile(
    rf"(?![{HAN}A-Za-z])(?:"
    r"(?P<escape>\\[*_~\\])"
    rf"|(?P<note>{NOTE}+|(?<!{TAG}){TAG}++[\[\]\d,*]{{1,8}}{END_TAG}+|{END_TAG}+"
    rf"|\\?[\[［【〔]{{1,2}}{_NUMBERS}\\?[\]］】〕]{{1,2}}{LINK}*"  # [1], [注2], [^a], [[3]](#n)
    rf"|(?<=[。！？])\d{{1,3}}(?=[ \u3000]+(?!{COUNTED})[^\W\d_])"  # a raised number that lost its height
    rf"|[¹²³⁰⁴-⁹†‡]+|{_EMOJI})"
    r"|(?P<circled>[①-⓿❶-➓])"
    rf"|(?P<stop>(?:[。！？!?｡…⋯‥‼⁇⁈⁉]|\.{{2,}})+|[.．](?=[\s{_CLOSING}]|$))"
    rf"|(?P<link>\]{LINK}+)"
    rf"|(?P<mark>[{_MARKS}]|(?<![A-Za-z])['’]|['’](?![A-Za-z]))"
    r"|(?P<emphasis>\*+|~~|(?<![A-Za-z0-9_])_++|(?<!_)_++(?![A-Za-z0-9])))"
)
_NEVER_OPENED = re.compile(r"[\s，。、；：！？,.;:!?)）\]］】》]|$")
_OPENS_AFTER = frozenset(" \t\u3000：:（([【")
_ITEM_START = frozenset("：:；;，,、 \u3000\n")


@dataclass(slots=True)
class Token:
    """A mark at code points `start` to `end`; `family` is what it marks.

    `role` is `stop`, `note`, `open` or `close` for the halves of a pair, `stray` for an opener that nothing
    closes and `loose` for a closer that nothing opened. `mate` is the other half's place among the tokens.
    """

    start: int
    end: int
    family: str
    role: str
    mate: int = -1


def mask(text: str) -> str:
    """The text, as long as it was, without what is no prose: notes, tags, links' targets, code, addresses."""
    if not _NO_PROSE.search(text):
        return text
    pieces: list[str] = []
    done = 0
    for start, end in protected(text):
        pieces += [text[done:start], _stand_in(text[start:end])]
        done = end
    masked = "".join([*pieces, text[done:]])
    return _IMAGE.sub(lambda image: OTHER * len(image[0]), masked)


def _stand_in(span: str) -> str:
    if span.startswith("[^"):
        return NOTE * len(span)
    if span.startswith("]("):
        return "]" + LINK * (len(span) - 1)
    if span.startswith(("</", "<!--", "<br")):
        return END_TAG * len(span)
    if span.startswith("<") and ":" not in span and "@" not in span:
        return TAG * len(span)
    if span.startswith(("http", "www.")):
        # An address takes no closing mark with it: in `见 https://a.cn.` the period is the sentence's.
        address = span.rstrip(".,:;!?'*_)]")
        return OTHER * len(address) + span[len(address) :]
    return OTHER * len(span)


@lru_cache(maxsize=KEPT)
def tokens(line: str) -> Sequence[Token]:
    """The tokens of a line in their order; pairs never reach beyond it."""
    reader = _Reader(line)
    for match in _TOKEN.finditer(line):
        reader.read(match)
    return tuple(reader.found)


class _Reader:
    """Goes through a line from left to right and joins each closing mark to the last opener of its family.

    What opened in between and was not closed is stray, and so is what is open at the end: it holds nothing
    together. Markdown does not know of quotations, so emphasis is joined apart from them.
    """

    def __init__(self, line: str) -> None:
        self.line = line
        self.found: list[Token] = []
        self.prose = _Stack(self.found)
        self.emphasis = _Stack(self.found)
        self.enumerates = False

    def read(self, match: re.Match[str]) -> None:
        """Takes the next token of the line."""
        start, end = match.span()
        match match.lastgroup:
            case "stop" | "note" as kind:
                self.found.append(Token(start, end, "", kind))
            case "circled":
                self._circled(start, end)
            case "link":
                self._link(start, end)
            case "mark":
                self._mark(start, end)
            case "emphasis":
                self._emphasis(start, end)

    def _circled(self, start: int, end: int) -> None:
        """Tells `：①甲。②乙。`, where they number clauses, from `甲。①乙。②`, where they are note marks."""
        if start == 0 or self.line[start - 1] in _ITEM_START:
            self.enumerates = True
        if not self.enumerates:
            self.found.append(Token(start, end, "", "note"))

    def _link(self, start: int, end: int) -> None:
        opener = self.prose.close(Token(start, end, "square", "loose"))
        if opener:
            opener.family = self.found[-1].family = "link"

    def _mark(self, start: int, end: int) -> None:
        mark = self.line[start]
        family = _OPENERS.get(mark) or _CLOSERS[mark]
        if self._opens(mark, family, start):
            self.prose.open(Token(start, end, family, "stray"))
        else:
            self.prose.close(Token(start, end, family, "loose"))

    def _opens(self, mark: str, family: str, start: int) -> bool:
        """Whether a mark opens. Writers mix up the shapes of quotation marks, so their place has a say."""
        if family not in _EITHER_WAY:
            return mark in _OPENERS
        is_open = family in self.prose
        can_open = not _NEVER_OPENED.match(self.line, start + 1)
        if mark in _OPENERS:
            return can_open or not is_open
        if is_open or mark in "”’":
            after_opening = start == 0 or self.line[start - 1] in _OPENS_AFTER
            return can_open and after_opening and (mark in "\"'＂" or not is_open)
        return can_open

    def _emphasis(self, start: int, end: int) -> None:
        """Marks of emphasis look alike at both ends; three are one and two."""
        can_close = start > 0 and not self.line[start - 1].isspace()
        can_open = not self.line[end : end + 1].isspace()
        families = [self.line[start:end]] if end - start != 3 else [self.line[start], self.line[start] * 2]
        if can_close and self.emphasis.last() == families[-1]:
            families.reverse()
        for family in families:
            token = Token(start, start + len(family), family, "stray")
            start = token.end
            if can_close and family in self.emphasis:
                self.emphasis.close(token)
            elif can_open:
                self.emphasis.open(token)


class _Stack:
    """The openers of a line that wait for their other half."""

    def __init__(self, found: list[Token]) -> None:
        self.found = found
        self.places: list[int] = []
        self.count: dict[str, int] = defaultdict(int)

    def __contains__(self, family: str) -> bool:
        return self.count[family] > 0

    def open(self, token: Token) -> None:
        """Takes a token that opens a pair if another closes it."""
        self.places.append(len(self.found))
        self.count[token.family] += 1
        self.found.append(token)

    def close(self, token: Token) -> Token | None:
        """Takes a token that closes a pair if one is open; gives its opener, or None."""
        opener = None
        if token.family in self:
            place = self._pop(token.family)
            opener = self.found[place]
            opener.role, opener.mate = "open", len(self.found)
            token.role, token.mate = "close", place
        self.found.append(token)
        return opener

    def last(self) -> str:
        """The family of the innermost opener, or an empty text."""
        return self.found[self.places[-1]].family if self.places else ""

    def _pop(self, family: str) -> int:
        while True:
            place = self.places.pop()
            self.count[self.found[place].family] -= 1
            if self.found[place].family == family:
                return place
