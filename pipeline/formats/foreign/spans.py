"""The inline elements of HTML into a flow of nodes: emphasis, links, images, code, notes' marks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from pipeline.formats.foreign import notes
from pipeline.formats.foreign.elements import BLOCKS, emphasis, loss, text_of
from pipeline.formats.foreign.flow import Flow
from pipeline.formats.foreign.reading import Losses
from pipeline.markup import Node

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", ""})


@dataclass(slots=True)
class Spans:
    """Fills flows; `open` holds the open pairs, `base` is the address against which links are read."""

    losses: Losses
    base: str = ""
    open: list[str] = field(default_factory=list)

    def fill(self, element: Element, flow: Flow) -> None:
        """Adds what is inside an element."""
        flow.text(element.text or "")
        for child in element:
            self.add(child, flow)
            flow.text(child.tail or "")

    def add(self, element: Element, flow: Flow) -> None:
        """Adds an element; a block, where only a line has room for it, gets line breaks around it."""
        name = loss(element)
        if name is not None:
            self.drop(name)
        elif element.tag in BLOCKS:
            flow.line_break()
            self.fill(element, flow)
            flow.line_break()
        elif element.tag in _INLINE:
            _INLINE[element.tag](self, element, flow)
        else:
            self._paired(element, flow, emphasis(element))

    def _paired(self, element: Element, flow: Flow, kind: str, target: str = "") -> None:
        """Adds an element's content between the halves of a pair, unless it stands in such a pair already."""
        if not kind or kind in self.open:
            self.fill(element, flow)
            return
        self.open.append(kind)
        flow.mark(Node(kind, nesting=1, target=target))
        self.fill(element, flow)
        flow.mark(Node(kind, nesting=-1, target=target))
        self.open.pop()

    def _break(self, _: Element, flow: Flow) -> None:
        flow.line_break()

    def _note(self, element: Element, flow: Flow) -> None:
        flow.thing(Node("note", element.get("label", "")))

    def _literal(self, element: Element, flow: Flow) -> None:
        text = " ".join(text_of(element).split())
        if text:
            flow.thing(Node("code", text))

    def _image(self, element: Element, flow: Flow) -> None:
        text = " ".join(element.get("alt", "").split())
        if not text:
            self.drop("images without a text")
            return
        target = self._address(element.get("src", ""))
        self.losses.dropped["images, of which the text is kept"] += not target
        flow.thing(Node("image", text, target=target))

    def _link(self, element: Element, flow: Flow) -> None:
        target = self._address(element.get("href", ""))
        if not target and element.get("href", "").startswith("#") and len(element.get("href", "")) > 1:
            self.losses.changed["links inside the text, now without a target"] += 1
        self._paired(element, flow, "link" if target else "", target)

    def _shifted(self, element: Element, flow: Flow) -> None:
        """Raised and lowered digits have code points of their own, as in m² and CO₂; the rest is level."""
        if next(element.iter(notes.REFERENCE), None) is not None:
            self.fill(element, flow)
            return
        text = text_of(element).strip()
        table = _RAISED if element.tag == "sup" else _LOWERED
        shifted = text.translate(table)
        if text and all(ord(character) in table for character in text):
            flow.text(shifted)
        else:
            self.losses.changed["raised or lowered words, now level"] += bool(text) and "[" not in text
            self.fill(element, flow)

    def _address(self, target: str) -> str:
        """An address that an edition can show: absolute, or relative where nothing tells to what."""
        target = target.strip()
        try:
            target = urljoin(self.base, target) if not target.startswith("#") else ""
            scheme = urlsplit(target).scheme.lower()
        except ValueError:
            return ""
        self.losses.changed["addresses relative to a place that is not known"] += bool(target) and not scheme
        return target if scheme in _SCHEMES else ""

    def drop(self, name: str) -> None:
        """Counts what is dropped, unless no reader saw it."""
        if name:
            self.losses.dropped[name] += 1


_INLINE: dict[str, Callable[[Spans, Element, Flow], None]] = {
    "br": Spans._break,
    "a": Spans._link,
    "img": Spans._image,
    "code": Spans._literal,
    "kbd": Spans._literal,
    "samp": Spans._literal,
    "tt": Spans._literal,
    "sup": Spans._shifted,
    "sub": Spans._shifted,
    notes.REFERENCE: Spans._note,
}
