"""Whether a period ends a sentence: the ASCII `.` also ends abbreviations, initials and list numbers."""

import re

_SHORTENED = re.compile(
    r"mr|mrs|ms|mx|dr|prof|st|sr|mt|ft|rev|hon|gen|col|capt|lt|maj|sgt|gov|sen|pres|vs?|viz|cf|ca|approx|resp"
    r"|eg|ie|e\.g|i\.e|a\.k\.a|al|esp|incl|excl|dept|univ|assn|est|eds?|trans"
)
_BEFORE_NUMBER = re.compile(
    r"nos?|nr|vols?|figs?|tab|eqs?|sect?|chap|ch|arts?|paras?|cl|app|ex|pt|pp?|op"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_OFTEN_LAST = re.compile(r"etc|inc|ltd|co|corp|jr|bros|plc|llc")
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$|[A-Za-z]+$|(?:\d+\.)*\d+$|[一二三四五六七八九十]+$")
_OPENER = re.compile(
    r"(?:The|This|That|These|Those|There|It|He|She|They|We|You|I|In|On|At|But|And|However|As|If|When|While|For|Its|Their)\b"
)
_DEGREE = re.compile(r"(?<![A-Za-z])[A-Z]\.$")
_CLAUSE_START = re.compile(r"(?:^|[：:；;，,、。！？（(])[\s*_]*$")


def ends_sentence(before: str, after: str) -> bool:
    """Whether the period between two texts, which numbers no list item, ends a sentence.

    `before` reaches back to the sentence's begin, or a few words; `after` has no leading space.
    """
    if after[:1].islower():
        return False
    last = _LAST_WORD.search(before)
    if not last or not re.match("[A-Za-z]", last[0]):
        return True
    return _word_ends(last[0], before[: last.start()], after)


def list_number(before: str, previous: int) -> str:
    """The number or letter of a list item that `before` ends with; empty if none.

    An item stands at the begin of a clause, or carries on from the `previous` number: `1. 甲 2. 乙`.
    """
    last = _LAST_WORD.search(before)
    if not last:
        return ""
    word = last[0]
    if previous and word.isdecimal() and int(word) == previous + 1:
        return word
    is_short = len(word) <= 3 or "." in word
    may_number = is_short and (not word.isalpha() or _enumerates(word))
    return word if may_number and _CLAUSE_START.search(before[: last.start()]) else ""


def _enumerates(word: str) -> bool:
    return not word.isascii() or len(word) == 1 or re.fullmatch(r"[IVX]+|[ivx]+", word) is not None


def _word_ends(word: str, lead: str, after: str) -> bool:
    lower = word.lower()
    if _SHORTENED.fullmatch(lower) or _DEGREE.search(lead):
        return False
    if _BEFORE_NUMBER.fullmatch(lower):
        return not after[:1].isdigit()
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or "." in word or _OFTEN_LAST.fullmatch(lower):
        return _OPENER.match(after) is not None
    return True
