"""Text is data: what makes foreign text harmless in a page, whatever stands in it."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup, escape

from pipeline.model import digest

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, which HTML forbids
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings and overrides, which can reorder the text around them
    "\ufdd0-\ufdef\ufffe\uffff]"  # noncharacters
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(f"{_UNSEEN.pattern}|{_SURROGATES.pattern}")
_ID = re.compile(r"[\w.\-]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_SCHEMES = ("http:", "https:", "mailto:")
_ADDRESS = "!#$%&'()*+,/:;=?@~"  # what an address may hold unquoted, by RFC 3986
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def clean(text: str) -> str:
    """The text without characters that are invalid in HTML or can act on their surroundings."""
    if not _SUSPECT.search(text):
        return text
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))


def safe(text: str) -> Markup:
    """The text as HTML: cleaned and escaped."""
    return escape(clean(text))


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of HTML as one; unlike Markup's own `join`, it need not ask each of them whether it is HTML."""
    return Markup("".join(parts))


def address(target: str) -> str:
    """A link's target if following it can only open a page or a mail, otherwise nothing."""
    target = re.sub(r"[\t\n]", "", clean(target)).strip()  # as browsers do before they look for the scheme
    scheme = _SCHEME.match(target)
    if scheme and scheme[0].lower() not in _SCHEMES:
        return ""
    return quote(_LONE_PERCENT.sub("%25", target), safe=_ADDRESS)


def identifier(prefix: str, name: str) -> str:
    """An element's id for `name`: the name itself where it can be one, otherwise its digest."""
    return prefix + (name if _ID.fullmatch(name) else digest(name))


def data_block(value: object) -> Markup:
    """JSON for a `<script>` data block; no part of a string can end the block or open a comment."""
    text = clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return Markup(text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026"))


def policy_hash(content: str) -> str:
    """The source expression by which a Content-Security-Policy admits an inline block."""
    hashed = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(hashed).decode('ascii')}'"
