"""Places: one for another is told of; "the city", abbreviations and the province beside a city are not."""

import pytest

from pipeline.checks.toponyms import check_places
from pipeline.glossary import Glossary
from pipeline.glossary.words import table
from pipeline.model import Entry, Key, Term, Unit


def told(chinese: str, english: str, *terms: Term) -> list[str]:
    unit = Unit(Entry(Key("", chinese), english), "en", Glossary(terms).find(chinese))
    return [finding.message for finding in check_places(unit)]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("项目在合肥开工。", "The project broke ground in Hefei."),
        ("项目在合肥开工。", "The project broke ground in the city."),
        ("项目在合肥开工。", "The project broke ground in Anhui’s capital."),
        ("项目在合肥开工。", "The project broke ground in Hefei, Anhui."),
        ("西安与延安", "Xi'an and Yan’an"),
        ("粤港澳大湾区和深圳", "The city and the Guangdong-Hong Kong-Macao Greater Bay Area"),
        ("来宾参观了南京。", "Guests visited Nanjing."),  # 来宾 is also a city
        ("泰州和台州", "Taizhou in Jiangsu and Taizhou in Zhejiang"),
        ("西藏和澳门", "Tibet and Macau"),
        ("试点在深圳。", "The pilot was in the city where Harbinger began."),
        ("京津冀和上海", "Beijing, Tianjin, Hebei, and Shanghai"),
        ("成渝地区和武汉", "the Chengdu-Chongqing area and Hubei’s capital"),
        ("", ""),
    ],
)
def test_a_place_may_be_said_in_many_ways(chinese: str, english: str) -> None:
    assert told(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("项目在南京开工。", "The project broke ground in Beijing."),  # 京 alone is no abbreviation
        ("长期在上海办公。", "It has long had its office in Changsha."),
        ("港口在天津。", "The port is in Hong Kong."),
        ("平台落户福建。", "The platform settled in Taiwan."),
    ],
)
def test_a_character_that_stands_for_much_else_abbreviates_no_place(chinese: str, english: str) -> None:
    assert len(told(chinese, english)) == 1


@pytest.mark.parametrize(
    ("chinese", "english", "message"),
    [
        (
            "项目在合肥开工。",
            "Ground was broken in Nanjing.",
            "合肥 (Hefei) is not in the English; found Nanjing",
        ),
        ("陕西率先试点。", "Shanxi took the lead.", "陕西 (Shaanxi) is not in the English; found Shanxi"),
        ("西安的企业", "companies in Lu'an", "西安 (Xi’an) is not in the English; found Lu'an"),
        ("上海与杭州", "Shanghai and Suzhou", "杭州 (Hangzhou) is not in the English; found Suzhou"),
    ],
)
def test_another_place_is_told_with_both(chinese: str, english: str, message: str) -> None:
    assert told(chinese, english) == [message]


def test_terms_are_left_to_the_glossary() -> None:
    zheda = Term("zju", "浙大", "Zhejiang University", "organization")
    sun = Term("sysu", "中山大学", "Sun Yat-sen University", "organization")
    assert told("浙大在合肥有院区。", "Zhejiang University has a campus in the city.", zheda) == []
    assert told("中山大学的校区", "The Guangzhou campus of the university", sun) == []


def test_the_places_are_listed_once_each_within_a_listed_province() -> None:
    rows = table("places.csv")
    names = [chinese for chinese, *_ in rows]
    assert len(set(names)) == len(names) > 300
    assert {within for *_, within in rows if within} <= set(names)
    assert all(english for _, english, *_ in rows)
