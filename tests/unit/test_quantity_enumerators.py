"""Numbers before headings and items: one in each language, and the same."""

import pytest

from pipeline.quantity.enumerators import renumbered


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("第一，设立基金。", "First, set up a fund."),
        ("二是设立基金。", "Secondly, set up a fund."),
        ("（三）程序合法；", "(3) the procedure was lawful;"),
        ("（三）程序合法；", "(c) the procedure was lawful;"),
        ("（三）程序合法；", "(iii) the procedure was lawful;"),
        ("（九）程序合法；", "(i) the procedure was lawful;"),  # the ninth letter
        ("三、建议", "III. Recommendations"),
        ("三、建议", "Part Three: Recommendations"),
        ("三、建议", "Recommendations"),
        ("建议", "IV. Recommendations"),
        ("十二、附则", "XII. Supplementary Provisions"),
        ("三、四线城市", "Third- and fourth-tier cities"),
        ("一来二去，大家熟了。", "Before long, everyone was acquainted."),
        ("", ""),
    ],
)
def test_the_same_number_or_none_is_right(chinese: str, english: str) -> None:
    assert renumbered(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "found"),
    [
        ("第二，设立基金。", "First, set up a fund.", ("第二，", "First,")),
        ("一是设立基金。", "Second, set up a fund.", ("一是", "Second,")),
        ("其二，要有钱。", "Third, money is needed.", ("其二，", "Third,")),
        ("（三）程序合法；", "(d) the procedure was lawful;", ("（三）", "(d)")),
        ("三、建议", "IV. Recommendations", ("三、", "IV.")),
        ("三、建议", "Part Four: Recommendations", ("三、", "Part Four:")),
        ("三、建议", "Section 2: Recommendations", ("三、", "Section 2:")),
    ],
)
def test_another_number_is_told_with_both(chinese: str, english: str, found: tuple[str, str]) -> None:
    assert renumbered(chinese, english) == [found]
