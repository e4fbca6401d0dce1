"""Near misses: shapes of a rendering that the glossary does not list, and what stands in its place."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from pipeline.glossary.renderings import Rendering, refused_places
from pipeline.glossary.words import FUNCTION_WORDS, English

SIMILAR = 67.0
"""The least likeness, 0 to 100, at which a phrase is named as found instead of a rendering."""


def variant_places(english: English, rendering: Rendering) -> Iterator[tuple[int, int]]:
    """Ranges of words that stand for the rendering in a shape that the glossary does not list.

    In a case or spelling that the term's options refuse, or as initials.
    """
    yield from refused_places(english, rendering)
    yield from _abbreviated(english, rendering)


def _abbreviated(english: English, rendering: Rendering) -> Iterator[tuple[int, int]]:
    """Initials that were made by rule: "LERS" for "Linked Exchange Rate System"."""
    for index, key in english.abbreviations:
        if key in rendering.initials:
            yield index, index + 1


def resembling(english: English, rendering: Rendering) -> str:
    """The words of the text that most resemble the rendering; empty where none do.

    Likeness is rapidfuzz's partial ratio: the normalised indel similarity of the best aligned part.
    """
    if len(rendering.text) > len(english.text):
        return ""
    best = fuzz.partial_ratio_alignment(
        rendering.text, english.text, processor=str.lower, score_cutoff=SIMILAR
    )
    if best is None:
        return ""
    first, last = english.words_at(best.dest_start, best.dest_end)
    own = [index for index in range(first, last) if english.keys[index] not in FUNCTION_WORDS]
    return english.raw(own[0], own[-1] + 1) if own else ""
