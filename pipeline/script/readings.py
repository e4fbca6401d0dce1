"""Readings: how Chinese sounds, in Hanyu Pinyin with its tones, a syllable a character.

A text is cut into words by their frequency, and a word is read as pypinyin's dictionary has it. What is no
word of that dictionary is read as `data/readings.csv` says for its neighbours: `de` in 变得, `dé` in 取得.
Tones are those of each character alone, whatever follows: 一个 is `yī gè` (GB/T 16159-2012 on marking tones).
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from pipeline.script import characters
from pipeline.script.corrections import Rule, by_character, table
from pipeline.script.words import cut

DATA = "readings.csv"
_ORIGINAL = {("一", "yí"): "yī", ("一", "yì"): "yī", ("不", "bú"): "bù"}
"""What the dictionary writes as it is spoken before certain tones, with the tone of the character alone."""


@lru_cache(maxsize=16)  # the scripts of one sentence are asked for in turn
def readings(text: str) -> tuple[str, ...]:
    """The pinyin of each code point of a Simplified text, by context; empty where it is no Han character."""
    sounds: list[str] = []
    for word in cut(text):
        ruled = (_ruled(text, at, word) for at in range(len(sounds), len(sounds) + len(word)))
        sounds += [rule or own for rule, own in zip(ruled, _of_word(word), strict=True)]
    return tuple(_ORIGINAL.get(pair, pair[1]) for pair in zip(text, sounds, strict=True))


def as_simplified(text: str, source: str = "") -> str:
    """A text of any script in Simplified characters, as many as it has, to be read by.

    Of a `source` of the same length the characters that were converted are taken; a word that was replaced
    (集成 by 積體) is folded character by character.
    """
    forms, folded = characters.written(), characters.folding()
    alone = "".join(folded.get(character, character) for character in text)
    if len(source) != len(text):
        return alone
    triples = zip(text, source, alone, strict=True)
    return "".join(own if other in forms.get(own, own) else simple for other, own, simple in triples)


def spelt(text: str) -> str:
    """The pinyin of a Simplified term, each word as one (GB/T 16159): `“3+N” chǎnyè jījīn jíqún`."""
    sounds, at, parts = readings(text), 0, []
    for word in cut(text):
        end = at + len(word)
        middle = at + 2 if len(word) == 4 else end  # 人工智慧 is réngōng zhìhuì
        parts += [_joined(text[a:b], sounds[a:b]) for a, b in ((at, middle), (middle, end))]
        at = end
    return re.sub(r"(?<=[“《(]) | (?=[”》)、，])", "", " ".join("".join(parts).split()))


_VOWELS = tuple("aāáǎàeēéěèoōóǒò")
_MARKS = str.maketrans("「」（）", "“”()")


def _joined(word: str, sounds: Sequence[str]) -> str:
    """The syllables of a word between spaces; a mark keeps one that begins with a vowel apart (Xī’ān)."""
    heard, latin = "", True
    for character, sound in zip(word.translate(_MARKS), sounds, strict=True):
        between = " " if latin else "’" if sound[:1] in _VOWELS else ""
        heard += between + sound if sound else character
        latin = not sound
    return f" {heard} " if any(sounds) else heard


@cache
def usual(character: str) -> str:
    """The reading of a character that stands alone."""
    return _of_word(character)[0]


def _ruled(text: str, at: int, word: str) -> str:
    """The reading that a rule gives to a character of the text, within `word`; empty where none holds."""
    rules = _rules().get(text[at], ())
    return next((rule.form for rule in rules if _is_tried(rule, word) and rule.holds(text, at)), "")


def _is_tried(rule: Rule, word: str) -> bool:
    """Whether a rule has a say: without a scope, in what the dictionary does not know as a whole."""
    if rule.scope == "alone":
        return len(word) == 1
    return rule.scope == "always" or len(word) == 1 or word not in _known()


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    return by_character((row, row["reading"]) for row in table(DATA))


@cache
def _known() -> Collection[str]:
    from pypinyin.phrases_dict import phrases_dict

    return phrases_dict.keys()


@lru_cache(maxsize=50_000)  # more than pypinyin knows words
def _of_word(word: str) -> tuple[str, ...]:
    """The readings of a word, or of what stands between words: pypinyin looks no further than that."""
    from pypinyin import Style, lazy_pinyin

    found = lazy_pinyin(word, style=Style.TONE, errors=_unread)
    return tuple(found) if len(found) == len(word) else ("",) * len(word)


def _unread(run: str) -> Any:
    """Nothing for each code point; pypinyin takes a list here, though its types say text."""
    return [""] * len(run)
