"""DOCX documents brought in as Markdown, read by mammoth after their numbering was written out."""

import io
import re
import zipfile
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.formats.foreign import blocks, docx_numbers, tree
from pipeline.formats.foreign.archive import Archive
from pipeline.formats.foreign.elements import remove
from pipeline.formats.foreign.reading import Losses, Reading
from pipeline.formats.text import is_title
from pipeline.markup import plain
from pipeline.model import Location

# The main part may have any name; a glossary of building blocks is a document of its own.
_READ = re.compile(r"(?:word/(?!glossary/).*|_rels/.*|\[Content_Types\])\.(?:xml|rels)$")
_STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='标题'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Preformatted Text'] => pre:separator('\\n')
p[style-name='HTML Preformatted'] => pre:separator('\\n')
r[style-name='Emphasis'] => em
r[style-name='Source Text'] => code
""" + "".join(
    f"p[style-name='{name} {level}'] => h{min(level, 6)}:fresh\n"
    for name in ("heading", "标题")
    for level in range(1, 10)
)
_UNREAD = re.compile(r"An unrecognised element was ignored: (?:\{[^}]*\}|\w+:)?(\w+)")
_NAMES = {
    "oMath": "formulas",
    "oMathPara": "formulas",
    "object": "embedded objects",
    "chart": "charts",
    "chartspace": "charts",
}


def to_markdown(data: bytes, shown: str) -> Reading:
    """Gives the text of a DOCX: insertions accepted, deletions and comments dropped, and all of that said.

    Raises FormatError where it is damaged, encrypted, an old .doc, a bomb, or without text.
    """
    archive = Archive(data, shown)
    names = [name for name in archive.names if _READ.match(name)]
    roots = {name: tree.xml(archive.read(name), f"{shown}: {name}") for name in names}
    kinds = {_kind(root): root for root in roots.values()}
    if "document" not in kinds:
        raise FormatError("no DOCX: there is no document in it", Location(shown))
    losses = Losses()
    for root in roots.values():
        _prepare(root, losses)
    docx_numbers.write_out(kinds["document"], kinds.get("numbering"), kinds.get("styles"))
    page = tree.html(_html(roots, losses, shown), shown)
    pieces = _titled(blocks.write(page, losses))
    if not pieces:
        raise FormatError("no text in this document", Location(shown))
    return Reading(blocks.joined(pieces), ("a DOCX, made Markdown", *losses.remarks()))


def _kind(part: Element) -> str:
    return etree.QName(part).localname


def _prepare(part: Element, losses: Losses) -> None:
    """Counts what a part has that Markdown will not, and takes out what mammoth would get wrong."""
    if _kind(part) in ("hdr", "ftr"):
        losses.dropped["headers and footers"] += any((t.text or "").strip() for t in part.iter("{*}t"))
    if _kind(part) == "comments":
        losses.dropped["comments"] += sum(1 for _ in part.iter("{*}comment"))
    if _kind(part) not in ("document", "footnotes", "endnotes"):
        return
    losses.dropped["tracked deletions"] += sum(map(_has_text, part.iter("{*}del", "{*}moveFrom")))
    losses.changed["tracked insertions, now accepted"] += sum(
        map(_has_text, part.iter("{*}ins", "{*}moveTo"))
    )
    boxes = (box for box in part.iter("{*}txbxContent") if next(box.iterancestors("{*}Choice"), None) is None)
    losses.changed["text boxes, now paragraphs"] += sum(1 for _ in boxes)
    for ruby in list(part.iter("{*}ruby")):
        losses.dropped["readings above characters"] += 1
        base = [text for base in ruby.iterchildren("{*}rubyBase") for text in base.iter("{*}t")]
        for text in base:  # it stands in a run already
            ruby.addprevious(text)
        remove(ruby)
    for hidden in list(part.iter("{*}vanish")):
        run = next(hidden.iterancestors("{*}r"), None)
        if run is not None and hidden.get(f"{{{etree.QName(hidden).namespace}}}val") not in ("0", "false"):
            losses.dropped["hidden passages"] += 1
            remove(run)


def _has_text(change: Element) -> bool:
    return next(change.iter("{*}t", "{*}delText"), None) is not None


def _html(roots: dict[str, Element], losses: Losses, shown: str) -> str:
    """The document as HTML, read by mammoth from an archive that holds what was read and checked here."""
    import mammoth  # type: ignore[import-untyped]

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, root in roots.items():
            archive.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    try:
        result = mammoth.convert_to_html(
            packed, style_map=_STYLES, include_embedded_style_map=False, convert_image=_image
        )
    except RecursionError:
        raise FormatError("nested too deeply", Location(shown)) from None
    except (KeyError, ValueError, AttributeError, IndexError, TypeError, OSError) as error:
        raise FormatError(f"damaged: {type(error).__name__}: {error}", Location(shown)) from None
    for message in result.messages:
        unread = _UNREAD.match(message.message)
        if unread:
            losses.dropped[_NAMES.get(unread[1], f"{unread[1]} elements")] += 1
    return f"<html><body>{result.value}</body></html>"


def _image(image: Any) -> list[Any]:
    """A picture as HTML without its data; mammoth opens no file for it."""
    from mammoth import html

    return [html.element("img", {"alt": image.alt_text or "", "src": "#"})]


def _titled(pieces: list[blocks.Piece]) -> list[blocks.Piece]:
    """With the first paragraph as title, if it reads as one and no heading of the first rank does."""
    has_title = any(piece.text.startswith("# ") for piece in pieces)
    if len(pieces) < 2 or has_title or pieces[0].kind != "paragraph" or not is_title(plain(pieces[0].text)):
        return pieces
    bare = re.sub(r"^\*\*(.*)\*\*$", r"\1", pieces[0].text)
    return [blocks.Piece("heading", f"# {bare}"), *pieces[1:]]
