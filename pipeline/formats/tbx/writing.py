"""Writing TBX: each concept an entry, with a section for each language and its terms by rank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.errors import FormatError
from pipeline.formats.tbx.categories import (
    COLUMN_NOTE,
    LANGUAGES,
    NAMESPACE,
    OTHER_TERMS,
    PREFERRED,
    STANDARD,
    column_note,
)
from pipeline.glossary.columns import SEVERAL, Record, several

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = "{http://www.w3.org/XML/1998/namespace}"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")

_PLACED = frozenset(
    ("id", *LANGUAGES, *STANDARD, *OTHER_TERMS, "domain", "source", "note", "decided_by", "decided_on")
)
"""The columns that are no notes in brackets."""


@dataclass(frozen=True, slots=True)
class _Dialect:
    """What a version of TBX calls its elements.

    `untold` are columns of terms that its readers would take for terms to use; they become notes. `plain` is
    one whose readers show data categories as remarks, so that the status is left out.
    """

    entry: str
    language: str
    term: str
    namespace: str = ""
    untold: tuple[str, ...] = ()
    plain: bool = False

    def name(self, name: str) -> str:
        return f"{{{self.namespace}}}{name}" if self.namespace else name


_V3 = _Dialect("conceptEntry", "langSec", "termSec", namespace=NAMESPACE)
_MARTIF = _Dialect(
    "termEntry", "langSet", "tig", untold=("forms", "en_forbidden", "zh_hant", "zh_hant_hk"), plain=True
)


def serialize(records: Sequence[Record], title: str) -> bytes:
    """TBX-Basic of ISO 30042:2019 in the style DCA, with everything that the records hold.

    Raises FormatError where a cell has a character that XML cannot hold.
    """
    from lxml import etree

    root = etree.fromstring(f'<tbx xmlns="{NAMESPACE}"/>')
    root.set("type", "TBX-Basic")
    root.set("style", "dca")
    return _file(root, "tbxHeader", _V3, records, title)


def serialize_martif(records: Sequence[Record], title: str) -> bytes:
    """The TBX of 2008, rooted in `martif`, which OmegaT and translate-toolkit read.

    They take every term of an entry for a good one and every Chinese for the same Chinese, so forbidden
    renderings, mere forms and Traditional are told in notes. It has no document type, which would make some
    readers look for a file.
    """
    from lxml import etree

    root = etree.Element("martif")
    root.set("type", "TBX-Basic")
    return _file(root, "martifHeader", _MARTIF, records, title)


def _file(root: "_Element", header: str, dialect: _Dialect, records: Sequence[Record], title: str) -> bytes:
    from lxml import etree

    root.set(f"{_XML}lang", "zh-Hans")
    description = _add(_add(root, dialect, header), dialect, "fileDesc")
    if title:
        _add(_add(description, dialect, "titleStmt"), dialect, "title", title)
    _add(_add(description, dialect, "sourceDesc"), dialect, "p", "Exported from a glossary of Duizhao")
    body = _add(_add(root, dialect, "text"), dialect, "body")
    taken: set[str] = set()
    for number, record in enumerate(records, 1):
        try:
            _write_entry(_add(body, dialect, dialect.entry), dialect, record, number, taken)
        except ValueError:
            name = record.get("id", "") or record.get("zh_hans", "")
            raise FormatError(f"{name} has a character that XML cannot hold") from None
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _write_entry(entry: "_Element", dialect: _Dialect, record: Record, number: int, taken: set[str]) -> None:
    own = record.get("id", "")
    name = own if _NAME.fullmatch(own) else f"concept.{number}"
    while name in taken:
        name = f"concept.{number}.{len(taken)}"
    taken.add(name)
    entry.set("id", name)
    if domain := record.get("domain", ""):
        _add(entry, dialect, "descrip", domain, type="subjectField")
    if source := record.get("source", ""):
        _add(entry, dialect, "admin", source, type="source")
    _write_decision(entry, dialect, record)
    for note in _notes(record, dialect, hides_id=name != own):
        _add(entry, dialect, "note", note)
    told = (column for column in LANGUAGES if column not in dialect.untold)
    filled = [column for column in told if _has_section(record, dialect, column)]
    for column in filled or ["zh_hans"]:
        _write_language(entry, dialect, record, column)


def _has_section(record: Record, dialect: _Dialect, column: str) -> bool:
    defined = any(record.get(name) for name, of in STANDARD.items() if of == column)
    return defined or any(text for text, _ in _terms(record, dialect, column))


def _write_decision(entry: "_Element", dialect: _Dialect, record: Record) -> None:
    """Who decided on the rendering, and when, as the entry's origination."""
    by, on = record.get("decided_by", ""), record.get("decided_on", "")
    if not (by or _DATE.fullmatch(on)):
        return
    group = _add(entry, dialect, "transacGrp")
    _add(group, dialect, "transac", "origination", type="transactionType")
    if _DATE.fullmatch(on):
        _add(group, dialect, "date", on)
    if by:
        _add(group, dialect, "transacNote", by, type="responsibility")


def _notes(record: Record, dialect: _Dialect, *, hides_id: bool) -> Iterator[str]:
    note = record.get("note", "")
    if note:
        yield column_note("note", note) if COLUMN_NOTE.match(note) else note
    if hides_id and record.get("id"):
        yield column_note("id", record["id"])
    if record.get("decided_on") and not _DATE.fullmatch(record["decided_on"]):
        yield column_note("decided_on", record["decided_on"])
    for column, value in record.items():
        if column not in _PLACED or column in dialect.untold:
            yield column_note(column, value)


def _write_language(entry: "_Element", dialect: _Dialect, record: Record, column: str) -> None:
    section = _add(entry, dialect, dialect.language)
    section.set(f"{_XML}lang", LANGUAGES[column])
    for name, of in STANDARD.items():
        if of == column and record.get(name):
            _add(section, dialect, "descrip", record[name], type="definition")
    for text, categories in _terms(record, dialect, column):
        term = _add(section, dialect, dialect.term)
        _add(term, dialect, "term", text)
        for category, value in categories.items():
            if dialect.plain and category == "administrativeStatus":
                continue
            _add(term, dialect, "termNote", value, type=category)


def _terms(record: Record, dialect: _Dialect, column: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The terms of a language section with their data categories; the preferred one, even if empty, first."""
    yield record.get(column, ""), {"administrativeStatus": PREFERRED}
    for other, (language, categories) in OTHER_TERMS.items():
        if language == column and other not in dialect.untold and record.get(other):
            values = several(record[other]) if other in SEVERAL else (record[other],)
            yield from ((text, categories) for text in values)


def _add(parent: "_Element", dialect: _Dialect, name: str, text: str = "", **attributes: str) -> "_Element":
    from lxml import etree

    element = etree.SubElement(parent, dialect.name(name), attributes)
    if text:
        element.text = text
    return element
