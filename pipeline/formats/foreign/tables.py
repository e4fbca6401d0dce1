"""Tables of HTML as tables of Markdown, where they are tables of data."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from pipeline.formats.foreign.elements import HEADINGS, LISTS, text_of

_WIDEST = 200
_STRUCTURE = (*HEADINGS, *LISTS, "blockquote", "pre", "hr", "table")
_LONGEST_CELL = 3


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of a table's rows, without rows that have none."""
    parts = [table, *table.iterchildren("thead", "tbody", "tfoot")]
    rows = [list(row.iterchildren("td", "th")) for part in parts for row in part.iterchildren("tr")]
    return [row for row in rows if row]


def is_layout(table: Element, rows: Sequence[Sequence[Element]]) -> bool:
    """Whether a table only puts text in its place: one column or row, whole passages, text beside cells."""
    cells = [cell for row in rows for cell in row]
    held = sum(_length(part) for part in (*cells, *table.iterchildren("caption")))
    if held != _length(table):
        return True
    if table.get("role") in ("presentation", "none") or max(map(len, rows), default=0) < 2:
        return True
    if len(rows) == 1 and not any(cell.tag == "th" for cell in cells):
        return True
    return any(_holds_passages(cell) for cell in cells)


def _length(element: Element) -> int:
    return len("".join(text_of(element).split()))


def _holds_passages(cell: Element) -> bool:
    paragraphs = sum(1 for _ in cell.iter("p", "div"))
    return paragraphs > _LONGEST_CELL or next(cell.iterdescendants(*_STRUCTURE), None) is not None


def grid(rows: Sequence[Sequence[Element]]) -> tuple[list[list[Element | None]], bool]:
    """The rows with None wherever a merged cell reaches, and whether there are any merged cells.

    Where they would make a row wider than any page has room for, they count as cells of one column.
    """
    is_merged = any(_span(cell, "colspan") > 1 or _span(cell, "rowspan") > 1 for row in rows for cell in row)
    wide = any(sum(_span(cell, "colspan") for cell in row) > _WIDEST for row in rows)
    if not is_merged or wide:
        return [list(row) for row in rows], is_merged
    below: dict[int, int] = {}
    laid = []
    for row in rows:
        line: list[Element | None] = []
        for cell in row:
            _pass_over(line, below)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            below.update({len(line) + i: height - 1 for i in range(width)} if height > 1 else {})
            line += [cell, *[None] * (width - 1)]
        _pass_over(line, below)
        if len(line) > _WIDEST:
            return [list(row) for row in rows], is_merged
        laid.append(line)
    return laid, True


def _pass_over(line: list[Element | None], below: dict[int, int]) -> None:
    """Leaves the places empty that a cell of a row above reaches down to, and counts them off."""
    while below.get(len(line), 0) > 0:
        below[len(line)] -= 1
        line.append(None)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1


def write(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; its first row is the head, since Markdown has no table without one."""
    width = max(len(row) for row in rows)
    head = [*rows[0], *[""] * (width - len(rows[0]))]
    lines = ["| " + " | ".join(row) + " |" for row in (head, *rows[1:])]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
