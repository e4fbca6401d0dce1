"""Inline Markdown as inline content of XLIFF, and back to the character.

Addresses, code, HTML and note marks are codes that a translator can move but not damage; their text stands in
the unit's original data. Emphasis stays as it is written. A character that XML cannot hold is a `cp`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.formats.xliff.names import core
from pipeline.markup import protected

UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""The characters that XML 1.0 cannot hold (surrogates, which no text of ours has, aside)."""

Span = tuple[int, int, str]
"""Code points of a text, and the id of the mark around them."""

_FORMATS = {"xlf:b": "**", "xlf:i": "*"}
_OPENING = {"ph": "dataRef", "sc": "dataRef", "ec": "dataRef", "pc": "dataRefStart"}
_LAST = 0x10FFFF


class Codes:
    """The codes of a unit: those of the translation have the ids of their like in the Chinese."""

    def __init__(self) -> None:
        self.data: dict[str, str] = {}
        self._ids: list[tuple[str, str]] = []

    def write(self, element: Element, text: str, marks: Sequence[Span] = ()) -> None:
        """Fills a source or target; `marks` neither overlap each other nor codes."""
        free = list(self._ids)
        content, at = _Content(element), 0
        starts, ends = {start: name for start, _, name in marks}, {end for _, end, _ in marks}
        codes = dict(protected(text))
        for stop in sorted({*starts, *ends, *codes, *codes.values(), len(text)}):
            if stop > at:
                piece = text[at:stop]
                if codes.get(at) == stop:
                    content.add(
                        "ph", id=self._id(piece, free), dataRef=self._ref(piece), disp=UNHELD.sub("", piece)
                    )
                else:
                    content.text(piece)
            at = stop
            if stop in ends:
                content.close()
            if stop in starts:
                content.open("mrk", id=starts[stop], type="term")

    def write_data(self, element: Element) -> None:
        """Fills the unit's original data."""
        for text, name in self.data.items():
            _Content(etree.SubElement(element, core("data"), id=name)).text(text)

    def _id(self, text: str, free: list[tuple[str, str]]) -> str:
        found = next((pair for pair in free if pair[0] == text), None)
        if found:
            free.remove(found)
            return found[1]
        name = str(len(self._ids) + 1)
        self._ids.append((text, name))
        return name

    def _ref(self, text: str) -> str:
        return self.data.setdefault(text, f"d{len(self.data) + 1}")


class _Content:
    """An element that is filled from left to right."""

    def __init__(self, element: Element) -> None:
        self._open = [element]

    def text(self, text: str) -> None:
        at = 0
        for found in UNHELD.finditer(text):
            self._append(text[at : found.start()])
            self.add("cp", hex=f"{ord(found[0]):04X}")
            at = found.end()
        self._append(text[at:])

    def add(self, name: str, **attributes: str) -> Element:
        return etree.SubElement(self._open[-1], core(name), attributes)

    def open(self, name: str, **attributes: str) -> None:
        self._open.append(self.add(name, **attributes))

    def close(self) -> None:
        self._open.pop()

    def _append(self, text: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text


def original_data(unit: Element) -> dict[str, str | None]:
    """The texts of a unit's codes, by their ids."""
    found = unit.iterfind(f"{core('originalData')}/{core('data')}")
    return {data.get("id", ""): read(data, {}) for data in found}


def read(element: Element, data: Mapping[str, str | None]) -> str | None:
    """The inline Markdown of some content; None where a code has no text that we could write."""
    pieces = list(_pieces(element, data))
    return None if None in pieces else "".join(filter(None, pieces))


def _pieces(element: Element, data: Mapping[str, str | None]) -> Iterator[str | None]:
    yield element.text or ""
    for child in element:
        name = str(child.tag).removeprefix(core(""))
        if name == "cp":
            yield _character(child.get("hex", ""))
        elif name in _OPENING:
            yield _code(child, _OPENING[name], data)
        yield from _pieces(child, data) if name in ("pc", "mrk") else ()
        if name == "pc":
            yield _code(child, "dataRefEnd", data)
        yield child.tail or ""


def _code(code: Element, reference: str, data: Mapping[str, str | None]) -> str | None:
    found = data.get(code.get(reference, ""))
    return _FORMATS.get(code.get("subType", "")) if found is None else found


def _character(digits: str) -> str | None:
    """The character of a `cp`; a NUL or half of a pair can stand in no file of text."""
    value = int(digits, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", digits) else 0
    return None if not value or value > _LAST or 0xD800 <= value <= 0xDFFF else chr(value)
