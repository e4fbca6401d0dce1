"""Numbers before headings and items, that count the parts of a text: 三、 and （三） beside `III.`, `(3)`."""

import re
from fractions import Fraction

from pipeline.quantity.clues import roman
from pipeline.quantity.numerals import read as read_chinese
from pipeline.quantity.words import ORDINALS
from pipeline.quantity.words import read as read_english

_HAN = "[一二三四五六七八九十]{1,3}"
_CHINESE = re.compile(
    rf"\W*(?:第?(?P<comma>{_HAN})[、，：:．]|[（(](?P<bracket>{_HAN})[）)]|(?P<is>[一二三四五六七八九十])[是来來]"
    r"|其(?P<its>[一二三四五])[、，是])"
)
_CARDINALS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_ENGLISH = re.compile(
    r"\W*(?:(?P<figure>\d{1,2}|[IVX]+|[A-Za-z]|[ivx]+)[.)](?=\s)"
    rf"|(?P<ordinal>{'|'.join(ORDINALS)})(?:ly)?,"
    rf"|(?:part|section)\s(?:(?P<part>\d{{1,2}}|[IVX]+)|(?P<word>{_CARDINALS}))[.:])",
    re.I,
)


def renumbered(chinese: str, english: str) -> list[tuple[str, str]]:
    """The number before the Chinese with the one before the English, where these cannot be the same.

    `(i)` is the first or the ninth. Nothing is told of a text without such a number.
    """
    ours = _CHINESE.match(chinese)
    theirs = _ENGLISH.match(english) if ours else None
    if not ours or not theirs:
        return []
    number = read_chinese(next(filter(None, ours.groups())))
    return [] if number in _values(theirs) else [(ours[0].strip(), theirs[0].strip())]


def _values(match: re.Match[str]) -> set[Fraction]:
    """What the number before an English text may be worth."""
    if match["ordinal"]:
        return {Fraction(ORDINALS[match["ordinal"].lower()])}
    if match["word"]:
        return {read_english(match["word"].lower())}
    figure = match["figure"] or match["part"]
    if figure.isdigit():
        return {Fraction(figure)}
    letter = {Fraction(ord(figure.lower()) - ord("a") + 1)} if len(figure) == 1 else set()
    return letter | ({roman(figure.upper())} if set(figure.upper()) <= set("IVX") else set())
