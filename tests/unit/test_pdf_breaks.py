"""Where a line may end: note marks stay with their words, closing marks with their line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.pdf.breaks import CLOSING, OPENING, Piece, breakable, glued, text_of, whole_words

MARK: Piece = {"k": "note", "id": "note-1"}
REF: Piece = {"k": "ref", "id": "note-1"}
USE: Piece = {"k": "use", "id": "t"}


def strong(text: str) -> Piece:
    return {"t": text, "s": ["strong"]}


def glue(*pieces: Piece) -> Piece:
    return {"k": "glue", "b": list(pieces)}


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        # A Chinese mark stays with its character and keeps the comma after it.
        (["监管沙盒", MARK, "，允许"], ["监管沙", glue("盒", MARK, "，"), "允许"]),
        # It takes the whole English word, since a box is never hyphenated.
        (["the regulatory sandbox", MARK, " works"], ["the regulatory ", glue("sandbox", MARK), " works"]),
        # A word and its comma in several pieces, as of `**sandbox**,[^1]`.
        (["a ", strong("sandbox"), ",", MARK, " in"], ["a ", glue(strong("sandbox"), ",", MARK), " in"]),
        # An opening mark before a single character may not be left at the line's end.
        (["在（", strong("沙"), MARK, "）里"], ["在", glue("（", strong("沙"), MARK, "）"), "里"]),
        (["说：“GDP", MARK, "”。"], ["说：", glue("“GDP", MARK, "”。")]),
        # A closing mark may not come to the line's beginning with its word.
        (["做法，GDP", MARK], ["做法，", glue("GDP", MARK)]),
        (["试点。”", MARK], ["试", glue("点。”", MARK)]),
        (["例外……", MARK], ["例", glue("外……", MARK)]),
        # A term's use within the word is no obstacle.
        (["“", USE, "GDP", MARK], [glue("“", USE, "GDP", MARK)]),
        (["甲", MARK, ".", strong("）"), "乙"], [glue("甲", MARK, ".", strong("）")), "乙"]),
        # Several marks at one place share the glue.
        (["文", MARK, REF, "；"], [glue("文", MARK, REF, "；")]),
        (["文", MARK, "字", REF], [glue("文", MARK), glue("字", REF)]),
        # Nothing to stay with.
        ([MARK, "文"], [glue(MARK), "文"]),
        (["文 ", MARK], ["文 ", glue(MARK)]),
        ([{"k": "break"}, MARK, ""], [{"k": "break"}, glue(MARK)]),
        (["文"], ["文"]),
    ],
)
def test_note_marks_are_glued(pieces: list[Piece], expected: list[Piece]) -> None:
    assert glued(pieces) == expected


def test_of_a_word_too_long_for_a_column_only_the_end_is_kept() -> None:
    first, kept = glued(["x" * 100, MARK])
    assert text_of(first) == "x" * 76 and kept == glue("x" * 24, MARK)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("short words, and 一段没有空格的中文文字并不需要另外的断点因为处处可断", None),
        ("https://a.example/b", None),
        (
            "https://www.example.org/a/path?x=1&y=2",
            ["https://", "www.", "example.", "org/", "a/", "path?", "x=", "1&", "y=", "2"],
        ),
        ("x" * 26, ["x" * 10, "x" * 10, "x" * 6]),
        ("见" + "y" * 25 + "。", ["见" + "y" * 10, "y" * 10, "y" * 5 + "。"]),
    ],
)
def test_long_words_may_be_cut_at_their_joints(text: str, parts: list[str] | None) -> None:
    found = list(breakable([strong(text)]))
    assert [text_of(piece) for piece in found[::2]] == (parts or [text])
    assert found[1::2] == [{"k": "may-break"}] * (len(found) // 2)
    assert all(piece == strong(text_of(piece) or "") for piece in found[::2])


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["数据产业的"], [glue("数据"), glue("产业"), "的"]),
        (["產業與數據（試行）"], [glue("產業"), "與", glue("數據"), "（", glue("試行"), "）"]),
        ([strong("产业"), MARK, "升级"], [glue(strong("产业")), MARK, glue("升级")]),
        # Beside Latin the engine sets the space, which it does within one text only.
        (["AI产业5年规划"], ["AI产业5年", glue("规划")]),
        (["An English title"], ["An English title"]),
        ([], []),
    ],
)
def test_a_title_breaks_between_words(pieces: list[Piece], expected: list[Piece]) -> None:
    assert list(whole_words(pieces)) == expected


WORDS = st.text(st.sampled_from("沙盒 ab,.。，”“（）…—1%"), max_size=12)
PIECES = st.lists(st.one_of(WORDS, WORDS.map(strong), st.sampled_from([MARK, REF, USE])), max_size=8)


def flat(pieces: list[Piece]) -> list[Piece]:
    return [
        inner
        for piece in pieces
        for inner in (piece["b"] if isinstance(piece, dict) and "b" in piece else [piece])
    ]


@given(PIECES)
def test_gluing_moves_no_character_and_no_mark(pieces: list[Piece]) -> None:
    def drawn(found: list[Piece]) -> list[str]:
        out = ""
        for piece in found:
            out += text_of(piece) if text_of(piece) is not None else "\0"  # type: ignore[operator]
        return [part for part in out if part]

    assert drawn(flat(glued(pieces))) == drawn(pieces)


@given(PIECES)
def test_keeping_words_whole_moves_no_character(pieces: list[Piece]) -> None:
    found = flat(list(whole_words(pieces)))
    others = [[piece for piece in side if text_of(piece) is None] for side in (found, pieces)]
    texts = ["".join(text_of(piece) or "" for piece in side) for side in (found, pieces)]
    assert others[0] == others[1] and texts[0] == texts[1]


@given(st.lists(st.one_of(WORDS, WORDS.map(strong), st.sampled_from([MARK, REF, USE])), max_size=4))
def test_at_neither_end_of_a_glue_may_a_line_break_wrongly(pieces: list[Piece]) -> None:
    found = glued(pieces)
    texts = ["\0" if text_of(piece) is None else text_of(piece) for piece in found]
    for at, piece in enumerate(found):
        if not (isinstance(piece, dict) and piece.get("k") == "glue"):
            continue
        inside = "".join(text_of(inner) or "" for inner in piece["b"])
        before = "".join(str(text) for text in texts[:at])[-1:]
        after = (str(texts[at + 1]) if at + 1 < len(texts) else "")[:1]
        if len(inside) < 20:
            assert not (before and before in OPENING)
            assert not (inside[:1] in CLOSING and before.strip(" \0"))
        assert not (after and after in CLOSING) or len(inside) >= 8
