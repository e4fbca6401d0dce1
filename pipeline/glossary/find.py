"""Finding the glossary's terms in Chinese: leftmost-longest, on characters, in time linear in the text."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.glossary import options
from pipeline.model import Term, TermMatch, digest

_Meaning = tuple[Term, tuple[str, ...]]
"""A term with the contexts in which its Chinese is another word."""


class Glossary:
    """The terms of all glossary files, ready to be found; it does not change once made."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)

    def __reduce__(self) -> tuple[type["Glossary"], tuple[Sequence[Term]]]:
        """Its terms alone travel to another process; the automaton is made anew there."""
        return Glossary, (self.terms,)

    @cached_property
    def fingerprint(self) -> str:
        """Stands for all that the glossary says."""
        return digest(repr(self.terms))

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """The terms of a plain Chinese text in reading order; offsets are code points.

        A term inside a longer one is not found, nor one that stands in a `not-in` context, nor the AI of
        AIGC. Two terms that share a string are both found, at the same place.
        """
        if not self._meanings:
            return ()
        found: list[TermMatch] = []
        end = 0
        for start, minus_stop, form in self._candidates(text):
            meanings, is_latin = self._meanings[form]
            if start < end or (is_latin and _cuts_word(text, start, -minus_stop)):
                continue
            for term, contexts in meanings:
                if not (contexts and any(_is_within(text, start, -minus_stop, other) for other in contexts)):
                    end = -minus_stop
                    found.append(TermMatch(start, end, term))
        return tuple(found)

    def _candidates(self, text: str) -> list[tuple[int, int, int]]:
        """Start, negated end and form of every occurrence, overlapping ones too; leftmost longest first."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted([(start, -stop, form) for form, start, stop in hits])

    @cached_property
    def _by_form(self) -> dict[str, list[_Meaning]]:
        by_form: dict[str, list[_Meaning]] = {}
        for term in self.terms:
            meaning = (term, options.values(term, "not-in"))
            for form in dict.fromkeys(chinese_forms(term)):
                by_form.setdefault(form, []).append(meaning)
        return by_form

    @cached_property
    def _meanings(self) -> list[tuple[list[_Meaning], bool]]:
        """For each form what it can mean, and whether it begins or ends with a Latin letter or a figure."""
        return [
            (meanings, any(end.isascii() and end.isalnum() for end in (form[0], form[-1])))
            for form, meanings in self._by_form.items()
        ]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        # Overlapping matches, since a `not-in` context must let a shorter term at its place come through.
        return AhoCorasick(list(self._by_form), matchkind=MatchKind.Standard)


def chinese_forms(term: Term) -> Iterator[str]:
    """Every Chinese string that stands for the term: Simplified, variants, Traditional; none is empty."""
    yield from (form for form in (term.chinese, *term.variants, *term.traditional.values()) if form)


def _is_within(text: str, start: int, stop: int, context: str) -> bool:
    """Whether the code points `start` to `stop` lie inside an occurrence of `context`."""
    if not context:
        return False
    return text.find(context, max(0, stop - len(context)), start + len(context)) >= 0


def _cuts_word(text: str, start: int, stop: int) -> bool:
    """Whether the code points `start` to `stop` begin or end within a Latin word or a number."""
    return _is_within_word(text, start) or _is_within_word(text, stop)


def _is_within_word(text: str, at: int) -> bool:
    around = text[at - 1 : at + 1]
    return at > 0 and len(around) == 2 and around.isascii() and around.isalnum()
