"""Dates, numbers, money and titles by rules, and which of a translation are those of its Chinese."""

import pytest

from pipeline.annotate.figures import figures, same
from pipeline.annotate.titles import chinese_titles, english_titles, linked

CHINESE = [
    ("2020年9月14日", "date", "2020-09-14"),
    ("2020-09-14", "date", "2020-09-14"),
    ("二〇二〇年九月", "date", "2020-09"),
    ("9月14日", "date", "--09-14"),
    ("3月", "date", "--03"),
    ("2020年第三季度", "date", "2020-Q3"),
    ("2021年上半年", "date", "2021-H1"),
    ("上世纪90年代", "date", "1990s"),
    ("下午3点30分", "date", "15:30"),
    ("15.5亿元", "money", "1550000000"),
    ("5000万美元", "money", "50000000 USD"),
    ("5%", "number", "5%"),
    ("0.5个百分点", "number", "0.5pp"),
    ("三分之一", "number", "1/3"),
    ("100亩", "number", "100 mu"),
    ("数十", "number", "10+"),
]
ENGLISH = [
    ("September 14, 2020", "date", "2020-09-14"),
    ("14 September 2020", "date", "2020-09-14"),
    ("July 1992", "date", "1992-07"),
    ("Q3 2020", "date", "2020-Q3"),
    ("9/1/2017", "date", ""),
    ("3:30 p.m.", "date", "15:30"),
    ("$5 million", "money", "5000000"),
    ("US$5 million", "money", "5000000 USD"),
    ("1.55 billion yuan", "money", "1550000000 CNY"),
    ("12.5 percent", "number", "12.5%"),
]


@pytest.mark.parametrize(("text", "kind", "body"), CHINESE)
def test_chinese_figures(text: str, kind: str, body: str) -> None:
    (found,) = figures(f"到{text}，", "zh-Hans")
    assert (found.annotation.start, found.annotation.end) == (1, 1 + len(text))
    assert (found.annotation.kind, found.annotation.body) == (kind, body)


@pytest.mark.parametrize(("text", "kind", "body"), ENGLISH)
def test_english_figures(text: str, kind: str, body: str) -> None:
    (found,) = figures(f"by {text}, then", "en")
    assert (found.annotation.start, found.annotation.end) == (3, 3 + len(text))
    assert (found.annotation.kind, found.annotation.body) == (kind, body)


@pytest.mark.parametrize(
    ("chinese", "english", "links"),
    [
        (
            "2019年，投入15.5亿元",
            "in 2019, 1.55 billion yuan",
            {"2019": "2019", "1.55 billion yuan": "1550000000"},
        ),
        ("9月14日", "On September 14, 2020,", {"September 14, 2020": "--09-14"}),
        ("两家企业", "Once, two companies came first", {"two": "2"}),
        ("2025年1月27日，跌幅最大", "the one on January 27, 2025", {"January 27, 2025": "2025-01-27"}),
        ("7月和8月", "months 7 and 8", {"7": "--07", "8": "--08"}),
        ("占5%", "5 of 100", {"5": "5%", "100": "100"}),
    ],
)
def test_a_translation_is_linked_to_the_chinese(chinese: str, english: str, links: dict[str, str]) -> None:
    found = same(figures(chinese, "zh-Hans"), figures(english, "en"))
    assert {english[one.start : one.end]: one.link for one in found} == links


def test_many_figures_are_linked_by_value_alone_and_quickly() -> None:
    chinese = figures("，".join(f"{n}元" for n in range(2000, 5000)), "zh-Hans")
    english = figures(", ".join(f"{n} yuan" for n in range(2000, 5000)), "en")
    assert len(list(same(chinese, english))) == 3000


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("《办法》和《意见》", ["办法", "意见"]),
        ("《关于《办法》的通知》", ["关于《办法》的通知", "办法"]),
        ("没有《另一半", []),
        ("》《", []),
        ("《》空的", []),
    ],
)
def test_chinese_titles(text: str, titles: list[str]) -> None:
    found = chinese_titles(text)
    assert [one.body for one in found] == titles
    assert [text[one.start + 1 : one.end - 1] for one in found] == titles


def test_italics_are_titles_where_there_are_as_many() -> None:
    titles = chinese_titles("《关于《办法》的通知》与《意见》")
    text = "The *Notice on the __Measures__* and the *Opinions*"
    assert [(one.start, one.end, one.link) for one in english_titles(text, titles)] == [
        (4, 26, "关于《办法》的通知"),
        (35, 43, "意见"),
    ]
    assert english_titles("The *Notice*", titles) == []
    assert english_titles("*Emphasis*", []) == []


def test_titles_of_another_script_are_linked_in_their_order() -> None:
    (title,) = linked(chinese_titles("《办法》"), chinese_titles("《辦法》"))
    assert (title.body, title.link) == ("辦法", "办法")
