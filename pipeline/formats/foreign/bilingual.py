"""What the bilingual formats of other tools have in common: a sane root, and Chinese by its many tags."""

import re
from typing import Any

from lxml.etree import Entity, QName
from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.formats.foreign.tree import xml
from pipeline.model import Location

LARGEST = 32_000_000
"""Bytes that are read at most; the memory of a shelf of books has some million."""

XML = "{http://www.w3.org/XML/1998/namespace}"

# Without a script, `zh` is what tools of the mainland write, and only regions tell Traditional from it.
_SIMPLIFIED = re.compile(r"(?:zh|cmn|zh-cmn)(?:-Hans)?(?:-(?:CN|SG|MY))?", re.I)


def root(data: bytes, shown: str, name: str) -> Element:
    """The root of a file of a format; raises FormatError where it is none, too large or not whole."""
    if len(data) > LARGEST:
        raise FormatError(f"larger than {LARGEST // 1_000_000} MB: split it", Location(shown))
    found = xml(data, shown)
    if QName(found).localname != name:
        raise FormatError(f"this is no {name.upper()} file: it begins with <{found.tag}>", Location(shown, 1))
    for entity in found.iter(Entity):
        raise FormatError(f"{entity.text} stands for something that is not in the file", place(entity, shown))
    return found


def place(element: Any, shown: str) -> Location:
    """Where an element stands in its file."""
    return Location(shown, element.sourceline or 0)


def is_simplified(tag: str) -> bool:
    """Whether a language tag, with hyphens or underscores, may stand for our sources."""
    return _SIMPLIFIED.fullmatch(tag.replace("_", "-")) is not None


def refuse_other_source(tag: str, place: Location) -> None:
    """Raises FormatError where a file's source language is another."""
    if not is_simplified(tag):
        raise FormatError(f"its source language is {tag!r}, not Simplified Chinese", place)
