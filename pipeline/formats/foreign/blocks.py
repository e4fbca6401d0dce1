"""A tree of HTML elements to Markdown: the one writer of all readers of foreign formats."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pipeline.formats.foreign import inline, notes, tables
from pipeline.formats.foreign.elements import BLOCKS, HEADINGS, LISTS, emphasis, holders, loss, text_of
from pipeline.formats.foreign.flow import Flow
from pipeline.formats.foreign.reading import Losses
from pipeline.formats.foreign.spans import Spans
from pipeline.markup import Node, plain

_LANGUAGE = re.compile(r"(?:language|lang)-([\w+#-]{1,20})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of Markdown; `kind` tells what it cannot stand beside without becoming one with it."""

    kind: str
    text: str


def write(root: Element, losses: Losses, base: str = "") -> list[Piece]:
    """The blocks of what a tree holds, its notes last; takes the notes out of the tree.

    `base` is the address against which links are read. What Markdown has no form for goes to `losses`.
    """
    taken = notes.take(root)
    writer = _Writer(Spans(losses, base), holders(root))
    pieces = writer.blocks(root)
    for label, passage in taken:
        writer.holders = holders(passage)
        text = _joined(writer.blocks(passage))
        pieces.append(Piece("note", _indented(text, f"[^{label}]: ", 4)))
    return pieces


def without_title(pieces: Sequence[Piece], title: str) -> Sequence[Piece]:
    """The blocks but for a first one that is the title over again, which stands in the front matter."""
    first = plain(pieces[0].text.lstrip("# ")) if pieces else ""
    return pieces[1:] if title and "".join(first.split()) == "".join(title.split()) else pieces


def joined(pieces: Iterable[Piece]) -> str:
    """A Markdown text of blocks, with a line feed at its end."""
    return _joined(pieces) + "\n"


def _joined(pieces: Iterable[Piece]) -> str:
    return "\n\n".join(piece.text for piece in pieces)


@dataclass(slots=True)
class _Writer:
    """Walks a tree; recursion is as deep as the tree, which the parser has bounded."""

    spans: Spans
    holders: frozenset[Element]

    def blocks(self, element: Element) -> list[Piece]:
        """The blocks inside an element; text and inline elements between blocks are paragraphs."""
        pieces: list[Piece] = []
        flow = Flow()
        flow.text(element.text or "")
        for child in element:
            if child.tag in BLOCKS or (child in self.holders and loss(child) is None):
                pieces += self._paragraphs(flow)
                flow = Flow()
                self._append(pieces, self._block(child))
            else:
                self.spans.add(child, flow)
            flow.text(child.tail or "")
        return pieces + self._paragraphs(flow)

    def _append(self, pieces: list[Piece], more: list[Piece]) -> None:
        """Adds blocks; a list right behind one of its kind takes other marks, or it would go on with it."""
        for piece in more:
            if pieces and piece.kind in ("-", ".") and pieces[-1].kind == piece.kind:
                swapped = {"-": "*", ".": ")"}[piece.kind]
                mark = re.compile(rf"^(\d*){re.escape(piece.kind)}(?= )", re.M)
                piece = Piece(swapped, mark.sub(rf"\g<1>{swapped}", piece.text))
            pieces.append(piece)

    def _block(self, element: Element) -> list[Piece]:
        name = loss(element)
        if name is not None:
            self.spans.drop(name)
            return []
        if element.tag in HEADINGS:
            return self._heading(element)
        if element.tag in LISTS:
            return self._list(element)
        if element.tag not in BLOCKS and (emphasis(element) or element.get("href")):
            self.spans.drop("links and emphasis around whole blocks")
        return _BLOCKS.get(element.tag, _Writer.blocks)(self, element)

    def _paragraphs(self, flow: Flow) -> list[Piece]:
        return [Piece("paragraph", self._text(nodes)) for nodes in flow.paragraphs()]

    def _text(self, nodes: Iterable[Node]) -> str:
        text, is_whole = inline.write(tuple(nodes))
        if not is_whole:
            self.spans.losses.dropped["emphasis that Markdown cannot set apart"] += 1
        return text

    def _line(self, element: Element) -> str:
        """The content of a heading or cell, which have one line: its paragraphs and breaks, spaced."""
        flow = Flow()
        self.spans.fill(element, flow)
        paragraphs = list(flow.paragraphs())
        nodes: list[Node] = []
        for paragraph in paragraphs:
            nodes += [Node("text", " ")] if nodes else []
            nodes += [Node("text", " ") if node.kind == "break" else node for node in paragraph]
        return self._text(nodes)

    def _heading(self, element: Element) -> list[Piece]:
        self.spans.open.append("strong")
        text = self._line(element)
        self.spans.open.pop()
        closed = re.sub(r"(?<![\\#])(#+)$", r"\\\1", text)
        return [Piece("heading", f"{'#' * HEADINGS[element.tag]} {closed}")] if text else []

    def _list(self, element: Element) -> list[Piece]:
        is_numbered = element.tag == "ol"
        number = _number(element.get("start"), 1)
        if is_numbered and element.get("type", "1") != "1":
            self.spans.losses.changed["lettered lists, now numbered"] += 1
        items: list[str] = []
        for item, pieces in self._items(element):
            if item is not None and item.tag in LISTS and items:  # an old habit: a list right in a list
                items[-1] += "\n" + _indented(_tight(pieces), "  ", 2)
                continue
            number = _number(item.get("value") if item is not None else None, number)
            mark = f"{number}. " if is_numbered else "- "
            items.append(_indented(_tight(pieces), mark, len(mark)))
            number += 1
        separator = "\n\n" if any("\n\n" in item for item in items) else "\n"
        return [Piece("." if is_numbered else "-", separator.join(items))] if items else []

    def _items(self, element: Element) -> Iterator[tuple[Element | None, list[Piece]]]:
        """The items of a list, each with its blocks; text that stands between items is an item too."""
        texts: list[tuple[Element | None, str | None]] = [(None, element.text)]
        for child in element:
            texts += [(child, None), (None, child.tail)]
        for item, text in texts:
            flow = Flow()
            flow.text(text or "")
            pieces = self._paragraphs(flow) if item is None else self._block(item)
            if pieces:
                yield item, pieces

    def _quote(self, element: Element) -> list[Piece]:
        text = _joined(self.blocks(element))
        return (
            [Piece("quote", re.sub(r"(?m)^(?=(.?))", lambda m: "> " if m[1] else ">", text))] if text else []
        )

    def _table(self, element: Element) -> list[Piece]:
        rows = tables.rows_of(element)
        if tables.is_layout(element, rows):
            self.spans.losses.changed["tables that only laid out text"] += bool(rows)
            return self.blocks(element)
        captions = [piece for caption in element.iterchildren("caption") for piece in self.blocks(caption)]
        laid, is_merged = tables.grid(rows)
        self.spans.losses.changed["tables with merged cells, whose text stands in the first"] += is_merged
        cells = [[self._cell(cell) for cell in row] for row in laid]
        return [*captions, Piece("table", tables.write(cells))]

    def _cell(self, cell: Element | None) -> str:
        return "" if cell is None else re.sub(r"(?<!\\)\|", r"\\|", self._line(cell))

    def _code(self, element: Element) -> list[Piece]:
        text = text_of(element).strip("\n")
        ticks = max((len(run) for run in re.findall("`{3,}", text)), default=2) + 1
        named = [_LANGUAGE.search(e.get("class", "")) for e in (element, *element.iterchildren("code"))]
        language = next((match[1] for match in named if match), "")
        return [Piece("code", f"{'`' * ticks}{language}\n{text}\n{'`' * ticks}")] if text.strip() else []

    def _rule(self, _: Element) -> list[Piece]:
        return [Piece("rule", "***")]


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else default


def _tight(pieces: list[Piece]) -> str:
    """Blocks of an item: a list right under its line, all else apart."""
    is_short = len(pieces) == 2 and pieces[0].kind == "paragraph" and pieces[1].kind in "-.*)"
    return "\n".join(piece.text for piece in pieces) if is_short else _joined(pieces)


def _indented(text: str, first: str, width: int) -> str:
    lines: Iterator[str] = (" " * width + line if line else line for line in text.split("\n")[1:])
    return "\n".join([first + text.split("\n", 1)[0], *lines])


_BLOCKS: dict[str, Callable[[_Writer, Element], list[Piece]]] = {
    "blockquote": _Writer._quote,
    "table": _Writer._table,
    "pre": _Writer._code,
    "hr": _Writer._rule,
}
