"""Whether a change turns the sense of a sentence, or only its punctuation."""

import pytest

from pipeline.merge.recut import recut
from pipeline.merge.sense import only_punctuation, turned

TURNED = [
    ("企业不得收费。", "企业必须收费。", "不得 -> 必须"),
    ("企业可以收费。", "企业不可以收费。", "可以 -> 不可以"),
    ("禁止入内。", "允许入内。", "禁止 -> 允许"),
    ("补贴10万元。", "补贴15万元。", "10万元 -> 15万元"),
    ("3月1日起施行。", "5月1日起施行。", "3月 -> 5月"),
    ("十八岁以上。", "十八岁以下。", "以上 -> 以下"),
    ("企业享受补贴。", "企业不享受补贴。", "nothing -> 不"),
    ("未经批准的项目。", "经批准的项目。", "未 -> nothing"),
    ("逐步提高标准。", "逐步降低标准。", "提高 -> 降低"),
    ("2025年3月1日起施行。", "2026年1月1日起施行。", "2025年, 3月 -> 2026年, 1月"),
    ("甲3万元，乙5万元。", "甲5万元，乙3万元。", "3万元, 5万元 -> 5万元, 3万元"),
    ("企业可以收费，不得摊派。", "企业不得收费，可以摊派。", "可以, 不得 -> 不得, 可以"),
    ("企业应提交报告。", "企业可提交报告。", "应 -> 可"),
    ("须经批准。", "无须批准。", "须 -> 无须"),
    ("有权查阅。", "无权查阅。", "有权 -> 无权"),
    ("办法生效。", "办法失效。", "生效 -> 失效"),
    ("企业自愿参加。", "企业强制参加。", "自愿 -> 强制"),
    ("第一批企业入选。", "第二批企业入选。", "第一 -> 第二"),
    ("上限为10万元。", "下限为10万元。", "上限 -> 下限"),
]


@pytest.mark.parametrize(("before", "after", "told"), TURNED)
def test_a_turn_is_told(before: str, after: str, told: str) -> None:
    assert turned(before, after) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("试点先行。", "试点先行，稳步推开。"),
        ("不断完善制度。", "持续完善制度。"),
        ("未来三年。", "今后三年。"),
        ("不仅降本，而且增效。", "既降本，又增效。"),
        ("非常重要。", "十分重要。"),
        ("供应链稳定。", "产业链稳定。"),
        ("共3个试点。", "总共3个试点。"),
        ("补贴10万元。", "补贴100,000元。"),
        ("补贴10万元。", "补贴 10 万元。"),
        ("企业可以收费，不得摊派。", "企业不得摊派，可以收费。"),
        ("应用广泛。", "用途广泛。"),
        ("各方认可这一做法。", "各方接受这一做法。"),
        ("相应调整。", "随之调整。"),
        ("第十九条 县数据局负责解释。", "第二十条 县数据局负责解释。"),
        ("一、完善制度。", "二、完善制度。"),
    ],
)
def test_other_changes_are_no_turn(before: str, after: str) -> None:
    assert turned(before, after) == ""


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("试点先行,逐步推开.", "试点先行，逐步推开。", True),
        ("AI 企业", "AI企业", True),
        ("“试点”", "「试点」", True),
        ("试点", "试验", False),
        ("3.5万", "35万", False),
        ("可行吗？", "可行吗。", False),
        ("见[网](https://a.cn/bc)。", "见[网](https://a.cn/b/c)。", False),
        ("见[网](https://a.cn/b),是.", "见[网](https://a.cn/b)，是。", True),
    ],
)
def test_punctuation_is_told_from_words(before: str, after: str, same: bool) -> None:
    assert only_punctuation(before, after) is same


@pytest.mark.parametrize(
    ("targets", "count", "parts", "exact"),
    [
        (["One. Two."], 2, ["One.", "Two."], True),
        (["He said “One.” Then two."], 2, ["He said “One.”", "Then two."], True),
        (["It cost $1.5 million. Then more.[^1]"], 2, ["It cost $1.5 million.", "Then more.[^1]"], True),
        (["One, two."], 2, ["One, two.", "One, two."], False),
        (["One.", "Two."], 1, ["One. Two."], True),
        (["One. Two.", "Three."], 3, ["One.", "Two.", "Three."], True),
        (["", "Two."], 1, ["Two."], True),
        ([""], 2, ["", ""], True),
        (["It pays; it reports."], 2, ["It pays;", "it reports."], True),
        (
            ["See No. 5 of the U.S. Act. Then report."],
            2,
            ["See No. 5 of the U.S. Act.", "Then report."],
            True,
        ),
        (["One, two.", "Three. Four."], 2, ["One, two.", "Three. Four."], False),
        (["One. Two. Three."], 2, ["One. Two. Three."] * 2, False),
    ],
)
def test_a_translation_is_cut_where_its_sentences_are_as_many(
    targets: list[str], count: int, parts: list[str], exact: bool
) -> None:
    assert recut(targets, count, spaced=True) == (parts, exact)


def test_chinese_is_cut_and_joined_without_spaces() -> None:
    assert recut(["一。二！"], 2, spaced=False) == (["一。", "二！"], True)
    assert recut(["一。", "二。"], 1, spaced=False) == (["一。二。"], True)
