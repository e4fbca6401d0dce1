"""Negations: every way in which good English says them, and sentences that lost theirs."""

import pytest

from pipeline.checks.negation import check_negation
from pipeline.model import Entry, Key, Unit


def told(chinese: str, english: str) -> list[str]:
    return [
        finding.message.split(" ")[0]
        for finding in check_negation(Unit(Entry(Key("", chinese), english), "en"))
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("企业不得收费。", "Firms may not charge fees."),
        ("不得少于三人。", "There shall be at least three."),
        ("本办法不适用于外商投资企业。", "These Measures do not apply to foreign-invested enterprises."),
        ("不符合条件的企业，不予受理。", "Applications from ineligible companies are rejected."),
        ("补贴不计入应税收入。", "The subsidies are excluded from taxable income."),
        ("不涉及国家秘密的数据都可以开放。", "All data may be opened except state secrets."),
        ("企业不必提交纸质材料。", "Companies are spared the paper forms."),
        ("不同意搬迁的住户。", "Households that object to relocation."),
        ("无须另行审批。", "Further approval is unnecessary."),
        ("毋须登记。", "Registration is waived."),
        ("他莫不同意。", "He agreed."),  # 莫不 denies the denial
        ("防不胜防，不断不少不仅。", "It is hard to guard against."),  # no word of a rule
        ("能不能办？", "Can it be done?"),
        ("法院还没收了违法所得。", "The court also confiscated the illegal gains."),
        ("并无先例。", "It is unprecedented."),
        ("开放不必要的接口。", "Opening interfaces."),
    ],
)
def test_english_has_many_ways_to_negate(chinese: str, english: str) -> None:
    assert told(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("企业不得收费。", "Firms may charge fees.", "不得"),
        ("严禁挪用。", "Diverting funds is allowed.", "严禁"),
        ("政府不承担经营风险。", "The government bears the business risk.", "不承担"),
        ("本办法不适用于外商投资企业。", "These Measures apply to foreign-invested enterprises.", "不适用"),
        ("企业不必提交材料。", "Companies must submit papers.", "不必"),
        ("符合条件的无需审批。", "Those that qualify need approval.", "无需"),
        ("尚未开工。", "Construction has begun.", "尚未"),
        ("此案仍未了结，但有进展。", "The case is closed, but progress was made.", "仍未"),
        ("人还没到齐。", "Everyone is here.", "还没"),
        ("钱未必花得对。", "The money is well spent.", "未必"),
        ("依法不公开。不存在风险。", "It is lawful. There are risks.", "不存在"),
    ],
)
def test_a_lost_negation_is_told_with_its_word(chinese: str, english: str, lost: str) -> None:
    assert told(chinese, english) == [lost]
