"""The quantities of English texts: spans, values, kinds and units."""

from fractions import Fraction

import pytest

from pipeline.quantity import Quantity, english

Expected = list[tuple[str, str, str]]
"""What is marked, its value, and its kind with its unit."""


def told(text: str) -> Expected:
    return [(text[q.start : q.end], str(q.value), f"{q.kind} {q.unit}".strip()) for q in english(text)]


def only(text: str) -> Quantity:
    (quantity,) = english(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a subsidy of RMB 150,000", [("RMB 150,000", "150000", "money CNY")]),
        ("HK$1,035 million", [("HK$1,035 million", "1035000000", "money HKD")]),
        ("US$5bn and $3m", [("US$5bn", "5000000000", "money USD"), ("$3m", "3000000", "money $")]),
        (
            "€5 million, £3.5 million",
            [("€5 million", "5000000", "money EUR"), ("£3.5 million", "3500000", "money GBP")],
        ),
        ("10 Hong Kong dollars", [("10 Hong Kong dollars", "10", "money HKD")]),
        ("a 100-billion-yuan industry", [("100-billion-yuan", "100000000000", "money CNY")]),
        ("five million US dollars", [("five million US dollars", "5000000", "money USD")]),
        ("HK$'000", []),
        ("over 100 million", [("100 million", "100000000", "number")]),
        ("nearly a hundred firms", [("a hundred", "100", "number")]),
        ("three good papers", [("three", "3", "number")]),
        ("TWENTY-ONE firms", [("TWENTY-ONE", "21", "number")]),
        ("30 percent, 35 per cent", [("30 percent", "3/10", "percent"), ("35 per cent", "7/20", "percent")]),
        (
            "20% off, a 20% discount",
            [("20% off", "1/5", "percent off"), ("20% discount", "1/5", "percent off")],
        ),
        ("0.5 percentage points", [("0.5 percentage points", "1/200", "percent point")]),
        ("half a percentage point", [("half a percentage point", "1/200", "percent point")]),
        ("a quarter of a percentage point", [("a quarter of a percentage point", "1/400", "percent point")]),
        (
            "50 basis points, a 25-bp cut",
            [("50 basis points", "1/200", "percent point"), ("25-bp", "1/400", "percent point")],
        ),
        ("3 per thousand", [("3 per thousand", "3/1000", "percent")]),
        ("two-thirds of them", [("two-thirds", "2/3", "number")]),
        ("a quarter of an hour", [("a quarter of an hour", "1/4", "measure hour")]),
        ("one third, 1/3", [("one third", "1/3", "number"), ("1/3", "1/3", "number")]),
        ("half of them", [("half", "1/2", "number")]),
        (
            "doubled, tripling, twice, threefold",
            [
                ("doubled", "2", "multiple"),
                ("tripling", "3", "multiple"),
                ("twice", "2", "multiple"),
                ("threefold", "3", "multiple"),
            ],
        ),
        (
            "3x, 10 times, 4-fold",
            [("3x", "3", "multiple"), ("10 times", "10", "multiple"), ("4-fold", "4", "multiple")],
        ),
        ("both sides", [("both", "2", "multiple")]),
        (
            "six months, 15 working days",
            [("six months", "6", "measure month"), ("15 working days", "15", "measure day")],
        ),
        (
            "half a year, a half-year",
            [("half a year", "1/2", "measure year"), ("a half-year", "1/2", "measure year")],
        ),
        ("a year and a half", [("a year and a half", "3/2", "measure year")]),
        ("one and a half years", [("one and a half years", "3/2", "measure year")]),
        ("two hours and a half", [("two hours and a half", "5/2", "measure hour")]),
        (
            "two decades, the century",
            [("two decades", "2", "measure decade"), ("century", "1", "measure century")],
        ),
        (
            "1,500 mu or 100 hectares",
            [("1,500 mu", "1500", "measure mu"), ("100 hectares", "100", "measure ha")],
        ),
        (
            "a 7 nm chip, 5km, 100 kWh",
            [("7 nm", "7", "measure nm"), ("5km", "5", "measure km"), ("100 kWh", "100", "measure kwh")],
        ),
        ("32 square kilometres", [("32 square kilometres", "32", "measure km2")]),
    ],
)
def test_amounts(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "September 1, 2017",
            [("September", "9", "date month"), ("1", "1", "date day"), ("2017", "2017", "number")],
        ),
        (
            "1st of Sept 2017",
            [("1st", "1", "date day"), ("Sept", "9", "date month"), ("2017", "2017", "number")],
        ),
        ("12 APR", [("12", "12", "date day"), ("APR", "4", "date month")]),
        ("in september", [("september", "9", "date month")]),
        ("2017-09-01", [("2017", "2017", "date year"), ("09", "9", "date month"), ("01", "1", "date day")]),
        ("9/1/2017", [("9", "9", "date month"), ("1", "1", "date day"), ("2017", "2017", "date year")]),
        (
            "April, May and June",
            [("April", "4", "date month"), ("May", "5", "date month"), ("June", "6", "date month")],
        ),
        ("in May, 5 may", [("May", "5", "date month"), ("5", "5", "date day"), ("may", "5", "date month")]),
        (
            "the 1990s, the nineties, '90s",
            [
                ("1990s", "1990", "date decade"),
                ("nineties", "1990", "date decade"),
                ("'90s", "1990", "date decade"),
            ],
        ),
        (
            "Q3 2018 and 2Q20",
            [
                ("Q3", "3", "date quarter"),
                ("2018", "2018", "number"),
                ("2Q", "2", "date quarter"),
                ("20", "2020", "date year"),
            ],
        ),
        (
            "the first half, H2, 1H",
            [("first half", "1", "date half"), ("H2", "2", "date half"), ("1H", "1", "date half")],
        ),
        (
            "3:30 p.m., 15:30, 8 am",
            [("3:30 p.m.", "31/2", "time"), ("15:30", "31/2", "time"), ("8 am", "8", "time")],
        ),
        ("twelve pm, 14 am", [("twelve pm", "12", "time"), ("14", "14", "number")]),
        ("end-2018, mid-2017", [("2018", "2018", "number"), ("2017", "2017", "number")]),
    ],
)
def test_dates_and_times(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "G20",
            "P2P lending",
            "5G",
            "COVID-19",
            "GPT-4",
            "Basel III",
            "it may be",
            "May we",
            "the Long March",
        ),
        *("often", "weight", "someone", "tighten", "see http://x.y/2024/15", "a15@b16.org", "handy", "2A"),
    ],
)
def test_names_and_words_are_no_numbers(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 14th Five-Year Plan", [("14th", "14", "ordinal"), ("Five-Year", "5", "measure year")]),
        ("first, thirty-second", [("first", "1", "ordinal"), ("thirty-second", "32", "ordinal")]),
        (
            "the twenty-first century",
            [("twenty-first", "21", "ordinal"), ("century", "1", "measure century")],
        ),
        ("Guo Fa [2017] No. 35", [("2017", "2017", "number"), ("35", "35", "number")]),
        ("+86-21-6854-8888", [("+86-21-6854-8888", "862168548888", "label")]),
        ("(021) 6854 8888", [("(021) 6854 8888", "2168548888", "label")]),
        ("(25) people", [("25", "25", "number")]),
    ],
)
def test_numbers_that_name(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 to 10 percent", [("5", "1/20", "percent"), ("10 percent", "1/10", "percent")]),
        ("50,000-100,000 yuan", [("50,000", "50000", "money CNY"), ("100,000 yuan", "100000", "money CNY")]),
        ("HK$5–6 billion", [("HK$5", "5000000000", "money HKD"), ("6 billion", "6000000000", "money HKD")]),
        (
            "HK$7.75–7.85 to US$1",
            [("HK$7.75", "31/4", "money HKD"), ("7.85", "157/20", "money HKD"), ("US$1", "1", "money USD")],
        ),
        ("from 2015 to 0.72%", [("2015", "2015", "number"), ("0.72%", "9/1250", "percent")]),
        ("2017, Q3", [("2017", "2017", "number"), ("Q3", "3", "date quarter")]),
        ("24/7, 365 days", [("24/7", "24/7", "number"), ("365 days", "365", "measure day")]),
    ],
)
def test_ranges_and_lists_share_what_is_said_once(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dozens of firms", 10),
        ("tens of thousands", 10**4),
        ("hundreds of millions", 10**8),
        ("billions of yuan", 10**9),
        ("several hundred", 100),
        ("a few thousand million", 10**9),
        ("decades", 10),
        ("millionaires", 10**6),
    ],
)
def test_only_the_order_of_magnitude_is_told(text: str, value: int) -> None:
    quantity = only(text)
    assert quantity.rough and quantity.value == value


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("a third", ["1/3", "3"]),
        ("three quarters", ["3/4", "3"]),
        ("24/7", ["24/7", "24", "7"]),
        ("nineties", ["1990", "2090", "90"]),
    ],
)
def test_what_else_the_writing_can_mean(text: str, readings: list[str]) -> None:
    assert only(text).readings == tuple(map(Fraction, readings))


def test_nothing_comes_from_nothing() -> None:
    assert english("") == ()
    assert english("1/0 of it") == english("1/0") != ()
    assert told("two third parties") == [("two", "2", "number"), ("third", "3", "ordinal")]
