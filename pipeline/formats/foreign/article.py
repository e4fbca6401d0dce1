"""Where the article stands on a page: the smallest element that holds nearly all of the page's prose.

Prose is text with the punctuation of whole sentences; menus, breadcrumbs and lists of headlines are links and
labels without it. So the rule needs no list of sites. What is named or marked up as something beside the
article (navigation, comments, sharing) counts for nothing, unless it holds half of the page's prose.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.formats.foreign import notes
from pipeline.formats.foreign.elements import BLOCKS, DROPPED, HEADINGS, remove, text_of
from pipeline.formats.foreign.reading import Losses

BESIDE = "menus, comments and the like, beside the article"
"""Under which name a part of the page is dropped that is marked up as no part of the article."""

_SHARE = 0.85
_SENTENCE = re.compile(r"[。！？；…]|[.!?](?=\s|$)")
# Attachments of a notice are links, and a part of it.
_ATTACHED = re.compile(r"附[件表录錄图圖：:]")
_ROOMS = frozenset(
    {"div", "section", "article", "main", "center", "table", "tbody", "tr", "td", "form", "body"}
)
_BESIDE_TAGS = frozenset({"nav", "footer", "aside", "dialog", "menu"})
_BESIDE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"}
)
# Names that templates give to what stands beside an article, as whole words of a class or id.
_BESIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:\w{0,4}share\w*|related?\w*|recommend\w*|comments?|commentlist|bread-?crumbs?|crumbs?"
    r"|(?:main|sub|top)?-?nav(?:bar|igation)?|menu|footer|foot(?!-?_?note)|side-?bar|tool-?bar|pag(?:er|ination)"
    r"|copy-?right|advert\w*|ads?|hot-?(?:news|list)|rank(?:ing|list)?|login|subscribe\w*|qr-?code|popup|cookies?"
    r"|social|friend-?links?)(?:$|[\s_-])",
    re.I,
)


def find(page: Element, losses: Losses) -> Element:
    """The element that holds the article; what stands beside it inside is taken out and counted in `losses`.

    A page without any prose is an article as a whole.
    """
    body = page.find(".//body")
    body = page if body is None else body
    prose = _prose(body)
    for element in [e for e in body.iter(etree.Element) if e is not body and _is_beside(e)]:
        if prose[element] * 2 < prose[body]:
            _drop(element, losses)
    prose = _prose(body)
    chosen = _smallest(body, prose)
    for element in list(_lists_of_links(chosen, prose)):
        _drop(element, losses)
    return chosen


def characters(element: Element) -> int:
    """How many characters of an element a reader sees, without white space and without what is no text."""
    unseen = element.iter("script", "style", "noscript")
    return _length(element) - sum(_length(e) for e in unseen)


def _length(element: Element) -> int:
    return len("".join(text_of(element).split()))


def _prose(root: Element) -> dict[Element, int]:
    """How many characters of prose each element holds."""
    counts: dict[Element, int] = {}
    for element in reversed(list(root.iter(etree.Element))):
        own = [element.text or "", *(child.tail or "" for child in element)]
        held = sum(len(text.strip()) for text in own if _SENTENCE.search(text))
        inner = sum(counts.get(child, 0) for child in element)
        counts[element] = 0 if element.tag in DROPPED or element.tag == "a" else held + inner
    return counts


def _smallest(body: Element, prose: dict[Element, int]) -> Element:
    """Goes down from the body for as long as one room holds nearly all of its prose, and several blocks."""
    chosen = body
    while True:
        rooms = [
            child for child in chosen if child.tag in _ROOMS and prose[child] >= _SHARE * prose[body] > 0
        ]
        if not rooms or not _holds_several(rooms[0]):
            return chosen
        chosen = rooms[0]


def _holds_several(room: Element) -> bool:
    """Whether an element can be an article, not one of its paragraphs."""
    lines = (element for element in room.iter("br", *BLOCKS) if element is not room)
    return sum(1 for _, _ in zip(lines, range(2), strict=False)) == 2


def _is_beside(element: Element) -> bool:
    if notes.is_note(element):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    is_told = element.tag in _BESIDE_TAGS or element.get("role") in _BESIDE_ROLES
    return is_told or bool(element.tag in BLOCKS and _BESIDE_NAMES.search(names))


def _lists_of_links(chosen: Element, prose: dict[Element, int]) -> Iterator[Element]:
    """The blocks of links before the article's first prose and behind its last, each with its heading."""
    inner = [place for place, child in enumerate(chosen) if prose.get(child, 0) or _has_prose(child.tail)]
    if inner:
        children = list(chosen)
        yield from _of_links(children[: inner[0]])
        yield from _of_links(children[inner[-1] + 1 :])


def _of_links(blocks: Iterable[Element]) -> Iterator[Element]:
    before: Element | None = None
    for block in blocks:
        links = list(block.iter("a"))
        linked = sum(characters(link) for link in links)
        is_list = len(links) > 1 and linked * 5 >= characters(block) * 3
        if is_list and not _ATTACHED.match(text_of(block).strip()):
            if before is not None and before.tag in HEADINGS:
                yield before
            yield block
        before = block


def _has_prose(text: str | None) -> bool:
    return _SENTENCE.search(text or "") is not None


def _drop(element: Element, losses: Losses) -> None:
    losses.dropped[BESIDE] += int(characters(element) > 0)
    remove(element)
