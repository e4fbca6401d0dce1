"""Runs of inline nodes: white space as a browser shows it, but for the wraps of Chinese, and paragraphs.

Pages part paragraphs with `<br>` as often as with `<p>`: two of them, or one before an indent of ideographic
spaces, part paragraphs here; any other stays a line break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.markup import HAN, Node

_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_INDENT = re.compile(r"[ \t\n\r\f]*(?:\u3000|\xa0[ \t\n\r\f]*\xa0)")
_EDGE = " \t\n\r\f\xa0\u3000\u200b\ufeff"
_WIDE = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uff60“”‘’—…·]")
_PAIRED = frozenset({"em", "strong", "s", "link"})
_END = Node("paragraph")


@dataclass(slots=True)
class Flow:
    """Takes the inline content of a block piece by piece and gives its paragraphs."""

    nodes: list[Node] = field(default_factory=list)
    _space: str = ""
    _last: str = ""
    _broken: int = -1
    _is_inked: bool = False

    def text(self, text: str) -> None:
        """Adds text as it stands in the source; a line feed beside a wide character is no space."""
        if not self._last:
            if self._broken >= 0 and _INDENT.match(text):
                self._end_paragraph()
            text = text.lstrip(_EDGE)
        for word in re.split(f"({_SPACE.pattern})", text):
            if _SPACE.match(word):
                self._space = self._space or ("\n" if "\n" in word else " ")
            elif word:
                self._ink(word[0], word[-1])
                self.nodes.append(Node("text", word))

    def mark(self, node: Node) -> None:
        """Adds one half of a pair: emphasis or a link."""
        self.nodes.append(node)

    def thing(self, node: Node) -> None:
        """Adds what stands like a word in the text: code, an image, a note's mark."""
        if node.kind == "note":
            self._space, self._broken, self._is_inked = "", -1, True
        else:
            self._ink("x", "x")
        self.nodes.append(node)

    def line_break(self) -> None:
        """Adds a line break; a second one, with nothing between, makes it the end of a paragraph."""
        self._space = self._last = ""
        if self._broken >= 0:
            self._end_paragraph()
        elif self._is_inked:
            self._broken = len(self.nodes)
            self.nodes.append(Node("break", "\n"))

    def paragraphs(self) -> Iterator[tuple[Node, ...]]:
        """The paragraphs, without blank ones; a pair that reaches over several is closed and opened again."""
        opened: list[Node] = []
        current: list[Node] = []
        for node in [*self.nodes, _END]:
            if node.kind != "paragraph":
                current.append(node)
                _track(opened, node)
                continue
            closing = [replace(half, nesting=-1) for half in reversed(opened)]
            paragraph = _trimmed(_tidied([*current, *closing]))
            if any(node.kind not in _PAIRED for node in paragraph):
                yield tuple(paragraph)
            current = list(opened)

    def _end_paragraph(self) -> None:
        self.nodes[self._broken] = _END
        self._broken, self._is_inked = -1, False

    def _ink(self, first: str, last: str) -> None:
        """Puts the white space that was held back before a word, outside of any pair that opens there."""
        is_wrap = self._space == "\n" and bool(_WIDE.match(self._last) or _WIDE.match(first))
        if self._space and self._last and not is_wrap:
            at = len(self.nodes)
            while at and self.nodes[at - 1].nesting == 1:
                at -= 1
            self.nodes.insert(at, Node("text", " "))
        self._space, self._last, self._broken, self._is_inked = "", last, -1, True


def _track(opened: list[Node], node: Node) -> None:
    if node.nesting == 1:
        opened.append(node)
    elif node.nesting == -1 and opened:
        opened.pop()


def _tidied(nodes: list[Node]) -> list[Node]:
    """Without empty pairs, and with what is `**a****b**` as one, since it would read as something else."""
    kept: list[Node] = []
    for node in nodes:
        before = kept[-1] if kept else None
        is_same = before is not None and before.kind == node.kind and before.target == node.target
        if is_same and node.kind in _PAIRED and before is not None and before.nesting == -node.nesting:
            kept.pop()
        elif before is not None and before.kind == node.kind and node.kind in ("text", "code"):
            kept[-1] = Node(node.kind, before.text + node.text)
        else:
            kept.append(node)
    return kept


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Without the breaks and the space at either end, which may stand inside a pair."""
    for step in (1, -1):
        while True:
            at = next((i for i in range(len(nodes))[::step] if nodes[i].kind not in _PAIRED), None)
            if at is None:
                break
            node = nodes[at]
            text = node.text.lstrip(_EDGE) if step == 1 else node.text.rstrip(_EDGE)
            if node.kind == "text" and text:
                nodes[at] = Node("text", text)
                break
            if node.kind not in ("break", "text"):
                break
            del nodes[at]
    return _tidied(nodes)
