"""What an edition tells of a term: its Chinese in the script of the page, its sound, and what it means."""

from collections.abc import Sequence

from pipeline.model import SOURCE_LANGUAGE, Term
from pipeline.script import folding
from pipeline.script.readings import as_simplified, spelt

WRITTEN_IN = {
    "definition_zh": "zh-Hans",
    "definition_zh_hant": "zh-Hant",
    "definition_zh_hant_hk": "zh-Hant-HK",
    "definition": "en",
    "note": "en",
}
"""The language of each of a term's fields that explain it."""

_NEAR = {
    "zh-Hans": ("zh-Hans",),
    "zh-Hant": ("zh-Hant", "zh-Hant-HK"),
    "zh-Hant-HK": ("zh-Hant-HK", "zh-Hant"),
}
"""Where a page looks for a term's Chinese."""

_MEANINGS = {
    "zh-Hans": ("definition_zh", "definition"),
    "zh-Hant": ("definition_zh_hant", "definition", "definition_zh"),
    "zh-Hant-HK": ("definition_zh_hant_hk", "definition_zh_hant", "definition", "definition_zh"),
}
"""Which field a page takes; a Traditional page takes Simplified text only for want of another."""


def chinese(term: Term, languages: Sequence[str]) -> tuple[str, str]:
    """A term's Chinese with its language, in the script of the first of `languages` that has one."""
    written = {SOURCE_LANGUAGE: term.chinese, **term.traditional}
    near = [tag for language in languages for tag in _NEAR.get(language, ())]
    tag = next((tag for tag in near if written.get(tag)), SOURCE_LANGUAGE)
    return tag, written[tag]


def meaning(term: Term, language: str) -> str:
    """The name of the field that tells a reader of `language` what the term means; empty without one."""
    names = _MEANINGS.get(language, ("definition", "definition_zh"))
    return next((name for name in names if term.fields.get(name)), "")


def sound(term: Term, written: str) -> str:
    """The pinyin of the form `written`: the glossary's, or for another word (投片 for 流片) the dictionary's.

    Empty for a form in Latin letters (PPT).
    """
    known, own = folding(), term.fields.get("pinyin", "")
    same = "".join(known.get(character, character) for character in written) == term.chinese
    read = (own if same or written == term.chinese else "") or spelt(as_simplified(written, term.chinese))
    return "" if read == written else read
