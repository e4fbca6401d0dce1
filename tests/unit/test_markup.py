"""Inline Markdown: what is prose, what is a mark, and emphasis beside Chinese punctuation."""

import time

import pytest

from pipeline.markup import count_han, has_han, parse, plain, protected

PLAIN = [
    ("没有标记", "没有标记"),
    ("**加粗**与*强调*", "加粗与强调"),
    ("政策**“监管沙盒”**的试点", "政策“监管沙盒”的试点"),
    ("**试点。**后来", "试点。后来"),
    ("后来**（试点）**推广", "后来（试点）推广"),
    ("围绕**硬件（芯片", "围绕**硬件（芯片"),
    ("a_b_c 与 _d_", "a_b_c 与 d"),
    ("见[网站](https://example.org/a_b)。", "见网站。"),
    ("见<https://example.org/>。", "见https://example.org/。"),
    ("运行 `make **x**` 即可", "运行 make **x** 即可"),
    ("试点[^1]先行[^说明]。", "试点先行。"),
    (r"5 \* 3 &amp; 2", "5 * 3 & 2"),
    ("~~旧~~新", "旧新"),
    ("![图一](a.png)之后", "之后"),
    ("第一行\n第二行", "第一行\n第二行"),
    ("甲<b>乙</b>丙", "甲乙丙"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_is_what_a_reader_sees(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in PLAIN])
def test_offsets_of_nodes_are_places_in_the_plain_text(text: str) -> None:
    shown = plain(text)
    for node in parse(text):
        if node.kind in ("text", "code", "break"):
            assert shown[node.start : node.start + len(node.text)] == node.text


def test_nodes_tell_kinds_targets_and_nesting() -> None:
    nodes = parse("见[**网站**](https://e.org)[^1]![图](a.png)")
    told = [(node.kind, node.nesting, node.text, node.target) for node in nodes]
    assert told == [
        ("text", 0, "见", ""),
        ("link", 1, "", "https://e.org"),
        ("strong", 1, "", ""),
        ("text", 0, "网站", ""),
        ("strong", -1, "", ""),
        ("link", -1, "", ""),
        ("note", 0, "1", ""),
        ("image", 0, "图", "a.png"),
    ]


def test_a_script_address_makes_no_link() -> None:
    assert all(not node.target for node in parse("[x](javascript:alert(1))"))


PROTECTED = [
    ("运行 `a。b` 吧", ["`a。b`"]),
    ("见[甲](https://e.org/a(b)c?d=。)", ["](https://e.org/a(b)c?d=。)"]),
    ("见<https://e.org/?a=b!c>。", ["<https://e.org/?a=b!c>"]),
    ("网址https://e.org/a?b。然后", ["https://e.org/a?b"]),
    ("邮箱a.b@e.org。", ["a.b@e.org"]),
    ("试点[^1]。", ["[^1]"]),
    ("价格<5元，>3元", []),
]


@pytest.mark.parametrize(("text", "expected"), PROTECTED)
def test_protected_spans_are_no_prose(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in protected(text)] == expected


def test_han_is_told_from_kana_punctuation_and_latin() -> None:
    assert count_han("𠀀中国，AI の 〇") == 4
    assert not has_han("AI，の。")


@pytest.mark.parametrize("text", ["`", "[^", "a", "<!--", "](", "](a(", "a@", "[^[^ ", "` `` ", "**", "_*"])
def test_a_hostile_line_takes_linear_time(text: str) -> None:
    def seconds(length: int) -> float:
        line = text * (length // len(text))
        start = time.perf_counter()
        protected(line)
        return time.perf_counter() - start

    assert min(seconds(100_000) for _ in range(2)) < 0.5


def test_a_note_mark_with_a_backslash_is_text_and_in_code_too() -> None:
    told = [(node.kind, node.text) for node in parse("甲[^1]乙\\[^2]`[^3]`![丙\\]](x)")]
    assert told == [("text", "甲"), ("note", "1"), ("text", "乙[^2]"), ("code", "[^3]"), ("image", "丙]")]
