"""Doubts: the words of a text whose spelling a person should confirm.

A character that may stand for several is in doubt where a phrase of the dictionary that reaches over the
border of its word spells it otherwise, as converting the text in one piece would, and where a rule guessed.
What a reviewed row settled is not, nor a word that is far more frequent than the phrase.
"""

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.script import decisions
from pipeline.script.spelling import Spelled, Speller

_REACH = 4
"""The longest phrase that is looked for across words; longer ones are words of their own."""

_CLEARLY = 20
"""How many times a word must be more frequent than a phrase to need no look. With it 0.2 words in 1,000
characters of policy prose are in doubt, and 0.6 without."""


def context(spelled: Spelled, index: int) -> str:
    """The word of this index in brackets, between its neighbours."""
    text, words = spelled.text, spelled.words
    start, end = words[index]
    left = words[index - 1][0] if index else start
    right = words[index + 1][1] if index + 1 < len(words) else end
    return decisions.context(text[left:start], text[start:end], text[end:right])


def find(spelled: Spelled, speller: Speller) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The words in doubt, by their index, with their possible forms."""
    text = spelled.text
    found: dict[int, dict[str, None]] = {}
    starts = [start for start, _ in spelled.words]
    for match in speller.ambiguous.finditer(text):
        at = match.start()
        if at in spelled.sure:
            continue
        index = bisect_right(starts, at) - 1
        word = spelled.words[index]
        written = spelled.forms[word[0] : word[1]]
        others = speller.alternatives[text[at]] if at in spelled.unsure else _across(text, at, word, speller)
        for character in others:
            if character != spelled.forms[at]:
                form = [*written[: at - word[0]], character, *written[at - word[0] + 1 :]]
                found.setdefault(index, {"".join(written): None})["".join(form)] = None
    for index, forms in sorted(found.items()):
        yield index, tuple(forms)


def _across(text: str, at: int, word: tuple[int, int], speller: Speller) -> Iterator[str]:
    """How phrases that reach over the border of the word spell its character."""
    known = max((speller.frequency(part) for part in _parts(text, at, word)), default=0)
    for start in range(max(0, at - _REACH + 1), at + 1):
        for end in range(max(at, start + 1) + 1, min(len(text), start + _REACH) + 1):
            phrase = text[start:end]
            within = word[0] <= start and end <= word[1]
            if not within and phrase in speller.phrases and speller.frequency(phrase) * _CLEARLY >= known:
                yield speller.plain(phrase)[at - start]


def _parts(text: str, at: int, word: tuple[int, int]) -> Iterator[str]:
    """The stretches of a word, of two characters or more, that the character is in: 干涉 of 干涉内政."""
    for start in range(word[0], at + 1):
        for end in range(max(at, start + 1) + 1, word[1] + 1):
            yield text[start:end]
