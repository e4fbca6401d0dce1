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

_CHINESE = re.compile(
    "(?=[不严嚴禁没沒并並从從尚未无無绝絕決决])(?:"
    f"不(?:得(?!已|{_BOUND})|[应應](?!求|{_BOUND})|许|許|准(?!确|確)|予|再)|[严嚴]禁|禁止|(?<!能)不能(?!不|{_BOUND})"
    f"|(?<!可)不可(?!不|避免|或缺|分|逆|多得|思[议議]|估量|[抗胜勝]|{_BOUND})|(?<!會)不會(?!不|{_BOUND})|(?<!会)不会(?!不|{_BOUND})"
    "|(?<!有)[没沒]有(?!不)|[并並]非|并不|並不|(?<!是)不是(?!不|[吗嗎])|[从從]未|尚未|未能|未[经經]|[无無]法|[无無]权|[无無]權|[绝絕決决]不)"
)
_WORDS = (
    *("no", "not", "none", "nor", "neither", "never", "nothing", "nobody", "nowhere", "cannot", "without"),
    *(
        "hardly",
        "scarcely",
        "barely",
        "rarely",
        "seldom",
        "little",
        "few",
        "less",
        "rather than",
        "instead",
        "but",
    ),
    *(
        "unless",
        "until",
        "yet to",
        "before",
        "too",
        "free of",
        "free from",
        "far from",
        "more than",
        "out of",
    ),
    *("outstanding", "pending", "anything but", "short of"),
)
_STEMS = (
    *(
        "prohibit",
        "ban(?:s|ned|ning)?\\b",
        "forbid",
        "forbad",
        "barr",
        "prevent",
        "refus",
        "reject",
        "den[iy]",
    ),
    *(
        "fail",
        "lack",
        "absen",
        "avoid",
        "exclu",
        "refrain",
        "exempt",
        "abolish",
        "abandon",
        "abstain",
        "declin",
    ),
    *(
        "preclud",
        "withhold",
        "withheld",
        "illegal",
        "illicit",
        "illegitimate",
        "disallow",
        "disapprov",
        "disqualif",
    ),
)
_PREFIXED = (
    "(?:im|in|ir)(?:possib|proper|capab|abilit|adequa|suffici|comple|correct|valid|effecti|eligib|accura|regular|"
    "dispens|perfect|revers|relevan|appropriat|access|flexib|evitab)"
)
_ENGLISH = re.compile(
    rf"\b(?:{'|'.join(_WORDS)})\b|n[’']t\b|\b(?:{'|'.join(_STEMS)})|\bnon-?\w|\bun(?!i[tofvq]|der|ion|til)\w{{3}}"
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
