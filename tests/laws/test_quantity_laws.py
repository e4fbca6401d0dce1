"""Laws of the quantities: what is written is read back exactly, wherever it stands, and no text breaks a reader."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.quantity import Quantity, chinese, english
from pipeline.quantity.chinese import SHAPES as CHINESE
from pipeline.quantity.compare import differences
from pipeline.quantity.english import SHAPES as ENGLISH
from pipeline.quantity.numerals import read as read_chinese
from pipeline.quantity.scan import Shapes
from pipeline.quantity.words import read as read_english

DIGITS = "零一二三四五六七八九"
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
TRADITIONAL = str.maketrans("万亿两", "萬億兩")

counts = st.integers(min_value=1, max_value=10**12 - 1)
figures = st.integers(min_value=2, max_value=9999)
prose = st.text(alphabet="的在和与企业资金政策，。", max_size=12)
mixed = st.text(
    alphabet="0123456789０.,，:-–/%()（）〔〕+ 一二两三十百千万亿半零年月日号个元折成倍分之点第首数几多余约至"
    "RMBHK$€abktwoenmiluhdr \n'’",
    max_size=80,
)


def in_chinese(number: int) -> str:
    """The number in Chinese characters, as a cheque has it: 10005 is 一万零五."""
    for sign, worth in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        if number >= worth:
            rest = number % worth
            gap = "零" if 0 < rest < worth // 10 else ""
            return in_chinese(number // worth) + sign + gap + (in_chinese(rest) if rest else "")
    return DIGITS[number]


def in_english(number: int) -> str:
    """The number in English words."""
    for word, worth in (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if number >= worth:
            rest = number % worth
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_english(number // worth)} {word}" + (joint + in_english(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")


def values(quantities: tuple[Quantity, ...]) -> list[Fraction]:
    return [quantity.value for quantity in quantities]


@given(counts)
def test_a_number_in_chinese_characters_is_read_back(number: int) -> None:
    assert read_chinese(in_chinese(number)) == number
    assert read_chinese(in_chinese(number).translate(TRADITIONAL)) == number


@given(st.integers(min_value=1, max_value=10**6 - 1))
def test_a_number_in_english_words_is_read_back(number: int) -> None:
    assert read_english(in_english(number)) == number


@given(counts, prose, prose)
def test_a_sum_is_found_wherever_it_stands(number: int, before: str, after: str) -> None:
    written = f"{number:,}美元"
    text = f"{before}，{written}，{after}"
    found = [q for q in chinese(text) if text[q.start : q.end] == written]
    assert [q.value for q in found] == [number]


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=3))
def test_decimals_are_exact(digits: int, places: int) -> None:
    number = Fraction(digits, 10**places)
    written = f"{digits / 10**places:.{places}f}"
    assert values(chinese(f"{written}%")) == values(english(f"{written}%")) == [number / 100]
    assert values(chinese(f"{written}亿元")) == [number * 10**8]
    assert values(english(f"RMB {written} billion")) == [number * 10**9]


@given(figures)
def test_the_multiplier_makes_no_difference_to_the_check(number: int) -> None:
    assert not list(differences(f"投资{number}亿元", f"an investment of {number * 100:,} million yuan"))
    assert not list(differences(f"共{number}万人", f"{number * 10_000:,} people in all"))


@given(figures, figures)
def test_another_number_is_told_of(number: int, other: int) -> None:
    found = list(differences(f"投资{number}万元", f"an investment of {other * 10_000:,} yuan"))
    assert bool(found) is (number != other)


@given(figures)
def test_a_million_for_a_billion_is_told_of(number: int) -> None:
    assert list(differences(f"投资{number}亿元", f"an investment of {number * 100:,} billion yuan"))


@given(mixed)
@example("万" * 300)
@example("一" * 9000)
@example("9" * 9000)
@example("1,000" * 2000)
@example("数" + "亿" * 200)
@example("thousand " * 500)
@example("millions of " * 300)
@example("1万" * 500)
@example("数" + "万" * 9000)
@example("点" * 50 + "三点" * 50)
@example("٣个 ١٢%")
def test_spans_are_in_order_and_apart_in_any_text(text: str) -> None:
    for quantities in (chinese(text), english(text)):
        ends = [0, *(place for q in quantities for place in (q.start, q.end)), len(text)]
        assert ends == sorted(ends)
        assert all(q.start < q.end and q.scale > 0 for q in quantities)


@given(mixed, mixed)
@example("万" * 9000, "")
@example("9" * 9000, "10 " * 20)
def test_any_two_texts_can_be_compared(source: str, target: str) -> None:
    for difference in differences(source, target):
        assert difference.chinese or difference.english


@pytest.mark.parametrize("read", [chinese, english])
def test_addresses_hold_no_numbers(read: object) -> None:
    assert callable(read)
    assert read("https://a.cn/2024/15?n=3 和 a15@b16.cn") == ()


PAIRS = (Path(__file__).parents[1] / "unit" / "number_pairs.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(("side", "shapes"), [(0, CHINESE), (1, ENGLISH)])
def test_a_shape_begins_with_one_of_the_characters_that_it_names(side: int, shapes: Shapes) -> None:
    fitting = {
        (shape.pattern, text[at], shape.may_begin(text[at]))
        for text in (line.split("|")[side] for line in PAIRS if line.count("|") == 1)
        for at in range(len(text))
        for shape in shapes.all
        if shape.pattern.match(text, at)
    }
    assert len({pattern for pattern, *_ in fitting}) > len(shapes.all) * 2 / 3
    assert [found for found in fitting if not found[2]] == []
