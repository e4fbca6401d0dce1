"""The glossary's CSV files: reading them as terms or as records, and writing records as a new file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.errors import FormatError
from pipeline.glossary.columns import REQUIRED, TRADITIONAL, Record, in_order, several
from pipeline.model import Finding, Location, Severity, Term

_KEPT_APART = {"id", "zh_hans", "en", "kind", "zh_hans_variants", "en_admitted", "en_forbidden", "forms"}
_KEPT_APART |= {"acronym", "match", *TRADITIONAL}
"""Columns that have a field of their own in a term."""

_STRAY = re.compile(r"^\s|\s$|[ \t\u00a0\u3000]{2}")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its value without quotes, its place in the text (code points) and its line."""

    value: str
    start: int
    end: int
    line: int


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows without the empty ones; `columns` are the cells of its `heading`, stripped."""

    heading: Row
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    path: str

    def values(self, row: Row) -> dict[str, str]:
        """The stripped values of a row by column; columns that the row does not reach are left out."""
        return {column: cell.value.strip() for column, cell in zip(self.columns, row, strict=False)}

    @property
    def records(self) -> tuple[Record, ...]:
        """The rows as records, in their order."""
        return tuple({c: v for c, v in self.values(row).items() if c and v} for row in self.rows)

    def location(self, row: Row) -> Location:
        """The line on which a row begins."""
        return Location(self.path, row[0].line)


def parse(text: str, path: str) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    """The terms of a file in their order, with findings on cells that need tidying.

    Values lose the space around them. Raises FormatError where the text is no CSV, a required column is
    missing or a column stands twice.
    """
    table = read(text, path)
    terms = tuple(_term(table.values(row), table.location(row)) for row in table.rows)
    return terms, tuple(finding for row in table.rows for finding in _untidy(table, row))


def serialize(records: Sequence[Record]) -> Iterator[str]:
    """A file of its own with all the records, the known columns first; others follow."""
    columns = in_order(records)
    yield line(columns)
    yield from (line(record.get(column, "") for column in columns) for record in records)


def line(cells: Iterable[str], delimiter: str = ",", newline: str = "\n", *, always: bool = False) -> str:
    """A row as it is written, its line end included; `always` is as `quote` takes it."""
    return delimiter.join(quote(cell, delimiter, always=always) for cell in cells) + newline


def quote(value: str, delimiter: str = ",", *, always: bool = False) -> str:
    """A cell as it is written: in quotation marks where it would be read as something else, or always."""
    if not always and value == value.strip() and not re.search(rf'["\r\n{delimiter}]', value):
        return value
    return '"' + value.replace('"', '""') + '"'


def read(text: str, path: str) -> Table:
    """The cells of a file with their places; the delimiter is a comma, semicolon or tab, as in its heading.

    Raises FormatError as `parse` does.
    """
    heading = _LINE.split(text, maxsplit=1)[0]
    delimiter = max(",;\t", key=heading.count)
    rows = [row for row in _rows(text, path, delimiter) if any(cell.value.strip() for cell in row)]
    columns = tuple(cell.value.strip() for cell in rows[0]) if rows else ()
    missing = [column for column in REQUIRED if column not in columns]
    twice = [column for column, count in Counter(columns).items() if count > 1 and column]
    if missing or twice:
        problem = f"has no column {missing[0]!r}" if missing else f"has the column {twice[0]!r} twice"
        raise FormatError(f"the glossary {problem}", Location(path, 1))
    return Table(rows[0], columns, tuple(rows[1:]), delimiter, path)


def _rows(text: str, path: str, delimiter: str) -> Iterator[Row]:
    """Scans RFC 4180, which the csv module reads as well, but without telling where a cell stands."""
    row: list[Cell] = []
    at, line = int(text.startswith("\ufeff")), 1
    cell = re.compile(rf'"((?:[^"]|"")*)"|([^"{delimiter}\r\n][^{delimiter}\r\n]*)?')
    while at < len(text) or row:
        found = cell.match(text, at)
        end = found.end() if found else at
        after = _LINE.match(text, end)
        if not found or not (after or end == len(text) or text[end] == delimiter):
            raise FormatError("a quotation mark is not closed, or text follows it", Location(path, line))
        value = found[1].replace('""', '"') if found[1] is not None else found[2] or ""
        row.append(Cell(value, at, end, line))
        line += len(_LINE.findall(found[0]))
        at = end
        if after or end == len(text):
            yield tuple(row)
            row = []
            at = after.end() if after else end
            line += 1
        else:
            at = end + 1


def _term(values: Mapping[str, str], location: Location) -> Term:
    return Term(
        id=values.get("id", ""),
        chinese=values.get("zh_hans", ""),
        english=values.get("en", ""),
        kind=values.get("kind", ""),
        variants=several(values.get("zh_hans_variants", "")),
        traditional={tag: values[c] for c, tag in TRADITIONAL.items() if values.get(c)},
        admitted=several(values.get("en_admitted", "")),
        forbidden=several(values.get("en_forbidden", "")),
        forms=several(values.get("forms", "")),
        acronym=values.get("acronym", ""),
        match=several(values.get("match", "")),
        fields={column: value for column, value in values.items() if column not in _KEPT_APART},
        location=location,
    )


def _untidy(table: Table, row: Row) -> Iterator[Finding]:
    surplus = [cell.value for cell in row[len(table.columns) :] if cell.value.strip()]
    if surplus:
        message = f"the row has more cells than columns, {surplus[0]!r} is not read: quote cells with a comma"
        yield Finding(Severity.ERROR, "glossary-row", message, table.location(row))
    for column, cell in zip(table.columns, row, strict=False):
        if _STRAY.search(cell.value):
            message = f"stray spaces in the column {column!r}: {cell.value!r}"
            yield Finding(Severity.WARNING, "glossary-space", message, Location(table.path, cell.line))
