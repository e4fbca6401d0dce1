"""EPUB books brought in as Markdown: the chapters in reading order, notes and links across files joined."""

import posixpath
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.formats import front_matter
from pipeline.formats.foreign import blocks, tree
from pipeline.formats.foreign.archive import Archive
from pipeline.formats.foreign.elements import remove, text_of
from pipeline.formats.foreign.reading import Losses, Reading
from pipeline.model import Location

_DC = "{http://purl.org/dc/elements/1.1/}"
_FIELDS = {
    "title": "title",
    "creator": "author",
    "date": "date",
    "publisher": "publisher",
    "source": "source",
    "rights": "licence",
}
_ENCRYPTED = "META-INF/encryption.xml"
_PROSE = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")


def to_markdown(data: bytes, shown: str) -> Reading:
    """Gives the chapters of an EPUB in the order of its spine, its metadata as front matter.

    Raises FormatError where it is damaged, protected, a bomb, or has no text.
    """
    archive = Archive(data, shown)
    package_name = _package_name(archive)
    package = tree.xml(archive.read(package_name), f"{shown}: {package_name}")
    if _is_protected(archive):
        raise FormatError("its chapters are encrypted (DRM)", Location(shown))
    losses = Losses()
    book, count = _book(archive, package, package_name, losses)
    pieces = blocks.write(book, losses)
    if not pieces:
        raise FormatError("no text in this book", Location(shown))
    fields = _fields(package)
    text = blocks.joined(blocks.without_title(pieces, fields.get("title", "")))
    remarks = (f"an EPUB, made Markdown; chapters: {count}", *losses.remarks())
    return Reading(front_matter.serialize(fields) + text, remarks)


def _package_name(archive: Archive) -> str:
    container = tree.xml(archive.read("META-INF/container.xml"), f"{archive.shown}: META-INF/container.xml")
    for file in container.iter("{*}rootfile"):
        return file.get("full-path", "")
    raise FormatError("its container names no package file", Location(archive.shown))


def _is_protected(archive: Archive) -> bool:
    """Whether more than fonts is encrypted."""
    if _ENCRYPTED not in archive:
        return False
    root = tree.xml(archive.read(_ENCRYPTED), f"{archive.shown}: {_ENCRYPTED}")
    names = [reference.get("URI", "").lower() for reference in root.iter("{*}CipherReference")]
    return any(not name.endswith((".otf", ".ttf", ".woff", ".woff2")) for name in names)


def _fields(package: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in package.iter(*(_DC + name for name in _FIELDS)):
        text = " ".join(text_of(element).split())
        if text:
            found.setdefault(_FIELDS[etree.QName(element).localname], text)
    return {name: found[name] for name in _FIELDS.values() if name in found}


def _book(archive: Archive, package: Element, package_name: str, losses: Losses) -> tuple[Element, int]:
    """One tree of all chapters, in which every id is `FILE#ID` and links lead to those; and their number."""
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    order = [reference.get("idref", "") for reference in package.iter("{*}itemref")]
    spine = [items[name] for name in order if name in items and items[name].get("media-type") in _PROSE]
    prose = [item for item in spine if "nav" not in item.get("properties", "").split()]
    losses.dropped["tables of contents"] += len(spine) - len(prose)
    names = [_resolve(package_name, item.get("href", "")) for item in prose]
    book = etree.Element("body")
    for name in names:
        root = tree.xhtml(archive.read(name), f"{archive.shown}: {name}")
        for chapter in list(root.iter("body")):
            _place(chapter, name, frozenset(names), losses)
            book.append(chapter)
    return book, len(names)


def _place(chapter: Element, name: str, names: frozenset[str], losses: Losses) -> None:
    """Makes a body a part of the book: its ids and links are the book's, its pictures have no address."""
    chapter.tag = "article"
    for contents in list(chapter.iter("nav")):
        losses.dropped["tables of contents"] += 1
        remove(contents)
    for element in chapter.iter(etree.Element):
        if element.get("id"):
            element.set("id", f"{name}#{element.get('id')}")
        if element.tag == "a" and element.get("href"):
            element.set("href", _link(name, element.get("href", ""), names))
        if element.tag == "img":
            element.set("src", "#")
    chapter.set("id", name)


def _link(name: str, target: str, names: frozenset[str]) -> str:
    path, mark, fragment = target.partition("#")
    file = _resolve(name, path) if path else name
    return f"#{file}{mark}{fragment}" if file in names else target


def _resolve(base: str, target: str) -> str:
    """The name of a part as `base` refers to it; names lead nowhere but into the archive."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(target)))
