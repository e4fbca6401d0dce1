"""What is found in Traditional editions, and in a source that is Traditional already."""

import pytest

from pipeline.checks.source import check_source
from pipeline.checks.traditional import check_mixed, check_traditional
from pipeline.model import Block, Document, Doubt, Entry, Finding, Key, Kind, Location, Segment, Unit
from pipeline.script import HONG_KONG, TAIWAN


def unit(target: str, language: str = TAIWAN, *doubts: Doubt, fuzzy: bool = False) -> Unit:
    return Unit(Entry(Key("", "原文"), target=target, fuzzy=fuzzy), language, doubts=doubts)


def told(findings: list[Finding]) -> list[str]:
    return [f"{finding.code}: {finding.message}" for finding in findings]


def test_a_doubt_is_told_with_its_choices_and_the_words_around_it() -> None:
    doubt = Doubt(2, 3, ("幹", "乾", "干"), "看谁[干]，")
    assert told([*check_traditional(unit("看誰幹，", TAIWAN, doubt))]) == [
        "hant-ambiguous: 看谁[干]， became 幹; or is it 乾 or 干?"
    ]


def test_each_simplified_character_is_told_once() -> None:
    assert told([*check_traditional(unit("发展与发现，經濟"))]) == ["hant-residue: Simplified: 发与现"]


@pytest.mark.parametrize(
    ("target", "language", "fuzzy"), [("发展", "en", False), ("", TAIWAN, False), ("发", TAIWAN, True)]
)
def test_only_finished_traditional_text_is_looked_at(target: str, language: str, fuzzy: bool) -> None:
    assert [*check_traditional(unit(target, language, fuzzy=fuzzy))] == []
    assert [*check_mixed([unit(target, language, fuzzy=fuzzy)])] == []


def test_forms_of_the_other_region_are_told_with_the_own_ones() -> None:
    assert told([*check_mixed([unit("這裏的説法"), unit("這裡")])]) == [
        "hant-mixed: 裏 is 裡 here, 説 is 說 here"
    ]
    assert told([*check_mixed([unit("這裡", HONG_KONG)])]) == ["hant-mixed: 裡 is 裏 here"]


def test_hong_kong_may_write_as_its_schools_do_but_throughout() -> None:
    taught = unit("説明", HONG_KONG)
    assert [*check_mixed([taught, unit("户口", HONG_KONG)])] == []
    assert told([*check_mixed([taught, unit("戶口", HONG_KONG)])]) == ["hant-mixed: 説 is 說 here"]


def document(*texts: str) -> Document:
    blocks = [
        Block(Kind.PARAGRAPH, text, segments=(Segment(text, 0),), location=Location("source/x.md", line))
        for line, text in enumerate(texts, 1)
    ]
    return Document("x", "", {}, tuple(blocks))


def test_a_traditional_sentence_in_a_source_is_told_at_its_place() -> None:
    (finding,) = check_source(document("台湾的发展和经济", "臺灣的發展"), "source/x.md")
    assert (finding.code, finding.location) == ("source-traditional", Location("source/x.md", 2))
    assert finding.message == "Traditional already, and not converted: 臺灣的發展"


def test_a_source_that_is_traditional_as_a_whole_is_told_of_once() -> None:
    (finding,) = check_source(document("臺灣的發展", "香港的經濟"), "source/x.md")
    assert finding.location == Location("source/x.md", 1)
