"""Hanyu Pinyin: which words are made of its syllables, and how names are spelled in it."""

import re
from functools import lru_cache
from itertools import product

_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[rzcs])(?:[ei]|u|ai|ei|ao|ou|an|en|ang|eng|ong|a|uo|uai|ui|uan|un|uang|ua)"
    r"|[bpmf](?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)"
    r"|[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|v|ve|ue)"
    r"|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    r"|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    r"|y(?:i|a|e|ao|ou|an|in|ang|ing|ong|u|ue|uan|un|o)|w(?:u|a|o|ai|ei|an|en|ang|eng)"
    r"|a|o|e|ai|ei|ao|ou|an|en|ang|eng|er)"
)
_WORD = re.compile(rf"{_SYLLABLE}(?:['’]?{_SYLLABLE}){{1,5}}")


def is_pinyin(word: str) -> bool:
    """Whether a word in lower case can be pinyin of two to six syllables, without tone marks."""
    return _WORD.fullmatch(word) is not None


@lru_cache(maxsize=8192)
def spellings(han: str) -> frozenset[str]:
    """The pinyin of Han characters without tones, as one word in lower case, for every way to read them."""
    from pypinyin import Style, pinyin

    readings = pinyin(han, style=Style.NORMAL, heteronym=True, errors="ignore")
    if len(readings) != len(han):
        return frozenset()
    return frozenset("".join(one).replace("ü", "v") for one in product(*(some[:6] for some in readings)))


@lru_cache(maxsize=8192)
def wade_giles(han: str) -> frozenset[str]:
    """The same in Wade-Giles, without hyphens and apostrophes: `tsetung`."""
    from pypinyin import Style, pinyin

    readings = pinyin(han, style=Style.WADEGILES, heteronym=True, errors="ignore")
    if len(readings) != len(han):
        return frozenset()
    joined = ("".join(one) for one in product(*(some[:6] for some in readings)))
    return frozenset(re.sub(r"[^a-zü]", "", one).replace("ü", "u") for one in joined)
