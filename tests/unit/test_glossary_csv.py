"""Reading and writing the glossary's CSV."""

import pytest

from pipeline.errors import FormatError
from pipeline.formats.glossary_csv import parse, read, serialize
from pipeline.model import Location, Severity

FULL = (
    "kind,id,zh_hans,en,zh_hans_variants,zh_hant,zh_hant_hk,en_admitted,en_forbidden,forms,acronym,match,note,mine\n"
    'policy,sandbox,监管沙盒,regulatory sandbox,沙盒监管|沙盒,監管沙盒,監管沙盒(港),trial | zone,"a, b",c,RS,case|not-in:沙盒里,N.,own\n'
)
SMALL = 'id,zh_hans,en,kind\r\na,甲,"A ""one"", two",concept\r\n\r\nb,乙,B\r\n'


def test_every_column_has_its_place() -> None:
    (term,), findings = parse(FULL, "glossary/x.csv")
    assert (term.id, term.chinese, term.english, term.kind) == (
        "sandbox",
        "监管沙盒",
        "regulatory sandbox",
        "policy",
    )
    assert term.variants == ("沙盒监管", "沙盒")
    assert term.traditional == {"zh-Hant": "監管沙盒", "zh-Hant-HK": "監管沙盒(港)"}
    assert (term.admitted, term.forbidden, term.forms) == (("trial", "zone"), ("a, b",), ("c",))
    assert (term.acronym, term.match) == ("RS", ("case", "not-in:沙盒里"))
    assert term.fields == {"note": "N.", "mine": "own"}
    assert term.location == Location("glossary/x.csv", 2)
    assert findings == ()


def test_quotes_line_ends_and_short_rows() -> None:
    terms, findings = parse(SMALL, "x.csv")
    assert [(t.id, t.english, t.kind, t.location.line) for t in terms] == [
        ("a", 'A "one", two', "concept", 2),
        ("b", "B", "", 4),
    ]
    assert findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffid,zh_hans,en,kind\na,甲,A,concept",
        "id;zh_hans;en;kind\na;甲;A;concept\n",
        "id\tzh_hans\ten\tkind\ra\t甲\tA\tconcept\r",
        "id,zh_hans,en,kind\n,,,\na,甲,A,concept\n , ,,\n",
    ],
)
def test_shapes_that_spreadsheets_write(text: str) -> None:
    (term,), _ = parse(text, "x.csv")
    assert (term.id, term.chinese, term.english, term.kind) == ("a", "甲", "A", "concept")


def test_a_cell_may_have_several_lines() -> None:
    terms, _ = parse('id,zh_hans,en,kind,note\na,甲,A,concept,"one\ntwo"\nb,乙,B,concept,\n', "x.csv")
    assert terms[0].fields["note"] == "one\ntwo"
    assert [term.location.line for term in terms] == [2, 4]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.csv:1: the glossary has no column 'id'"),
        ("id,zh_hans,kind\n", "x.csv:1: the glossary has no column 'en'"),
        ("id,zh_hans,en,kind,en\n", "x.csv:1: the glossary has the column 'en' twice"),
        (
            'id,zh_hans,en,kind\na,甲,"A,concept\n',
            "x.csv:2: a quotation mark is not closed, or text follows it",
        ),
        (
            'id,zh_hans,en,kind\na,甲,"A" x,concept\n',
            "x.csv:2: a quotation mark is not closed, or text follows it",
        ),
    ],
)
def test_what_cannot_be_read(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(text, "x.csv")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("row", "severity", "code", "message"),
    [
        ("a,甲,A,concept,x", Severity.ERROR, "glossary-row", "more cells than columns, 'x' is not read"),
        (
            "a, 甲,A,concept",
            Severity.WARNING,
            "glossary-space",
            "stray spaces in the column 'zh_hans': ' 甲'",
        ),
        ("a,甲,A  b,concept", Severity.WARNING, "glossary-space", "stray spaces in the column 'en': 'A  b'"),
        ("a,甲,A,concept\u3000", Severity.WARNING, "glossary-space", "stray spaces in the column 'kind'"),
    ],
)
def test_what_needs_tidying(row: str, severity: Severity, code: str, message: str) -> None:
    terms, (finding,) = parse(f"id,zh_hans,en,kind\n{row}\n", "x.csv")
    assert (finding.severity, finding.code, finding.location) == (severity, code, Location("x.csv", 2))
    assert message in finding.message
    assert terms[0].chinese == "甲"


def test_empty_surplus_cells_are_nothing() -> None:
    assert parse("id,zh_hans,en,kind\na,甲,A,concept,,\n", "x.csv")[1] == ()


def test_records_become_a_file_with_the_columns_in_their_order() -> None:
    records = [
        {"mine": "x, y", "note": 'say "N"', "id": "a", "zh_hans": "甲"},
        {"id": "b", "zh_hans": "乙", "en": "two\nlines", "kind": "policy"},
    ]
    text = "".join(serialize(records))
    assert text == ('id,zh_hans,en,kind,note,mine\na,甲,,,"say ""N""","x, y"\nb,乙,"two\nlines",policy,,\n')
    assert list(read(text, "x.csv").records) == records
