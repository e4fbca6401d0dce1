"""Cutting the two sides of a long translation unit into sentences, as far as comparing them needs."""

import re

_CHINESE = re.compile(r"(?<=[。！？])(?![”」』）)]|$)")
_TITLES = "".join(
    rf"(?<!\b{title}\.)" for title in ("Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "St", "No", "vs")
)
_ENGLISH = re.compile(
    rf"(?<=[a-z)\d%”\"][.!?]){_TITLES}[”\"’)]*\s+(?=[A-Z“\"(])|(?<=[.!?][”\"’)])\s+(?=[A-Z“\"(])"
)


def chinese_sentences(text: str) -> list[str]:
    """The sentences of a plain Chinese text, their marks included."""
    return [piece for piece in _CHINESE.split(text) if piece.strip()]


def english_sentences(text: str) -> list[str]:
    """The sentences of a plain English text; one that ends in a capital (the U.S.) is not cut off."""
    return [piece for piece in _ENGLISH.split(text) if piece.strip()]


def aligned(source: str, target: str) -> list[tuple[str, str]]:
    """The sentences of two plain texts by pairs, or the texts whole where their numbers differ."""
    ours, theirs = chinese_sentences(source), english_sentences(target)
    if len(ours) != len(theirs):
        return [(source, target)]
    return list(zip(ours, theirs, strict=True))
