"""The converter as callers see it: terms first, places mapped, doubts and decisions, fingerprints."""

from functools import cache

import pytest

from pipeline.model import Decision, Term
from pipeline.script import HONG_KONG, TAIWAN, Converter


def term(chinese: str, taiwan: str = "", *variants: str, match: tuple[str, ...] = ()) -> Term:
    forms = {TAIWAN: taiwan} if taiwan else {}
    return Term(chinese, chinese, "", "", variants=variants, traditional=forms, match=match)


@cache
def converter() -> Converter:
    return Converter(TAIWAN)


def convert(text: str, *terms: Term, **options: object) -> str:
    return Converter(TAIWAN, terms, **options).convert(text).text  # type: ignore[arg-type]


def test_the_glossary_comes_first_and_the_longest_of_its_terms() -> None:
    terms = [term("数据", "數據"), term("数据安全法", "《資料安全法》"), term("沙盒", "沙箱", "沙箱机制")]
    assert convert("数据与数据安全法、沙箱机制", *terms) == "數據與《資料安全法》、沙箱機制"


def test_a_term_keeps_to_its_not_in_phrases() -> None:
    terms = [term("张江", "張江鎮", match=("not-in:张江高科技", "exact"))]
    assert convert("张江与张江高科技园区", *terms) == "張江鎮與張江高科技園區"


def test_a_term_without_a_form_is_a_word_and_another_regions_form_is_not_taken() -> None:
    assert convert("发改委", term("发改委")) == "發改委"
    assert Converter(HONG_KONG, [term("数据", "資料")]).convert("数据").text == "數據"


def test_the_first_of_two_terms_with_one_form_holds() -> None:
    assert convert("数据", term("数据", "甲"), term("数据", "乙")) == "甲"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("见 [这里](https://a.cn/里) 与 `后台`", "見 [這裡](https://a.cn/里) 與 `后台`"),
        ("**“内**卷”", "**「內**捲」"),
        ("人工**智能**", "人工**智慧**"),
        ("互联**网**", "互聯**網**"),  # four characters for three do not fit around a mark
        ("GDP 增长 5%，don’t", "GDP 增長 5%，don’t"),
        ("<span lang='里'>这里</span>[^后]", "<span lang='里'>這裡</span>[^后]"),
        ("English only", "English only"),
        ("", ""),
    ],
)
def test_marks_code_and_addresses_pass_unchanged(text: str, written: str) -> None:
    assert converter().convert(text).text == written


def test_traditional_text_comes_back_as_it_is() -> None:
    text = "這裏的「后」與乾、著、裡"
    assert Converter(TAIWAN).convert(text).text == text


def test_places_are_mapped_where_a_regions_word_is_longer() -> None:
    source = "在互联网上，知识产权"
    conversion = converter().convert(source)
    assert conversion.text == "在網際網路上，智慧財產權"
    start, end = conversion.map_span(source.index("上"), source.index("上") + 1)
    assert conversion.text[start:end] == "上"
    assert conversion.map_span(2, 3) == (1, 5)


def test_a_doubt_has_its_choices_and_the_words_around_it() -> None:
    (doubt,) = converter().convert("**看谁干**，").doubts
    assert (doubt.start, doubt.end, doubt.context) == (4, 5, "谁[干]，")
    assert doubt.choices == ("幹", "乾", "干")


def test_a_phrase_across_a_words_border_makes_a_doubt() -> None:
    doubts = converter().convert("如此便须发出通知").doubts
    assert [(doubt.context, doubt.choices) for doubt in doubts] == [
        ("便[须]发出通知", ("須", "鬚")),
        ("须[发出通知]", ("發出通知", "髮出通知")),
    ]


def test_a_phrase_that_would_break_two_usual_words_makes_no_doubt() -> None:
    assert converter().convert("奖金发放到位").doubts == ()  # 金髮


def test_a_decision_settles_the_same_word_in_the_same_context() -> None:
    decided = Converter(TAIWAN, decisions=[Decision("谁[干]，", {TAIWAN: "乾"})])
    conversion = decided.convert("看谁干，看谁干。")
    assert conversion.text == "看誰乾，看誰幹。"
    assert [doubt.start for doubt in conversion.doubts] == [6]


def test_what_the_glossary_settles_is_in_no_doubt() -> None:
    assert Converter(TAIWAN, [term("谁干", "誰幹")]).convert("看谁干，").doubts == ()


def test_quotation_marks_of_a_term_are_its_own() -> None:
    assert convert("“一”与“二”", term("“二”", "“貳”")) == "「一」與“貳”"


def test_the_fingerprint_tells_what_a_conversion_depends_on() -> None:
    converters = [
        Converter(TAIWAN),
        Converter(HONG_KONG),
        Converter(TAIWAN, vocabulary="off"),
        Converter(TAIWAN, [term("数据")]),
        Converter(TAIWAN, [term("数据", "數據")]),
        Converter(TAIWAN, [term("数据", "數據", match=("not-in:大数据",))]),
        Converter(TAIWAN, words=["数据"]),
        Converter(TAIWAN, decisions=[Decision("谁[干]，", {TAIWAN: "乾"})]),
    ]
    assert len({each.fingerprint for each in converters}) == len(converters)
    assert (
        Converter(TAIWAN, words=["甲", "乙"]).fingerprint == Converter(TAIWAN, words=["乙", "甲"]).fingerprint
    )
