"""Which quantities of two languages are the same, how they are paired, and what explains one without a figure."""

import pytest

from pipeline.quantity import Kind, Quantity, chinese, english
from pipeline.quantity.agree import agree, same_thing
from pipeline.quantity.clues import chinese_clues, english_clues, is_year
from pipeline.quantity.compare import differences
from pipeline.quantity.names import renamed
from pipeline.quantity.pairing import pair


def first(source: str, target: str) -> tuple[Quantity, Quantity]:
    return chinese(source)[0], english(target)[0]


SAME = [
    ("15万", "150,000"),
    ("5%", "five"),  # a column of per cents
    ("三成", "30 per cent"),
    ("一半", "50%"),
    ("八折", "20% off"),
    ("八折", "80%"),
    ("三倍", "300%"),
    ("增长两倍", "tripled"),
    ("6个月", "half a year"),
    ("一年半", "18 months"),
    ("两周", "14 days"),
    ("两周", "a fortnight"),
    ("3个月", "90 days"),
    ("二十年", "two decades"),
    ("1500亩", "100 hectares"),
    ("100亩", "6.7 hectares"),
    ("500斤", "250 kg"),
    ("300公里", "186 miles"),
    ("前三季度", "nine months"),
    ("上半年", "six months"),
    ("5日", "5 days"),
    ("1亿元", "RMB 100 million"),
    ("1亿元", "HK$100 million"),
    ("10亿美元", "$1 billion"),
    ("5磅", "5 pounds"),
    ("15时30分", "3:30 p.m."),
    ("15时30分", "3:30"),
    ("数十家", "dozens"),
    ("十几家", "12"),
    ("35,640亿", "3.6 trillion"),
    ("35,640亿", "3.5 trillion"),  # over 3.5
    ("021-12345678", "+86 21 1234 5678"),
    ("12时", "twelve pm"),
]
OTHERS = [
    ("15万", "1.5 million"),
    ("八折", "80% off"),
    ("30%", "30 times"),
    ("3个月", "three years"),
    ("3个月", "80 days"),
    ("6个月", "four quarters"),
    ("1500亩", "1,500 hectares"),
    ("3公里", "3 kg"),
    ("前三季度", "six months"),
    ("1亿元", "US$100 million"),
    ("10亿港元", "US$1 billion"),
    ("10亿美元", "10 per cent"),
    ("15时30分", "14:30"),
    ("数十家", "hundreds"),
    ("十几家", "9"),
    ("35,640亿", "3.4 trillion"),
    ("35,640亿", "4 trillion"),  # one figure is not enough
    ("1,035", "1.0"),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_the_same_in_both_languages(source: str, target: str) -> None:
    assert agree(*first(source, target))


@pytest.mark.parametrize(("source", "target"), OTHERS)
def test_not_the_same(source: str, target: str) -> None:
    assert not agree(*first(source, target))


def test_a_bare_figure_can_count_anything_but_a_sum_is_no_share() -> None:
    assert same_thing(*first("15亿元", "three"))
    assert not same_thing(*first("15亿元", "3%"))
    assert same_thing(*first("5日", "3 days"))


def test_pairs_are_made_once() -> None:
    pairing = pair(chinese("3家、3家和5家"), english("3 of 5, 5 and 9"))
    assert [str(q.value) for q in pairing.fewer] == ["3"]
    assert [str(q.value) for q in pairing.more] == ["5"]
    assert [str(q.value) for q in pairing.extra] == ["9"]
    assert pairing.missing == ()


def test_the_same_kind_is_paired_before_what_only_agrees() -> None:
    pairing = pair(chinese("5%和5家"), english("5 firms and 5%"))
    assert pairing == pair((), ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tripartite talks", "三方"),
        ("the trio", "三方"),
        ("Article IV, Tier I", "第四条"),
        ("Basel IX", "九个"),
        ("at year-end", "12月"),
        ("quarterly", "3个月"),
        ("the G20", "二十国"),
        ("fully", "100%"),
        ("round-the-clock", "24小时"),
    ],
)
def test_what_english_hints_at(text: str, told: str) -> None:
    assert english_clues(text).tell(chinese(told)[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("元旦", "January 1"),
        ("一带一路", "1"),
        ("双方", "2"),
        ("年底", "31 December"),
        ("二维码", "2"),
        ("新冠疫情", "19"),
        ("“十三五”期间", "2016"),
        ("“十三五”期间", "2020"),
        ("减半征收", "50"),
    ],
)
def test_what_chinese_hints_at(text: str, told: str) -> None:
    assert all(
        chinese_clues(text).tell(quantity) for quantity in english(told) if quantity.kind is Kind.NUMBER
    )


def test_hints_are_of_their_kind() -> None:
    assert not english_clues("at year-end").tell(chinese("12家")[0])
    assert not chinese_clues("亿万").tell(english("100 million")[0])
    assert not english_clues("a plan").tell(chinese("3个")[0])


@pytest.mark.parametrize(
    ("text", "distant"),
    [("去年增长", {"year"}), ("当月", {"month"}), ("周三宣布", {"day", "month"}), ("增长", set())],
)
def test_dates_told_by_their_distance_in_chinese(text: str, distant: set[str]) -> None:
    assert chinese_clues(text).distant == distant


@pytest.mark.parametrize(
    ("text", "distant"),
    [
        ("last year", {"year"}),
        ("the following month", {"month"}),
        ("on Monday", {"day", "month"}),
        ("growth", set()),
    ],
)
def test_dates_told_by_their_distance_in_english(text: str, distant: set[str]) -> None:
    assert english_clues(text).distant == distant


def test_a_year_is_of_our_time() -> None:
    assert is_year(chinese("2018年")[0]) and is_year(english("in 2018")[0])
    assert not is_year(english("in 2,918.5")[0]) and not is_year(english("US$2018")[0])


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        ("GPT-4发布", "GPT-5 was released", [("GPT-4", "GPT-5")]),
        ("P2P网贷", "P5P lending", [("P2P", "P5P")]),
        ("5G基站", "4G base stations", [("5G", "4G")]),
        ("GPT-4发布", "GPT 4 was released", []),
        ("GPT-4与GPT-5", "gpt4 and GPT-5", []),
        ("新冠疫情", "COVID-19", []),
        ("GDP增长6.5%", "GDP grew 6.5%", []),
    ],
)
def test_names_with_other_figures(source: str, target: str, pairs: list[tuple[str, str]]) -> None:
    assert renamed(source, target) == pairs


def test_differences_come_as_missing_changed_and_extra() -> None:
    (changed,) = differences("补贴15万元", "a subsidy of RMB 15,000")
    assert changed.chinese and changed.english and not changed.repeated
    (missing,) = differences("补贴15万元", "a subsidy")
    assert missing.chinese and missing.english is None
    (extra,) = differences("补贴", "a subsidy of RMB 15,000")
    assert extra.chinese is None and extra.english
    (fewer,) = differences("3家、3家和5家", "3 firms, 5 firms and 5 firms")
    assert fewer.repeated
