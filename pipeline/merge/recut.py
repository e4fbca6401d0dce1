"""Translations cut anew along with their sentences, where the counts of sentences allow it."""

import re
from collections.abc import Sequence

_NOTES = r"(?:\[\^[^\]\s]+\])*"
_CLOSE = rf"[\"”’')\]]*{_NOTES}"
_WIDE = rf"[”’」』）]*{_NOTES}"
_SENTENCE = re.compile(rf".+?(?:[.!?]+{_CLOSE}(?=\s+[\"“‘'(\[*]*[A-Z0-9]|\s*$)|[。！？!?]+{_WIDE}|$)", re.S)
_CLAUSE = re.compile(rf".+?(?:[.!?;]+{_CLOSE}(?=\s|$)|[。！？；!?]+{_WIDE}|$)", re.S)
# What a full stop ends without ending the sentence: titles, references, initials.
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Art|Arts|Sec|Para|Ch|Vol|Fig|Ed|vs|etc|approx|cf|Inc|Ltd|Co"
    r"|e\.g|i\.e|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$"
)


def recut(targets: Sequence[str], count: int, *, spaced: bool) -> tuple[list[str], bool]:
    """`count` translations out of `targets`, and whether each surely holds just its own part.

    Where the targets are as many as the parts, each keeps its own; where their sentences, or else their
    clauses between semicolons, are as many, each gets one; otherwise each gets all, so that nothing stands
    under one part alone. `spaced` is whether the language writes spaces.
    """
    there = [target for target in targets if target]
    whole = (" " if spaced else "").join(there)
    if count == 1 or not there:
        return [whole] * count, True
    if len(there) == count:
        return there, False
    for pattern in (_SENTENCE, _CLAUSE):
        pieces = _pieces(pattern, whole)
        if len(pieces) == count:
            return pieces, True
    return [whole] * count, False


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    """The sentences or clauses of a text, an abbreviation's full stop read past."""
    pieces: list[str] = []
    joins = False
    for match in pattern.finditer(text):
        if joins:
            pieces[-1] += match[0]
        elif match[0].strip():
            pieces.append(match[0])
        joins = bool(pieces) and bool(_ABBREVIATED.search(pieces[-1]))
    return [piece.strip() for piece in pieces]
