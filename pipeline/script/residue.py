"""Residue: what a text shows of its script, and which of its characters do not belong."""

from collections.abc import Iterator

from pipeline import markup
from pipeline.script import characters
from pipeline.script.characters import HONG_KONG, TAIWAN

_CLEARLY = 4
"""How many times Traditional characters outnumber Simplified ones in a text that is Traditional."""

_TOLERATED = {
    TAIWAN: "污泄濕檐棱枴痹癡皁鮎鉢脣蔘踊鍼齶祕",
    HONG_KONG: "著臺鉤簷痺么韁癡皁祕脣踊鍼鉢",
}
"""Characters that OpenCC gives to the other region alone, but that this one writes as well."""

_NEVER = {TAIWAN: "", HONG_KONG: "裡汙溼菸洩"}
"""Characters that are foreign wherever they stand; empty: all that are not tolerated."""


def is_traditional(text: str) -> bool:
    """Whether a text is in Traditional characters already; what is the same in both scripts is not."""
    traditional = characters.traditional()
    if traditional.isdisjoint(text):
        return False
    simplified = characters.simplified(TAIWAN) & characters.simplified(HONG_KONG)
    written = sum(character in traditional for character in text)
    return written >= _CLEARLY * sum(character in simplified for character in text)


def residue(text: str, language: str) -> list[tuple[int, str]]:
    """The Simplified characters in the prose of a Traditional text, with their code points."""
    simplified = characters.simplified(language)
    return [(at, character) for at, character in _prose(text) if character in simplified]


def mixed(text: str, language: str, edition: str = "") -> list[tuple[int, str, str]]:
    """The characters of the other region in a text: code point, character, and how `language` writes it.

    Hong Kong's schools teach 説 and 户, and a text may write so throughout: there these count only beside
    說 or 群 or their like, in the text or elsewhere in its `edition`.
    """
    edition = edition or text
    own = characters.regional(language)
    foreign = own.keys() - set(_TOLERATED[language]) - characters.simplified(language)
    if never := _NEVER[language]:
        typed = characters.TYPED[language]
        both = typed.keys() if any(form in edition for form in typed.values()) else frozenset[str]()
        foreign &= both | set(never)
    return [(at, character, own[character]) for at, character in _prose(text) if character in foreign]


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """The characters of inline Markdown with their code points, without code and addresses."""
    at = 0
    for start, end in [*markup.protected(text), (len(text), len(text))]:
        yield from enumerate(text[at:start], at)
        at = end
