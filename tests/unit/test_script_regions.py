"""The regions' words: which layer is on, whole words only, the longest first."""

from functools import cache

import pytest

from pipeline.script import HONG_KONG, TAIWAN, Converter, corrections, regions
from pipeline.script.regions import Region


@cache
def converter(language: str, vocabulary: str = "common") -> Converter:
    return Converter(language, vocabulary=vocabulary)


_SENTENCES = {
    "off": "芯片和大數據的質量",
    "common": "晶片和大數據的品質",
}


@pytest.mark.parametrize(("vocabulary", "written"), _SENTENCES.items())
def test_the_setting_chooses_the_layers(vocabulary: str, written: str) -> None:
    assert converter(TAIWAN, vocabulary).convert("芯片和大数据的质量").text == written


@pytest.mark.parametrize(
    ("text", "taiwan", "hong_kong"),
    [
        ("人工智能芯片", "人工智慧晶片", "人工智能晶片"),
        ("硅谷的互联网软件", "矽谷的網際網路軟體", "矽谷的互聯網軟件"),
        ("跨境数据流动", "跨境資料流動", "跨境數據流動"),
        ("大数据中心", "大數據中心", "大數據中心"),
        ("少数组织改变量子比特", "少數組織改變量子位元", "少數組織改變量子位元"),
        ("支持项目通过权限与参数", "支持項目通過權限與參數", "支持項目通過權限與參數"),
        ("高级窗口", "高級窗口", "高級窗口"),
        ("审批程序和应用程序", "審批程序和應用程式", "審批程序和應用程式"),
        ("应用商店里的应用", "應用程式商店裡的應用", "應用程式商店裏的應用"),
        ("质量守恒", "質量守恆", "質量守恆"),
        ("字节跳动的字节", "字節跳動的位元組", "字節跳動的字節"),
        ("记账与账户", "記帳與帳戶", "記賬與賬戶"),
    ],
)
def test_common_words(text: str, taiwan: str, hong_kong: str) -> None:
    assert converter(TAIWAN).convert(text).text == taiwan
    assert converter(HONG_KONG).convert(text).text == hong_kong


def test_the_full_layer_writes_as_officials_do_and_names_places_as_the_region() -> None:
    text = "公布特朗普访问新西兰的计划"
    assert converter(TAIWAN, "full").convert(text).text == "公布川普訪問紐西蘭的計畫"
    assert converter(HONG_KONG, "full").convert(text).text == "公布特朗普訪問新西蘭的計劃"


def test_a_word_that_does_not_fit_the_borders_gives_way_to_a_shorter_one() -> None:
    found = list(Region(TAIWAN, "common").find("数据流动", {0, 2, 4}))
    assert found == [(0, 2, "資料")]


def test_every_row_has_a_form_and_a_known_layer() -> None:
    layers = {layer for listed in regions.LEVELS.values() for layer in listed}
    rows = corrections.table(regions.VOCABULARY)
    assert all(row["level"] in layers and (row[TAIWAN] or row[HONG_KONG]) for row in rows)
    assert len({row["simplified"] for row in rows}) == len(rows)
