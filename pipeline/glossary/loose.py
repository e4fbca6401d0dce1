"""Renderings with a word or two inserted, with their words in another order, or with one of them inflected.

What is inserted and what is moved has to look like English for the same thing: "early- and late-stage
projects", "offshore renminbi (CNH) market", "stability of the banking system". Words that merely stand near
each other ("financial assets and monetary liabilities", for "financial liabilities") do not count. A saying
may have one of its verbs inflected ("crossed the river by feeling the stones"), and the last word give way
to "one" ("state-owned firms and private ones").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.glossary.renderings import Rendering, is_itself
from pipeline.glossary.words import FUNCTION_WORDS, English, has_stop, inflects, is_broken

INSERTED = 2
"""How many words with a meaning of their own may stand among those of a rendering in its own order."""

_ARTICLES = frozenset(("the", "a", "an"))
_CONJUNCTIONS = frozenset(("and", "or"))
_LINKS = frozenset(("of", "for", "from", "by", "at", "in", "on", "to", *_ARTICLES))
"""What joins words that have changed places."""
_CLAUSES = [[which, be] for which in ("that", "which", "who") for be in ("is", "are", "was", "were")]
"""What joins two words so as well: capital that is patient."""
_SAYING = 3
"""How many words with a meaning of their own make a saying, which one inflected verb leaves what it is."""


def loose_places(english: English, rendering: Rendering) -> Iterator[tuple[int, int]]:
    """Ranges of words in which the rendering stands loosely.

    A rendering of one word has no loose form, nor one that has to stand exactly as it is.
    """
    if len(rendering.content) < 2 or rendering.exact:
        return
    if sum(key not in english.vocabulary for key in rendering.content) > 1:
        return
    positions = [_positions(english, rendering, key) for key in rendering.content]
    if not all(positions):
        return
    seen = set()
    for anchor in min(positions, key=len):
        places = _nearest(positions, anchor)
        if places and places not in seen and _is_loose(english, rendering, places):
            seen.add(places)
            yield min(places), max(places) + 1


def _positions(english: English, rendering: Rendering, key: str) -> list[int]:
    """Where a word stands, or in a saying another form of it, or after another word "one" instead of it."""
    found = [index for index, word in enumerate(english.keys) if word == key]
    if len(rendering.content) >= _SAYING:
        return found or [index for index, word in enumerate(english.keys) if inflects(word, key)]
    first, last = rendering.content
    if key == last and "one" in english.vocabulary:
        found += [index for index, pair in enumerate(pairwise(english.keys), 1) if pair == (first, "one")]
    return found


def _nearest(positions: Sequence[Sequence[int]], anchor: int) -> tuple[int, ...] | None:
    """For each word its place nearest to `anchor`, in the order of the rendering, no place twice."""
    order = sorted(range(len(positions)), key=lambda index: anchor not in positions[index])
    chosen: dict[int, int] = {}
    for index in order:
        free = [place for place in positions[index] if place not in chosen.values()]
        if not free:
            return None
        chosen[index] = min(free, key=lambda place: abs(place - anchor))
    return tuple(chosen[index] for index in range(len(positions)))


def _is_loose(english: English, rendering: Rendering, places: tuple[int, ...]) -> bool:
    raw = english.raw(min(places), max(places) + 1)
    if has_stop(raw) or not is_itself(raw, rendering):
        return False
    between = [english.keys[at] for at in range(min(places), max(places)) if at not in places]
    inserted = sum(key not in FUNCTION_WORDS for key in between)
    is_in_order = list(places) == sorted(places)
    is_name = all(english.words[place][0].isupper() for place in places)
    if is_name and not inserted and is_broken(raw):
        # Names are turned round with a comma, or have one for "of the": "Shanghai Branch, Chinese Academy of
        # Sciences". Where nothing is left out, a comma parts two names.
        links = (_LINKS - _ARTICLES) | rendering.function
        return links.issuperset(between) and bool(rendering.function or not is_in_order)
    if is_in_order:
        gaps = pairwise(places)
        return inserted <= INSERTED and all(_is_insertion(english, rendering, *gap) for gap in gaps)
    return not is_broken(raw) and (between in _CLAUSES or (_LINKS | rendering.function).issuperset(between))


def _is_insertion(english: English, rendering: Rendering, left: int, right: int) -> bool:
    """Whether the words between two of the rendering's are an attribute, or coordinated with one of them.

    "Early- and late-stage projects" has "early-stage projects"; "high-quality growth and development" has
    "high-quality development".
    """
    between = english.keys[left + 1 : right]
    content = [key for key in between if key not in FUNCTION_WORDS]
    function = set(between).difference(content, rendering.function, _ARTICLES)
    has_comma = "," in english.raw(left, right + 1)
    if not content or not function:
        return not (function or has_comma)
    is_coordinated = between[0] in _CONJUNCTIONS or "," in english.raw(left, left + 2)
    is_coordinated = is_coordinated or (between[-1] in _CONJUNCTIONS and not has_comma)
    return is_coordinated and function <= _CONJUNCTIONS
