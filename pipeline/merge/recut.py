"""Translations cut anew along with their sentences, where the counts of sentences allow it."""

import re
from collections.abc import Sequence

_SENTENCE = re.compile(
    r".+?(?:[.!?]+[\"”’')\]]*(?:\[\^[^\]\s]+\])*(?=\s+[\"“‘'(\[]?[A-Z0-9]|\s*$)|[。！？!?]+[”’」』）]*|$)",
    re.S,
)


def recut(targets: Sequence[str], count: int, *, spaced: bool) -> tuple[list[str], bool]:
    """`count` translations out of `targets`, and whether each holds just its own part.

    Where the sentences of the targets are as many as the parts, each gets one; otherwise each gets all,
    so that nothing stands under one part alone. `spaced` is whether the language writes spaces.
    """
    between = " " if spaced else ""
    whole = between.join(target for target in targets if target)
    if count == 1:
        return [whole], True
    sentences = [match[0].strip() for match in _SENTENCE.finditer(whole) if match[0].strip()]
    if len(sentences) == count:
        return sentences, True
    return [whole] * count, False
