"""Changing a glossary's file: cells, columns and rows, with every other byte kept."""

import pytest

from pipeline.errors import WorkspaceError
from pipeline.formats.glossary_csv import read
from pipeline.formats.glossary_edit import change

SMALL = 'id,zh_hans,en,kind\r\na,甲,"A ""one"", two",concept\r\n\r\nb,乙,B\r\n'


@pytest.mark.parametrize(
    ("term", "column", "value", "before", "after"),
    [
        ("a", "en", "AA", '"A ""one"", two"', "AA"),
        ("a", "kind", "a, b", "concept", '"a, b"'),
        ("a", "kind", 'say "x"', "concept", '"say ""x"""'),
        ("a", "zh_hans", "", "甲", ""),
        ("b", "kind", "concept", "乙,B", "乙,B,concept"),
    ],
)
def test_changing_a_cell_changes_nothing_else(
    term: str, column: str, value: str, before: str, after: str
) -> None:
    assert change(SMALL, "x.csv", {term: {column: value}}) == SMALL.replace(before, after)


def test_a_term_that_is_not_there() -> None:
    with pytest.raises(WorkspaceError) as caught:
        change(SMALL, "x.csv", {"z": {"en": "x"}})
    assert str(caught.value) == "x.csv: there is no term 'z'"


def test_a_new_column_is_added_to_the_heading_and_to_the_rows_that_have_it() -> None:
    changed = change(SMALL, "x.csv", {"a": {"note": "N"}, "b": {"acronym": "BB", "note": "M"}})
    assert changed == (
        'id,zh_hans,en,kind,acronym,note\r\na,甲,"A ""one"", two",concept,,N\r\n\r\nb,乙,B,,BB,M\r\n'
    )


def test_an_empty_last_cell_is_filled_before_what_follows() -> None:
    text = "id,zh_hans,en,kind,note\na,甲,A,\n"
    changed = change(text, "x.csv", {"a": {"kind": "policy", "note": "N"}})
    assert changed == "id,zh_hans,en,kind,note\na,甲,A,policy,N\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id;zh_hans;en;kind\ra;甲;A;concept\r", 'id;zh_hans;en;kind\ra;甲;A;concept\rb;乙;"B; C";policy\r'),
        ("id,zh_hans,en,kind\na,甲,A,concept", "id,zh_hans,en,kind\na,甲,A,concept\nb,乙,B; C,policy\n"),
        ("id,zh_hans,en,kind", "id,zh_hans,en,kind\nb,乙,B; C,policy\n"),
    ],
)
def test_a_row_is_added_in_the_manner_of_the_file(text: str, expected: str) -> None:
    new = {"kind": "policy", "id": "b", "en": "B; C", "zh_hans": "乙"}
    assert change(text, "x.csv", {}, [new]) == expected


def test_a_row_with_a_column_that_the_file_lacks() -> None:
    changed = change("id,zh_hans,en,kind\n", "x.csv", {}, [{"id": "b", "zh_hans": "乙", "mine": "M"}])
    assert changed == "id,zh_hans,en,kind,mine\nb,乙,,,M\n"
    assert read(changed, "x.csv").records == ({"id": "b", "zh_hans": "乙", "mine": "M"},)
