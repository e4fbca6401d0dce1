"""A passage's inline Markdown -> the pieces that the Typst template sets."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline.formats.pdf.breaks import Piece, breakable, glued, text_of, with_text
from pipeline.formats.pdf.looks import Look
from pipeline.markup import CHINESE, HAN, LATIN, Node, parse

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Controls, line separators and the bidi embeddings that would reorder text beyond their sentence."""

_EMPHASISED = re.compile(rf"(?P<han>[{HAN}]+)|(?P<latin>{LATIN.pattern})|.", re.S)
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S+$", re.I)


@dataclass(frozen=True, slots=True)
class Insertion:
    """A piece that goes into a text before the code point `offset` of its plain form."""

    offset: int
    piece: dict[str, Any]

    @property
    def follows(self) -> bool:
        """Whether it belongs to the text before it, as a note mark does; a term's use does not."""
        return bool(self.piece["k"] != "use")


@dataclass(frozen=True, slots=True)
class _Face:
    """How a stretch of text is set: its styles and its link."""

    styles: tuple[str, ...] = ()
    href: str = ""

    def changed(self, node: Node) -> "_Face":
        """The face after the opening or closing of an emphasis or a link."""
        if node.kind == "link":
            safe = node.nesting == 1 and _SAFE_LINK.match(node.target)
            return _Face(self.styles, clean(node.target) if safe else "")
        if node.nesting == 1:
            return _Face((*self.styles, node.kind), self.href)
        return _Face(tuple(style for style in self.styles if style != node.kind), self.href)

    def piece(self, text: str, *more: str) -> Piece:
        """A text in this face, with further styles."""
        styles = [*self.styles, *more]
        extra = {name: value for name, value in (("s", styles), ("href", self.href)) if value}
        return {"t": clean(text), **extra} if extra else clean(text)


@dataclass(slots=True)
class _Walk:
    """Where the walk over a passage's nodes stands."""

    note: Callable[[str], Piece]
    waiting: deque[Insertion]
    looks: Sequence[Look] = ()
    face: _Face = _Face()
    pieces: list[Piece] = field(default_factory=list)

    def visit(self, node: Node) -> None:
        if node.kind == "text":
            self.write(node)
        elif node.kind == "code":
            self.pieces.append(self.face.piece(node.text, "code"))
            self.insert(node.start + len(node.text))
        elif node.kind == "break":
            self.pieces.append({"k": "break"})
        elif node.kind == "note":
            self.insert(node.start)
            self.pieces.append(self.note(node.text))
        elif node.kind == "image":
            self.pieces.append(self.face.piece(f"[{node.text}]", "em"))
        else:
            self.face = self.face.changed(node)

    def write(self, node: Node) -> None:
        """Adds a text with the insertions that fall into it."""
        at, end = node.start, node.start + len(node.text)
        while self.waiting and self.waiting[0].offset < end:
            item = self.waiting.popleft()
            cut = max(item.offset, at)
            self.pieces += [*self.faced(node.text[at - node.start : cut - node.start], at), item.piece]
            at = cut
        self.pieces += self.faced(node.text[at - node.start :], at)
        self.insert(end)

    def faced(self, text: str, start: int) -> Iterator[Piece]:
        """A text in its face, cut where the look changes; `start` is its place in the plain passage."""
        end = start + len(text)
        within = {at for look in self.looks for at in look[:2] if start < at < end}
        for left, right in pairwise(sorted({start, *within, end})):
            styles = [look for first, last, look in self.looks if first <= left < last]
            yield self.face.piece(text[left - start : right - start], *styles)

    def insert(self, end: int) -> None:
        """Adds what belongs to the text that ends here."""
        while self.waiting and self.waiting[0].offset <= end and self.waiting[0].follows:
            self.pieces.append(self.waiting.popleft().piece)


def clean(text: str) -> str:
    """The text without what no page can show; a lone surrogate becomes a question mark."""
    safe = _UNSAFE.sub("", re.sub("[\t\u2028\u2029]", " ", text))
    return safe.encode("utf-8", "replace").decode("utf-8")


def pieces(
    text: str,
    note: Callable[[str], Piece],
    insertions: Iterable[Insertion] = (),
    chinese: str = "",
    looks: Sequence[Look] = (),
) -> list[Piece]:
    """Gives the pieces of a passage.

    `note` makes the piece for a note's label; `looks` are styles of stretches of its plain text. Where
    `chinese` is a language tag, the passage is in another language and its Han text is marked with that tag.
    """
    ordered = sorted(insertions, key=lambda item: (item.offset, not item.follows))
    walk = _Walk(note, deque(ordered), looks)
    for node in parse(text):
        walk.visit(node)
    walk.pieces += [item.piece for item in walk.waiting]
    found = _in_language(walk.pieces, chinese) if chinese else _emphasised(walk.pieces)
    return list(breakable(glued(found)))


def words(text: str, chinese: str = "") -> list[Piece]:
    """Gives the pieces of a text that is no Markdown; `chinese` as for `pieces`."""
    href = text if _SAFE_LINK.match(text) else ""
    piece = _Face(href=clean(href)).piece(text)
    return list(breakable(_in_language([piece], chinese) if chinese else [piece]))


def _in_language(found: Iterable[Piece], tag: str) -> Iterator[Piece]:
    """Tells the Chinese words of a text in another language by their tag."""
    for piece in found:
        text = text_of(piece)
        if text is None:
            yield piece
            continue
        at = 0
        for match in CHINESE.finditer(text):
            yield with_text(piece, text[at : match.start()])
            yield with_text(piece, match[0], lang=tag)
            at = match.end()
        yield with_text(piece, text[at:])


def _emphasised(found: Iterable[Piece]) -> Iterator[Piece]:
    """Leaves the emphasis of Chinese text to its characters, which take dots, and to its Latin words.

    Those are told by their language, so that they are set in italics; punctuation takes neither.
    """
    for piece in found:
        if isinstance(piece, str) or "em" not in piece.get("s", ()):
            yield piece
            continue
        other = [style for style in piece["s"] if style != "em"]
        upright = {**piece, "s": other} if other else {name: piece[name] for name in piece if name != "s"}
        for match in _EMPHASISED.finditer(piece["t"]):
            if match["han"]:
                yield with_text(piece, match[0])
            elif match["latin"]:
                yield with_text(piece, match[0], lang="en")
            else:
                yield with_text(upright, match[0])
