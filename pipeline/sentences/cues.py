"""What the words around a possible sentence end say: that someone spoke, that it goes on, that one begins.

Word lists are closed classes of the language (pronouns, verbs of speech, connectives, measure words), in
Simplified and Traditional script; none of them comes from a test text.
"""

import re

_STOPS = r"，。！？；：、,.!?;:…\n“”「」『』\"（）()《》"
_PRONOUN = r"(?:[他她它我你您咱俺牠祂](?:们|們)?|大家|众人|眾人|人们|人們|对方|對方|记者|記者)"

_SAYING = (
    r"(?<![的小学學假传傳解图圖])[说說]"
    r"|(?<![的学學访訪顾顧疑])[问問]"
    r"|(?<![知街频頻渠管轨軌铁鐵通隧味大人正公地赤航跑河水门門])道"
    r"|(?<![名简簡职職全统統对對人尊俗别昵匀])[称稱]"
    r"|(?<![报報])答|[喊嚷骂罵吼曰讲講叹嘆]"
    r"|(?<=[他她我心暗里裡])想|[劝勸念]"
    r"|(?<![的个個项項条條份些种種番])(?:表示|指出|认为|認為|强调|強調|坦言|直言|透露|介绍|介紹|解释|解釋|回忆|回憶"
    r"|补充|補充|回应|回應|感慨|呼吁|呼籲|宣布|宣佈|承认|承認|抱怨|提醒|警告|评价|評價|总结|總結|断言|斷言|建议|建議"
    r"|报道|報道|報導|自言自语|自言自語|嘀咕|嘟囔|惊呼|驚呼|高呼|欢呼|歡呼|大呼|疾呼|大叫|叫道|反驳|反駁|评论|評論|留言|证实|證實"
    r"|否认|否認|承诺|承諾|吩咐|叮嘱|叮囑|嘱咐|囑咐|安慰|调侃|調侃|打趣|附和|插话|插話|插嘴|低语|低語|写着|寫著|寫着)"
)
_SAYS_LAST = re.compile(
    rf"(?<![没沒不未无無])(?:{_SAYING}|告[诉訴][^{_STOPS}]{{1,10}})(?:[了着著过過起]|起来|起來)?"
    rf"(?:(?:了|过|過)?[一两兩几幾][遍声聲句番回次]|{_PRONOUN})?$"
)
_PRONOUN_SAYS = re.compile(
    rf"{_PRONOUN}[^{_STOPS}没沒不未无無]{{0,8}}?(?:[说說问問喊嚷叫答骂罵吼]|(?<!知)道)"
    r"(?![明服法题題世候责責话話谎謊作做歉案卷卡])"
)
# A saying that is named or denied reports nothing: `记者的追问让他沉默`, `没有人回答`.
_NAMED_OR_DENIED = re.compile(
    r"的(?:[提追反质質诘詰盘盤逼][问問]|[回应應对對]答|答[复覆]|[呼吶呐叫哭高][喊声聲]|[感赞讚][叹嘆])"
    rf"|[没沒未无無不](?:有)?(?:一个)?(?:人|谁|誰)?[再敢能想肯曾愿願]?[回应應作搭接]?(?:{_SAYING})(?:话|話)?$"
)
_CLAUSE_ENDS = r"，。！？；：,.!?;:…\n“”「」『』\""
_CLAUSE = re.compile(rf"([^{_CLAUSE_ENDS}]{{1,40}})(?:([{_CLAUSE_ENDS}])|$)")
_BEFORE_SPEECH = frozenset('：:“「『"')
_OTHER_VOICE = re.compile(r"[据據]|正如|俗|常言|古人|也有|还有|還有|另")

_GOVERNS = re.compile(
    r"(?:[把将將被]|(?<!可)以|(?<![使利采採])用|(?<!反)[对對]|(?<!理)由|(?<![例比譬])如|[从從按像和与與]"
    r"|按照|根据|根據|[针針][对對]|[围圍][绕繞]|面[对對]|[关關][于於]|作[为為])$"
)
_INTRODUCES = re.compile(rf"(?:{_SAYING}|[叫写寫想])[了着著过過]?$")

_CONTINUES = re.compile(
    r"地(?=[说說问問喊])|之(?![后後前所中间間])"
    r"|等(?![他她它我你您咱到着著了待候])|式(?!样|樣)|[时時](?![间間至代常不而])|[时時]候"
    r"|[后後](?=[，,])|之[后後前](?=[，,])"
    r"|(?:以及|[和与與及或跟]|或者|还是|還是)(?=[“「『‘《〈\"])"
    r"|[为為](?:主?[题題]|名|口[号號]|例|由|[标標]|[宗主]旨|[核中]心|代表|[契时時][机機]|内容|內容|关键|關鍵|结|結|开|開)"
    r"|[这這][一句种種类類番个個些](?:句|系列)?[话話问問说說口观觀想理判论論表提质質呼命主标標声聲疑词詞诗詩]"
    r"|此[类類种種](?=[话話问問说說言])|一[词詞语語文书書诗詩句话話问問说說类類]|[二三四五六七八][个個]?大?字"
)
_PREDICATE = re.compile(
    r"是(?!的|啊|呀|吗|嗎|否)|[便就正才既不]是|(?:已经|已經|已|正|正在|曾|曾经|曾經|也|都|又|还|還|却|卻|则|則|一直|依然|仍)"
    r"*(?:成[为為了]|[变變]成|道出|折射|反映|[体體][现現]|引[发發起]|[让讓]人|令人|使人|[响響][彻徹]|回[荡蕩]|[传傳]遍|[写寫][满滿])"
)
_CONNECTIVE = (
    r"但是?|然而|不[过過]|可是|[于於]是|因此|所以|因而|[后後][来來]|接[着著]|[随隨][后後]|最[后後]|首先|其次|再次"
    r"|另外|此外|[与與]此同[时時]|同[时時]|今天|如今|[现現]在|目前|[当當]然|其[实實]|[总總]之|第[一二三四五六七八九十]"
    r"|例如|比如|[换換]言之|事[实實]上|[结結]果|[终終][于於]|[当當][时時]|那[时時]|[这這][时時]|[从從]此"
)
_BEGINS = re.compile(
    rf"(?:{_CONNECTIVE})[，,]|第[一二三四五六七八九十百]+[条條章节節款编編]|[（(][一二三四五六七八九十\d]{{1,3}}[）)]"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?!\d)"
)
_SUBJECT = re.compile(rf"{_PRONOUN}|[这這那]|有人")

_ASIDE = re.compile(
    r"(?:[参參详詳]?[见見]|[参參][阅閱照考]|注|註|[图圖表]\s?[\d一二三四五六七八九十]|[来來资資]源|资料|資料|摘自|引自|[记記]者|作者"
    r"|责编|責編|责任编辑|責任編輯|新[华華]社|本[报報]|完|未完|[大众眾全]?笑|掌[声聲]|鼓掌|《[^》]{1,24}》[^，。]{0,12}$|下同|以下[简簡][称稱])"
)

_COUNTERS = (
    "年月日号號时時点點分秒个個名项項条條万萬亿億千百倍成位家种種次届屆岁歲天周週季级級层層区區国國省市县縣"
    "类類人口章节節款件部座所间間笔筆批股元美港英欧歐公斤吨噸米里平立大方多余餘"
)
COUNTED = rf"[{_COUNTERS}%％‰°℃]"
"""A character that makes the digits before it a quantity or a date, not a note's number."""


def reports(after: str, is_introduced: bool) -> bool:
    """Whether the words after a closing quotation say who spoke: `他问。` but not `他问：“...`.

    A quotation has one reporting clause. If it `is_introduced` by one, what follows belongs to the next,
    but for a clause that stands alone: in `他说：“...”他强调，“...”` the second begins a sentence.
    """
    clause = _CLAUSE.match(after)
    if not clause or clause[2] in _BEFORE_SPEECH or _OTHER_VOICE.match(after):
        return False
    words, is_alone = clause[1], clause[2] not in ("，", ",")
    if _NAMED_OR_DENIED.search(words):
        return False
    if is_introduced or words.startswith("有人"):
        return is_alone and _SAYS_LAST.search(words) is not None
    return bool(_SAYS_LAST.search(words) or _PRONOUN_SAYS.match(words))


def introduces(before: str) -> bool:
    """Whether the words before a quotation end with a verb of speech."""
    return _INTRODUCES.search(before) is not None


def governs(before: str) -> bool:
    """Whether the words before a quotation end with a preposition: in `以“...”为题` a verb is to come."""
    return _GOVERNS.search(before) is not None


def continues(after: str) -> bool:
    """Whether the words after a quotation take it as a part of their sentence: `的`, `这句话`, `为题`."""
    return _CONTINUES.match(after) is not None


def has_predicate(after: str) -> bool:
    """Whether the words open with a verb that needs what precedes as its subject: `成为`, `是`."""
    return _PREDICATE.match(after) is not None


def begins(after: str) -> bool:
    """Whether a new sentence clearly begins: `然而，`, `第二，`, `（三）`, `第四条`."""
    return _BEGINS.match(after) is not None


def has_subject(after: str) -> bool:
    """Whether the words open with a subject of their own: `他们`, `这`."""
    return begins(after) or _SUBJECT.match(after) is not None


def is_aside(bracketed: str) -> bool:
    """Whether the words in a bracket after a sentence speak of that sentence: `（见附件）`, `（笑）`."""
    return _ASIDE.match(bracketed) is not None
