"""The file of decisions: read with every mistake told, written so that a change is one line."""

import pytest

from pipeline.errors import FormatError
from pipeline.formats.decisions_csv import parse, serialize
from pipeline.model import Decision
from pipeline.script import HONG_KONG, TAIWAN

HEAD = "context,zh_hant,zh_hant_hk,decided_by,decided_on,note\n"


def test_a_row_is_a_decision() -> None:
    (decision,) = parse(HEAD + '"谁[干]，",乾,,Chen Li,2026-11-25,"dry, here"\n', "decisions.csv")
    assert decision == Decision("谁[干]，", {TAIWAN: "乾"}, "Chen Li", "2026-11-25", "dry, here")
    assert decision.location.line == 2


def test_decisions_are_written_sorted_and_read_back() -> None:
    rows = (
        Decision("[干]", {HONG_KONG: "幹"}),
        Decision("[只]", {TAIWAN: "隻"}, "A", "2026-01-01", 'as "x"'),
    )
    text = "".join(serialize(rows))
    assert text.splitlines()[1:] == ['[只],隻,,A,2026-01-01,"as ""x"""', "[干],,幹,,,"]
    assert parse(text, "") == rows[::-1]
    assert "".join(serialize(rows[::-1])) == text


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the columns have to be context, zh_hant"),
        ("context,zh_hant\n", 1, "the columns have to be context, zh_hant"),
        (HEAD + "谁干,幹,,,,\n", 2, "'谁干' has no word in square brackets"),
        (HEAD + "[谁][干],幹,,,,\n", 2, "has no word in square brackets"),
        (HEAD + "谁[干],,,A,,\n", 2, r"谁\[干\] has no form"),
        (HEAD + "[干],幹,,,,\n[干],乾,,,,\n", 3, r"\[干\] is decided twice"),
        (HEAD + '[干],"幹,,,,\n', 2, "no valid CSV"),
        (HEAD + '[干],"幹"x,,,,\n', 2, "no valid CSV"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(FormatError, match=message) as raised:
        parse(text, "decisions.csv")
    assert raised.value.location is not None
    assert (raised.value.location.path, raised.value.location.line) == ("decisions.csv", line)
