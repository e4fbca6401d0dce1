"""The quantities of Chinese texts: spans, values, kinds and units, and the words that hold none."""

from fractions import Fraction

import pytest

from pipeline.quantity import Kind, Quantity, chinese

Expected = list[tuple[str, str, str]]
"""What is marked, its value, and its kind with its unit."""


def told(text: str) -> Expected:
    return [(text[q.start : q.end], str(q.value), f"{q.kind} {q.unit}".strip()) for q in chinese(text)]


def only(text: str) -> Quantity:
    (quantity,) = chinese(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("补贴15万元", [("15万元", "150000", "money XXX-CN")]),
        ("人民币1,000亿元", [("人民币1,000亿元", "100000000000", "money CNY")]),
        ("US$5亿", [("US$5亿", "500000000", "money USD")]),
        ("HK$ 30", [("HK$ 30", "30", "money HKD")]),
        (
            "5億美元和3000萬歐元",
            [("5億美元", "500000000", "money USD"), ("3000萬歐元", "30000000", "money EUR")],
        ),
        ("3.2万亿元人民币", [("3.2万亿元人民币", "3200000000000", "money CNY")]),
        ("两个亿", [("两个亿", "200000000", "number")]),
        ("1个多亿", [("1个多亿", "100000000", "number")]),
        ("20多亿", [("20多亿", "2000000000", "number")]),
        ("一百多家", [("一百多", "100", "number")]),
        ("五千余人", [("五千余", "5000", "number")]),
        ("估值过亿", [("亿", "100000000", "number")]),
        ("近百家企业", [("百", "100", "number")]),
        ("12.5%", [("12.5%", "1/8", "percent")]),
        ("千分之三，0.5‰", [("千分之三", "3/1000", "percent"), ("0.5‰", "1/2000", "percent")]),
        ("百分之三点五", [("百分之三点五", "7/200", "percent")]),
        ("百分之三至五", [("百分之三", "3/100", "percent"), ("五", "1/20", "percent")]),
        ("百分百", [("百分百", "1", "percent")]),
        ("0.5个百分点", [("0.5个百分点", "1/200", "percent point")]),
        ("25個基點", [("25個基點", "1/400", "percent point")]),
        ("25點子", [("25點子", "1/400", "percent point")]),
        ("0.75厘", [("0.75厘", "3/400", "percent")]),
        ("加息半厘", [("半厘", "1/200", "percent point")]),
        ("加息四分一厘", [("四分一厘", "1/400", "percent point")]),
        (
            "三成，三成五，兩成半",
            [("三成", "3/10", "percent"), ("三成五", "7/20", "percent"), ("兩成半", "1/4", "percent")],
        ),
        ("八折", [("八折", "4/5", "percent fold")]),
        ("8.5折和85折", [("8.5折", "17/20", "percent fold"), ("85折", "17/20", "percent fold")]),
        ("增长两倍", [("两倍", "2", "multiple")]),
        (
            "翻一番，翻两番，翻番",
            [("翻一番", "2", "multiple"), ("翻两番", "4", "multiple"), ("翻番", "2", "multiple")],
        ),
        ("三分之二", [("三分之二", "2/3", "number")]),
        ("三份二", [("三份二", "2/3", "number")]),
        ("一半，半数，逾半", [("一半", "1/2", "number"), ("半数", "1/2", "number"), ("半", "1/2", "number")]),
        ("3个月", [("3个月", "3", "measure month")]),
        ("半年", [("半年", "1/2", "measure year")]),
        ("一年半", [("一年半", "3/2", "measure year")]),
        ("一个半小时", [("一个半小时", "3/2", "measure hour")]),
        ("仅用15天", [("15天", "15", "measure day")]),
        ("1500亩", [("1500亩", "1500", "measure mu")]),
        ("960万平方公里", [("960万平方公里", "9600000", "measure km2")]),
        ("3千瓦和5kW", [("3千瓦", "3", "measure kw"), ("5kW", "5", "measure kw")]),
        ("35摄氏度，1.5℃", [("35摄氏度", "35", "measure celsius"), ("1.5℃", "3/2", "measure celsius")]),
        ("没有三篇论文", [("三", "3", "number")]),
        ("三省一市", [("三", "3", "number")]),
        ("二十国集团", [("二十", "20", "number")]),
        ("前三名，每百人", [("三", "3", "number"), ("百", "100", "number")]),
        ("二〇三五", [("二〇三五", "2035", "number")]),
    ],
)
def test_amounts(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2017年9月1日",
            [("2017年", "2017", "date year"), ("9月", "9", "date month"), ("1日", "1", "date day")],
        ),
        (
            "二〇一七年十二月三十一日",
            [
                ("二〇一七年", "2017", "date year"),
                ("十二月", "12", "date month"),
                ("三十一日", "31", "date day"),
            ],
        ),
        ("2015 年 9 月", [("2015 年", "2015", "date year"), ("9 月", "9", "date month")]),
        ("2024-01-20", [("2024", "2024", "date year"), ("01", "1", "date month"), ("20", "20", "date day")]),
        ("九八年，零八年", [("九八年", "1998", "date year"), ("零八年", "2008", "date year")]),
        ("1990年代", [("1990年代", "1990", "date decade")]),
        ("上世纪九十年代", [("上世纪九十年代", "1990", "date decade")]),
        ("本世纪20年代", [("本世纪20年代", "2020", "date decade")]),
        ("19世纪60年代", [("19世纪60年代", "1860", "date decade")]),
        ("90后，零零后", [("90后", "1990", "date decade"), ("零零后", "2000", "date decade")]),
        (
            "第三季度，三季度，首季",
            [
                ("第三季度", "3", "date quarter"),
                ("三季度", "3", "date quarter"),
                ("首季", "1", "date quarter"),
            ],
        ),
        ("上半年，下半年", [("上半年", "1", "date half"), ("下半年", "2", "date half")]),
        ("9月5号，5号楼", [("9月", "9", "date month"), ("5号", "5", "date day"), ("5", "5", "number")]),
        ("40日内，每逾期一日", [("40日内", "40", "measure day"), ("一日", "1", "measure day")]),
        ("13月", [("13", "13", "number")]),
        ("下午3点30分", [("下午3点30分", "31/2", "time")]),
        ("15时30分，15:30", [("15时30分", "31/2", "time"), ("15:30", "31/2", "time")]),
        (
            "三点半，三点一刻，早上8点",
            [("三点半", "7/2", "time"), ("三点一刻", "13/4", "time"), ("早上8点", "8", "time")],
        ),
        ("提出3点意见，30时", [("3", "3", "number"), ("30", "30", "number")]),
    ],
)
def test_dates_and_times(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一，第十二条", [("第一", "1", "ordinal"), ("第十二", "12", "ordinal")]),
        ("首笔补贴，首都", [("首", "1", "ordinal")]),
        ("十九届四中全会", [("十九", "19", "number"), ("四", "4", "ordinal")]),
        ("“十四五”规划", [("十四五", "14", "ordinal")]),
        ("国发〔2017〕35号", [("2017", "2017", "date year"), ("35号", "35", "label")]),
        ("021-68548888", [("021-68548888", "2168548888", "label")]),
        ("+86 21 6854 8888", [("+86 21 6854 8888", "2168548888", "label")]),
        ("400-820-8820", [("400-820-8820", "4008208820", "label")]),
        ("13812345678", [("13812345678", "13812345678", "label")]),
    ],
)
def test_numbers_that_name(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两三个月", [("两", "2", "measure month"), ("三个月", "3", "measure month")]),
        ("二三十家", [("二", "20", "number"), ("三十", "30", "number")]),
        ("十七八岁", [("十七", "17", "number"), ("八", "18", "number")]),
        ("三四百万元", [("三", "3000000", "money XXX-CN"), ("四百万元", "4000000", "money XXX-CN")]),
        ("三五年", [("三", "3", "measure year"), ("五年", "5", "measure year")]),
        ("三至五年", [("三", "3", "measure year"), ("五年", "5", "measure year")]),
        ("5-10万元", [("5", "50000", "money XXX-CN"), ("10万元", "100000", "money XXX-CN")]),
        ("5%—10%", [("5%", "1/20", "percent"), ("10%", "1/10", "percent")]),
        ("3、4月", [("3", "3", "date month"), ("4月", "4", "date month")]),
        ("2016至2018年", [("2016", "2016", "date year"), ("2018年", "2018", "date year")]),
        ("人民币5至6亿", [("人民币5", "500000000", "money CNY"), ("6亿", "600000000", "money CNY")]),
        ("2018、30%", [("2018", "2018", "number"), ("30%", "3/10", "percent")]),
        ("3、第5条", [("3", "3", "number"), ("第5", "5", "ordinal")]),
        ("40至5月", [("40", "40", "number"), ("5月", "5", "date month")]),
    ],
)
def test_ranges_and_lists_share_what_is_said_once(text: str, expected: Expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一事一议",
            "最多跑一次",
            "进一步",
            "進一步",
            "万向集团",
            "不越雷池半步",
            "三心二意",
            "P2P",
            "5G",
            "GPT-4",
        ),
        *(
            "十分重要",
            "统一",
            "唯一",
            "一些",
            "千方百计",
            "千家万户",
            "两会",
            "三农",
            "长三角",
            "四川",
            "一路走来",
        ),
        *(
            "星期三",
            "周五",
            "一国两制",
            "农历正月初八",
            "腊月二十三",
            "大年初一",
            "二氧化碳",
            "百姓",
            "万一",
            "半导体",
        ),
        *(
            "2019冠状病毒病",
            "五一假期",
            "九一八",
            "一二三",
            "首都",
            "总数千差万别",
            "数据",
            "零碎",
            "一知半解",
        ),
        *(
            "https://a.cn/2024/15 ",
            "a15@b16.cn",
            "三角形",
            "一星半点",
            "八卦",
            "四六开",
            "三元组",
            "二元结构",
            "指数千变万化",
        ),
    ],
)
def test_numerals_inside_words_and_names_are_no_numbers(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("数十家", 10),
        ("几百家", 100),
        ("上千人", 1000),
        ("十余家", 10),
        ("十几亿", 10**9),
        ("数千万元", 10**7),
    ],
)
def test_only_the_order_of_magnitude_is_told(text: str, value: int) -> None:
    quantity = only(text)
    assert quantity.rough and quantity.value == value


@pytest.mark.parametrize("text", ["20多家", "近百家", "300余家", "5万多元"])
def test_a_number_with_some_more_is_a_number(text: str) -> None:
    assert not only(text).rough


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("八折", ["4/5", "1/5"]),
        ("三倍", ["3"]),
        ("增长三倍", ["3", "4"]),
        ("一倍", ["1", "2"]),
        ("二季度末", ["2", "6"]),
        ("9时30分", ["19/2", "43/2"]),
        ("上午9时30分", ["19/2"]),
        ("光绪二十四年", ["1898", "24"]),
        ("5厘", ["1/20", "1/200"]),
        ("90后", ["1990", "90"]),
        ("90年代", ["1990", "2090"]),
    ],
)
def test_what_else_the_writing_can_mean(text: str, readings: list[str]) -> None:
    assert only(text).readings == tuple(map(Fraction, readings))


def test_the_short_year_of_a_span_has_its_century() -> None:
    first, second = chinese("2016-17年度")
    assert (first.value, second.readings) == (2016, (17, 2017))


def test_scale_and_figure() -> None:
    quantity = only("15万元")
    assert (quantity.scale, quantity.figure, quantity.kind) == (10**4, 15, Kind.MONEY)
    assert only("5%").figure == 5


def test_nothing_comes_from_nothing() -> None:
    assert chinese("") == ()
    assert chinese("百分之，零分之一") == ()
