"""The report for a person at a terminal: its width, its marks, its colours."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from pipeline.model import Finding, Location, Severity
from pipeline.report import as_text
from pipeline.report.texts import wrap
from pipeline.results import Checked
from tests.findings_sample import CHECKED, NOTHING, NUMBER


def lines(*findings: Finding, width: int = 80) -> list[str]:
    return list(as_text(Checked(findings), width))


def test_both_texts_are_shown_with_carets_below_what_is_meant() -> None:
    assert lines(NUMBER) == [
        "translations/en/试 点.po",
        "  24  error: 15万元 (150,000) is not in the English; found 1.5 million yuan",
        "        [number-mismatch]",
        "      zh  补贴15万元。",
        "              ^^^^^^",
        "      en  A subsidy of 1.5 million yuan.",
        "                       ^^^^^^^^^^^^^^^^",
        "",
        "1 error",
        "`duizhao explain CODE` tells more of a finding.",
    ]
    assert lines() == ["no findings"]


def test_findings_on_one_entry_share_its_texts() -> None:
    other = replace(NUMBER, severity=Severity.NOTE, message="look", source_spans=((0, 2),), target_spans=())
    text = "\n".join(lines(NUMBER, other))
    assert text.count("补贴15万元。") == 1
    assert "^^^^^^^^^^\n" in text


def test_carets_stand_below_their_characters_whatever_combines() -> None:
    target = "Cafe\u0301 und 葛\U000e0100饰 TODO."
    start = target.index("TODO")
    finding = replace(NUMBER, target=target, source_spans=(), target_spans=((start, start + 4),))
    shown = lines(finding)
    text = next(line for line in shown if "TODO" in line)
    below = shown[shown.index(text) + 1]
    assert below.index("^") == cell_len(text[: text.index("TODO")])
    assert below.strip() == "^^^^"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_of_a_text_is_wider_than_the_terminal(width: int) -> None:
    long = replace(
        NUMBER, segment="发展改革，" * 60, target="policy reform " * 60, source_spans=((200, 204),)
    )
    told = [line for line in lines(long, width=width) if not line.startswith("`duizhao")]
    assert max(map(cell_len, told)) <= width


def test_a_long_text_is_cut_to_the_lines_that_matter() -> None:
    long = replace(
        NUMBER, segment="发展改革，" * 60 + "共15万元。", source_spans=((301, 305),), target_spans=()
    )
    shown = lines(long)
    assert "…" in shown[3] and shown[4].endswith("共15万元。") and "^^^^^^" in shown[5]
    assert sum("发展" in line for line in shown) == 1


def test_colours_are_asked_for() -> None:
    assert "\x1b" not in "".join(as_text(CHECKED))
    coloured = "\n".join(as_text(CHECKED, colour=True))
    assert "\x1b[1;31merror: \x1b[0m" in coloured and "\x1b[1;31m15万元\x1b[0m" in coloured
    assert "\x1b[31m" not in coloured  # what stands in a text is not obeyed
    assert list(as_text(NOTHING, colour=True)) == ["\x1b[1mno findings\x1b[0m"]


def test_a_finding_on_a_whole_file_has_no_line() -> None:
    bare = Finding(Severity.ERROR, "out-of-sync", "there is none", Location("x.po"))
    assert lines(bare)[:2] == ["x.po", "     error: there is none [out-of-sync]"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abc def", 4, ["abc", "def"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("试点先行", 4, ["试点", "先行"]),
        ("试点，先行", 4, ["试", "点，", "先行"]),  # no comma begins a line
        ("试“点先", 4, ["试", "“点", "先"]),  # no quotation mark ends one
        ("第15万元", 5, ["第15", "万元"]),  # figures stay together
        ("cafe\u0301s", 4, ["cafe\u0301", "s"]),
        ("", 4, []),
    ],
)
def test_lines_break_where_either_script_allows(text: str, width: int, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in wrap(text, width, cell_len)] == expected
