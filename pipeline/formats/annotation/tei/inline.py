"""One sentence in TEI: its inline Markdown and its annotations as elements.

Elements nest and annotations need not: one that crosses another, or a mark of the Markdown, is written in
parts that `next` and `prev` chain (TEI P5, 17.1.3 and 21.3.1 on fragmentation).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml.etree import _Element as Element

from pipeline.formats.annotation.tei.elements import Shape
from pipeline.formats.annotation.tei.tree import XML, add, write
from pipeline.markup import Node, parse

_MARKS = {"em": "italic", "strong": "bold", "s": "strikethrough"}


@dataclass(eq=False, slots=True)
class Layer:
    """A span that becomes an element, or several where it is parted."""

    start: int
    end: int
    shape: Shape
    made: list[Element] = field(default_factory=list)


def fill(sentence: Element, text: str, layers: Iterable[Layer], notes: Mapping[str, str]) -> None:
    """Writes inline Markdown with the layers over its plain text.

    `sentence` has an id, and `notes` are the ids of the author's notes by label.
    """
    nodes = parse(text)
    every = sorted([*_marks(nodes), *layers], key=lambda layer: (layer.start, -layer.end))
    writer = _Writer(sentence, [layer for layer in every if layer.start < layer.end], notes)
    for node in nodes:
        writer.node(node)
    number = 0
    for layer in every:
        if len(layer.made) > 1:
            number += 1
            _chain(layer.made, f"{sentence.get(f'{XML}id')}.{number}")


def _marks(nodes: Sequence[Node]) -> Iterator[Layer]:
    """The emphasis and the links of a sentence."""
    opened: list[Node] = []
    for node in nodes:
        if node.nesting == 1:
            opened.append(node)
        elif node.nesting == -1 and opened:
            first = opened.pop()
            shape = Shape("ref", {"target": first.target}) if first.kind == "link" else None
            yield Layer(first.start, node.start, shape or Shape("hi", {"rend": _MARKS[first.kind]}))


class _Writer:
    def __init__(self, sentence: Element, layers: Sequence[Layer], notes: Mapping[str, str]) -> None:
        self._notes = notes
        self._sentence = sentence
        self._layers = layers
        self._next = 0
        self._active: list[Layer] = []
        self._open: list[tuple[Layer, Element]] = []

    def node(self, node: Node) -> None:
        """Writes one piece of the text."""
        end = node.start + len(node.text)
        if node.kind == "note" and node.text in self._notes:
            add(self._parent(), "ptr", attributes={"type": "note", "target": f"#{self._notes[node.text]}"})
        elif node.kind == "note":
            write(self._parent(), f"[^{node.text}]")
        elif node.kind == "image":
            add(self._parent(), "ref", node.text, {"type": "image", "target": node.target})
        elif node.kind == "break":
            self._enter(node.start)
            add(self._parent(), "lb")
        elif node.text:
            cuts = {layer.start for layer in self._layers} | {layer.end for layer in self._layers}
            bounds = sorted({node.start, end, *(at for at in cuts if node.start < at < end)})
            for start, stop in pairwise(bounds):
                self._enter(start)
                part = node.text[start - node.start : stop - node.start]
                if node.kind == "code":
                    add(self._parent(), "code", part)
                else:
                    write(self._parent(), part)

    def _parent(self) -> Element:
        return self._open[-1][1] if self._open else self._sentence

    def _enter(self, at: int) -> None:
        """Closes what ends before a place and opens what covers it, the longest outside."""
        while self._next < len(self._layers) and self._layers[self._next].start <= at:
            self._active.append(self._layers[self._next])
            self._next += 1
        self._active = [layer for layer in self._active if layer.end > at]
        kept = 0
        while kept < min(len(self._open), len(self._active)) and self._open[kept][0] is self._active[kept]:
            kept += 1
        del self._open[kept:]
        for layer in self._active[kept:]:
            element = add(self._parent(), layer.shape.name, attributes=layer.shape.attributes)
            layer.made.append(element)
            self._open.append((layer, element))


def _chain(parts: Sequence[Element], name: str) -> None:
    for number, part in enumerate(parts, 1):
        part.set(f"{XML}id", f"{name}.{number}")
    for number, (one, other) in enumerate(pairwise(parts), 1):
        one.set("next", f"#{name}.{number + 1}")
        other.set("prev", f"#{name}.{number}")
