"""Notes of HTML: links to a passage at the end that links back become the notes of Markdown.

Word, LibreOffice, EPUB and web editors each write them in their own way. What all have in common is a short
mark that links to a passage, and either a link back from there or a word that says what it is.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.formats.foreign.elements import BLOCKS, LISTS, remove, text_of

REFERENCE = "note-reference"
"""The tag of a link that became a note's mark; its attribute `label` is the note's."""

_MARK = re.compile(
    r"[\[(（〔【［]?\s*(?:[注註]\s*)?(?:\d{1,4}|[A-Za-z]|[ivxlc]{1,6}|[*†‡§]{1,4}|[①-⓿]|[¹²³⁰-⁹]{1,3}|[注註])\s*[\])）〕】］]?"
)
_BACK = re.compile(r"[\s\[\]()（）〔〕【】↑↩⤴^︎️.:：、\w①-⑳]{0,8}")
_OWN_MARK = re.compile(r"\s*[\[(（〔【［]?(?:注|註)?\d{1,4}[\])）〕】］]?[.．:：、]?\s*$")
_SAYS_REFERENCE = frozenset({"noteref", "doc-noteref"})
_SAYS_NOTE = frozenset({"footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"})
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def take(root: Element) -> list[tuple[str, Element]]:
    """Takes the notes out of a tree, and gives each with its label, in the order of their marks.

    A link that marks a note becomes an element `note-reference`.
    """
    found = _Notes(root)
    for link in list(root.iter("a")):
        found.read(link)
    for passage in found.labels:
        _strip(passage, found.places)
        remove(passage)
    return [(label, passage) for passage, label in found.labels.items()]


def is_note(element: Element) -> bool:
    """Whether an element says of itself that it is a note."""
    return _says(element, _SAYS_NOTE)


class _Notes:
    """The notes of a tree: the places that links lead to, and the passages that are notes."""

    def __init__(self, root: Element) -> None:
        self.places: dict[str, Element] = {}
        for element in root.iter(etree.Element):
            for name in (element.get("id"), element.get("name")):
                if name:
                    self.places.setdefault(name, element)
        self.labels: dict[Element, str] = {}
        self.backs: set[Element] = set()
        self.answered: dict[Element, frozenset[Element | None]] = {}

    def read(self, link: Element) -> None:
        """Makes a link a note's mark, if it is one."""
        passage = None if link in self.backs else self._passage(link)
        if passage is None:
            return
        if passage not in self.labels:
            self.labels[passage] = str(len(self.labels) + 1)
            self.backs.update(_links(passage))
        link.tag = REFERENCE
        link.set("label", self.labels[passage])
        _unbracket(link)

    def _passage(self, link: Element) -> Element | None:
        """The passage that a link marks as a note; None where it is another link."""
        target = self._target(link)
        if target is None or not _MARK.fullmatch(text_of(link).strip()):
            return None
        passage = _block(target)
        if passage is None or passage in link.iterancestors():
            return None
        is_told = _says(link, _SAYS_REFERENCE) or _says(target, _SAYS_NOTE) or _says(passage, _SAYS_NOTE)
        return passage if is_told or _block(link) in self._answers(passage) else None

    def _answers(self, passage: Element) -> frozenset[Element | None]:
        """The blocks that a passage links back to."""
        if passage not in self.answered:
            targets = [self._target(back) for back in _links(passage)]
            self.answered[passage] = frozenset(_block(target) for target in targets if target is not None)
        return self.answered[passage] - {None}

    def _target(self, link: Element) -> Element | None:
        return self.places.get(link.get("href", "")[1:]) if link.get("href", "").startswith("#") else None


def _block(element: Element) -> Element | None:
    """The block that an element stands in, or is; None in a table or right in the body.

    A note in an item or a box of its own is the whole of that, of which its anchor may be in the first line.
    """
    block = next((e for e in (element, *element.iterancestors()) if e.tag in BLOCKS), None)
    if block is None or block.tag in ("body", "html", "table", "tr", "td", "th", *LISTS):
        return None
    parent = block.getparent()
    if parent is None or block.tag != "p" or parent[0] is not block or (parent.text or "").strip():
        return block
    if parent.tag in ("li", "dd"):
        return parent
    is_box = bool(parent.get("id")) and parent.tag in ("div", "aside", "section")
    return parent if is_box and all(block in link.iterancestors() for link in _links(parent)) else block


def _links(passage: Element) -> Iterator[Element]:
    return (link for link in passage.iter("a") if link.get("href", "").startswith("#"))


def _unbracket(link: Element) -> None:
    """Takes away the brackets around a mark, as in `[<a>1</a>]`, since a note's mark has its own."""
    before, parent = link.getprevious(), link.getparent()
    lead = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if lead.endswith(("[", "［")) and (link.tail or "").startswith(("]", "］")):
        link.tail = (link.tail or "")[1:]
        if before is not None:
            before.tail = lead[:-1]
        elif parent is not None:
            parent.text = lead[:-1]


def _says(element: Element, words: frozenset[str]) -> bool:
    said = f"{element.get(_EPUB_TYPE, '')} {element.get('epub:type', '')} {element.get('role', '')}"
    return not words.isdisjoint(said.split())


def _strip(passage: Element, places: dict[str, Element]) -> None:
    """Takes the links back out of a note, and its own number at the begin."""
    for link in list(_links(passage)):
        leads = places.get(link.get("href", "")[1:]) is not None
        if leads and _BACK.fullmatch(text_of(link)):
            _unbracket(link)
            for child in list(link):
                link.remove(child)
            link.text = None
            link.tag = "span"
    first = passage
    while not (first.text or "").strip() and len(first) and first[0].tag != "br":
        if not text_of(first[0]).strip():
            if _OWN_MARK.match(first[0].tail or ""):
                first[0].tail = ""
            break
        first = first[0]
    if first.text and _OWN_MARK.match(first.text):
        first.text = None
