"""Laws of exchange: what the glossary knows comes back from XLSX and TBX as it was, whatever it looks like."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.formats import glossary_csv, glossary_pairs, glossary_xlsx, tbx
from pipeline.glossary.columns import OPTIONAL, REQUIRED, SEPARATOR, SEVERAL, Record, chinese_of, several
from pipeline.glossary.joining import join

TRICKY = ["=1+1", "007", "1e5", "50%", "2026-11-23", "2026-11", "TRUE", "12345678901234567890", "[note] x"]
TRICKY += [
    "+A",
    "-",
    "@SUM(A1)",
    "'x",
    '"',
    "a, b; c",
    "<&>",
    "one\ntwo",
    "监管沙盒",
    "_x0041_",
    "#N/A",
    "%5B",
]
VALUES = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="|"), min_size=1, max_size=5),
)
COLUMNS = st.sampled_from([*REQUIRED, *OPTIONAL, "mine", "负责人", "a [b] 50%"])


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    columns = draw(st.sets(COLUMNS, min_size=1, max_size=12))
    made = []
    for _ in range(draw(st.integers(1, 3))):
        record = {}
        for column in columns:
            parts = draw(st.lists(VALUES, max_size=3 if column in SEVERAL else 1, unique=True))
            if parts:
                record[column] = SEPARATOR.join(parts)
        made.append(record)
    return [record for record in made if record]


@settings(max_examples=60)
@given(records())
def test_csv_gives_back_what_it_was_given(given_records: list[Record]) -> None:
    text = "".join(glossary_csv.serialize(given_records))
    assert list(glossary_csv.read(text, "x.csv").records) == given_records


@settings(max_examples=30)
@given(records())
def test_xlsx_gives_back_what_it_was_given(given_records: list[Record]) -> None:
    assert list(glossary_xlsx.parse(glossary_xlsx.serialize(given_records), "x.xlsx")) == given_records


@settings(max_examples=100)
@given(records())
def test_tbx_gives_back_what_it_was_given(given_records: list[Record]) -> None:
    named = [{"id": f"concept.{n}", **record} for n, record in enumerate(given_records, 1)]
    assert list(tbx.parse(tbx.serialize(given_records, "T"), "x.tbx")) == named


WORDS = st.text("甲乙丙abc -,\"'", min_size=1, max_size=4).filter(lambda t: t == " ".join(t.split()) != "")


@settings(max_examples=60)
@given(st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))))
def test_pairs_hold_every_chinese_string_with_every_good_rendering(
    concepts: list[tuple[list[str], list[str]]],
) -> None:
    made = [
        {"zh_hans": zh[0], "zh_hans_variants": "|".join(zh[1:]), "en": en[0], "en_admitted": "|".join(en[1:])}
        for zh, en in concepts
    ]
    weblate = glossary_pairs.parse_weblate("".join(glossary_pairs.weblate(made)), "x.csv")
    omegat = glossary_pairs.parse_omegat("".join(glossary_pairs.omegat(made)), "x.txt")
    for read in (weblate, omegat):
        back = {r["zh_hans"]: (r["en"], *several(r.get("en_admitted", ""))) for r in read}
        assert all(set(en) <= set(back[form]) for zh, en in concepts for form in zh)


@settings(max_examples=60)
@given(records(), records())
def test_joining_loses_nothing_and_joining_again_changes_nothing(
    ours: list[Record], theirs: list[Record]
) -> None:
    known: dict[str, dict[str, str]] = {str(n): {**record, "id": str(n)} for n, record in enumerate(ours)}
    joins = join(list(known.values()), theirs)
    before = {name: dict(record) for name, record in known.items()}
    for result in joins:
        record = known.setdefault(result.id, dict(result.new)) if result.new else known.get(result.id, {})
        record.update({column: after for column, (_, after) in result.changes.items()})
    for name, record in before.items():
        for column, value in record.items():
            assert set(several(value)) <= set(several(known[name][column]))
    assert all(chinese_of(record) for name, record in known.items() if name not in before)
    again = join(list(known.values()), theirs)
    assert not any(result.new or result.changes for result in again)
