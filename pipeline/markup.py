"""Inline Markdown, the notation of every segment: reading it, its plain text, what must not change.

The sole home of the Markdown parser. CommonMark's emphasis rule takes `**“沙盒”**的` for literal
asterisks, because a closing mark after punctuation needs a space that Chinese never writes; so a Han
neighbour counts here as punctuation does (the amendment that the CJK-friendly emphasis proposal makes).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

HAN = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""The character class of Han characters: Unicode's Script=Han blocks, for use inside brackets."""

_FULL_WIDTH = r"\u3001-\u301f\uff01-\uff5e"
CHINESE = re.compile(rf"[{HAN}{_FULL_WIDTH}](?:[{HAN}\u3000-\u303f\uff00-\uffef·]*[{HAN}{_FULL_WIDTH}])?")
"""Chinese words, with the marks between them, in a text of another language."""

_LATIN = "A-Za-z\u00c0-\u024f"
LATIN = re.compile(rf"[{_LATIN}](?:[{_LATIN}0-9 '’.,&:/\-]*[{_LATIN}0-9])?")
"""Words in Latin letters, with the marks between them, in a Chinese text."""

_NOTATION = re.compile(r"[*_`\[<\\&~\n\r\0]")
"""Whatever Markdown, or a line's end, begins with: a text without any is read as it stands."""

KEPT = 8192
"""How many texts are remembered as read: a long document in four languages, which several steps ask for."""

_MARKS = re.compile(r"\*+|_+")
_HAN = re.compile(f"[{HAN}]")
_NOTE = re.compile(r"\[\^([^\[\]\s]++)\]")
# Every repetition is possessive, or cannot meet its own start again: a hostile line takes linear time.
_PROTECTED = re.compile(
    r"(?<!`)(?P<tick>`{1,8}+)(?!`).+?(?<!`)(?P=tick)(?!`)"  # code
    r"|<!--(?:(?!<!--|-->).)*+-->|<[a-zA-Z/!][^<>]*+>"  # comments; autolinks and HTML
    r"|\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:\s++\"[^\"]*\")?\)"  # a link's target
    r"|\[\^[^\[\]\s]++\]"  # note marks
    r"|(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+"  # bare addresses
    r"|(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]++@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}",  # e-mail
    re.S,
)
_LIKE_ADDRESS = re.compile(r"[@_/]|\.\w")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|[A-Za-z_]\.[A-Za-z_]|\w/\w+/|_)\S*")


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of parsed inline text, in reading order.

    `kind` is `text`, `code`, `break`, `note` (text is its label), `image` (text is its description),
    or the opening and closing of `em`, `strong`, `link`, told by `nesting` 1 and -1. `start` is the
    piece's code point in the plain text; `target` a link's or image's address.
    """

    kind: str
    text: str = ""
    start: int = 0
    nesting: int = 0
    target: str = ""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, front matter and notes that stay where they are written."""
    return _configured()


@lru_cache(maxsize=1)  # a check reads a document, then its manuscript
def blocks(text: str) -> tuple[Sequence[Token], Mapping[str, Mapping[str, str]]]:
    """The tokens of a text whose inline tokens have no children, and the addresses of its reference links."""
    environment: dict[str, Mapping[str, Mapping[str, str]]] = {}
    tokens = _block_parser().parse(text, environment)
    return tokens, environment.get("references", {})


@cache
def _block_parser() -> MarkdownIt:
    markdown = _configured()
    markdown.core.ruler.disable("inline")
    return markdown


def _configured() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False).use(front_matter_plugin)
    markdown.core.ruler.disable("footnote_tail")
    markdown.inline.ruler.disable("footnote_ref")
    markdown.inline.ruler.at("emphasis", _emphasis)
    # Behind this rule a character that had a backslash is like any other.
    markdown.core.ruler.before("text_join", "note", _mark_notes)
    return markdown


@lru_cache(maxsize=KEPT)
def parse(text: str) -> tuple[Node, ...]:
    """Reads one segment of inline Markdown."""
    if not _NOTATION.search(text):
        return (Node("text", text),) if text else ()
    tokens = parser().parseInline(text, {})[0].children or []
    return tuple(_nodes(tokens))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """What a reader sees of inline Markdown, without marks, notes and HTML; a break is a newline."""
    if not _NOTATION.search(text):
        return text
    return "".join(node.text for node in parse(text) if node.kind in ("text", "code", "break"))


def without_addresses(text: str) -> str:
    """Plain text with a space in the place of each web or mail address, file name and the like."""
    return _ADDRESS.sub(" ", text) if _LIKE_ADDRESS.search(text) else text


def protected(text: str) -> list[tuple[int, int]]:
    """Spans of inline Markdown that are no prose: code, addresses, HTML, note marks."""
    return [match.span() for match in _PROTECTED.finditer(text)]


def literal_stars(text: str) -> set[int]:
    """The code points of inline Markdown at which an asterisk stands that is no mark, so that it is shown.

    Empty where the asterisks cannot be told apart one by one.
    """
    hidden = {at for start, end in protected(text) for at in range(start, end)}
    places = [at for at, character in enumerate(text) if character == "*" and at not in hidden]
    tokens = parser().parseInline(text, {})[0].children or []
    shown: list[bool] = []
    for token in tokens:
        if token.type in ("text", "text_special"):
            shown += [True] * token.content.count("*")
        elif token.markup in ("*", "**"):
            shown += [False] * len(token.markup)
    if len(places) != len(shown):
        return set()
    return {at for at, is_shown in zip(places, shown, strict=True) if is_shown}


def has_han(text: str) -> bool:
    """Whether there is a Han character in the text."""
    return _HAN.search(text) is not None


def count_han(text: str) -> int:
    """How many Han characters there are in the text: what stands for words in Chinese."""
    return len(_HAN.findall(text))


def _nodes(tokens: list[Token]) -> Iterator[Node]:
    at = 0
    for token in tokens:
        for node in _READERS.get(token.type, _nothing)(token):
            placed = Node(node.kind, node.text, at, node.nesting, node.target)
            yield placed
            if node.kind in ("text", "code", "break"):
                at += len(node.text)


def _whole(kind: str) -> Callable[[Token], Iterator[Node]]:
    def read(token: Token) -> Iterator[Node]:
        if token.content:
            yield Node(kind, token.content)

    return read


def _pair(kind: str) -> Callable[[Token], Iterator[Node]]:
    def read(token: Token) -> Iterator[Node]:
        yield Node(kind, nesting=token.nesting, target=str(token.attrs.get("href", "")))

    return read


def _break(_: Token) -> Iterator[Node]:
    yield Node("break", "\n")


def _image(token: Token) -> Iterator[Node]:
    shown = "".join(child.content for child in token.children or ())
    yield Node("image", shown, target=str(token.attrs.get("src", "")))


def _nothing(_: Token) -> Iterator[Node]:
    yield from ()


_READERS: dict[str, Callable[[Token], Iterator[Node]]] = {
    "text": _whole("text"),
    "code_inline": _whole("code"),
    "note": _whole("note"),
    "softbreak": _break,
    "hardbreak": _break,
    "image": _image,
    **{f"{kind}_{end}": _pair(kind) for kind in ("em", "strong", "link", "s") for end in ("open", "close")},
}


def _mark_notes(state: StateCore) -> None:
    """Takes the marks of notes out of texts, whether or not their notes are in the same text."""
    for block in state.tokens:
        if block.children and "[^" in block.content:
            block.children = [token for child in block.children for token in _around_notes(child)]


def _around_notes(token: Token) -> Iterator[Token]:
    if token.type != "text":
        yield token
        return
    end = 0
    for mark in _NOTE.finditer(token.content):
        yield token.copy(content=token.content[end : mark.start()])
        yield Token("note", "", 0, content=mark[1])
        end = mark.end()
    yield token.copy(content=token.content[end:])


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Collects emphasis marks, as markdown-it's own rule does but for `_flanks`."""
    start, marker = state.pos, state.src[state.pos]
    if silent or marker not in "*_":
        return False
    run = _MARKS.match(state.src, start)
    length = run.end() - start if run else 0
    before = state.src[start - 1] if start else " "
    after = state.src[start + length] if start + length < state.posMax else " "
    left, right = _flanks(before, after), _flanks(after, before)
    can_open = left and (marker == "*" or not right or _is_punctuation(before))
    can_close = right and (marker == "*" or not left or _is_punctuation(after))
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(ord(marker), length, len(state.tokens) - 1, -1, open=can_open, close=can_close)
        )
    state.pos += length
    return True


def _flanks(outside: str, inside: str) -> bool:
    if isWhiteSpace(ord(inside)):
        return False
    outer = isWhiteSpace(ord(outside)) or _is_punctuation(outside) or has_han(outside)
    return not _is_punctuation(inside) or outer


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
