"""Doubts: the words of a text whose spelling a person should confirm.

A character that may stand for several is in doubt where a phrase of the dictionary that reaches over the
border of its word spells it otherwise, as converting the text in one piece would, and where a rule guessed.
What a reviewed row settled is not, nor what the cut with the phrase in it would make far less likely.
"""

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.script import decisions
from pipeline.script.spelling import Spelled, Speller

_REACH = 4
"""The longest phrase that is looked for across words; longer ones are words of their own."""

_CLEARLY = 10_000
"""How many times likelier the words as they were cut must be than the cut with the phrase, to need no look.

With it 0.2 words in 1,000 characters of policy prose are in doubt; ten times more with no bound."""


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
        others = (
            speller.alternatives[text[at]] if at in spelled.unsure else _across(spelled, at, index, speller)
        )
        for character in others:
            if character != spelled.forms[at]:
                form = [*written[: at - word[0]], character, *written[at - word[0] + 1 :]]
                found.setdefault(index, {"".join(written): None})["".join(form)] = None
    for index, forms in sorted(found.items()):
        yield index, tuple(forms)


def _across(spelled: Spelled, at: int, index: int, speller: Speller) -> Iterator[str]:
    """How phrases that reach over the border of the word spell its character."""
    text, word = spelled.text, spelled.words[index]
    for start in range(max(0, at - _REACH + 1), at + 1):
        for end in range(max(at, start + 1) + 1, min(len(text), start + _REACH) + 1):
            phrase = text[start:end]
            within = word[0] <= start and end <= word[1]
            if not within and phrase in speller.phrases and _is_rival(spelled, start, end, index, speller):
                yield speller.plain(phrase)[at - start]


def _is_rival(spelled: Spelled, start: int, end: int, index: int, speller: Speller) -> bool:
    """Whether the text could as well be cut with a phrase at `start` to `end`, by the word `index`."""
    text = spelled.text
    near = spelled.words[max(0, index - _REACH) : index + _REACH]
    touched = [word for word in near if word[0] < end and start < word[1]]
    made = [text[left:right] for left, right in touched]
    other = [text[touched[0][0] : start], text[start:end], text[end : touched[-1][1]]]
    return speller.likelihood(filter(None, other)) * _CLEARLY >= speller.likelihood(made)
