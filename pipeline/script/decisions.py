"""Decisions: the words that a person has settled, each found again where it stands between the same words."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.model import Decision
from pipeline.script import characters
from pipeline.script.characters import HONG_KONG, TAIWAN

_GAPS = "\n[]"
"""What ends the words around a word: the prose's gaps, and the brackets that enclose the word itself."""

_WORDS = r"[^\n\[\]]"
_CONTEXT = re.compile(rf"(?P<before>{_WORDS}*)\[(?P<word>{_WORDS}+)\](?P<after>{_WORDS}*)")


def is_context(text: str) -> bool:
    """Whether a text is a word in square brackets between the words around it: `这[只]基金`."""
    return _CONTEXT.fullmatch(text) is not None


def context(before: str, word: str, after: str) -> str:
    """The key of a decision on a word between two neighbours; what lies beyond a gap is no neighbour."""
    before, after = re.split(r"[\n\[\]]", before)[-1], re.split(r"[\n\[\]]", after)[0]
    return f"{before}[{word}]{after}"


class Decisions:
    """What was decided for one language, found in texts.

    A side of a context without words is the edge of the text, or a gap in it. A decision without a form of
    Hong Kong's holds there in Hong Kong's characters.
    """

    def __init__(self, decisions: Sequence[Decision], language: str) -> None:
        self._language = language
        self._own = _forms(decisions, language)
        self._forms = {**(_forms(decisions, TAIWAN) if language == HONG_KONG else {}), **self._own}
        self._by_words: dict[str, list[tuple[str, str, str]]] = {}
        for key in self._forms:
            if found := _CONTEXT.fullmatch(key):  # 谁[干]吗 and [谁]干吗 are of the same words
                self._by_words.setdefault("".join(found.groups()), []).append(
                    (found["before"], found["after"], key)
                )

    def listing(self) -> str:
        """All the decisions, as a text to compare."""
        return "\n".join(f"{context}={form}" for context, form in sorted(self._forms.items()))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The settled words in a prose text, as code points and form; the longest context first."""
        if not self._by_words:
            return
        spans = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for _, start, end in sorted(spans, key=lambda span: (span[1] - span[2], span[1])):
            for before, after, key in self._by_words[text[start:end]]:
                if (before or _is_edge(text, start - 1)) and (after or _is_edge(text, end)):
                    yield start + len(before), end - len(after), self._form(key)

    def _form(self, key: str) -> str:
        form = self._forms[key]
        return form if key in self._own else characters.in_region(form, self._language)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._by_words), matchkind=MatchKind.Standard)


def _forms(decisions: Sequence[Decision], language: str) -> dict[str, str]:
    return {each.context: each.forms[language] for each in decisions if language in each.forms}


def _is_edge(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at] in _GAPS
