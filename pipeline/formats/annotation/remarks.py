"""Annotations made by hand: JSON Lines, an annotation a line, that people write and move with their texts."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.errors import FormatError
from pipeline.formats.annotation.spans import around
from pipeline.model import SOURCE_LANGUAGE, Location, Remark
from pipeline.results import Anchored

_TEXTS = ("language", "quote", "kind", "body", "by", "segment", "prefix", "suffix")
_NUMBERS = ("start", "end")
_KIND = re.compile("[a-z][a-z-]*")


def parse(text: str, path: str) -> tuple[Remark, ...]:
    """Reads the file; empty lines count as none. Raises FormatError with the line of what is broken."""
    lines = enumerate(text.split("\n"), 1)
    return tuple(_remark(line, Location(path, number)) for number, line in lines if line.strip())


def _remark(line: str, location: Location) -> Remark:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise FormatError(f"no JSON: {getattr(error, 'msg', error)}".lower(), location) from None
    except RecursionError:
        raise FormatError("no JSON that can be read: it is nested too deep", location) from None
    if not isinstance(fields, dict):
        raise FormatError("a line is an object: {...}", location)
    _check(fields, location)
    return Remark(**{"language": SOURCE_LANGUAGE, "kind": "note", **fields}, location=location)


def _check(fields: Mapping[str, Any], location: Location) -> None:
    for name, value in fields.items():
        if name not in (*_TEXTS, *_NUMBERS):
            known = ", ".join((*_TEXTS, *_NUMBERS))
            raise FormatError(f"there is no field {name!r}: known are {known}", location)
        if name in _TEXTS and not isinstance(value, str):
            raise FormatError(f"{name!r} has to be a text", location)
        if name in _NUMBERS and (type(value) is not int or value < 0):
            raise FormatError(f"{name!r} has to be a number of code points", location)
    if not fields.get("quote"):
        raise FormatError("'quote' is missing: the words that are annotated", location)
    if not _KIND.fullmatch(fields.get("kind", "note")):
        raise FormatError("'kind' is a word in small letters, such as note or term", location)


def moved(text: str, places: Iterable[Anchored], texts: Mapping[tuple[str, str], str]) -> str:
    """The file with the new places in it; `texts` are plain, by language and row.

    A line whose annotation stands where it says, or is orphaned, is left as it is to the byte.
    """
    lines = text.split("\n")
    for place in places:
        if place.is_moved:
            number = place.remark.location.line - 1
            lines[number] = _line(lines[number], place, texts)
    return "\n".join(lines)


def _line(line: str, place: Anchored, texts: Mapping[tuple[str, str], str]) -> str:
    text = texts[place.remark.language, place.row]
    _, prefix, suffix = around(text, place.start, place.end)
    told = {"segment": place.row, "start": place.start, "end": place.end, "prefix": prefix, "suffix": suffix}
    fields = json.loads(line.removeprefix("\ufeff"))
    end = "\r" if line.endswith("\r") else ""
    return json.dumps({**fields, **told}, ensure_ascii=False) + end
