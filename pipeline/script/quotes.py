"""Quotes: Mainland quotation marks as Traditional texts write them, with the right nesting."""

from collections.abc import Iterator

from pipeline import markup

_OUTER, _INNER = ("「", "」"), ("『", "』")
_OPENING = {"“": _OUTER, "‘": _INNER, "「": _OUTER, "『": _INNER}
_CLOSING = {"”": _OUTER, "’": _INNER, "」": _OUTER, "』": _INNER}


def convert(text: str) -> Iterator[tuple[int, str]]:
    """The quotation marks of a text that change: their code point and what stands there instead.

    `“ ”` become 「 」 and `‘ ’` 『 』, so that a quotation cut into sentences keeps its marks; within
    another quotation they alternate. Straight marks and an English text's are left.
    """
    if not markup.has_han(text):
        return
    enclosing: list[tuple[str, str]] = []
    for at, mark in enumerate(text):
        if mark in _OPENING:
            usual = _swapped(text, at) or _OPENING[mark]
            pair = _other(enclosing[-1]) if enclosing else usual
            enclosing.append(pair)
            new = pair[0]
        elif mark in _CLOSING and not _is_apostrophe(text, at):
            new = (enclosing.pop() if enclosing else _CLOSING[mark])[1]
        else:
            continue
        if new != mark:
            yield at, new


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
