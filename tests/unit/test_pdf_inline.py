"""Inline Markdown to pieces: styles, links, marks, languages, and text that is data."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.pdf.breaks import Piece, text_of
from pipeline.formats.pdf.inline import Insertion, clean, pieces, words
from pipeline.markup import parse


def note(label: str) -> Piece:
    return {"k": "note", "id": label}


def of(text: str, *insertions: Insertion, chinese: str = "") -> list[Piece]:
    return pieces(text, note, insertions, chinese)


def flat(found: list[Piece]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for piece in found:
        if isinstance(piece, dict) and "b" in piece:
            out += flat(piece["b"])
        else:
            out.append({"t": piece} if isinstance(piece, str) else piece)
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平文", ["平文"]),
        ("*强*调", [{"t": "强", "s": ["em"]}, "调"]),
        ("***两样***", [{"t": "两样", "s": ["em", "strong"]}]),
        ("~~gone~~", [{"t": "gone", "s": ["s"]}]),
        ("`a*b*`", [{"t": "a*b*", "s": ["code"]}]),
        ("**a `b`**", [{"t": "a ", "s": ["strong"]}, {"t": "b", "s": ["strong", "code"]}]),
        ("行\n行", ["行", {"k": "break"}, "行"]),
        ("![图说](x.png)", [{"t": "["}, {"t": "图说", "s": ["em"]}, {"t": "]"}]),
        ("[文](https://e.org/a)后", [{"t": "文", "href": "https://e.org/a"}, "后"]),
        ("[文](mailto:a@e.org)", [{"t": "文", "href": "mailto:a@e.org"}]),
        ("[文](ftp://e.org)", ["文"]),
        ("[文](/etc/passwd)", ["文"]),
    ],
)
def test_markdown_becomes_pieces(text: str, expected: list[Piece]) -> None:
    assert of(text) == expected


def test_a_note_stands_after_its_word() -> None:
    assert of("监管[^a]。") == ["监", {"k": "glue", "b": ["管", {"k": "note", "id": "a"}, "。"]}]


USE = {"k": "use", "id": "t"}
REMARK = {"k": "note", "remark": []}


@pytest.mark.parametrize(
    ("text", "insertions", "expected"),
    [
        ("用监管沙盒。", [Insertion(1, USE)], ["用", USE, "监管沙盒。"]),
        ("**监管**沙盒", [Insertion(0, USE)], [USE, {"t": "监管", "s": ["strong"]}, "沙盒"]),
        ("a **b**", [Insertion(2, USE)], ["a ", USE, {"t": "b", "s": ["strong"]}]),
        ("`code` x", [Insertion(2, USE)], [{"t": "code", "s": ["code"]}, USE, " x"]),
        ("文", [Insertion(9, USE)], ["文", USE]),
        ("甲 乙", [Insertion(1, REMARK)], [{"k": "glue", "b": ["甲", REMARK]}, " 乙"]),
        ("甲 *乙*", [Insertion(3, REMARK)], ["甲 ", {"k": "glue", "b": [{"t": "乙", "s": ["em"]}, REMARK]}]),
        ("`a` b", [Insertion(1, REMARK)], [{"k": "glue", "b": [{"t": "a", "s": ["code"]}, REMARK]}, " b"]),
    ],
)
def test_insertions_stand_where_their_offset_says(
    text: str, insertions: list[Insertion], expected: list[Piece]
) -> None:
    assert of(text, *insertions) == expected


def test_the_mark_of_one_term_comes_before_the_use_of_the_next() -> None:
    found = of("甲乙", Insertion(1, USE), Insertion(1, REMARK))
    assert flat(found) == [{"t": "甲"}, REMARK, USE, {"t": "乙"}]


def test_chinese_words_in_english_carry_their_language() -> None:
    found = of("as in *Zhangjiang* (张江、浦东), 1.", chinese="zh-Hant")
    assert [piece for piece in flat(found) if "lang" in piece] == [{"t": "张江、浦东", "lang": "zh-Hant"}]
    assert [piece.get("t") for piece in flat(found)] == ["as in ", "Zhangjiang", " (", "张江、浦东", "), 1."]
    assert flat(of("a[^n] 甲", chinese="zh-Hans"))[-1] == {"t": "甲", "lang": "zh-Hans"}


def test_emphasis_in_chinese_goes_to_characters_and_latin_words_but_not_to_punctuation() -> None:
    assert of("用*沙盒：regulatory sandbox 2，**盒**！*的") == [
        "用",
        {"t": "沙盒", "s": ["em"]},
        {"t": "："},
        {"t": "regulatory sandbox 2", "s": ["em"], "lang": "en"},
        {"t": "，"},
        {"t": "盒", "s": ["em", "strong"]},
        {"t": "！"},
        "的",
    ]
    assert of("***甲。***") == [{"t": "甲", "s": ["em", "strong"]}, {"t": "。", "s": ["strong"]}]
    assert of("*a, b*", chinese="zh-Hans") == [{"t": "a, b", "s": ["em"]}]


def test_bare_text_is_no_markdown_and_an_address_is_a_link() -> None:
    assert words("*a* <b> 甲") == ["*a* <b> 甲"]
    assert words("*a* 甲", "zh-Hans") == ["*a* ", {"t": "甲", "lang": "zh-Hans"}, ""]
    assert words("https://e.org") == [{"t": "https://e.org", "href": "https://e.org"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb\u2066c\ufeffd", "abcd"),
        ("a\x00\x07\x85b", "ab"),
        ("a\tb\u2028c", "a b c"),
        ("a\ud800b", "a?b"),
        ("\u200fא\u200d", "\u200fא\u200d"),
        ("a\nb", "a\nb"),
    ],
)
def test_what_no_page_can_show_is_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(
    st.text(st.sampled_from("沙盒，。 ab*_`[]()^\n<&\\~"), max_size=30),
    st.lists(st.integers(0, 40), max_size=3),
)
def test_no_visible_character_and_no_insertion_is_lost(text: str, offsets: list[int]) -> None:
    insertions = [Insertion(at, piece) for at in offsets for piece in (USE, REMARK)]
    found = flat(of(text, *insertions, chinese="zh-Hans"))
    seen = "".join("\n" if piece.get("k") == "break" else text_of(piece) or "" for piece in found)
    assert seen == "".join(node.text for node in parse(text) if node.kind in ("text", "code", "break"))
    assert sum(piece == USE for piece in found) == sum(piece == REMARK for piece in found) == len(offsets)
