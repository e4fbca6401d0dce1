"""A term's English renderings in the shape in which they are compared, and where they stand in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.glossary.words import FUNCTION_WORDS, English, fold, is_broken, phrase
from pipeline.model import Term

INITIALS = 3
"""The fewest letters of an abbreviation: two are too often those of something else."""

_CAPITALS = re.compile(r"^[A-Z\d]*[A-Z][A-Z\d]*[A-Z]s?$")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?\s+[a-z]")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English string of a term. `phrase` is what `English.find` looks for.

    `listed` is the rendering it counts as: the preferred one for an acronym or a form, else itself.
    `content` are its folded words without function words, which are in `function`; `initials` the
    abbreviations that writers make of it, folded. `is_broken`: punctuation belongs to it.
    `has_capitals`: one of its words is all capitals, so that "IT" is not "it". `is_literal`: it is
    forbidden and differs from an approved one in spelling alone, as "hardtech" does from "hard tech".
    """

    text: str
    listed: str
    forbidden: bool
    phrase: str
    content: tuple[str, ...]
    function: frozenset[str]
    initials: frozenset[str]
    is_broken: bool
    has_capitals: bool
    is_literal: bool
    case: bool
    exact: bool


@lru_cache(maxsize=1 << 16)
def renderings(term: Term) -> tuple[Rendering, ...]:
    """The renderings of a term, the preferred one first; each string once."""
    own = (term.english, term.acronym, *term.forms)
    listed = {**dict.fromkeys((*own, *term.admitted, *term.forbidden)), **dict.fromkeys(own, term.english)}
    phrases = {text: phrase(text) for text in listed}
    allowed = {text: phrases[text] for text in (*own, *term.admitted)}
    return tuple(
        _compile(text, stands_for or text, text not in allowed, phrases[text] in allowed.values(), term.match)
        for text, stands_for in listed.items()
        if phrases[text]
    )


def places(english: English, rendering: Rendering) -> Iterator[tuple[int, int]]:
    """Ranges of words where the rendering stands as the glossary wants it."""
    occurrences = _occurrences(english, rendering)
    if not (rendering.is_literal or rendering.exact or rendering.case):
        return occurrences
    return (place for place in occurrences if _is_as_asked(english.raw(*place), rendering))


def refused_places(english: English, rendering: Rendering) -> Iterator[tuple[int, int]]:
    """Ranges of words where it stands in any case and spelling, though `case` or `exact` ask for one."""
    return _occurrences(english, rendering) if rendering.case or rendering.exact else iter(())


def _compile(text: str, listed: str, forbidden: bool, is_known: bool, match: tuple[str, ...]) -> Rendering:
    english = English(text)
    content = tuple(key for key in english.keys if key not in FUNCTION_WORDS)
    return Rendering(
        text=text,
        listed=listed,
        forbidden=forbidden,
        phrase=phrase(text),
        content=content,
        function=FUNCTION_WORDS.intersection(english.keys),
        initials=frozenset(_initials(keys) for keys in (english.keys, content) if len(keys) >= INITIALS),
        is_broken=is_broken(text),
        has_capitals=any(_CAPITALS.search(word) for word in english.words),
        is_literal=forbidden and is_known,
        case="case" in match,
        exact="exact" in match,
    )


def _initials(keys: Sequence[str]) -> str:
    return fold("".join(key[0] for key in keys).upper())


def _occurrences(english: English, rendering: Rendering) -> Iterator[tuple[int, int]]:
    for first, last in english.find(rendering.phrase):
        if last - first == 1 and not rendering.has_capitals:
            yield first, last
            continue
        raw = english.raw(first, last)
        if is_itself(raw, rendering) and (rendering.is_broken or not is_broken(raw)):
            yield first, last


def is_itself(raw: str, rendering: Rendering) -> bool:
    """Whether a text with the rendering's words is no other word and no mere description.

    "it" is not "IT", and "Zhejiang’s universities" are not Zhejiang University.
    """
    if rendering.has_capitals and not any(letter.isupper() for letter in raw[1:]):
        return False
    is_owned = ("’" in raw or "'" in raw) and _OWNED.search(raw)
    return not is_owned or bool(_OWNED.search(rendering.text)) or not _is_name(rendering.text)


def _is_name(text: str) -> bool:
    words = (word for word in text.split() if word.casefold() not in FUNCTION_WORDS)
    return all(word[0].isupper() for word in words)


def _is_as_asked(raw: str, rendering: Rendering) -> bool:
    if rendering.is_literal:
        return _initial(raw).removesuffix("s") == _initial(rendering.text).removesuffix("s")
    article = _ARTICLE.match(rendering.text)
    wanted = rendering.text[article.end() :] if article else rendering.text
    if rendering.exact and raw.translate(_QUOTES).casefold() != wanted.translate(_QUOTES).casefold():
        return False
    return not rendering.case or _is_same_case(raw, wanted)


def _initial(text: str) -> str:
    """The text with a capital at its head, which may be there because a sentence begins."""
    return text[:1].upper() + text[1:]


def _is_same_case(raw: str, wanted: str) -> bool:
    """Whether letters that agree agree in case too; the first may be a capital, as in a heading."""
    ours, theirs = ([c for c in string if c.isalnum()] for string in (wanted, raw))
    if theirs[0] == ours[0].upper():
        theirs[0] = ours[0]
    return all(a == b or a.casefold() != b.casefold() for a, b in zip(ours, theirs, strict=False))
