"""Reading TBX of any version and style into records; what has no column of its own gets one by its name.

Elements are told by their local names: conceptEntry or termEntry, langSec or langSet, termSec, tig or ntig.
A data category is an element's `type` (style DCA) or the element itself (style DCT).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from pipeline.errors import FormatError
from pipeline.formats.tbx.categories import (
    COLUMN_NOTE,
    DEPRECATED,
    LANGUAGES,
    PREFERRED,
    STANDARD,
    SUPERSEDED,
    column_of,
)
from pipeline.glossary.columns import SEPARATOR, SEVERAL, Record
from pipeline.model import Location

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTRIES = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_GROUPS = ("descripGrp", "adminGrp", "termNoteGrp", "termGrp")
_COLUMNS = {"subjectField": "domain"}
_WRAPPED = re.compile(r"[ \t]*\n[ \t]+")

_Cells = dict[str, list[str]]


def parse(data: bytes, path: str) -> tuple[Record, ...]:
    """The records of a TBX file. Entities are refused, and no other file is opened.

    Raises FormatError with the line where it is no XML, declares entities or is no TBX.
    """
    root = _root(data, path)
    entries = [element for element in _elements(root) if _name(element) in _ENTRIES]
    if _name(root) not in ("tbx", "martif"):
        raise FormatError(f"no TBX: its root is {_name(root)!r}", Location(path, 1))
    return tuple(_record(entry) for entry in entries)


def _root(data: bytes, path: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError as error:
        message = (error.msg or "not well-formed").partition(", line")[0]
        raise FormatError(f"no valid XML: {message}", Location(path, error.lineno or 1)) from None
    declared: Any = tree.docinfo.internalDTD
    if declared is not None and list(declared.iterentities()):
        raise FormatError("declares entities, which are not read: take them out", Location(path, 1))
    return tree.getroot()


def _record(entry: "_Element") -> Record:
    cells: _Cells = {"id": [entry.get("id", "")]}
    for child in _flat(entry):
        if _name(child) in _SECTIONS:
            _read_section(child, cells)
        else:
            _read_category(child, cells)
    joined = {
        column: (SEPARATOR if column in SEVERAL else "\n").join(dict.fromkeys(filter(None, values)))
        for column, values in cells.items()
    }
    return {column: value for column, value in joined.items() if value}


def _read_section(section: "_Element", cells: _Cells) -> None:
    language = section.get("{http://www.w3.org/XML/1998/namespace}lang") or section.get("lang") or ""
    column = column_of(language)
    for child in _flat(section):
        if _name(child) in _TERMS:
            _read_term(child, column, language, cells)
        elif _category(child) == "definition" and column in STANDARD.values():
            of_language = next(name for name, of in STANDARD.items() if of == column)
            cells.setdefault(of_language, []).append(_text(child))
        else:
            _read_category(child, cells)


def _read_term(section: "_Element", column: str, language: str, cells: _Cells) -> None:
    text, status, kind = "", "", ""
    for child in _flat(section):
        match _name(child), _category(child):
            case "term", _:
                text = _text(child)
            case _, "administrativeStatus" | "normativeAuthorization":
                status = _text(child)
            case _, "termType":
                kind = _text(child)
            case _:
                _read_category(child, cells)
    cells.setdefault(_place(column or f"term_{language}", status, kind, cells), []).append(text)


def _place(column: str, status: str, kind: str, cells: _Cells) -> str:
    """The column of a term: the first that nothing speaks against is the preferred one of its language."""
    is_english = column == "en"
    if column not in LANGUAGES:
        return column
    if is_english and status in (DEPRECATED, SUPERSEDED):
        return "en_forbidden"
    if is_english and kind in ("acronym", "abbreviation") and "acronym" not in cells:
        return "acronym"
    if column not in cells and (status == PREFERRED or kind != "variant"):
        return column
    if is_english:
        return "forms" if kind == "variant" else "en_admitted"
    return "zh_hans_variants"


def _read_category(element: "_Element", cells: _Cells) -> None:
    """A note or another data category, as a column of its own where there is no better one."""
    name, text = _category(element), _text(element)
    if _name(element) == "transacGrp":
        _read_decision(element, cells)
    elif name == "note":
        found = COLUMN_NOTE.fullmatch(text)
        if found and found["column"] == "id":  # one that no attribute could hold
            cells["id"] = [found["value"]]
        else:
            column, value = (unquote(found["column"]), found["value"]) if found else ("note", text)
            cells.setdefault(column, []).append(value)
    else:
        cells.setdefault(_COLUMNS.get(name, name), []).append(text)


def _read_decision(group: "_Element", cells: _Cells) -> None:
    """An origination tells who decided, and when; of modifications only the origination is kept."""
    parts = {_category(child): _text(child) for child in _elements(group)}
    if parts.get("transactionType", "origination") == "origination" and "decided_on" not in cells:
        cells["decided_on"] = [parts.get("date", "")]
        cells["decided_by"] = [parts.get("responsibility", "")]


def _flat(parent: "_Element") -> Iterator["_Element"]:
    """The children of an element; groups that only hold notes beside a category are opened."""
    for child in parent:
        if not isinstance(child.tag, str):
            continue
        if _name(child) in _GROUPS:
            yield from _flat(child)
        else:
            yield child


def _elements(parent: "_Element") -> Iterator["_Element"]:
    return (element for element in parent.iter() if isinstance(element.tag, str))


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _category(element: "_Element") -> str:
    return element.get("type") or _name(element)


def _text(element: "_Element") -> str:
    """The text of an element; lines that were wrapped and indented by an editor of XML are joined."""
    return _WRAPPED.sub(" ", "".join(map(str, element.itertext()))).strip()
