"""Chinese around numerals: what is counted without a unit, and words in which a numeral counts nothing."""

import re

from pipeline.quantity.numerals import DIGITS, MULTIPLIERS

COUNTED = (
    "个個家篇项項条條名位人次种種款部座所间間张張份件支只隻台臺辆輛艘架笔筆宗批轮輪期届屆级級类類层層场場套本册冊"
    "卷页頁章节節段句字组組队隊户戶口村镇鎮县縣区區市省州国國城地大者方点點步处處枚棵株块塊盘盤片颗顆双雙对對幢栋"
    "棟幅道门門班院校企社店厂廠岁歲线線路环環版代带帶阶階岸党黨员員股票任号號旬码碼色面端极極维維星镜鏡"
)
"""Measure words, and nouns that official prose counts without one (三省, 两国, 五部门); for use inside brackets."""

FIRST = "个個家篇项項条條名位次种種款部座所间間张張份件支只台臺辆輛艘架笔筆宗批轮輪期届屆级級场場套本册冊颗顆例单單"
FIRST += "站班日月年季周週"
"""What makes 首 a number before it: 首笔 is the first loan, 首都 a capital."""

_UNITS = "年月日天周週季时時分秒元角成倍折米里亩畝斤吨噸克升度"
_ONE = f"{DIGITS}{MULTIPLIERS}半"
IDIOM = re.compile(
    rf"(?<![\d第{_ONE}])[{_ONE}](?P<first>[^\W\d_{_ONE}至到或和与與及比对對])(?P<numeral>[{_ONE}])(?P<second>[^\W\d_{_ONE}])"
)
"""Four characters that count by turns: 三心二意, and 三省一市, which `is_idiom` tells apart."""

_WEEKDAY = "[一二三四五六](?![次个個天年家场場节節])"
_WORDS = (
    # numerals as the first character
    "2019(?=(?:新型)?冠[状狀])|十[分足全佳恶](?!之)|百(?:姓|货|貨|科|度|般|业|業|家争|家爭|家讲|家講|花|折|合|灵|靈|强不|出|色)"
    "|千(?:方百|家万户|家萬戶|篇一|里马|里馬|里之|秋|古|禧|丝|絲|岛湖|瓦|克)"
    "|千万(?=[别別不要])|千萬(?=[別不要])|千千万万|千千萬萬|成千上万|成千上萬"
    "|[万萬](?:一(?![千百亿億元])|向|科|达|達|事|物|能|维|維|象|里长|里長|岁|歲|寿|壽|众|眾|州|宁|寧|通|户侯|代|国邮)"
    "|[亿億][万萬](?=[人民富])|亿(?:联|达|利|欧)"
    "|一(?:[带帶](?=一路)|路(?=[上走来來])|些|样|樣|般|直|起|定|致|旦|切|时半|時半|年半载|年半載|星半|日千里|时间|時間|系列|流|味|再|贯|貫|向|律|并|併)"
    "|[二两兩](?:手|维|維|元(?:制|化|结|結|论|論)|会|會|岸|极|極|性|栖|胎|孩|[万萬]五千里)"
    "|三(?:角|农|農|军|軍|峡|峽|亚|亞|明|星|思|维|維|板|甲|字经|国演|國演|一重工|七总|包|资企|資企|无|無)"
    "|四(?:川|处|處|周|週|季|肢|海|方(?!面)|平|面八|通|合院|六级)"
    "|五(?:金|官|行|角|湖|粮液|糧液|环旗|環旗|台山|臺山|四运|四運|四青|四精)|五一(?=劳|勞|节|節|假|黄|黃|期|小)"
    "|六(?:安|合|盘|盤|朝)|七(?:夕|匹狼|牌)|八(?:卦|达岭|達嶺|宝山|寶山|一(?=建|军|軍|南|勋|勳))|九(?:龍|龙|江|州|寨)"
    "|十一(?=假|黄|黃|长|長)|[三五六七八九][台里门門元道角星棵](?:县|縣|区|區|镇|鎮|乡|屯|桥|橋|沟|溝|庄|河|峡|峽|口|坪|店|营|场)"
    # numerals after the word they belong to
    r"|(?<=[统統唯单單专專划劃不逐])一|(?<=进)一步|(?<=進)一步|(?<=[长長珠])三角|(?<=十有)八九|(?<=接二连)三|(?<=[两兩]岸)三地|(?<=乱七)八"
    rf"|(?<=[周週]){_WEEKDAY}|(?<=星期){_WEEKDAY}|(?<=礼拜){_WEEKDAY}|(?<=禮拜){_WEEKDAY}"
)
WORDS = re.compile(_WORDS)
"""Words and names that hold a numeral and tell no number; matched where the numeral stands."""

_LUNAR_DAY = "初[一二三四五六七八九十]|[十廿]?[一二三四五六七八九]日?|[二三]?十"
LUNAR = re.compile(
    rf"(?:农历|農曆|阴历|陰曆|夏历|夏曆)(?:[{DIGITS}十]*年)?(?:闰|閏)?(?:[正腊臘冬]月|[{DIGITS}十]+月)?(?:{_LUNAR_DAY})?"
    rf"|(?:正月|腊月|臘月|冬月)(?:{_LUNAR_DAY})?|(?:大年|年)?初[一二三四五六七八九十](?![中高级級])"
)
"""A date by the lunar calendar, which is not guessed."""


def is_idiom(match: re.Match[str]) -> bool:
    """Whether a match of `IDIOM` is a set phrase: one of what it would count is no measure word."""
    first, second = (match[name] in COUNTED + _UNITS for name in ("first", "second"))
    return not (first and (second or match["numeral"] == "半"))
