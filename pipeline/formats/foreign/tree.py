"""Bytes to trees of elements, by libxml2: no network, no entities, no more depth or text than is sane."""

import codecs
import re
from html import unescape
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.model import Location

LONGEST_PAGE = 16_000_000
"""Bytes of HTML that are read at most; a page saved with its pictures inside has some million."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
# What pages call GB2312 or GBK holds characters of its successor; Big5 pages hold Hong Kong's.
_SUCCESSORS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{0,40};")
_UNREADABLE = "\ufffd"


def decode(data: bytes, shown: str) -> tuple[str, str, int]:
    """Text of a page, the name of its encoding, and how many characters could not be read.

    A byte order mark counts first, then what the page declares, then UTF-8 and GB18030. Raises FormatError
    where more than one character in a hundred stays unreadable.
    """
    declared = _CHARSET.search(data, 0, 8192) or _DECLARED.match(data)
    named = _known(declared[1].decode("ascii")) if declared else ""
    for encoding in (*_marked(data), named, "utf-8", "gb18030"):
        if encoding:
            try:
                return _clean(data.decode(encoding)), encoding.upper().removesuffix("-SIG"), 0
            except UnicodeDecodeError:
                continue
    text = _clean(data.decode(named or "utf-8", "replace"))
    unreadable = text.count(_UNREADABLE)
    if unreadable * 100 > len(text):
        raise FormatError("neither the encoding that it declares nor UTF-8 nor GB18030", Location(shown, 1))
    return text, (named or "utf-8").upper(), unreadable


def html(text: str, shown: str) -> Element:
    """The root of an HTML page, however broken. Raises FormatError where it cannot be read whole."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    # The declaration of an XHTML page names the encoding of its bytes, which are text by now.
    root = etree.fromstring(_DECLARATION.sub("", text) or "<html/>", parser)
    limits = [entry for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL]
    if root is None or limits:
        why = limits[0].message.partition(",")[0].lower() if limits else "no elements"
        raise FormatError(f"the page cannot be read whole: {why}", Location(shown))
    return root


def xml(data: bytes, shown: str) -> Element:
    """The root of an XML part. Raises FormatError where it is not well-formed or declares entities.

    No part of a DOCX and no package file of an EPUB has a use for them, but a bomb has.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(f"no well-formed XML: {error.msg}", Location(shown)) from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(dtd.iterentities()):
        raise FormatError("it declares entities of its own, which may be a bomb", Location(shown))
    return root


def xhtml(data: bytes, shown: str) -> Element:
    """The root of a chapter in XHTML, its elements without namespaces; one that is no XML is read as HTML.

    Raises FormatError as `html` and `xml` do.
    """
    text, _, _ = decode(data, shown)
    text = _ENTITY.sub(_character, _DECLARATION.sub("", text))
    try:
        root = xml(text.encode(), shown)
    except FormatError:
        if "<!ENTITY" in text:
            raise
        return html(text, shown)
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def _character(entity: re.Match[str]) -> str:
    """What an entity of HTML stands for, which XML knows nothing of."""
    meant = unescape(entity[0])
    return meant if meant != entity[0] else f"&amp;{entity[0][1:]}"


def _known(name: str) -> str:
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return ""
    # Python also has codecs that are no encoding of text, such as `hex` and `zlib`.
    is_text = getattr(codec, "_is_text_encoding", True)
    return _SUCCESSORS.get(codec.name, codec.name) if is_text else ""


def _marked(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig",) if data.startswith(b"\xef\xbb\xbf") else ()


def _clean(text: str) -> str:
    """Without the NUL that would end a text for libxml2, and with one form of line end."""
    return text.replace("\0", _UNREADABLE).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
