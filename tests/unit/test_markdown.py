"""Markdown sources: blocks, their places, soft wraps, instructions, front matter, and what is lost."""

import time

import pytest

from pipeline.errors import FormatError
from pipeline.formats.markdown import parse, unwrap
from pipeline.model import Block, Document, Kind, Mark
from pipeline.segment import segment


def read(text: str) -> Document:
    return parse(text, "source/x.md")


def shapes(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind.value, place(block), block.text) for block in document.blocks]


def place(block: Block) -> str:
    return "/".join(c.kind + (f":{c.label}" if c.label else "") for c in block.containers)


def test_every_kind_of_block_is_read_with_its_place() -> None:
    document = read(
        "# 标题\n\n段落。\n\n## 二\n\n- 甲\n- 乙\n\n  再乙\n\n3. 丙\n\n> 引文\n> 1. 引列\n\n"
        "| 名 | 数 |\n|---|--:|\n| 区 | `1` |\n\n```py\nx = 1\n```\n\n    y = 2\n\n---\n\n末[^甲]。\n\n[^甲]: 注。\n"
    )
    assert shapes(document) == [
        ("title", "", "标题"),
        ("paragraph", "", "段落。"),
        ("heading", "", "二"),
        ("paragraph", "list/item", "甲"),
        ("paragraph", "list/item", "乙"),
        ("paragraph", "list/item", "再乙"),
        ("paragraph", "list:3/item:3", "丙"),
        ("paragraph", "quote", "引文"),
        ("paragraph", "quote/list:1/item:1", "引列"),
        ("cell", "table/row:head", "名"),
        ("cell", "table/row:head", "数"),
        ("cell", "table/row", "区"),
        ("cell", "table/row", "`1`"),
        ("code", "", "x = 1\n"),
        ("code", "", "y = 2\n"),
        ("rule", "", ""),
        ("paragraph", "", "末[^甲]。"),
        ("paragraph", "note:甲", "注。"),
    ]
    assert [str(block.location) for block in document.blocks[:3]] == [
        "source/x.md:1",
        "source/x.md:3",
        "source/x.md:5",
    ]
    assert [block.label for block in document.blocks if block.kind is Kind.CELL] == ["", "right", "", "right"]
    assert document.losses == ()


def test_neighbouring_lists_have_containers_of_their_own() -> None:
    one, two = read("- 甲\n\n* 乙\n").blocks
    assert one.containers[0] != two.containers[0]


WRAPS = [
    ("中文\n换行", "中文换行"),
    ("中文，\n换行", "中文，换行"),
    ("English\nwords", "English words"),
    ("有AI\n的", "有AI的"),
    ("的\nAI", "的AI"),
    ("“引\n”文", "“引”文"),
    ("first\n  second\nthird", "first second third"),
    ("硬\\\n换行", "硬\n换行"),
    ("hard  \nbreak", "hard\nbreak"),
    ("单空格 \n换行", "单空格换行"),
    ("空格后 \\\n换行", "空格后 \n换行"),
    ("制表符\t\n换行", "制表符换行"),
]


@pytest.mark.parametrize(("text", "expected"), WRAPS)
def test_a_soft_wrap_is_no_space_beside_chinese(text: str, expected: str) -> None:
    assert unwrap(text) == expected


def test_instructions_leave_the_text_and_keep_their_place() -> None:
    (block,) = read("甲。<!-- duizhao: join -->乙。 <!-- duizhao: comment: 说明 在此 -->丙。").blocks
    assert block.text == "甲。乙。丙。"
    assert block.marks == (Mark(2, "join"), Mark(4, "comment", "说明 在此"))


def test_an_instruction_above_a_block_is_for_all_of_it() -> None:
    one, two = read("<!-- duizhao: skip -->\n<!-- duizhao: context: 表 -->\n\n甲。\n\n乙。").blocks
    assert one.marks == (Mark(-1, "skip"), Mark(-1, "context", "表"))
    assert two.marks == ()


def test_an_instruction_inside_code_is_code() -> None:
    (block,) = read("写作 `<!-- duizhao: skip -->` 即可").blocks
    assert block.marks == () and "duizhao" in block.text


def test_what_no_edition_can_show_is_told_with_its_line() -> None:
    document = read("甲。\n\n<div>乙</div>\n\n<!-- a comment -->\n\n丙 <!-- duizhao: brake -->\n")
    assert [(str(loss.location), loss.message.split(":")[0]) for loss in document.losses] == [
        ("source/x.md:3", "HTML is in no edition"),
        ("source/x.md:7", "no such instruction"),
    ]


def test_front_matter_is_split_into_prose_and_metadata() -> None:
    document = read(
        "---\ntitle: 标题：副题\nauthor: 对照\ndate: 2026-01-02\ntags: [甲, 乙]\nnested: {a: 1}\ndescription:\n---\n\n# 一\n"
    )
    assert document.title == "标题：副题"
    assert document.metadata == {"date": "2026-01-02", "tags": "甲, 乙", "description": ""}
    assert [(b.kind.value, b.label, b.text) for b in document.blocks] == [
        ("title", "", "标题：副题"),
        ("metadata", "author", "对照"),
        ("heading", "", "一"),
    ]
    assert [str(loss.location) for loss in document.losses] == ["source/x.md:6"]


def test_without_any_title_the_name_of_the_file_stands_in() -> None:
    assert read("正文。").title == "x"
    assert read("---\n---\n正文。").title == "x"


@pytest.mark.parametrize(
    ("matter", "line"), [("title: [", 2), ("a: b\n\tc: d", 3), ("- list", 2), ("just text", 2)]
)
def test_broken_front_matter_is_refused_with_its_line(matter: str, line: int) -> None:
    with pytest.raises(FormatError) as caught:
        read(f"---\n{matter}\n---\n正文。")
    assert caught.value.location is not None
    assert caught.value.location.line in (line, line + 1)


def test_links_by_reference_are_written_out() -> None:
    blocks = read("见[站][1]、[甲]、[乙][]、[无]。\n\n[1]: https://e.org/1\n[甲]: /jia\n[乙]: /yi\n").blocks
    assert blocks[0].text == "见[站](https://e.org/1)、[甲](/jia)、[乙](/yi)、[无]。"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "---\n---\n", "[1]: /x\n", "| a\n|--\n", "```\nnever closed", "> "]
)
def test_odd_files_are_read_without_a_word(text: str) -> None:
    assert read(text).slug == "x"


def test_broken_structure_is_read_as_a_reader_would() -> None:
    assert shapes(read("| 甲 | 乙 |\n| --- |\n| 丙 |\n")) == [("paragraph", "", "| 甲 | 乙 | | --- | | 丙 |")]
    assert [b.text for b in read("| 甲 | 乙 |\n|-|-|\n| 丙 |\n| 丁 | 戊 | 己 |\n").blocks] == [
        *("甲", "乙", "丙", ""),
        *("丁", "戊"),
    ]
    assert shapes(read("甲。\n\n```py\n乙。\n\n# 丙\n")) == [
        ("paragraph", "", "甲。"),
        ("code", "", "乙。\n\n# 丙\n"),
    ]
    assert shapes(read("甲**乙。\n\n[丙](丁\n")) == [
        ("paragraph", "", "甲**乙。"),
        ("paragraph", "", "[丙](丁"),
    ]


@pytest.mark.parametrize(
    "text", ["。，！？；：“”（）《》", " \u3000 \t", "\u200f甲\u202e乙\u202c。", "😀👨‍👩‍👧", "𠀀𠮷𪚥。"]
)
def test_a_text_of_marks_space_or_rare_characters_is_kept_as_it_is(text: str) -> None:
    blocks = read(text).blocks
    assert "".join(block.text for block in blocks) == text.strip(" \t\u3000")
    assert all("".join(s.text for s in segment(b.text)) == b.text for b in blocks)


HOSTILE = {
    "spaces in a line": "甲" + " " * 100_000 + "乙",
    "spaces before a wrap": "甲" + " " * 100_000 + "\n丙",
    "spaces in a wrapped line": "甲" + " " * 100_000 + "乙\n丙",
    "instructions": "甲<!-- duizhao: skip -->" * 2_000,
    "instructions without an end": "甲<!-- duizhao: skip" * 3_000,
    "comments": "<!-- 甲 -->" * 3_000 + "乙",
    "nested brackets": "[" * 10_000 + "甲" + "]" * 10_000,
    "nested round brackets": "（" * 10_000 + "甲。" + "）" * 10_000,
    "nested quotations": ">" * 10_000 + "甲",
    "nested lists": "- " * 10_000 + "甲",
    "note marks without an end": "[^" * 5_000,
    "a long line": "各地要因地制宜发展新产业。" * 8_000,
    "a wide table": "|" + "甲|" * 3_000 + "\n|" + "-|" * 3_000 + "\n",
    "an unclosed fence": "~~~\n" + "甲\n" * 20_000,
    "definitions": "".join(f"[{n}]: /x\n" for n in range(2_000)) + "[1]" * 2_000,
    "emphasis": "~~甲**乙_丙" * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_text_is_read_in_bounded_time(text: str) -> None:
    begin = time.process_time()
    for block in read(text).blocks:
        assert "".join(piece.text for piece in segment(block.text, block.marks)) == block.text
    assert time.process_time() - begin < 5  # measured at 0.5 s at most; a quadratic rule takes minutes


@pytest.mark.parametrize("matter", ["[" * 5_000, "a: [\n" * 1_000, "? " * 20_000])
def test_front_matter_that_is_nested_too_deeply_is_refused(matter: str) -> None:
    with pytest.raises(FormatError, match="nested too deeply"):
        read(f"---\n{matter}\n---\n正文。")
