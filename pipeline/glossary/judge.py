"""Judging an English text: which renderings of the Chinese terms are in it, and how well they fit."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from pipeline.glossary.loose import loose_places
from pipeline.glossary.renderings import Rendering, places, renderings
from pipeline.glossary.variants import resembling, variant_places
from pipeline.glossary.verdict import Fit, Use, Verdict
from pipeline.glossary.words import FUNCTION_WORDS, English
from pipeline.model import Term, TermMatch

_OPENS_BRACKET = re.compile(r"\s*[(（]\s*(?:the\s+)?[\"“'‘]?", re.IGNORECASE)
_Range = tuple[int, int]
_Finder = Callable[[English, Rendering], Iterable[_Range]]


@dataclass(slots=True)
class _Concept:
    """A verdict in the making."""

    terms: tuple[Term, ...]
    renderings: list[tuple[Term, Rendering]]
    chinese: list[tuple[int, int]] = field(default_factory=list)
    phrases: list[Use] = field(default_factory=list)
    satisfied: int = 0

    @property
    def is_open(self) -> bool:
        return self.satisfied < len(self.chinese)

    def around(self, start: int, end: int) -> Use | None:
        """A rendering of this concept that holds the code points `start` to `end`."""
        full = (use for use in self.phrases if use.fit is Fit.FULL)
        return next((use for use in full if use.start <= start and end <= use.end), None)


@dataclass(slots=True)
class _Claim:
    """A concept's wish for a range of words."""

    concept: _Concept
    term: Term
    rendering: Rendering
    fit: Fit

    @property
    def rank(self) -> int:
        """Who gets a range that several claim, lowest first: the one that lacks it most."""
        if self.rendering.is_literal:
            return -1
        if self.fit is Fit.FULL:
            return 3 if not self.concept.is_open else 1 if self.concept.satisfied else 0
        return 2 if self.concept.is_open else 4


_Claims = dict[_Range, list[_Claim]]


def judge(matches: Sequence[TermMatch], english: str) -> tuple[Verdict, ...]:
    """A verdict for each concept among `matches`, in the order of the Chinese.

    `english` is plain text. One phrase counts for one occurrence of one concept, and the longest phrase
    is taken first, so that "Zhejiang University" does not count for Zhejiang.
    """
    if not matches:
        return ()
    text = _words_of(english)
    concepts = _concepts(matches)
    taken = bytearray(len(text.words))
    claims = _claims(text, concepts)
    _share(text, claims, taken)
    for concept in concepts:
        _drop_bracketed(text, concept)
    _lend(text, claims, concepts)
    for concept in concepts:
        if concept.is_open:
            _fill(text, concept, taken, loose_places, Fit.LOOSE)
        if not concept.satisfied:
            _fill(text, concept, taken, variant_places, Fit.VARIANT)
    return tuple(_verdict(concept) for concept in concepts)


def _concepts(matches: Sequence[TermMatch]) -> list[_Concept]:
    senses: dict[_Range, tuple[Term, ...]] = {}
    for match in matches:
        span = (match.start, match.end)
        senses[span] = (*senses.get(span, ()), match.term)
    concepts: dict[tuple[tuple[str, str], ...], _Concept] = {}
    for span, terms in senses.items():
        key = tuple([(term.id, term.chinese) for term in terms])
        concept = concepts.get(key)
        if concept is None:
            asked = [(term, rendering) for term in terms for rendering in renderings(term)]
            concept = concepts[key] = _Concept(terms, asked)
        concept.chinese.append(span)
    return list(concepts.values())


def _share(text: English, claims: _Claims, taken: bytearray) -> None:
    """Gives each range of words to one concept, long ranges first; contested ones when all else is given."""
    contested = []
    for place in sorted(claims, key=lambda place: (-text.letters(*place), place)):
        if 1 in taken[slice(*place)]:
            continue
        _take(taken, place)
        if len(claims[place]) > 1:
            contested.append(place)
        else:
            _award(text, claims[place][0], place)
    for place in contested:
        _award(text, min(claims[place], key=lambda claim: claim.rank), place)


def _claims(text: English, concepts: Sequence[_Concept]) -> _Claims:
    claims: _Claims = {}
    for concept in concepts:
        for term, rendering in concept.renderings:
            if rendering.phrase not in text.joined:
                continue
            fit = Fit.FORBIDDEN if rendering.forbidden else Fit.FULL
            for place in places(text, rendering):
                claims.setdefault(place, []).append(_Claim(concept, term, rendering, fit))
    return claims


def _lend(text: English, claims: _Claims, concepts: Sequence[_Concept]) -> None:
    """Lets a phrase that its own concept does not need count for a term that is named within it.

    "Zhejiang University", twice in the English and once in the Chinese, may stand for Zhejiang once.
    """
    for place, claimants in claims.items():
        for claim in claimants:
            if claim.fit is Fit.FORBIDDEN or claim.concept.satisfied:
                continue
            start, end = text.span(*place)
            for owner in concepts:
                if owner.satisfied > len(owner.chinese) and (use := owner.around(start, end)):
                    owner.phrases.remove(use)
                    owner.satisfied -= 1
                    _award(text, claim, place)
                    break


def _award(text: English, claim: _Claim, place: _Range) -> None:
    claim.concept.phrases.append(Use(*text.span(*place), claim.term, claim.rendering.listed, claim.fit))
    claim.concept.satisfied += claim.fit is not Fit.FORBIDDEN


def _take(taken: bytearray, place: _Range) -> None:
    first, last = place
    taken[first:last] = b"\1" * (last - first)


def _drop_bracketed(text: English, concept: _Concept) -> None:
    """Counts "Hong Kong Monetary Authority (HKMA)" once: the name in brackets only repeats the other."""
    if concept.satisfied < 2:
        return
    full = sorted((use for use in concept.phrases if use.fit is Fit.FULL), key=lambda use: use.start)
    for before, after in pairwise(full):
        if _OPENS_BRACKET.fullmatch(text.text, before.end, after.start):
            concept.phrases.remove(after)
            concept.satisfied -= 1


def _fill(text: English, concept: _Concept, taken: bytearray, finder: _Finder, fit: Fit) -> None:
    """Looks for what is still lacking where a word of the rendering is not taken yet."""
    for term, rendering in concept.renderings:
        if rendering.forbidden:
            continue
        for place in finder(text, rendering):
            if concept.is_open and any(
                _is_own(text.keys[i], rendering) for i in range(*place) if not taken[i]
            ):
                _take(taken, place)
                _award(text, _Claim(concept, term, rendering, fit), place)


def _is_own(key: str, rendering: Rendering) -> bool:
    """Whether a folded word belongs to the rendering, unlike one that was inserted."""
    return key in rendering.initials or (key not in FUNCTION_WORDS and key in rendering.phrase)


def _verdict(concept: _Concept) -> Verdict:
    phrases = tuple(sorted(concept.phrases, key=lambda use: use.start))
    return Verdict(concept.terms, tuple(concept.chinese), phrases)


def instead(verdict: Verdict, english: str) -> str:
    """The words of the English that most resemble a rendering of the concept; empty where none do."""
    text = _words_of(english)
    wanted = (r for term in verdict.terms for r in renderings(term) if not r.forbidden)
    return next(filter(None, (resembling(text, rendering) for rendering in wanted)), "")


@lru_cache(maxsize=16)  # who asks what stands instead has judged the text just now
def _words_of(english: str) -> English:
    return English(english)
