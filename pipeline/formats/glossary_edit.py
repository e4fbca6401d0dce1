"""Changing a glossary's CSV file: cells, columns and rows, while every other byte stays as it is."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.errors import WorkspaceError
from pipeline.formats.glossary_csv import Row, Table, line, quote, read
from pipeline.glossary.columns import Record, in_order
from pipeline.model import Location

_LINE_END = re.compile(r"\r\n|\r|\n")
_Patch = tuple[int, str, int]
"""Code points from the first to the last are replaced by the text in between."""


def change(text: str, path: str, changes: Mapping[str, Record], added: Sequence[Record] = ()) -> str:
    """The text of a file with cells changed, by the id of their term, and with terms added at its end.

    A column that the file lacks is added to its heading; a row that does not reach a column is filled up.
    Raises WorkspaceError where there is no term of an id, FormatError as `glossary_csv.parse` does.
    """
    table = read(text, path)
    columns = (*table.columns, *_new_columns(table, (*changes.values(), *added)))
    rows = {table.values(row).get("id", ""): row for row in reversed(table.rows)}
    patches = [] if columns == table.columns else [_widen(table, columns)]
    for term, cells in changes.items():
        if term not in rows:
            raise WorkspaceError(f"there is no term {term!r}", Location(path))
        patches += _row_patches(rows[term], columns, cells, table.delimiter)
    # From the end, so that places stay true.
    for start, new, end in sorted(patches, key=lambda patch: (patch[0], patch[2]), reverse=True):
        text = text[:start] + new + text[end:]
    return text + _appended(text, table, columns, added)


def _new_columns(table: Table, records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(column for column in in_order(records) if column not in table.columns)


def _widen(table: Table, columns: Sequence[str]) -> _Patch:
    end = table.heading[-1].end
    names = (quote(column, table.delimiter) for column in columns[len(table.columns) :])
    return end, "".join(table.delimiter + name for name in names), end


def _row_patches(row: Row, columns: Sequence[str], cells: Record, delimiter: str) -> list[_Patch]:
    """Cells that the row has are replaced where they stand; all that it lacks follow its last one.

    What follows comes first, since it is to be put in before an empty last cell is filled.
    """
    at = {columns.index(column): quote(value, delimiter) for column, value in cells.items()}
    patches = []
    if beyond := range(len(row), max(at, default=0) + 1):
        patches.append((row[-1].end, "".join(delimiter + at.get(index, "") for index in beyond), row[-1].end))
    return [
        *patches,
        *((row[index].start, new, row[index].end) for index, new in at.items() if index < len(row)),
    ]


def _appended(text: str, table: Table, columns: Sequence[str], added: Sequence[Record]) -> str:
    if not added:
        return ""
    found = _LINE_END.search(text, table.heading[-1].end)
    newline = found[0] if found else "\n"
    gap = "" if text.endswith(("\r", "\n")) else newline
    rows = ([record.get(column, "") for column in columns] for record in added)
    return gap + "".join(line(row, table.delimiter, newline) for row in rows)
