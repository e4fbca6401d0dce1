"""Laws of segmentation, for any text and any marks."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.markup import protected
from pipeline.model import Mark
from pipeline.segment import segment
from pipeline.sentences.tokens import mask

PIECES = [
    *"。！？!?…．.，、；：,:;“”‘’\"'「」『』（）()［］[]【】《》〈〉—*_~`\\<>①②¹ \u3000\n\t\u200b\u200f",
    *"甲乙说他的aB12的等",
    "……",
    "**",
    "https://a.cn/?b=c.",
    "[^1]",
    "[1]",
    "](x.html)",
    "<b>",
    "</b>",
    "No.",
    "他说",
    "😀",
    "𠀀",
]
tricky = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = tricky | st.text(max_size=60)
verbs = st.sampled_from(["break", "join", "skip", "comment", "context", "other"])
marks = st.lists(st.builds(Mark, st.integers(-1, 45), verbs, st.sampled_from(["", "x"])), max_size=4)
words = st.text("甲乙丙丁戊己庚辛壬癸天地玄黄", min_size=1, max_size=6)
plain = st.lists(st.builds(str.__add__, words, st.sampled_from("。！？")), min_size=1, max_size=8)
brackets = st.sampled_from(["“”", "‘’", "「」", "『』", "（）", "()", "《》", "【】", '""', "〔〕", "〈〉"])
lines = tricky.map(lambda text: text.translate(dict.fromkeys(map(ord, "\n`<[]@"))))


@given(texts, marks)
def test_segments_tile_the_text(text: str, given_marks: list[Mark]) -> None:
    pieces = segment(text, given_marks)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text.startswith(piece.text, piece.start) for piece in pieces)


@given(texts, marks)
def test_no_segment_is_blank_or_begins_with_space_unless_the_text_does(
    text: str, given_marks: list[Mark]
) -> None:
    pieces = segment(text, given_marks)
    assert all(piece.text.strip() for piece in pieces) or not text.strip()
    assert not any(piece.text[0].isspace() for piece in pieces[1:])


@given(tricky)
def test_nothing_is_cut_inside_code_addresses_and_note_marks(text: str) -> None:
    starts = {piece.start for piece in segment(text)}
    for start, end in protected(text):
        address = text[start:end].rstrip(".,:;!?'*_)]")  # the marks behind an address are the sentence's
        assert not starts & set(range(start + 1, start + len(address)))


@given(tricky)
def test_a_line_break_is_a_boundary(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    for piece in segment(text):
        line = masked[piece.start : piece.start + len(piece.text)]
        assert "\n" not in line.strip()


@given(plain)
def test_plain_sentences_come_back(sentences: list[str]) -> None:
    assert [piece.text for piece in segment("".join(sentences))] == sentences


@given(plain, plain, brackets)
def test_a_pair_holds_together(inner: list[str], outer: list[str], pair: str) -> None:
    held = f"他{pair[0]}{''.join(inner)}{pair[1]}"
    assert segment(held + "，" + "".join(outer))[0].text == held + "，" + outer[0]


@given(plain, st.integers(0, 20), brackets)
def test_an_unclosed_opener_swallows_nothing(sentences: list[str], place: int, pair: str) -> None:
    place %= len(sentences)
    broken = [*sentences[:place], pair[0] + sentences[place], *sentences[place + 1 :]]
    assert [piece.text for piece in segment("".join(broken))] == broken


@given(plain, st.integers(0, 20), st.sampled_from(["**", "*", "~~"]))
def test_a_stray_emphasis_mark_swallows_nothing(sentences: list[str], place: int, mark: str) -> None:
    place %= len(sentences)
    broken = [*sentences[:place], "天" + mark + sentences[place], *sentences[place + 1 :]]
    assert [piece.text for piece in segment("".join(broken))] == broken


@given(lines, lines)
def test_lines_know_nothing_of_each_other(first: str, second: str) -> None:
    def strip(text: str) -> list[str]:
        return [piece.text.strip() for piece in segment(text) if piece.text.strip()]

    assert strip(first + "\n" + second) == strip(first) + strip(second)


@given(tricky, st.integers(0, 45))
def test_an_author_has_the_last_word(text: str, offset: int) -> None:
    after = len(text) - len(text[offset:].lstrip())
    broken = {piece.start for piece in segment(text, [Mark(offset, "break")])}
    joined = {piece.start for piece in segment(text, [Mark(offset, "join")])}
    if text[:offset].strip() and text[offset:].strip():
        assert after in broken
        assert after not in joined
    assert broken - {after} == joined - {after}
    assert len(segment(text, [Mark(-1, "join")])) == bool(text)
