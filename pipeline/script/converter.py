"""Converter: Simplified inline Markdown to the Traditional text of one region.

The glossary's forms come first, then spelling word by word with the reviewed corrections, then the region's
words, then quotation marks. Addresses, code, Latin text and Markdown marks pass unchanged.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from pipeline import __version__, markup
from pipeline.model import Decision, Doubt, Term, digest
from pipeline.script import corrections, doubts, prose, quotes, regions, residue, words
from pipeline.script.characters import installed
from pipeline.script.decisions import Decisions
from pipeline.script.prose import Edit, Offsets, Prose
from pipeline.script.regions import Region
from pipeline.script.spelling import Spelled, Speller
from pipeline.script.terms import Terms

Replacement = tuple[int, int, str]
"""What stands at code points `start` to `end` of the prose instead."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted text, the words in it that a person should confirm, and where each place went."""

    text: str
    doubts: tuple[Doubt, ...] = ()
    offsets: Offsets = field(default_factory=Offsets)

    def map_span(self, start: int, end: int) -> tuple[int, int]:
        """Code points `start` to `end` of the source, in the converted text.

        A span that cuts into a word that was replaced as a whole grows to hold the whole word.
        """
        return self.offsets.span(start, end)


class Converter:
    """Converts Simplified texts into one language; building one is cheap, its first text takes 0.8 s.

    `language` is `zh-Hant` or `zh-Hant-HK`; `terms` is the glossary, `words` what else is one word;
    `vocabulary` is `off`, `common` or `full`; `decisions` are what people settled.
    """

    def __init__(
        self,
        language: str,
        terms: Sequence[Term] = (),
        words: Iterable[str] = (),
        vocabulary: str = "common",
        decisions: Sequence[Decision] = (),
    ) -> None:
        self.language = language
        self._terms = Terms(terms, language)
        self._words = frozenset(words)
        self._vocabulary = vocabulary
        self._region = Region(language, vocabulary)
        self._decisions = Decisions(decisions, language)

    @cached_property
    def fingerprint(self) -> str:
        """A digest of all that a conversion depends on but its text; nothing slow is loaded for it."""
        data = corrections.fingerprint(corrections.WORDS, corrections.RULES, regions.VOCABULARY)
        used = [__version__, installed(), words.installed(), data, self.language, self._vocabulary]
        return digest(
            "\n".join([*used, self._terms.listing(), *sorted(self._words), self._decisions.listing()])
        )

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self.language, self._terms.words | self._words)

    def convert(self, text: str) -> Conversion:
        """Converts inline Markdown; a text that is Traditional already comes back as it is."""
        if not markup.has_han(text) or residue.is_traditional(text):
            return Conversion(text)
        source = prose.read(text)
        spelled = self._speller.spell(source.text)
        cells = list(text)
        for place, before, after in zip(source.places, source.text, spelled.forms, strict=True):
            if before != after:
                cells[place] = after
        taken: set[int] = set()
        edits = [_put(cells, source, *found) for found in self._replacements(spelled, taken)]
        for at, mark in quotes.convert(source.text):
            if at not in taken:
                cells[source.places[at]] = mark
        return Conversion(
            "".join(cells), tuple(self._doubts(source, spelled, taken)), prose.offsets(filter(None, edits))
        )

    def _replacements(self, spelled: Spelled, taken: set[int]) -> Iterator[Replacement]:
        """Terms, decisions and the region's words, in this order of precedence; `taken` is their ground."""
        text = spelled.text
        boundaries = {0, *(end for _, end in spelled.words)}
        sources = (
            self._terms.find(text),
            self._decisions.find(text),
            self._region.find(text, boundaries),
        )
        for start, end, form in chain.from_iterable(sources):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield start, end, form

    def _doubts(self, source: Prose, spelled: Spelled, taken: set[int]) -> Iterator[Doubt]:
        for index, choices in doubts.find(spelled, self._speller):
            start, end = spelled.words[index]
            if taken.isdisjoint(range(start, end)):
                context = doubts.context(spelled, index)
                yield Doubt(source.places[start], source.places[end - 1] + 1, choices, context)


def _put(cells: list[str], source: Prose, start: int, end: int, form: str) -> Edit | None:
    """Writes a form into the cells of the source's characters; gives an edit where the length changes.

    A word with marks inside that would change its length stays as it is spelled.
    """
    places = source.places[start:end]
    if len(form) == len(places):
        for place, character in zip(places, form, strict=True):
            cells[place] = character
        return None
    if not source.unbroken(start, end):
        return None
    first, last = places[0], places[-1] + 1
    cells[first:last] = [form, *[""] * (last - first - 1)]
    return Edit(first, last, len(form))
