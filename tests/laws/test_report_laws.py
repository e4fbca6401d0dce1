"""Laws of texts in reports: nothing is lost, nothing acts, nothing is too wide."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipeline.report.texts import inert, pieces, wrap

TEXT = st.text(st.sampled_from("ab 试点，。“”(1\u0301\U000e0100"), max_size=40)
ANY = st.text(max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=4)


@given(TEXT, st.integers(2, 20))
def test_lines_hold_the_whole_text_within_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, cell_len)
    cut = "".join(text[start:end] for start, end in lines)
    assert cut.replace(" ", "") == text.replace(" ", "")
    assert all(sum(map(cell_len, text[start:end].rstrip())) <= width for start, end in lines)
    assert all(start < end for start, end in lines)


@given(ANY, SPANS)
def test_pieces_are_the_text_and_mark_what_is_in_a_span(text: str, spans: list[tuple[int, int]]) -> None:
    cut = list(pieces(text, spans))
    assert "".join(piece for piece, _ in cut) == text
    marked = [flag for piece, flag in cut for _ in piece]
    assert marked == [any(start <= index < end for start, end in spans) for index in range(len(text))]


@given(st.text(st.characters(), max_size=40))
def test_inert_text_has_the_same_places_and_nothing_that_acts(text: str) -> None:
    shown = inert(text)
    assert len(shown) == len(text) and inert(shown) == shown
    assert not any(ord(character) < 32 for character in shown)
