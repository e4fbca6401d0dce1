"""The glossary as a spreadsheet (XLSX): one sheet, every cell a text, so that nothing is reckoned or guessed.

A cell that begins with `=` is no formula, `007` keeps its zeros and `2026-11-23` its shape; and no office
program makes a date or a number of what it did not have to read from CSV.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from pipeline.errors import FormatError
from pipeline.glossary.columns import Record, in_order
from pipeline.model import Location

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""The most characters of a cell, by the file format; a library would cut what is longer."""

LARGEST = 64 * 2**20
"""The most bytes that a workbook may unpack to; a glossary of 100,000 concepts takes about half."""

_WIDTHS = {"id": 26, "zh_hans": 20, "en": 32, "definition": 48, "definition_zh": 36, "note": 40}
_NARROW = 16
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def serialize(records: Sequence[Record]) -> bytes:
    """A workbook with all the records; the heading stays in sight and the columns can be filtered.

    Raises FormatError where a cell is longer than LONGEST or holds a control character.
    """
    from openpyxl import Workbook

    columns = in_order(records)
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "glossary"
    for number, cells in enumerate([columns, *_rows(records, columns)], 1):
        for column, value in enumerate(cells, 1):
            if len(value) > LONGEST or _UNSEEN.search(value):
                raise FormatError(f"no spreadsheet can hold {value[:40]!r}: too long, or a control character")
            if value:
                sheet.cell(number, column, value).data_type = "s"  # whatever it looks like
    _dress(sheet, columns)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _rows(records: Sequence[Record], columns: Sequence[str]) -> Iterator[list[str]]:
    for record in records:
        yield [record.get(column, "") for column in columns]


def _dress(sheet: "Worksheet", columns: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, column in enumerate(columns, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, _NARROW)
    for row in sheet.iter_rows():
        for cell in row:
            cell.number_format = "@"  # stays a text where someone types into it
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def parse(data: bytes, path: str) -> tuple[Record, ...]:
    """The records of a workbook's first sheet; dates and numbers that were typed into it become text.

    Raises FormatError where it is no workbook, or one that would unpack to more than LARGEST.
    """
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise FormatError(f"unpacks to more than {LARGEST >> 20} MB", Location(path))
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [[_text(value) for value in row] for row in workbook.worksheets[0].iter_rows(values_only=True)]
    except FormatError:
        raise
    except Exception as error:  # openpyxl raises what its parts do: KeyError, ValueError, BadZipFile ...
        raise FormatError(f"cannot be read as a spreadsheet: {error}", Location(path)) from None
    columns = [column.strip() for column in rows[0]] if rows else []
    records = ({c: v for c, v in zip(columns, row, strict=False) if c and v} for row in rows[1:])
    return tuple(record for record in records if record)


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
