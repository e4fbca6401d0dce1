"""Words: where a Chinese sentence is cut. The only module that imports jieba.

A tokenizer of our own is used, never jieba's global one, and its dictionary is read from the package:
jieba's way through a cache file in the shared temporary folder would log, fail where that folder cannot be
written, and trust what another user put there.
"""

import math
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import metadata
from typing import Any

RARE = 3
"""How often a phrase of OpenCC's is taken to occur (jieba's dictionary holds 60 million words).

Enough to keep an idiom together, too little to pull apart two everyday words."""


def installed() -> str:
    """The version of jieba in use, read without importing it."""
    return metadata.version("jieba")


class Segmenter:
    """Cuts a text into words, knowing some beside jieba's own. Building one loads the dictionary."""

    def __init__(self, words: Iterable[str], phrases: Iterable[str] = ()) -> None:
        """Takes `words` that are kept together, and `phrases` that occur rarely."""
        tokenizer = _tokenizer()
        frequencies, total = _dictionary()
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(frequencies), total, True
        for word in sorted(phrases):
            if not tokenizer.FREQ.get(word):
                tokenizer.add_word(word, RARE)
        for word in sorted(words):
            tokenizer.add_word(word)
        self._tokenizer = tokenizer

    def cut(self, text: str) -> Iterator[str]:
        """The words of a text, which joined give it back."""
        words: Iterator[str] = self._tokenizer.cut(text, HMM=False)
        return words

    def frequency(self, word: str) -> int:
        """How often the word occurs in 60 million; 0 for what is no word."""
        return int(self._tokenizer.FREQ.get(word, 0))

    def likelihood(self, words: Iterable[str]) -> float:
        """How likely these words are to follow each other, by their frequencies; none is impossible."""
        total = int(self._tokenizer.total)
        return math.prod(max(1, self.frequency(word)) / total for word in words)


@cache
def _dictionary() -> tuple[Mapping[str, int], int]:
    """jieba's words with their frequencies, and the sum of these; about 0.7 s, once a process."""
    tokenizer = _tokenizer()
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    return frequencies, total


def _tokenizer() -> Any:
    with warnings.catch_warnings():  # jieba imports a deprecated module and has stray backslashes
        warnings.simplefilter("ignore")
        from jieba import Tokenizer  # type: ignore[import-untyped]
    return Tokenizer()
