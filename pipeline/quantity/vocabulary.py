"""Chinese around numerals: what is counted without a unit, and words in which a numeral counts nothing."""

import re

from pipeline.quantity.numerals import DIGITS, MULTIPLIERS

COUNTED = (
    "个個家篇项項条條名位人次种種款部座所间間张張份件支只隻台臺辆輛艘架笔筆宗批轮輪期届屆级級类類层層场場套本册冊"
    "卷页頁章节節段句字组組队隊户戶口村镇鎮县縣区區市省州国國城地大者方点點步处處枚棵株块塊盘盤片颗顆双雙对對幢栋"
    "棟幅道门門班院校企社店厂廠岁歲线線路环環版代带帶阶階岸党黨员員股票任号號旬孩胎码碼色面端极極维維星镜鏡"
)
"""What is counted without a unit, for use inside brackets: measure words, and the nouns of 三省 or 五部门."""

FIRST = (
    "个個家篇项項条條名位次种種款部座所间間张張份件支只台臺辆輛艘架笔筆宗批轮輪期届屆级級场場套本册冊颗顆例单單"
    "站班日月年季周週"
)
"""What makes 首 a number before it: 首笔 is the first loan, 首都 a capital."""

_UNITS = "年月日天夜晚周週季时時分刻秒元角成倍折米里亩畝斤吨噸克升度"
_ONE = f"{DIGITS}{MULTIPLIERS}半"
_OTHER = rf"[^\W\d_{_ONE}]"
IDIOM = re.compile(
    rf"(?<![\d第{_ONE}])[{_ONE}](?![至到或和与與及比对對])(?P<first>(?![成厘式]|[块塊].[毛角]){_OTHER})(?P<numeral>[{_ONE}])(?P<second>{_OTHER})"
)
"""Four characters that count by turns: 三心二意, but also 三省一市, which `is_idiom` tells apart."""

_BEGINNINGS = {
    "2019": "(?:新型)?冠[状狀]",
    "一": "[带帶]一路|路[上走来來]|年半[载載]|[时時星]半|日千里",
    "[二两兩]": "天[晒曬][网網]|[手维維会會岸极極性栖胎孩]|元[制化结結论論]|[万萬]五千里[长長]征",
    "三": (
        "步[并併][作做成]|天打[鱼魚]|天[两兩][头頭]|七二十一"
        "|[角农農军軍峡峽亚亞明星思板甲无無]|字经|字經|国演|國演|一重工|包一|[资資]企"
    ),
    "四": "[川处處周週季肢海]|平[市八]|面八|通八|合院",
    "五": "[金官行角湖卅]|粮液|糧液|环旗|環旗|台山|臺山|四[运運青精]|一[劳勞节節假黄黃期小]|代十[国國]",
    "六": "[安合朝]|[盘盤]水|一[儿兒]",
    "七": "夕|匹狼",
    "八": "字[还還都连連]{0,2}[没沒]|卦|达岭|達嶺|宝山|寶山|一[建军軍南勋勳]",
    "九": "[龍龙江寨]|州[市通]",
    "十": "[个個根]手?指|百千|[足全佳恶惡]|分(?!之)|一[假黄黃长長]",
    "[百佰]": "千[万萬](?![元户戶人])|[姓货貨科度般业業花折合灵靈色]|家[争爭讲講]|强不|出不",
    "[千仟]": "方百|家[万萬][户戶]|篇一|里[马馬之]|[秋古禧丝絲]|岛湖|島湖|千[万萬]",
    "千[万萬]": "[别別不要]",
    "成?千上": "[万萬]",
    "[万萬]": (
        "一(?![千百亿億元])|[向科达達事物能维維象寿壽众眾州宁寧通代]|里[长長]|[岁歲](?!以)|[户戶]侯|[国國][邮郵]"
    ),
    "[亿億]": "[万萬]人民|[联聯达達利]",
    "[三五六七八九]": "[台里门門元道角方星棵][县縣区區镇鎮乡屯桥橋沟溝庄河峡峽口坪店营场]",
}
_ENDINGS = {
    "[双雙]": r"十[一二]?|1[012](?!\d)",
    "[统統唯单單专專划劃逐同某]": "一",
    "[进進]": "一步",
    "再而": "三",
    "[长長珠]": "三角",
    "十有": "八九",
    "接二[连連]": "三",
    "[乱亂]七": "八",
    "[两兩]岸": "三地",
    "[周週]": "[一二三四五六](?![次个個天年家场場节節])",
    "星期": "[一二三四五六]",
    "[礼禮]拜": "[一二三四五六]",
}
WORDS = re.compile(
    "|".join(
        [f"(?:{first})(?:{rest})" for first, rest in _BEGINNINGS.items()]
        + [f"(?<={before})(?:{numeral})" for before, numeral in _ENDINGS.items()]
    )
)
"""Words and names that hold a numeral and tell no number; matched where the numeral stands."""

_LUNAR_DAY = "初[一二三四五六七八九十]|[十廿]?[一二三四五六七八九]日?|[二三]?十"
LUNAR = re.compile(
    rf"(?:农历|農曆|阴历|陰曆|夏历|夏曆)(?:[{DIGITS}十]{{1,4}}年)?[闰閏]?(?:[正腊臘冬]月|[{DIGITS}十]{{1,2}}月)?(?:{_LUNAR_DAY})?"
    rf"|[正腊臘冬]月(?:{_LUNAR_DAY})?|(?:大年)?初[一二三四五六七八九十](?![中高级級])"
)
"""A date by the lunar calendar, which is not guessed."""


def is_idiom(match: re.Match[str]) -> bool:
    """Whether a match of `IDIOM` is a set phrase: one of what it would count is no measure word."""
    first, second = (match[name] in COUNTED + _UNITS for name in ("first", "second"))
    return not (first and (second or match["numeral"] == "半"))
