"""Suggesting terms that the glossary lacks."""

import math

from pipeline.glossary import Glossary
from pipeline.glossary.suggest import Candidate, suggest
from pipeline.model import Term

WORDS = (
    "监管",
    "沙盒",
    "企业",
    "制度",
    "市场",
    "准入",
    "负面",
    "清单",
    "可以",
    "申请",
    "一份",
    "第二",
    "放管服",
)


def cut(text: str) -> list[str]:
    """Cuts known words, longest first, and single characters."""
    words, at = [], 0
    while at < len(text):
        word = max((w for w in WORDS if text.startswith(w, at)), key=len, default=text[at])
        words.append(word)
        at += len(word)
    return words


def found(*texts: str, terms: tuple[Term, ...] = (), minimum: int = 2) -> list[str]:
    return [candidate.chinese for candidate in suggest(texts, Glossary(terms), cut, minimum)]


def test_what_recurs_is_suggested_with_its_measure_and_its_places() -> None:
    texts = ("监管沙盒", "在监管沙盒，监管沙盒", "别的", "监管沙盒")
    assert suggest(texts, Glossary(()), cut) == [Candidate("监管沙盒", 4, math.log2(4) * 4, (0, 1, 3))]


def test_what_stands_once_or_is_short_is_not() -> None:
    assert found("监管沙盒，企业，企业") == []
    assert found("监管沙盒，企业，企业", minimum=1) == ["监管沙盒"]


def test_what_the_glossary_has_is_not() -> None:
    known = Term("a", "甲", "A", "concept", variants=("监管沙盒",))
    assert found("监管沙盒", "监管沙盒", terms=(known,)) == []


def test_a_name_may_begin_with_a_word_that_else_begins_none() -> None:
    assert found("中芯企业", "在中芯企业") == ["中芯企业"]
    assert found("市场中企业申请", "企业申请") == ["企业申请"]


def test_a_part_that_only_stands_within_a_longer_candidate_is_not() -> None:
    assert found("市场准入负面清单", "市场准入负面清单") == ["市场准入负面清单"]
    texts = ("市场准入负面清单", "市场准入负面清单", "负面清单", "负面清单", "负面清单")
    scores = {c.chinese: c.score for c in suggest(texts, Glossary(()), cut)}
    assert scores == {"市场准入负面清单": math.log2(8) * 2, "负面清单": math.log2(4) * (5 - 2)}


def test_function_words_and_counts_part_candidates() -> None:
    assert found("企业可以申请沙盒的制度", "企业可以申请沙盒的制度") == ["申请沙盒"]
    assert found("一份清单，第二清单", "一份清单，第二清单") == []


def test_a_single_word_may_be_a_term() -> None:
    assert found("放管服，放管服") == ["放管服"]


def test_latin_letters_and_punctuation_part_candidates() -> None:
    assert found("监管AI沙盒、监管“沙盒”", "监管AI沙盒、监管“沙盒”") == []
