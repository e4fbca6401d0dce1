"""Chinese numerals and English number words: their patterns and exact values."""

import re
from fractions import Fraction

import pytest

from pipeline.quantity import numerals, words

CHINESE = {
    "十五万": "150000",
    "15万": "150000",
    "15 万": "150000",
    "一千零三十五亿": "103500000000",
    "1,035億": "103500000000",
    "1，035亿": "103500000000",
    "1.5亿": "150000000",
    "三億五千萬": "350000000",
    "两万五": "25000",
    "一百五": "150",
    "一百零五": "105",
    "千亿": "100000000000",
    "百万": "1000000",
    "一万亿": "1000000000000",
    "万万": "100000000",
    "3.5万亿": "3500000000000",
    "3万亿5000亿": "3500000000000",
    "1亿2000万": "120000000",
    "12万3千": "123000",
    "廿五": "25",
    "卅": "30",
    "二〇一七": "2017",
    "二零一七": "2017",
    "三点五": "3.5",
    "十三点五万": "135000",
    "一點五萬億": "1500000000000",
    "壹佰贰拾叁": "123",
    "貳仟": "2000",
    "十": "10",
    "零": "0",
    "２０１７": "2017",
    "0.29万": "2900",
}
ENGLISH = {
    "1.5 million": "1500000",
    "100-million": "100000000",
    "103 bn": "103000000000",
    "103bn": "103000000000",
    "5k": "5000",
    "1,035.5": "1035.5",
    "twenty-five": "25",
    "a hundred": "100",
    "two hundred and fifty": "250",
    "half a million": "500000",
    "a hundred thousand": "100000",
    "hundred billion": "100000000000",
    "three million five hundred thousand": "3500000",
    "one thousand and one": "1001",
    "2.5 hundred million": "250000000",
    "two dozen": "24",
    "zero": "0",
    "Five-hundred": "500",
}


@pytest.mark.parametrize(("numeral", "value"), CHINESE.items())
def test_a_chinese_numeral_is_matched_and_read_exactly(numeral: str, value: str) -> None:
    assert re.fullmatch(numerals.NUMERAL, numeral)
    assert numerals.read(numeral) == Fraction(value)


@pytest.mark.parametrize(("number", "value"), ENGLISH.items())
def test_an_english_number_is_matched_and_read_exactly(number: str, value: str) -> None:
    assert re.fullmatch(words.NUMBER, number)
    assert words.read(number) == Fraction(value)


@pytest.mark.parametrize(
    ("numeral", "scale"),
    [("15万", 10**4), ("十万", 10**4), ("三百", 1), ("3百", 100), ("250", 1), ("亿", 1), ("1.5万亿", 10**12)],
)
def test_the_scale_is_what_the_last_multipliers_come_to(numeral: str, scale: int) -> None:
    assert numerals.scale(numeral) == scale


def test_the_scale_of_an_english_number_is_the_product_of_its_words() -> None:
    assert words.scale("2.5 million") == 10**6
    assert words.scale("ten hundred thousand") == 10**5
    assert words.scale("250") == 1


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("3千瓦", "3"),  # a unit, not three thousand 瓦
        ("2015,2016年", "2015"),
        ("1,234,567元", "1,234,567"),
        ("5点半", "5"),
        ("三点五十分", "三"),
        ("三点五倍", "三点五"),
    ],
)
def test_a_chinese_numeral_ends_where_something_else_begins(text: str, matched: str) -> None:
    match = re.match(numerals.NUMERAL, text)
    assert match and match[0] == matched


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("two five-year plans", "two"),
        ("one and two", "one"),
        ("2015,2016", "2015"),
        ("a hundred and", "a hundred"),
    ],
)
def test_an_english_number_ends_where_something_else_begins(text: str, matched: str) -> None:
    match = re.match(words.NUMBER, text)
    assert match and match[0] == matched


def test_ordinals_of_one_word() -> None:
    assert [word for word in words.ORDINALS if words.ORDINALS[word] in (1, 2, 3, 5, 8, 9, 12, 20)] == [
        "first",
        "second",
        "third",
        "fifth",
        "eighth",
        "ninth",
        "twelfth",
        "twentieth",
    ]
