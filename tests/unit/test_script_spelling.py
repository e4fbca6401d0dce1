"""Spelling words: corrections within longer words, rules for single characters, what is sure and what is guessed."""

from functools import cache

import pytest

from pipeline.script import HONG_KONG, TAIWAN
from pipeline.script.spelling import Speller


@cache
def speller() -> Speller:
    return Speller(TAIWAN)


def spell(text: str) -> str:
    return "".join(speller().spell(text).forms)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("市场准入", "市場准入"),  # the dictionary's own phrase is wrong
        ("控制面板", "控制面板"),  # 制面 (making noodles) is no word here
        ("接发球", "接發球"),  # nor is 接发 (hair extensions)
        ("低于正常", "低於正常"),  # nor 于正 (a name)
        ("石沈大海", "石沈大海"),  # nor 沈大 (Shenyang to Dalian)
        ("旧家具", "舊家具"),
        ("体育锻炼", "體育鍛鍊"),
    ],
)
def test_a_correction_holds_within_a_word_but_not_across_a_likelier_one(text: str, written: str) -> None:
    assert spell(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("系安全带", "繫安全帶"),
        ("院系调整", "院系調整"),
        ("城里", "城裡"),
        ("里奇曲率", "里奇曲率"),
        ("回娘家", "回娘家"),  # a rule that holds even against the dictionary
    ],
)
def test_rules_ask_for_the_neighbours_and_for_the_word(text: str, written: str) -> None:
    assert spell(text) == written


def test_a_region_may_do_without_a_rule() -> None:
    assert "".join(Speller(HONG_KONG).spell("桥梁").forms) == "橋樑"


def test_words_tile_the_text_and_forms_keep_its_length() -> None:
    spelled = speller().spell("减少政府干预。\n放宽市场准入")
    assert "".join(spelled.text[start:end] for start, end in spelled.words) == spelled.text
    assert len(spelled.forms) == len(spelled.text)


def test_reviewed_places_are_sure_and_guessed_ones_are_not() -> None:
    spelled = speller().spell("看谁干，准入")
    assert spelled.unsure == {2}
    assert spelled.sure == {4, 5}


def test_known_words_hold_together() -> None:
    assert "链博会" in cut(Speller(TAIWAN, ["链博会"]), "第三届链博会")
    assert "链博会" not in cut(speller(), "第三届链博会")


def cut(using: Speller, text: str) -> list[str]:
    return [text[start:end] for start, end in using.spell(text).words]
