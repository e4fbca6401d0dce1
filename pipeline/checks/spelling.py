"""Spelling: words that no dictionary has, and words of the variety that the house does not write."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.checks import lexicon
from pipeline.checks.codes import Code, places
from pipeline.checks.pinyin import is_pinyin
from pipeline.markup import parse, plain, without_addresses
from pipeline.model import Finding, Severity, Term, Unit

SPELLING = Code(
    "spelling",
    Severity.WARNING,
    "A word that is in no dictionary",
    "American and British spelling both count as right (but see spelling-variety), and so do the words of "
    "the glossary, of `words` under [check] in duizhao.toml, pinyin, and whatever stands in the Chinese as "
    "well. Names are only told of where they are one slip away from a common word.",
    "The goverment publishes a list.",
    "The government publishes a list.",
)
VARIETY = Code(
    "spelling-variety",
    Severity.WARNING,
    "A spelling of the other side of the Atlantic",
    'With english = "us" or "gb" under [check] in duizhao.toml, every word that is spelled otherwise there. '
    "Without it, the words of the variety that is rarer in the corpus. Names keep their own spelling, and "
    "-ize is British, too (Oxford).",
    'english = "us": The programme favours local labour.',
    'english = "us": The program favors local labor.',
)
CODES = (SPELLING, VARIETY)

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_COMPOUND = re.compile(rf"{_WORD.pattern}(?:-{_WORD.pattern})*")
_NUMERAL = re.compile("[ivxlc]+|[IVXLC]+")
_POSSESSIVE = re.compile(r"n[’']t$|[’'](?:s|d|ll|re|ve|m)$")
_SHORTEST = 3
_PREFIX = 5
"""In a compound, words up to this length may be prefixes (multi-, intra-) or foreign (lai-sees)."""

_LONG_NAME = 8
_COMMON = 5e-7
"""The share of all words from which on a word is common: some 20,000 are."""


def check_spelling(unit: Unit) -> Iterator[Finding]:
    """Tells of words in a finished English translation that are misspelled, or not of the house's variety."""
    if not unit.is_english:
        return
    for word in words_in(unit.target):
        is_wrong, other = _judged(word, unit.style.english)
        if not (is_wrong or other) or word.lower() in unit.style.words:
            continue
        if is_wrong and word not in unit.source:
            near = lexicon.suggestion(word.lower())
            hint = f'; did you mean "{near}"?' if near else ""
            message = f'no dictionary has "{word}"{hint}'
            yield SPELLING.on(unit, message, (), places(plain(unit.target), [word]))
        elif other:
            yield VARIETY.on(unit, f'"{word}" is "{other}" in {unit.style.english.upper()} English')


def regional(unit: Unit) -> tuple[tuple[str, str], ...]:
    """The words of a finished English translation that only one variety spells so: (variety, word)."""
    if not unit.is_english or unit.style.english:
        return ()
    words = (word for word in words_in(unit.target) if word.islower())
    return tuple((variety, word) for word in words if (variety := lexicon.variety(word)))


def words_of(terms: Iterable[Term]) -> frozenset[str]:
    """Every word of the glossary's English, in lower case."""
    texts = (
        text
        for term in terms
        for text in (term.english, term.acronym, *term.admitted, *term.forms, term.fields.get("pinyin", ""))
    )
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


@lru_cache(maxsize=16)
def words_in(markup: str) -> tuple[str, ...]:
    """The words of an English text that a dictionary can have, each once and without its 's; no code."""
    compounds = _COMPOUND.findall(without_addresses(_prose(markup)))
    return tuple([word for compound in dict.fromkeys(compounds) for word in _words(compound)])


@lru_cache(maxsize=65536)
def _words(compound: str) -> tuple[str, ...]:
    """The words of a compound that a dictionary can have."""
    long = (word for word in _parts(compound) if len(word) >= _SHORTEST and word.isascii())
    return tuple(word for word in long if not _NUMERAL.fullmatch(word))


def _parts(compound: str) -> list[str]:
    """The longer words of a compound, or none where it is a word without its hyphens: co-ordinated."""
    if "’" in compound or "'" in compound:
        compound = _POSSESSIVE.sub("", compound)
    if "-" not in compound:
        return [compound]
    parts = compound.split("-")
    return [] if lexicon.is_word("".join(parts).lower()) else [part for part in parts if len(part) > _PREFIX]


@lru_cache(maxsize=65536)
def _judged(word: str, variety: str) -> tuple[bool, str]:
    """Whether a word is misspelled, and how the wanted variety spells it, if it is of another."""
    return _is_wrong(word), _in_variety(word, variety) if variety else ""


def _is_wrong(word: str) -> bool:
    lower, is_name = word.lower(), not word.islower()
    if is_name and (len(word) < _LONG_NAME or not word[1:].islower()):
        return False
    if lexicon.is_word(lower) or is_pinyin(lower):
        return False
    if not is_name:
        return True
    # A name that is all but a common word is a slip in a heading or a title: Goverment, Minisitry.
    near = lexicon.suggestion(lower)
    return bool(near) and near[0] == lower[0] and lexicon.frequency(near) > _COMMON


def _in_variety(word: str, wanted: str) -> str:
    """How the wanted variety spells a word in lower case that is spelled so in the other alone."""
    if not word.islower() or lexicon.variety(word) in ("", wanted):
        return ""
    return lexicon.american(word) if wanted == lexicon.US else lexicon.british(word)


def _prose(markup: str) -> str:
    if "`" not in markup:
        return plain(markup)
    return "".join(node.text if node.kind == "text" else " " for node in parse(markup))
