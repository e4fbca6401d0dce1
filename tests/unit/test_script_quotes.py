"""Quotation marks: the regions' own, nested rightly, and what is left alone."""

import pytest

from pipeline.script import quotes


def written(text: str) -> str:
    characters = list(text)
    for at, mark in quotes.convert(text):
        characters[at] = mark
    return "".join(characters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“沙盒”", "「沙盒」"),
        ("他说：“要‘稳’。”", "他说：「要『稳』。」"),
        ("前半句‘稳’", "前半句『稳』"),  # the outer marks may stand in another sentence
        ("句末的‘稳’。”", "句末的『稳』。」"),
        ("“开了没关", "「开了没关"),
        ("‘外“内”外’", "「外『内』外」"),  # single marks outside are turned
        ("“外“内”外”", "「外『内』外」"),
        ("“一‘二“三”二’一”", "「一『二「三」二』一」"),
        ("「外“内”外」", "「外『内』外」"),
        ("「外「内」“引”", "「外「内」「引」"),  # what is Traditional stays as it is
        ("未开』的“引”", "未开』的「引」"),
        ("“未关\n“新行”", "「未关\n「新行」"),
        ("《书名》与“引”", "《书名》与「引」"),
        ("用“don’t”一词", "用「don’t」一词"),
        ('直引号"不变"', '直引号"不变"'),
    ],
)
def test_marks(text: str, expected: str) -> None:
    assert written(text) == expected


def test_an_english_text_is_left() -> None:
    assert written("He said “yes”, didn’t he?") == "He said “yes”, didn’t he?"
