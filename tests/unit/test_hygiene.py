"""Source hygiene by its table of cases, and what only whole files show: places, waivers, blocks."""

import re
from pathlib import Path

import pytest

from pipeline.checks.hygiene import CODES, inspect, repair
from pipeline.formats import manuscript
from pipeline.glossary import Glossary
from pipeline.model import Term

CASES = Path(__file__).parent.parent / "checks" / "source_cases.txt"
GLOSSARY = Glossary(
    [
        Term("alibaba", "阿里巴巴", "Alibaba", "organization", ("阿里", "阿里巴巴集团")),
        Term("alibaba-cloud", "阿里云", "Alibaba Cloud", "organization"),
        Term("private-enterprise", "民营企业", "private enterprise", "concept", ("民企",)),
    ]
)


def unescape(text: str) -> str:
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text).replace("\\n", "\n")
    return text.removesuffix("\\z") if text.endswith("\\z") else text + "\n"


def cases(mark: str) -> list[tuple[str, str, str]]:
    found, code = [], ""
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]")
        elif line.startswith(mark):
            text, _, after = line[2:].partition(" => ")
            found.append((code, unescape(text), unescape(after) if after else ""))
    return found


def codes(text: str) -> list[str]:
    return [fault.code.name for fault in inspect(manuscript.parse(text, "x.md"), GLOSSARY)]


def tidy(text: str) -> str:
    read = manuscript.parse(text, "x.md")
    return repair(read, inspect(read, GLOSSARY), manuscript.shape)[0]


@pytest.mark.parametrize(("code", "text", "after"), cases("-"))
def test_a_fault_is_found_and_mended_where_that_is_safe(code: str, text: str, after: str) -> None:
    others = {"source-halfwidth-punctuation"} if code == "source-two-colons" else set()
    assert set(codes(text)) - others == {code}, codes(text)
    assert tidy(text) == (after or text)


@pytest.mark.parametrize("text", [text for _, text, _ in cases("+")])
def test_what_comes_close_is_no_fault(text: str) -> None:
    assert codes(text) == []


def test_every_code_has_a_failing_and_a_passing_case() -> None:
    names = {code.name for code in CODES}
    assert names == {code for code, _, _ in cases("-")} == {code for code, _, _ in cases("+")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲,乙。\n", "1:2"),
        ("# 题\n\n第一行\n甲,乙。\n", "4:2"),
        ("- 项\n\n  > 引\n  > 甲,乙。\n", "4:6"),
        ("| 甲 | 乙 |\n| - | - |\n| 丙 | 丁,戊 |\n", "3:8"),
        ("| 丙 | 丙,丙 |\n| - | - |\n", "1:8"),
        ("---\ntitle: 甲,乙\nauthor: 丙\n---\n\n正文。\n", "2:9"),
        ("---\ntitle: '甲,乙'\n---\n", "2:10"),
        ("𠀀𠀀,乙。\n", "1:3"),
        ("甲[^1]。\n\n[^1]: 注,文。\n", "3:8"),
        ("## 题,目 ##\n", "1:5"),
        ("题,目\n====\n", "1:2"),
        ("甲\\\n乙,丙。\n", "2:2"),
        ("1. 甲。\n   - 乙\n     丙,丁。\n", "3:7"),
    ],
)
def test_a_place_is_a_line_and_a_column_of_the_file(text: str, place: str) -> None:
    read = manuscript.parse(text, "x.md")
    (fault,) = inspect(read, GLOSSARY)
    assert str(read.location(fault.start)) == f"x.md:{place}"
    assert read.text[fault.start] == ","


def test_soft_wraps_are_read_as_the_reader_of_documents_reads_them() -> None:
    read = manuscript.parse("监管\n沙盒与AI\nBig Data\\\n换行。\n", "x.md")
    (stretch,) = read.stretches
    assert stretch.text == "监管沙盒与AI\rBig Data\n换行。"
    assert "".join(read.text[place] for place in stretch.places) == "监管沙盒与AI\nBig Data\n换行。"


def test_a_mark_at_a_soft_wrap_is_mended_and_the_wrap_stays() -> None:
    assert tidy("甲方,\nAI公司。\n") == "甲方，\nAI公司。\n"
    assert tidy("甲方 \n,乙方。\n") == "甲方 \n，乙方。\n"


def test_an_author_excuses_a_fault_with_a_reason() -> None:
    assert codes("<!-- duizhao: ignore source-doubled-word -- a title -->\n\n从从西湖来。\n") == []
    assert codes("从从西湖来。<!-- duizhao: ignore source-doubled-word -- a title -->\n") == []
    excused = "<!-- duizhao: ignore source-doubled-word -- x -->\n\n从从西湖来。\n\n从从西湖来。\n"
    assert codes(excused) == ["source-doubled-word"]


def test_a_waiver_that_excuses_nothing_or_gives_no_reason_is_told() -> None:
    assert codes("<!-- duizhao: ignore source-dash -- x -->\n\n甲。\n") == ["waiver-unused"]
    assert codes("<!-- duizhao: ignore source-doubled-word -->\n\n从从西湖来。\n") == ["waiver-reason"]


def test_what_is_excused_is_not_mended() -> None:
    text = "<!-- duizhao: ignore source-halfwidth-punctuation -- as in the original -->\n\n甲,乙。\n"
    assert tidy(text) == text


def test_a_repair_that_would_make_another_block_is_not_made() -> None:
    assert tidy("**- 甲\n") == "**- 甲\n"
    assert tidy("甲\n\n\u200b# 乙\n") == "甲\n\n\u200b# 乙\n"
    assert tidy("**- 甲,乙\n") == "**- 甲，乙\n", "the other repairs of the block are made"


def test_straight_quotes_are_mended_only_where_each_has_its_other_half() -> None:
    text = '他说"好"，又说"不好。\n'
    assert codes(text) == ["source-halfwidth-punctuation", "source-unbalanced"]
    assert tidy(text) == text


def test_repairs_that_overlap_are_made_one_after_the_other_each_whole() -> None:
    once = tidy("先行, (试行) 推开。\n")
    assert once == "先行，(试行) 推开。\n"
    assert tidy(once) == "先行，（试行）推开。\n"


def test_nothing_is_found_in_what_is_no_prose() -> None:
    text = (
        "---\ntags: [甲,乙]\ndate: 2025,1\n---\n\n<div>甲,乙</div>\n\n    甲,乙\n\n[a]: http://x.cn/甲,乙\n"
    )
    assert codes(text) == []


@pytest.mark.parametrize(
    "text", ["", "\n", "***\n", "\ufeff", "|\n", "[" * 3000, "“" * 3000 + "\n", "\t\n \n"]
)
def test_odd_files_are_read(text: str) -> None:
    assert set(codes(text)) <= {"source-final-newline", "source-unbalanced", "source-invisible-character"}
