"""Markdown sources as they were typed: every stretch of prose with the place of each of its characters."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from pipeline.formats import front_matter
from pipeline.formats.markdown import DIRECTIVE, TRANSLATED_FIELDS, unwrap
from pipeline.markup import blocks, parser
from pipeline.model import SOFT, Manuscript, Stretch

_WAIVER = re.compile(r"(?P<code>[\w-]+)\s*(?:--\s*(?P<reason>.*))?", re.S)


def parse(text: str, path: str) -> Manuscript:
    """Finds the prose of a Markdown text with LF line ends: no code, no addresses of references, no HTML.

    A stretch that is not written out in the file as it is read (a cell with escaped bars, a folded field of
    the front matter) is left out.
    """
    return Manuscript(path, text, tuple(_stretches(text, path)))


def shape(text: str) -> list[object]:
    """What a Markdown text is apart from its words and fields: blocks, emphasis, links with targets, code."""
    return [part for token in parser().parse(text, {}) for part in _shape(token)]


def _stretches(text: str, path: str) -> Iterator[Stretch]:
    locator = _Locator(text)
    ignored: dict[str, str] = {}
    before = ""
    for token in blocks(text)[0]:
        if token.type == "front_matter" and token.map:
            yield from _fields(token, text, path, locator.starts)
        elif token.type == "html_block":
            ignored |= _waivers(token.content)
        elif token.type == "inline":
            joined, places = locator.find(token, is_cell=before in ("th_open", "td_open"))
            if joined:
                yield Stretch(joined, places, {**ignored, **_waivers(joined)})
            ignored = {}
        before = token.type


def _fields(token: Token, text: str, path: str, starts: Sequence[int]) -> Iterator[Stretch]:
    first = token.map[0] + 1 if token.map else 0
    for item in front_matter.parse(token.content, path, first + 1):
        place = starts[first] + item.place
        if item.name in TRANSLATED_FIELDS and item.value and text.startswith(item.value, place):
            yield Stretch(item.value, range(place, place + len(item.value)))


def _waivers(text: str) -> dict[str, str]:
    """The codes that `<!-- duizhao: ignore CODE -- reason -->` excuses, with the reasons."""
    found = [
        _WAIVER.match(match["argument"].strip())
        for match in DIRECTIVE.finditer(text)
        if match["verb"] == "ignore"
    ]
    return {waiver["code"]: waiver["reason"] or "" for waiver in found if waiver}


class _Locator:
    """Finds the lines of a token in the file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self.cursor = 0

    def find(self, token: Token, *, is_cell: bool) -> tuple[str, list[int]]:
        """The unwrapped text of an inline token and the place of each character; empty if not found."""
        pieces: list[str] = []
        places: list[int] = []
        row = token.map[0] if token.map else 0
        for number, line in enumerate(token.content.split("\n"), row):
            words = line.strip()
            place = self._find(words, number, is_cell)
            if place < 0:
                return "", []
            if number > row:
                joint = self._joint(pieces[-1], words, places[-1] + 1)
                if joint == "\n" and pieces[-1].endswith("\\"):
                    pieces[-1] = pieces[-1][:-1]
                    places.pop()
                pieces.append(joint)
                places += [self.starts[number] - 1] * len(joint)
            pieces.append(words)
            places += range(place, place + len(words))
        return "".join(pieces), places

    def _find(self, words: str, row: int, is_cell: bool) -> int:
        """Where the words stand on a line: at its end, or in the next cell of its row."""
        if row + 1 >= len(self.starts):
            return -1
        start, end = self.starts[row], self.starts[row + 1]
        if not is_cell:
            return self.text.rfind(words, start, end)
        place = self.text.find(words, max(self.cursor, start), end)
        self.cursor = max(self.cursor, place + len(words))
        return place

    def _joint(self, before: str, after: str, end: int) -> str:
        """What a line break is read as: a space, nothing, or a line feed where it is a hard one."""
        if before.endswith("\\") or self.text.startswith("  ", end):
            return "\n"
        return unwrap(f"{before[-1:]}\n{after[:1]}")[1:-1].replace(" ", SOFT)


def _shape(token: Token) -> Iterator[object]:
    if token.type == "text":
        return
    if token.children is None:
        verbatim = token.content.rstrip("\n") if token.type != "front_matter" else ""
        yield (token.type, token.tag, token.nesting, sorted(map(str, token.attrs.items())), verbatim)
        return
    yield (token.type, sorted(map(str, token.attrs.items())))
    for child in token.children:
        yield from _shape(child)
