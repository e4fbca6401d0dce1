"""The data for the template: which languages, what stands in front, how blocks nest."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.columns import shown
from pipeline.formats.pdf.content import Layout, content
from pipeline.model import Container, EditionBlock, Kind, Passage, Row, State, Term
from tests.pdf_sample import FULL, SANDBOX, block, cell, edition, heading, item, only, paragraph, row


@pytest.mark.parametrize(
    ("languages", "columns"),
    [
        (("en",), [0]),
        (("zh-Hant", "en"), [0, 1]),
        (("zh-Hans", "zh-Hant", "zh-Hant-HK", "en"), [0, 3]),
        (("en", "zh-Hant", "zh-Hans"), [1, 0]),
        (("zh-Hans", "zh-Hant", "zh-Hant-HK"), [0, 1]),
    ],
)
def test_a_page_shows_the_first_chinese_and_the_first_other_language(
    languages: tuple[str, ...], columns: list[int]
) -> None:
    assert shown(languages) == columns


def test_the_whole_sample_is_plain_data() -> None:
    data = content(FULL, Layout.COLUMNS)
    assert json.loads(json.dumps(data)) == data
    kinds = [node["k"] for node in data["body"]]
    assert kinds == [
        "heading",
        "paragraph",
        "paragraph",
        "heading",
        "heading",
        "paragraph",
        "list",
        "quote",
        "table",
        "list",
        "rule",
        "code",
        "heading",
        "paragraph",
    ]
    assert (data["layout"], data["languages"], data["authors"]) == (
        "columns",
        ["zh-Hans", "en"],
        ["陈明远", "Chen Mingyuan"],
    )
    assert [*data["front"]] == ["title", "subtitle", "author", "description"]
    assert content(only(FULL, "en"), Layout.STACKED)["layout"] == "single"
    assert content(FULL, Layout.STACKED)["layout"] == "stacked"


def test_lists_and_tables_nest_as_their_containers_do() -> None:
    inner = (Container("list", 1, "3"), Container("item", 2), Container("list", 3), Container("item", 4))
    made = edition(
        paragraph(row("甲", "a"), inside=inner[:2]),
        paragraph(row("乙", "b"), inside=inner),
        paragraph(row("丙", "c"), inside=(Container("list", 5, "3"), Container("item", 6))),
        cell("丁", "d", 0, "right"),
    )
    first, second, table = content(made, Layout.COLUMNS)["body"]
    assert (first["k"], first["label"], [node["k"] for node in first["b"]]) == ("list", "3", ["item"])
    assert [node["k"] for node in first["b"][0]["b"]] == ["paragraph", "list"]
    assert second["b"][0]["b"][0]["rows"][0]["cells"] == [["丙"], ["c"]]
    assert (table["b"][0]["label"], table["b"][0]["b"][0]["align"]) == ("head", "right")


@given(st.lists(st.integers(1, 6), max_size=12))
def test_heading_levels_begin_at_one_and_skip_none(levels: list[int]) -> None:
    found = [
        node["level"]
        for node in content(edition(*(heading("甲", "a", n) for n in levels)), Layout.COLUMNS)["body"]
    ]
    assert all(level <= before + 1 for before, level in zip([0, *found], found, strict=False))
    for (old, new), (old_next, new_next) in zip(zip(levels, found), zip(levels[1:], found[1:])):  # noqa: B905
        assert not (old == old_next and new != new_next) and not (old < old_next and new >= new_next)


def test_headings_and_titles_give_plain_names_for_bookmarks_and_running_heads() -> None:
    long = row("很长的标题" * 9, "A very long heading that goes on and on across the page")
    (node,) = content(
        edition(block(Kind.HEADING, row("**甲**[^a]。", "*A*[^a]. "), row("乙", "B"), level=2)),
        Layout.COLUMNS,
    )["body"]
    assert (node["plain"], node["head"]) == ([["甲。乙"], ["A. B"]], ["甲。乙"])
    (node,) = content(edition(block(Kind.HEADING, long, level=1)), Layout.COLUMNS)["body"]
    assert node["head"] == ["很长的标题很长的标题很长的标题很长的标题很长…"]
    (node,) = content(only(edition(block(Kind.HEADING, long, level=1)), "en"), Layout.COLUMNS)["body"]
    assert node["head"] == ["A very long heading that goes on and on…"]
    first, second = content(edition(heading("甲", "a", 1), heading("乙", "b", 2)), Layout.COLUMNS)["body"]
    assert (first["head"], second["head"]) == (["甲"], None)


def test_an_empty_title_falls_back_to_the_slug() -> None:
    data = content(edition(titles=("", "\x00")), Layout.COLUMNS)
    assert data["titles"] == ["pilots", "pilots"]


def test_only_what_is_too_long_to_stay_on_one_page_may_break() -> None:
    lines = (
        row("短。", "Short."),
        row("长" * 151, "Short."),
        row("短。", "x" * 451),
        row("长" * 150, "x" * 450),
    )
    (node,) = content(edition(paragraph(*lines)), Layout.COLUMNS)["body"]
    assert [line["long"] for line in node["rows"]] == [False, True, True, False]


def test_metadata_is_told_in_the_words_of_each_language() -> None:
    data = content(edition(metadata={"source": "新华社 https", "empty": ""}), Layout.COLUMNS)
    assert data["metadata"] == {
        "source": [["新华社 https"], ["", {"t": "新华社", "lang": "zh-Hans"}, " https"]]
    }


@pytest.mark.parametrize(
    ("language", "order"),
    [("zh-Hans", ["lu", "guanli", "lü", "Alpha", "zeta"]), ("en", ["Alpha", "lu", "guanli", "lü", "zeta"])],
)
def test_the_glossary_is_ordered_as_its_reader_looks_things_up(language: str, order: list[str]) -> None:
    named = (
        ("zeta", "Zeal", "zètǎ"),
        ("lü", "law", "lǜ"),
        ("lu", "Ärger", ""),
        ("guanli", "good", "guǎnlǐ"),
        ("Alpha", "alpha", "X"),
    )
    terms = tuple(
        Term(name, "词", english, "concept", fields={"pinyin": pinyin}) for name, english, pinyin in named
    )
    data = content(only(edition(terms=terms), language), Layout.COLUMNS)
    assert [entry["id"] for entry in data["glossary"]] == order


def test_the_colophon_counts_segments_by_their_state_but_not_those_of_the_source() -> None:
    states = (State.MACHINE, State.TRANSLATED, State.MACHINE, State.FUZZY)
    lines = [
        Row("s", (Passage("甲", "zh-Hans", State.TRANSLATED), Passage("a", "en", state))) for state in states
    ]
    data = content(edition(paragraph(*lines)), Layout.COLUMNS)
    assert data["progress"] == [{}, {"language": "en", "total": 4, "machine": 2, "translated": 1, "fuzzy": 1}]


def test_code_keeps_its_lines_and_loses_its_last_newline() -> None:
    code = EditionBlock(Kind.CODE, 0, "toml", (), (), "a = 1\n\tb\x07\n\n")
    assert content(edition(code), Layout.COLUMNS)["body"] == [
        {"k": "code", "text": "a = 1\n b", "language": "toml"}
    ]


def test_the_same_edition_gives_the_same_data_and_is_not_changed() -> None:
    before = replace(FULL)
    assert json.dumps(content(FULL, Layout.COLUMNS)) == json.dumps(content(FULL, Layout.COLUMNS))
    assert before == FULL and SANDBOX in FULL.terms


def test_items_outside_a_list_and_rows_of_no_table_do_not_break_the_tree() -> None:
    stray = paragraph(row("甲", "a"), inside=(Container("item", 1),))
    (node,) = content(edition(stray), Layout.COLUMNS)["body"]
    assert (node["k"], node["b"][0]["k"]) == ("item", "paragraph")
    assert item(2, row("乙", "b")).containers[0].kind == "list"
