"""What the elements of HTML are to a reader of prose."""

import re

from lxml.etree import _Element as Element

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
# fmt: off
BLOCKS = frozenset(HEADINGS) | frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
"""Elements that stand on lines of their own."""

DROPPED = {
    "script": "scripts",
    "noscript": "",
    "style": "",
    "template": "",
    "head": "",
    "link": "",
    "meta": "",
    "title": "",
    "rt": "readings above characters",
    "rp": "",
    "rtc": "readings above characters",
    "button": "forms and buttons",
    "input": "forms and buttons",
    "select": "forms and buttons",
    "textarea": "forms and buttons",
    "datalist": "forms and buttons",
    "iframe": "embedded objects",
    "frame": "embedded objects",
    "object": "embedded objects",
    "embed": "embedded objects",
    "applet": "embedded objects",
    "audio": "embedded objects",
    "video": "embedded objects",
    "canvas": "drawings",
    "svg": "drawings",
    "map": "",
    "math": "formulas",
}
"""Elements that hold no prose, each with the name of its loss; an empty name is of one that no reader saw."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_EMPHASIS = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "dfn": "em",
    "s": "s",
    "del": "s",
    "strike": "s",
}


def text_of(element: Element) -> str:
    """All the text inside an element."""
    return "".join(str(text) for text in element.itertext())


def loss(element: Element) -> str | None:
    """Under which name an element is dropped; None where it is read."""
    if element.tag in DROPPED:
        return DROPPED[element.tag]
    is_hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
    return "hidden passages" if is_hidden and text_of(element).strip() else None


def emphasis(element: Element) -> str:
    """The kind of emphasis that an element gives to its text; empty where none."""
    kind = _EMPHASIS.get(element.tag, "")
    return kind or (
        "strong" if element.tag in ("span", "font") and _BOLD.search(element.get("style", "")) else ""
    )


def holders(root: Element) -> frozenset[Element]:
    """The elements that hold a block somewhere inside."""
    found: set[Element] = set()
    for element in root.iter(*BLOCKS):
        parent = element.getparent()
        while parent is not None and parent not in found:
            found.add(parent)
            parent = parent.getparent()
    return frozenset(found)


def remove(element: Element) -> None:
    """Takes an element out of its tree; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail, element.tail = element.tail, None
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
