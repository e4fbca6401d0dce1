"""Looking a concept up by what one remembers of it: Chinese, pinyin, English, even a wrong rendering."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.glossary.find import chinese_forms
from pipeline.glossary.words import letters, phrase
from pipeline.markup import has_han
from pipeline.model import Term

_EXACT, _HEAD, _INSIDE, _NOT = range(4)


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found; `column` names the cell, `text` is the value in it that fits."""

    term: Term
    column: str
    text: str


def search(terms: Iterable[Term], text: str) -> list[Hit]:
    """The concepts that a text may mean, those first in which it is a whole value.

    Chinese is compared as it is, in either script; English as the check compares it, whatever its case,
    number and hyphens; pinyin without tones and spaces, or by the initials of all its syllables.
    """
    wanted = text.strip()
    ranked = []
    for order, term in enumerate(terms):
        values = _chinese(term) if has_han(wanted) else _latin(term)
        fits = [(_rank(wanted, column, value), place, column, value) for place, (column, value) in values]
        # A whole value counts most, then the column, which is more telling than where in the value it is.
        keys = [(rank > _EXACT, place, rank, c, value) for rank, place, c, value in fits if rank < _NOT]
        if wanted and keys:
            *key, column, value = min(keys)
            ranked.append(((*key, len(value), order), Hit(term, column, value)))
    return [hit for _, hit in sorted(ranked, key=lambda pair: pair[0])]


def _chinese(term: Term) -> Iterator[tuple[int, tuple[str, str]]]:
    forms = (("zh_hans", form) for form in dict.fromkeys(chinese_forms(term)))
    return enumerate([*forms, ("definition_zh", term.fields.get("definition_zh", ""))])


def _latin(term: Term) -> Iterator[tuple[int, tuple[str, str]]]:
    values = [
        ("en", term.english),
        ("acronym", term.acronym),
        ("id", term.id),
        *(("en_admitted", rendering) for rendering in term.admitted),
        *(("forms", form) for form in term.forms),
        *_readings(term),
        *(("en_forbidden", rendering) for rendering in term.forbidden),
        ("definition", term.fields.get("definition", "")),
    ]
    return enumerate(values)


def _rank(wanted: str, column: str, value: str) -> int:
    if column == "pinyin":
        return _fits(letters(wanted), letters(value))
    if column == "initials":
        return _EXACT if wanted.casefold() == value else _NOT
    if column.startswith(("zh", "definition")):
        return _fits(wanted.casefold(), value.casefold())
    return min(_fits(phrase(wanted), phrase(value)), _fits(wanted.casefold(), value.casefold()))


def _fits(wanted: str, value: str) -> int:
    if not wanted or wanted not in value:
        return _NOT
    return _EXACT if wanted == value else _HEAD if value.startswith(wanted) else _INSIDE


def _readings(term: Term) -> Iterator[tuple[str, str]]:
    """The term's pinyin, that of the glossary if it has any, and the first letters of its syllables."""
    from pypinyin import Style, lazy_pinyin

    own = term.fields.get("pinyin", "")
    yield "pinyin", own or " ".join(lazy_pinyin(term.chinese, style=Style.TONE))
    yield "initials", "".join(lazy_pinyin(term.chinese, style=Style.FIRST_LETTER))
