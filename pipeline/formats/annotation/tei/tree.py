"""Building elements of TEI: text goes where the reading order puts it."""

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import FormatError

TEI = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"


def root() -> Element:
    """The root of a file."""
    return etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})  # type: ignore[dict-item]


def add(parent: Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """A new last child. Raises FormatError where a character cannot stand in XML."""
    element = etree.SubElement(parent, f"{{{TEI}}}{name}", dict(attributes or {}))
    if text:
        write(element, text)
    return element


def write(element: Element, text: str) -> None:
    """Adds text at the end of an element. Raises FormatError where a character cannot stand in XML."""
    try:
        if len(element):
            last = element[-1]
            last.tail = (last.tail or "") + text
        else:
            element.text = (element.text or "") + text
    except ValueError:
        raise FormatError(f"{text[:40]!r} has a character that XML cannot hold") from None


def serialized(element: Element) -> bytes:
    """The file."""
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True) + b"\n"
