"""Spelling: a Simplified text, word by word, in the Traditional characters of one region."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from pipeline.script import characters, corrections, words
from pipeline.script.corrections import Rule


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is spelled: the places for which there are rules to try, and those that are reviewed."""

    form: str
    loose: tuple[tuple[int, tuple[Rule, ...]], ...] = ()
    sure: tuple[int, ...] = ()


@dataclass(slots=True)
class Spelled:
    """A text as it is spelled, character for character, and the words that it was cut into.

    `words` are (start, end) pairs; `sure` holds the places that a reviewed row settled, `unsure` those that
    were guessed.
    """

    text: str
    forms: list[str] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)
    sure: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)


class Speller:
    """Spells texts of one region. Building it loads the dictionaries, about half a second."""

    def __init__(self, language: str, known: Iterable[str] = ()) -> None:
        self.plain = characters.converter(language)
        self._corrected = corrections.words(language)
        self._rules = corrections.rules(language)
        self.phrases = characters.phrases()
        self.alternatives = characters.alternatives(language)
        self.ambiguous = re.compile(f"[{''.join(self.alternatives)}]")
        self._words = words.Segmenter({*known, *self._corrected}, self.phrases)
        self.likelihood = self._words.likelihood
        self._longest = max(map(len, self._corrected), default=0)
        self._known: dict[str, Word] = {}

    def spell(self, text: str) -> Spelled:
        """Spells a text; the result has as many characters."""
        parts: list[str] = []
        spelled = Spelled(text)
        loose: list[tuple[int, tuple[Rule, ...]]] = []
        at = 0
        for token in self._words.cut(text):
            word = self._known.get(token) or self._learn(token)
            parts.append(word.form)
            if word.loose or word.sure:
                loose.extend([(at + place, rules) for place, rules in word.loose])
                spelled.sure.update([at + place for place in word.sure])
            spelled.words.append((at, at := at + len(token)))
        spelled.forms.extend("".join(parts))
        for place, rules in loose:
            _apply(rules, place, spelled)
        return spelled

    def _learn(self, token: str) -> Word:
        word = self._known[token] = self._spell_word(token)
        return word

    def _spell_word(self, token: str) -> Word:
        forms = list(self.plain(token))
        sure: set[int] = set()
        for start, end in self._corrections(token):
            forms[start:end] = self._corrected[token[start:end]]
            sure.update(range(start, end))
        loose = tuple(
            (place, rules)
            for place in range(len(token))
            if place not in sure and (rules := self._rules_for(token, place))
        )
        return Word("".join(forms), loose, tuple(sorted(sure)))

    def _rules_for(self, token: str, place: int) -> tuple[Rule, ...]:
        """The rules to try for a character of a word: all of its, or those that hold against a dictionary."""
        rules = self._rules.get(token[place], ())
        if not rules:
            return ()
        if self._is_settled(token, place):
            scopes = {"always"}
        else:
            scopes = {"", "always", "alone" if len(token) == 1 else "inside"}
        return tuple(rule for rule in rules if rule.scope in scopes)

    def _corrections(self, token: str) -> Iterator[tuple[int, int]]:
        """The corrected words within a word, from left to right, at each place the longest."""
        at = 0
        while at < len(token):
            ends = range(min(len(token), at + self._longest), at, -1)
            end = next((end for end in ends if self._is_corrected(token, at, end)), 0)
            if end:
                yield at, end
            at = end or at + 1

    def _is_corrected(self, token: str, start: int, end: int) -> bool:
        """Whether a corrected word stands there, and no likelier one overlaps it: 控制|面板 has no 制面."""
        if token[start:end] not in self._corrected:
            return False
        own = self._words.frequency(token[start:end])
        before = ((left, right) for left in range(start) for right in range(start + 1, end))
        after = ((left, right) for left in range(start + 1, end) for right in range(end + 1, len(token) + 1))
        overlapping = (token[left:right] for left, right in chain(before, after))
        return all(self._words.frequency(word) <= own for word in overlapping)

    def _is_settled(self, token: str, place: int) -> bool:
        """Whether a phrase of the dictionary within the word covers the character."""
        starts = range(place + 1)
        ends = range(place + 1, len(token) + 1)
        return any(token[start:end] in self.phrases for start in starts for end in ends if end - start > 1)


def _apply(rules: tuple[Rule, ...], place: int, spelled: Spelled) -> None:
    """Writes the form of the first rule that holds for the character at `place`, if any does."""
    for rule in rules:
        if rule.holds(spelled.text, place):
            spelled.forms[place] = rule.form
            (spelled.unsure if rule.unsure else spelled.sure).add(place)
            return
