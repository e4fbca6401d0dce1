"""Laws of conversion: marks and addresses unharmed, places kept, once and for all, the same every time."""

import re
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import markup
from pipeline.model import Decision, Term
from pipeline.script import HONG_KONG, TAIWAN, Converter, Decisions, is_traditional
from pipeline.script.characters import converter as plain_converter

_TERMS = (Term("x", "监管沙盒", "", "", traditional={TAIWAN: "監理沙盒機制", HONG_KONG: "監管沙盒"}),)
_WORDS = [
    "减少政府干预",
    "市场准入",
    "新征程",
    "台积电",
    "互联网",
    "知识产权",
    "人工智能",
    "监管沙盒",
    "数据流动",
    "后来",
]
_MARKS = [
    "**",
    "_",
    "`",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    "，",
    "。",
    "\n",
    "[^注]",
    "<b>",
    "&amp;",
    "[链](x.md)",
    "`后台`",
]
_PIECES = [*_WORDS, *_MARKS, *"只干余里面复制这展𠮷發裡年", "A1", "’s", "http://a.cn/里"]
texts = st.lists(st.sampled_from(_PIECES) | st.characters(codec="utf-8"), max_size=12).map("".join)
languages = st.sampled_from([TAIWAN, HONG_KONG])
spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@cache
def converter(language: str, vocabulary: str = "full") -> Converter:
    return Converter(language, _TERMS, vocabulary=vocabulary)


@settings(max_examples=3, deadline=None)
@given(texts, languages)
def test_a_text_is_converted_the_same_every_time(text: str, language: str) -> None:
    assert converter(language).convert(text) == Converter(language, _TERMS, vocabulary="full").convert(text)


@given(texts, languages)
def test_what_is_no_prose_is_unchanged(text: str, language: str) -> None:
    conversion = converter(language).convert(text)
    for start, end in markup.protected(text):
        to_start, to_end = conversion.map_span(start, end)
        assert conversion.text[to_start:to_end] == text[start:end]


@given(texts, languages)
def test_ascii_is_unchanged_and_in_its_order(text: str, language: str) -> None:
    written = converter(language).convert(text).text
    assert [c for c in written if c.isascii()] == [c for c in text if c.isascii()]


@given(texts, languages, spans, spans)
def test_spans_stay_within_the_text_and_keep_their_order(
    text: str, language: str, first: list[int], second: list[int]
) -> None:
    conversion = converter(language).convert(text)
    assert conversion.map_span(0, len(text)) == (0, len(conversion.text))
    (start, end), (later, latest) = (sorted(min(at, len(text)) for at in span) for span in (first, second))
    mapped, other = conversion.map_span(start, end), conversion.map_span(later, latest)
    assert 0 <= mapped[0] <= mapped[1] <= len(conversion.text)
    if start <= later and end <= latest:
        assert mapped[0] <= other[0] and mapped[1] <= other[1]


@given(texts, languages)
def test_pieces_mapped_one_by_one_cover_the_whole(text: str, language: str) -> None:
    conversion = converter(language).convert(text)
    ends = [conversion.map_span(at, at + 1) for at in range(len(text))]
    assert all(left[1] >= right[0] for left, right in pairwise(ends))


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6), languages)
def test_a_word_is_mapped_to_what_became_of_it(words: list[str], language: str) -> None:
    """Also where a region's word or a term is longer: 互联网 is three characters, 網際網路 four."""
    conversion = converter(language).convert("，".join(words))
    at = 0
    for word in words:
        start, end = conversion.map_span(at, at + len(word))
        assert conversion.text[start:end] == converter(language).convert(word).text
        at += len(word) + 1


_CONTEXTS = st.tuples(
    st.text("甲乙丙", max_size=2), st.text("干发里", min_size=1, max_size=2), st.text("甲乙丙", max_size=2)
)


@given(_CONTEXTS, st.text("甲乙丙干发里\n", max_size=8), languages)
def test_a_decision_holds_wherever_its_words_stand_and_nowhere_else(
    sides: tuple[str, str, str], text: str, language: str
) -> None:
    before, word, after = sides
    found = list(Decisions([Decision(f"{before}[{word}]{after}", {language: "定"})], language).find(text))
    pattern = (before or "(?<![^\\n])") + f"({word})" + (after or "(?![^\\n])")
    expected = {match.span(1) for match in re.finditer(f"(?={pattern})", text)}
    assert {(start, end) for start, end, _ in found} == expected
    assert {form for _, _, form in found} <= {"定"}


@given(texts, languages)
def test_spelling_alone_keeps_the_length(text: str, language: str) -> None:
    written = converter_without_vocabulary(language).convert(text)
    assert len(written.text) == len(text)
    assert written.map_span(0, 1) == (0, 1)


@cache
def converter_without_vocabulary(language: str) -> Converter:
    return Converter(language, vocabulary="off")


@given(texts, languages)
def test_traditional_text_is_never_converted(text: str, language: str) -> None:
    if is_traditional(text):
        assert converter(language).convert(text).text == text


@given(st.text("发为这个机关说电话张", min_size=1, max_size=8), languages)
def test_a_conversion_is_not_converted_again(text: str, language: str) -> None:
    once = converter(language).convert(text).text
    assert is_traditional(once)
    assert converter(language).convert(once).text == once


@given(texts, languages)
def test_a_doubt_stands_in_the_text_and_offers_what_was_written(text: str, language: str) -> None:
    conversion = converter(language).convert(text)
    for doubt in conversion.doubts:
        start, end = conversion.map_span(doubt.start, doubt.end)
        assert len(doubt.choices) > 1
        assert doubt.choices[0] == "".join(c for c in conversion.text[start:end] if c not in "*_~")


@given(st.text("发展经济社会改革开放", max_size=10), languages)
def test_words_without_two_readings_are_spelled_as_the_plain_converter_does(text: str, language: str) -> None:
    written = converter_without_vocabulary(language).convert(text).text
    assert written == plain_converter(language)(text)
