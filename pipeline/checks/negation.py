"""Negation: a prohibition or denial of the Chinese that nothing in the English echoes."""

import re
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.checks.sentences import aligned
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Unit

LOST = Code(
    "negation-lost",
    Severity.WARNING,
    "A negation that is not in the English",
    "A lost “not” turns a prohibition into a permission, and the sentence still reads well. The Chinese has "
    "a word that forbids or denies, and no word of the English does: neither not, no or never, nor a verb "
    "such as prohibit or lack, nor a prefix such as un-.",
    "企业不得收费。 / Firms may charge fees.",
    "企业不得收费。 / Firms may not charge fees.",
)
CODES = (LOST,)

_BOUND = "[少低多高晚早迟遲大小短长長][于於]|超[过過出]|逾"
"""What 不得 sets a bound with, which English may tell without a negation: at least, at most, within."""

_DENIED = (
    "包[括含]|存有|[详詳]|[属屬]于|[属屬]於|具[备備有]|存在|[适適]用|涉及|需要|必(?!要)|承[担擔认認]|收取|[负負](?:[责責担擔])|[设設](?!防)"
    "|[视視][为為]|[计計]入|享受|[纳納列]入|[征徵缴繳]|批准|[办辦]理|退[还還]|追究|接受|支持|鼓[励勵]|允[许許]|同意|代表|等[于於]|意味"
    "|[参參][与與加]|干[预預]|插手|披露|提供|取[决決]|增加|[减減]少|值得|相信|知道|符合"
    "|遵守|履行"
)
"""Verbs of rules and reports that 不 denies and English seldom turns round, as it does adjectives."""

_CHINESE = re.compile(
    "(?=[不严嚴禁没沒并並从從尚仍未无無毋绝絕決决还還也])(?:"
    f"不(?:得(?!已|{_BOUND})|[应應](?!求|{_BOUND})|许|許|准(?!确|確)|予|再)|[严嚴]禁|禁止|(?<!能)不能(?!不|{_BOUND})"
    f"|(?<!可)不可(?!不|避免|或缺|分|逆|多得|思[议議]|估量|[抗胜勝]|{_BOUND})|(?<!會)不會(?!不|{_BOUND})|(?<!会)不会(?!不|{_BOUND})"
    "|(?<!有)[没沒]有(?!不)|[并並]非|并不|並不|(?<!是)不是(?!不|[吗嗎])|[从從尚并並仍]未|未(?:能|[经經]|必|有(?!不))|[尚并並][无無]|[还還也]没(?![有收落入])"
    f"|(?<![非莫])不(?:{_DENIED})(?!不)|[无無](?:法|[权權]|[须須]|需)|毋[须須]|[绝絕決决]不)"
)
_WORDS = (
    "no|not|none|nor|neither|never|nothing|nobody|nowhere|cannot|without|hardly|scarcely|barely|rarely|seldom"
    "|little|few|less|rather than|instead|unless|until|yet to|before|too|free of|free from|far from"
    "|more than|out of|outstanding|pending|anything but|short of|other than|except|outside|regardless"
    "|contrary|nonetheless|independent of|independently of|objects? to|objected to|objecting to|overdue"
    "|spar(?:e|es|ed|ing)|ban(?:s|ned|ning)?"
)
_STEMS = (
    "prohibit|forbid|forbad|barr|prevent|refus|reject|den[iy]|fail|lack|absen|avoid|exclu|refrain|exempt|abolish"
    "|abandon|abstain|declin|preclud|withhold|withheld|illegal|illicit|illegitimate|disallow|disapprov|disqualif"
    "|eliminat|disagree|oppos|doubt|distrust|violat|breach|ignor|waiv|neglect"
)
_PREFIXED = (
    "(?:im|in|ir)(?:possib|proper|capab|abilit|adequa|suffici|comple|correct|valid|effecti|eligib|accura|regular|"
    "dispens|perfect|revers|relevan|appropriat|access|flexib|evitab)"
)
_ENGLISH = re.compile(
    rf"\b(?:{_WORDS})\b|n[’']t\b|\b(?:{_STEMS})|\bnon-?\w|\bun(?!i[tofvq]|der|ion|til)\w{{3}}"
    rf"|\b{_PREFIXED}|\b\w{{3,}}less\b",
    re.I,
)


def check_negation(unit: Unit) -> Iterator[Finding]:
    """Tells of a sentence in a finished English translation that does not negate what its Chinese negates."""
    if not unit.is_english or not _CHINESE.search(unit.source):
        return
    for source, english in aligned(plain(unit.source), plain(unit.target)):
        found = _CHINESE.search(source)
        if found and not _ENGLISH.search(english):
            yield LOST.on(unit, f"{found[0]} is a negation, and nothing in the English sentence negates")
