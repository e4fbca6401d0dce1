"""Terms: the Traditional forms that the glossary prescribes, and where a text has their Simplified ones."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.model import Term

_NOT_IN = "not-in:"


class Terms:
    """The glossary as the conversion into one language uses it."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self.words = frozenset(form for term in terms for form in (term.chinese, *term.variants) if form)
        # A variant is a shape of its own (DeepSeek, 阿里): it is spelt, never replaced by the main form.
        self._terms = {
            term.chinese: term for term in reversed(terms) if term.chinese and term.traditional.get(language)
        }
        self._language = language

    def listing(self) -> str:
        """Everything that a conversion takes from the glossary, as a text to compare."""
        used = (f"{form}={self._form(form)}!{self._exceptions(form)}" for form in sorted(self._terms))
        return "\n".join([*used, *sorted(self.words)])

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The terms in a text, as code points and Traditional form; of two that overlap the longer first."""
        if not self._terms:
            return
        forms = list(self._terms)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if not any(_covers(phrase, text, start, end) for phrase in self._exceptions(forms[index])):
                yield start, end, self._form(forms[index])

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._terms), matchkind=MatchKind.LeftmostLongest)

    def _form(self, chinese: str) -> str:
        return self._terms[chinese].traditional[self._language]

    def _exceptions(self, chinese: str) -> list[str]:
        """The phrases within which the term is not meant: the glossary's `not-in:` options."""
        options = self._terms[chinese].match
        return [option.removeprefix(_NOT_IN) for option in options if option.startswith(_NOT_IN)]


def _covers(phrase: str, text: str, start: int, end: int) -> bool:
    """Whether the phrase stands in the text over the code points `start` to `end`."""
    at = text.find(phrase, max(0, end - len(phrase)))
    return 0 <= at <= start
