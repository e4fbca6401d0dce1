"""What a text shows of its script: Traditional already, Simplified left, the other region's forms."""

import pytest

from pipeline.script import HONG_KONG, TAIWAN, is_traditional, mixed, residue


@pytest.mark.parametrize("text", ["臺灣的發展", "這裏", "市場准入", "發", "他說：「好。」"])
def test_traditional_text_is_known(text: str) -> None:
    assert is_traditional(text)


@pytest.mark.parametrize(
    "text",
    [
        "台湾的发展",
        "中国",
        "上海市",
        "乾隆年间",
        "瞭望台",
        "见《臺灣日報》的报道，他说",
        "",
        "GDP 5%",
        "皇后",
    ],
)
def test_simplified_text_and_what_both_share_is_not(text: str) -> None:
    assert not is_traditional(text)


def test_residue_finds_simplified_characters_by_their_place() -> None:
    assert residue("臺灣的发展", TAIWAN) == [(3, "发")]
    assert residue("客户", TAIWAN) == [(1, "户")]


def test_residue_passes_over_code_and_addresses() -> None:
    assert residue("見 `发展` 與[頁](发.md)，发", TAIWAN) == [(18, "发")]


@pytest.mark.parametrize("language", [TAIWAN, HONG_KONG])
@pytest.mark.parametrize("character", "里群台秘峰厘床才面后干只系松云谷余准采于占布周表丑志")
def test_characters_that_both_scripts_write_are_no_residue(character: str, language: str) -> None:
    assert residue(character, language) == []


def test_hong_kong_writes_some_characters_as_the_mainland_does() -> None:
    assert residue("税户温脱恒", HONG_KONG) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("這裏", [(1, "裏", "裡")]), ("説明", [(0, "説", "說")]), ("台積電汙染", []), ("公里 `裏`", [])],
)
def test_hong_kong_forms_in_a_taiwan_text(text: str, found: list[tuple[int, str, str]]) -> None:
    assert mixed(text, TAIWAN) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("這裡", [(1, "裡", "裏")]),
        ("說明和戶口，人群，高峰", []),
        ("説明和户口，人羣，高峯", []),  # written so throughout, as in schoolbooks
        ("説明和戶口", [(0, "説", "說")]),  # but not beside 戶
        ("著名的臺灣", []),
    ],
)
def test_taiwan_forms_in_a_hong_kong_text(text: str, found: list[tuple[int, str, str]]) -> None:
    assert mixed(text, HONG_KONG) == found
