"""Reading a review table back: what its reviewer made of it, tracked changes taken as accepted."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.formats.foreign.archive import Archive
from pipeline.formats.foreign.tree import xml
from pipeline.formats.review.table import AUTHOR, MARK
from pipeline.model import Delivery, Incoming, Location

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINE = re.compile(rf"{MARK}:\s*(?P<slug>.+?)\s*/\s*(?P<language>[A-Za-z-]+)\s*")
_NUMBER = re.compile(r"\s*(?P<number>\d+)\s*(?:(?P<id>s-[0-9a-f]{12})(?:-\d+)?\s+(?P<base>[0-9a-f]{12}))?\s*")
_ACCEPTED = ("ok", "okay", "accepted", "done", "好", "可", "通过", "通過")
_COLUMNS = 4


def parse(data: bytes, shown: str) -> Delivery:
    """Reads the bytes of a review table; raises FormatError where it is none."""
    archive = Archive(data, shown)
    if "word/document.xml" not in archive:
        raise FormatError("this is no Word file", Location(shown))
    body = xml(archive.read("word/document.xml"), shown)
    lines = (_LINE.fullmatch(_text(paragraph)) for paragraph in body.iter(f"{_W}p"))
    line = next((match for match in lines if match), None)
    if line is None:
        message = f"no review table: the line “{MARK}: document / language” is not in it"
        raise FormatError(message, Location(shown))
    remarks = _remarks(archive, shown)
    return Delivery(line["slug"], line["language"], tuple(_units(body, remarks, shown)))


def _units(body: Element, remarks: dict[str, str], shown: str) -> Iterator[Incoming]:
    for row in body.iter(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        number = _NUMBER.fullmatch(_text(cells[0])) if len(cells) == _COLUMNS else None
        if number is None:
            continue
        source, target, status = (_text(cell).strip() for cell in cells[1:])
        found = (remarks.get(mark.get(f"{_W}id", "")) for mark in row.iter(f"{_W}commentReference"))
        yield Incoming(
            source,
            target,
            id=number["id"] or "",
            base=number["base"] or "",
            accepted=status.casefold() in _ACCEPTED,
            remarks=tuple(remark for remark in found if remark),
            location=Location(f"{shown}: row {number['number']}"),
        )


def _text(element: Element) -> str:
    """The text of an element as it is once its tracked changes are accepted; a paragraph ends a line."""
    parts: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}p"):
        if any(above.tag in (f"{_W}del", f"{_W}moveFrom") for above in node.iterancestors()):
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            parts.append(" ")
        elif parts:
            parts.append("\n")
    return "".join(parts)


def _remarks(archive: Archive, shown: str) -> dict[str, str]:
    """The comments of people, by their ids: `Name: text`."""
    if "word/comments.xml" not in archive:
        return {}
    comments = xml(archive.read("word/comments.xml"), shown).iter(f"{_W}comment")
    return {
        comment.get(f"{_W}id", ""): f"{comment.get(f'{_W}author', '')}: {' '.join(_text(comment).split())}"
        for comment in comments
        if comment.get(f"{_W}author") != AUTHOR
    }
