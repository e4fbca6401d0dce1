"""English as the terminology check compares it: words without case, number, hyphens or regional spelling.

Both sides of a comparison are folded alike, so what counts is that two spellings of one word meet, not
that the folded form is a word of its own. Verb forms and derivations are left apart: `measured` does not
stand for `measure` unless the glossary says so; within a saying it makes a loose rendering.
"""

import csv
import re
import unicodedata
from bisect import bisect_left
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate

_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)*|&)")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
_SHORTEST_STEM = 3
_BREAK = re.compile(r"[,;:!?()\[\]…—，。；：！？（）、]|\s[–-]\s|(?<!\b[A-Za-z])\.\s")
_STOP = re.compile(r"[;:!?…。；：！？]|\.\s")

FUNCTION_WORDS = frozenset(
    ("a", "an", "the", "of", "for", "in", "on", "to", "and", "or", "with", "by", "at", "from", "as")
)
"""Words that carry no meaning of their own in a rendering: "Ministry of Finance", "Finance Ministry"."""


@cache
def fold(word: str) -> str:
    """The word under which all spellings of one word meet, such as `organiz` for "Organisations"."""
    word = word[:-2] if word.endswith(_POSSESSIVE) else word
    if _ACRONYMS.fullmatch(word):
        return word[:-1].lower()
    if word == "&":
        return "and"
    bare = word.casefold() if word.isascii() else _without_accents(word.casefold())
    number = _singular(bare.replace("'", "").replace("’", ""))
    return _american().get(number, number)


class English:
    """An English text cut into words; `find` looks for a folded phrase in it.

    `keys` are the folded words, `joined` the keys without spaces. Word indexes count from 0; `span`
    turns a range of them into code points of `text`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = _WORD.split(text)  # a gap, a word, a gap ...: quicker than a match object a word
        self.words = pieces[1::2]
        self.keys = [*map(fold, self.words)]
        self.joined = "".join(self.keys)
        # Where each word begins in `joined`, and where the last one ends.
        self._borders = list(accumulate(map(len, self.keys), initial=0))
        # Where each word begins in `text`, and where it ends, by turns.
        self._offsets = list(accumulate(map(len, pieces)))

    def find(self, phrase: str) -> list[tuple[int, int]]:
        """Ranges of words that read as `phrase`, folded words without spaces between them.

        Hence "hard tech", "hard-tech" and "hardtech" are one. A match begins and ends with a word.
        """
        found = []
        at = self.joined.find(phrase)
        while at >= 0:
            first, last = bisect_left(self._borders, at), bisect_left(self._borders, at + len(phrase))
            if self._borders[first] == at and self._borders[last] == at + len(phrase):
                found.append((first, last))
            at = self.joined.find(phrase, at + 1)
        return found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the words `first` up to, not including, `last`, without a final 's."""
        end = self._offsets[2 * last - 1]
        return self._offsets[2 * first], end - 2 * self.words[last - 1].endswith(_POSSESSIVE)

    def letters(self, first: int, last: int) -> int:
        """How many letters a range of words has, folded."""
        return self._borders[last] - self._borders[first]

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """The range of words that lie, if only in part, at code points `start` to `end` of `text`."""
        borders = zip(self._offsets[::2], self._offsets[1::2], strict=False)
        inside = [index for index, (first, last) in enumerate(borders) if first < end and last > start]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def raw(self, first: int, last: int) -> str:
        """The text of a range of words as it was written."""
        start, end = self.span(first, last)
        return self.text[start:end]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded words, each once."""
        return frozenset(self.keys)

    @cached_property
    def abbreviations(self) -> tuple[tuple[int, str], ...]:
        """Index and folded word of each word that begins with two capitals."""
        return tuple(
            (index, self.keys[index])
            for index, word in enumerate(self.words)
            if word[:2].isupper() and len(word) > 1
        )


def phrase(text: str) -> str:
    """The folded words of a text, joined, as `English.find` takes them; a leading article is dropped."""
    keys = English(text).keys
    return "".join(keys[1:] if len(keys) > 1 and keys[0] in ("a", "an", "the") else keys)


def letters(text: str) -> str:
    """Pinyin without tones, spaces and case, so that "jiānguǎn shāhé" is "Jianguan Shahe"."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if letter.isalnum())


def inflects(one: str, other: str) -> bool:
    """Whether two folded words are one verb by its regular endings: crossed, crossing, cross."""
    return not _stems(one).isdisjoint(_stems(other))


@lru_cache(maxsize=4096)
def _stems(word: str) -> frozenset[str]:
    found = {word}
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            found |= {stem, stem + "e", *({stem[:-1]} if stem[-1] == stem[-2] else ())}
            found |= {stem[:-1] + "y"} if stem.endswith("i") else set()
    return frozenset(found)


def is_broken(text: str) -> bool:
    """Whether punctuation within the text parts it, as a comma or a bracket does and a hyphen does not."""
    return not text.replace(" ", "").isalnum() and _BREAK.search(text) is not None


def has_stop(text: str) -> bool:
    """Whether a sentence or clause ends within the text; commas and brackets do not end one."""
    return _STOP.search(text) is not None


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _singular(word: str) -> str:
    if (irregular := _plurals().get(word)) is not None:
        word = irregular
    elif len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "ics")):
        word = word[:-1]
    return _without_silent_e(word)


def _without_silent_e(word: str) -> str:
    """Brings "case" and "cases", "box" and "boxes", "movie" and "movies" under one ending."""
    if len(word) > 3 and word.endswith("ie"):
        return word[:-2] + "y"
    if len(word) > 3 and word.endswith(("se", "xe", "ze", "che", "she", "oe")):
        return word[:-1]
    return word


@cache
def _plurals() -> dict[str, str]:
    return dict(table("plurals.csv"))


@cache
def _american() -> dict[str, str]:
    return {_singular(british): _singular(american) for british, american in table("spelling.csv")}


def table(name: str) -> list[list[str]]:
    """The rows of one of the package's CSV files, without its heading."""
    text = (files("pipeline") / "data" / name).read_text("utf-8")
    return list(csv.reader(text.splitlines()))[1:]
