"""The glossary as a spreadsheet."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.errors import FormatError
from pipeline.formats.glossary_xlsx import LARGEST, LONGEST, parse, serialize


def workbook(*rows: list[object]) -> bytes:
    made, buffer = Workbook(), io.BytesIO()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(buffer)
    return buffer.getvalue()


def test_every_cell_is_a_text_in_a_sheet_that_can_be_worked_in() -> None:
    data = serialize([{"id": "007", "zh_hans": "甲", "en": "=1+1", "note": "50%", "mine": "2026-11-23"}])
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["id", "zh_hans", "en", "kind", "note", "mine"]
    assert [cell.value for cell in sheet[2]] == ["007", "甲", "=1+1", None, "50%", "2026-11-23"]
    assert {cell.data_type for cell in sheet[2] if cell.value} == {"s"}
    assert {cell.number_format for cell in sheet[2]} == {"@"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:F2")


def test_what_was_typed_into_a_spreadsheet_becomes_text() -> None:
    moment = datetime(2026, 11, 23, 12, 30)
    data = workbook(
        ["id", " zh_hans ", "", "decided_on", "valid_to", "a", "b"],
        ["x", " 甲 ", "no heading", date(2026, 11, 23), moment, 7.0, 1.5],
        [None, None, None, None, None, None, None],
        [True],
    )
    assert parse(data, "x.xlsx") == (
        {
            "id": "x",
            "zh_hans": "甲",
            "decided_on": "2026-11-23",
            "valid_to": "2026-11-23 12:30:00",
            "a": "7",
            "b": "1.5",
        },
        {"id": "True"},
    )


def test_an_empty_workbook_has_no_records() -> None:
    assert parse(workbook(), "x.xlsx") == ()


@pytest.mark.parametrize("value", ["x" * (LONGEST + 1), "a\x08b"])
def test_what_no_spreadsheet_can_hold(value: str) -> None:
    with pytest.raises(FormatError, match="no spreadsheet can hold"):
        serialize([{"id": value}])


def test_what_is_no_workbook() -> None:
    with pytest.raises(FormatError, match=r"x.xlsx: cannot be read as a spreadsheet: "):
        parse(b"id,zh_hans", "x.xlsx")


def test_a_workbook_that_would_fill_the_memory() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (LARGEST + 1))
    with pytest.raises(FormatError, match=r"x.xlsx: unpacks to more than 64 MB"):
        parse(buffer.getvalue(), "x.xlsx")
