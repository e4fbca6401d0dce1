"""Quotes: Mainland quotation marks as Traditional texts write them, with the right nesting."""

from collections.abc import Iterator

from pipeline import markup

_OUTER, _INNER = ("「", "」"), ("『", "』")
_OPENING = {"“": _OUTER, "‘": _INNER}
_CLOSING = {"”": _OUTER, "’": _INNER}
_OWN = {mark: pair for pair in (_OUTER, _INNER) for mark in pair}


def convert(text: str) -> Iterator[tuple[int, str]]:
    """The quotation marks of a text that change: their code point and what stands there instead.

    `“ ”` become 「 」 and `‘ ’` 『 』, so that a quotation cut into sentences keeps its marks; within
    another quotation of the line they alternate. Straight marks and an English text's are left.
    """
    if not markup.has_han(text):
        return
    enclosing: list[tuple[str, str]] = []
    for at, mark in enumerate(text):
        if mark == "\n":
            enclosing.clear()
        elif mark in _OWN:
            _follow(enclosing, mark)
        elif mark in _OPENING:
            usual = _swapped(text, at) or _OPENING[mark]
            enclosing.append(_other(enclosing[-1]) if enclosing else usual)
            yield at, enclosing[-1][0]
        elif mark in _CLOSING and not _is_apostrophe(text, at):
            yield at, (enclosing.pop() if enclosing else _CLOSING[mark])[1]


def _follow(enclosing: list[tuple[str, str]], mark: str) -> None:
    """Keeps count of a mark that is Traditional already."""
    pair = _OWN[mark]
    if mark == pair[0]:
        enclosing.append(pair)
    elif pair in enclosing:
        del enclosing[enclosing.index(pair) :]


def _other(pair: tuple[str, str]) -> tuple[str, str]:
    return _INNER if pair == _OUTER else _OUTER


def _swapped(text: str, at: int) -> tuple[str, str] | None:
    """The outer pair where single marks enclose double ones."""
    closing = text.find("’", at)
    return _OUTER if text[at] == "‘" and "“" in text[at:closing] else None


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether ’ stands within a Latin word, as in don’t."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] == "’" and len(around) == 2 and around.isascii() and around.isalnum()
