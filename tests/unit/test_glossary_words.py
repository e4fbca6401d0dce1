"""English words as the terminology check compares them."""

import pytest

from pipeline.glossary.words import English, fold, has_stop, is_broken, phrase


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "Policies"),
        ("company", "COMPANY"),
        ("case", "cases"),
        ("process", "processes"),
        ("bus", "buses"),
        ("tax", "taxes"),
        ("branch", "branches"),
        ("hero", "heroes"),
        ("shoe", "shoes"),
        ("movie", "movies"),
        ("analysis", "analyses"),
        ("crisis", "crises"),
        ("status", "statuses"),
        ("man", "men"),
        ("index", "indices"),
        ("lens", "lenses"),
        ("clinic", "clinics"),
        ("SME", "SMEs"),
        ("city", "city’s"),
        ("city", "cities"),
        ("workers'", "workers"),
        ("organisation", "organizations"),
        ("programme", "programs"),
        ("centre", "Centers"),
        ("labour", "labor"),
        ("analyse", "analyze"),
        ("licence", "licenses"),
        ("café", "cafes"),
        ("&", "and"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one.rstrip("'")) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("measure", "measured"),
        ("approve", "approval"),
        ("regulate", "regulatory"),
        ("economic", "economics"),
        ("new", "news"),
        ("good", "goods"),
        ("custom", "customs"),
        ("organic", "organise"),
        ("base", "basis"),
        ("use", "us"),
        ("basic", "basics2"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "written", ["hard tech", "hard-tech", "Hardtech", "hard\ntech", "Hard “Tech”", "hard techs"]
)
def test_a_phrase_is_found_however_its_words_are_joined(written: str) -> None:
    assert English(f"the {written}, they say").find(phrase("hard tech")) != []


@pytest.mark.parametrize("written", ["shard tech", "hard technology", "hard", "tech hard"])
def test_a_phrase_begins_and_ends_with_a_word(written: str) -> None:
    assert English(written).find(phrase("hard tech")) == []


def test_spans_are_code_points_and_leave_out_a_possessive() -> None:
    english = English("😀 Hangzhou’s hard-tech firms")
    ((first, last),) = english.find("hangzhou")
    assert english.span(first, last) == (2, 10)
    ((first, last),) = english.find("hardtech")
    assert english.raw(first, last) == "hard-tech"


@pytest.mark.parametrize(
    ("text", "keys"), [("The Hague", "hague"), ("the", "the"), ("an AI", "ai"), ("R&D", "randd")]
)
def test_a_leading_article_is_dropped(text: str, keys: str) -> None:
    assert phrase(text) == keys


def test_words_at_takes_words_that_a_range_cuts() -> None:
    english = English("a supervisory sandbox")
    assert english.words_at(7, 12) == (1, 2)
    assert english.words_at(1, 2) == (0, 0)


@pytest.mark.parametrize(
    ("text", "broken", "stop"),
    [
        ("hard-tech firms", False, False),
        ("hard, tech", True, False),
        ("offshore (CNH) market", True, False),
        ("the park. Tools", True, True),
        ("U.S. dollar", False, True),
        ("2.5 percent", False, False),
        ("Guangdong–Hong Kong", False, False),
        ("parks – tools", True, False),
        ("parks; tools", True, True),
    ],
)
def test_punctuation_that_parts(text: str, broken: bool, stop: bool) -> None:
    assert (is_broken(text), has_stop(text)) == (broken, stop)
