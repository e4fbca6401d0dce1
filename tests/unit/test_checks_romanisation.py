"""Personal names: which are found in both texts, and what is said of them."""

import pytest

from pipeline.checks.pinyin import is_pinyin, spellings
from pipeline.checks.romanisation import check_romanisation, names_in
from pipeline.glossary import Glossary
from pipeline.model import Entry, Key, Term, Unit


def unit(source: str, target: str, glossary: Glossary | None = None) -> Unit:
    return Unit(Entry(Key("", source), target), "en", glossary.find(source) if glossary else ())


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("李秋实说。", "Li Qiushi spoke.", ["李秋实 Li Qiushi"]),
        ("李强说。", "Li Qiang spoke.", ["李强 Li Qiang"]),
        ("记者王立新、李明报道", "By Wang Lixin and Li Ming", ["王立新 Wang Lixin", "李明 Li Ming"]),
        ("欧阳静说。", "Ouyang Jing spoke.", ["欧阳静 Ouyang Jing"]),
        ("李秋实说。", "Li Qiu Shi spoke.", ["李秋实 Li Qiu Shi"]),
        ("毛泽东说。", "Mao Tse-tung said.", ["毛泽东 Mao Tse-tung"]),
        ("吕秋实说。", "Lü Qiushi spoke.", ["吕秋实 Lü Qiushi"]),
        ("西安和张江的企业", "Firms in Xi’an and Zhangjiang", []),
        ("董建华说。", "Tung Chee-hwa spoke.", []),
        ("高质量发展", "High Quality Development", []),
    ],
)
def test_names_that_both_texts_have(source: str, target: str, names: list[str]) -> None:
    one = unit(source, target)
    assert [f"{name.chinese} {name.english}" for name in names_in(one)] == names
    assert list(check_romanisation(one)) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("李秋实说。", "Qiushi Li spoke.", "李秋实 has its family name first; found 'Qiushi Li'"),
        ("李秋实说。", "Li Quishi spoke.", "李秋实 is Li Qiushi in pinyin; found 'Li Quishi'"),
        ("吕秋实说。", "Lü Quishi spoke.", "吕秋实 is Lü Qiushi in pinyin; found 'Lü Quishi'"),
    ],
)
def test_names_in_another_order_or_spelling(source: str, target: str, message: str) -> None:
    assert [finding.message for finding in check_romanisation(unit(source, target))] == [message]


def test_a_name_of_the_glossary_is_the_glossarys_affair() -> None:
    glossary = Glossary((Term("li", "李秋实", "Qiushi Li", "person"),))
    assert list(check_romanisation(unit("李秋实说。", "Qiushi Li spoke.", glossary))) == []


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("zhangjiang", True), ("hukou", True), ("xi’an", True), ("teh", False), ("recieve", False)],
)
def test_pinyin_is_known_by_its_syllables(word: str, is_one: bool) -> None:
    assert is_pinyin(word) is is_one


def test_every_reading_of_a_character_counts() -> None:
    assert {"le", "yue"} <= spellings("乐")
    assert "lvyue" in spellings("吕乐")
