"""How alike two wordings are, from 0 to 100."""

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Prefix

from pipeline.model import Entry, Key

NEAR = 50.0
"""Least likeness of two sentences between the same neighbours."""
FAR = 75.0
"""Least likeness of two sentences in different places, where chance alone pairs more."""
WHOLE = 75.0
"""Least likeness of several sentences, joined, with those that they were made of."""
PART = 60.0
"""Least likeness of each single sentence with its best match inside the other side."""

_LONGEST = 2_000
"""Code points that are compared: more would tell no more, and a text of megabytes would take for ever."""
_HELD = 0.8
"""Least share of the shorter wording that the longer one holds, in its order, if it was enlarged."""
_ENLARGED = 8
"""Least code points of a wording that can be recognised inside a longer one."""
_OPENING = 5
"""Code points in common at the beginning that are more than a usual subject."""
_OPENED = 0.2
"""Share of what is missing in likeness that such a beginning makes up for."""
_CLOSING = "。！？；：，!?;:,.”’」』）) "


def likeness(before: str, after: str) -> float:
    """How alike two sentences are: the share of common characters, or how much of one the other holds.

    The second finds a sentence that a clause was put into or taken from. One that begins as the other does
    is likelier to be it; the marks at the end do not count, since nearly all sentences have them in common.
    """
    one, two = before.rstrip(_CLOSING)[:_LONGEST] or before, after.rstrip(_CLOSING)[:_LONGEST] or after
    ratio = fuzz.ratio(one, two)
    shorter = min(len(one), len(two))
    if ratio >= FAR or shorter < _ENLARGED:
        return ratio
    held = LCSseq.similarity(one, two) / shorter
    if Prefix.similarity(one, two) >= _OPENING:
        ratio += _OPENED * (100.0 - ratio)
    return max(ratio, FAR * held) if held >= _HELD else ratio


def group_likeness(old: Sequence[Entry], new: Sequence[Key]) -> float:
    """How alike several sentences are to those that they became; 0 where one of them has no part in it."""
    before, after = [entry.key.text for entry in old], [key.text for key in new]
    whole_before, whole_after = "".join(before), "".join(after)
    short, long = sorted((len(whole_before), len(whole_after)))
    # Their ratio is at most 2 * short / (short + long).
    if long > _LONGEST or 200 * short < WHOLE * (short + long):
        return 0.0
    whole = fuzz.ratio(whole_before, whole_after)
    if whole < WHOLE:
        return 0.0
    parts = [(text, whole_after) for text in before] + [(text, whole_before) for text in after]
    return whole if all(fuzz.partial_ratio(part, all_) >= PART for part, all_ in parts) else 0.0
