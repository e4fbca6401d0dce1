"""HTML of our own making as the XHTML that a book holds, its links leading from file to file."""

from collections.abc import Iterator, Mapping

from lxml import etree, html

_EPUB = "http://www.idpf.org/2007/ops"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML = "http://www.w3.org/XML/1998/namespace"
_TYPE = f"{{{_EPUB}}}type"


def identifiers(body: str) -> Iterator[str]:
    """The ids of the elements in a page's body."""
    yield from html.fragment_fromstring(body, create_parent="body").xpath(".//@id")


def to_xhtml(body: str, language: str, title: str, files: Mapping[str, str]) -> bytes:
    """A whole page. `files` tells by id which file an element is in; links within the book go there."""
    names: dict[str | None, str] = {None: _XHTML, "epub": _EPUB}
    root = etree.Element(f"{{{_XHTML}}}html", nsmap=names)  # type: ignore[arg-type]
    _set_language(root, language)
    head = etree.SubElement(root, f"{{{_XHTML}}}head")
    etree.SubElement(head, f"{{{_XHTML}}}title").text = title
    etree.SubElement(head, f"{{{_XHTML}}}link", rel="stylesheet", type="text/css", href="style.css")
    parsed = html.fragment_fromstring(body, create_parent="body")
    for element in parsed.iter(etree.Element):
        _adapt(element, files)
    root.append(parsed)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{text}\n'.encode()


def _adapt(element: etree._Element, files: Mapping[str, str]) -> None:
    """Gives one element XHTML's names: of itself, its language, its role in a book, and where it leads."""
    marks = {name: element.get(name, "") for name in ("lang", "data-type", "href")}
    for name in ("lang", "data-type", "rel", "tabindex"):
        if name in element.attrib:
            del element.attrib[name]
    if marks["lang"]:
        _set_language(element, marks["lang"])
    if marks["data-type"]:
        element.set(_TYPE, marks["data-type"])
    target = marks["href"]
    if target[1:] in files and target.startswith("#"):
        element.set("href", f"{files[target[1:]]}{target}")
    if target.startswith(("#n-", "#tn-")):
        element.set(_TYPE, "noteref")
        element.set("role", "doc-noteref")
    element.tag = f"{{{_XHTML}}}{element.tag}"


def _set_language(element: etree._Element, language: str) -> None:
    element.set("lang", language)
    element.set(f"{{{_XML}}}lang", language)
