"""Characters: what OpenCC knows of a word and of a character. The only module that imports it."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import metadata, resources
from itertools import chain

from pipeline.errors import InstallationError

TAIWAN = "zh-Hant"
"""BCP 47 tag of the Taiwan edition (OpenCC's `s2tw`)."""

HONG_KONG = "zh-Hant-HK"
"""BCP 47 tag of the Hong Kong edition (OpenCC's `s2hk`)."""

PACKAGE = "opencc-python-reimplemented"
COLLIDING = "OpenCC"

SHARED = {TAIWAN: "峰床灶痴秘粽群肴霉叁雇", HONG_KONG: "峰床灶痴秘粽群肴霉叁雇恒晒"}
"""Characters that OpenCC would change, or makes in two steps, and that the region writes all the same."""

_SCHOOLS = "説税户脱閲鋭兑悦蜕温藴醖愠羣峯牀啓麪"
_PRINTED = "說稅戶脫閱銳兌悅蛻溫蘊醞慍群峰床啟麵"
TYPED = {HONG_KONG: dict(zip(_SCHOOLS, _PRINTED, strict=True))}
"""What a region types for a form that its schools' list, and so OpenCC, prefers (docs/traditional.md)."""

_MODES = {TAIWAN: "s2tw", HONG_KONG: "s2hk"}
_VARIANTS = {TAIWAN: "TWVariants", HONG_KONG: "HKVariants"}


def installed() -> str:
    """The version of OpenCC in use, read without importing it.

    Raises `InstallationError` where it is missing, and where the official package, which owns the same
    module name and overwrites its files, is installed beside it.
    """
    ours, other = _version(PACKAGE), _version(COLLIDING)
    if ours and not other:
        return ours
    if ours:
        message = (
            f"{PACKAGE} {ours} and {COLLIDING} {other} both own the module `opencc` and damage each other: "
            f"run `pip uninstall {COLLIDING} {PACKAGE}`, then `pip install {PACKAGE}`"
        )
    elif other:
        message = (
            f"{COLLIDING} {other} stands where {PACKAGE} is needed (both own the module `opencc`): "
            f"run `pip uninstall {COLLIDING}`, then `pip install {PACKAGE}`"
        )
    else:
        message = f"{PACKAGE} is not installed: run `pip install {PACKAGE}`"
    raise InstallationError(message)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


@cache
def converter(language: str) -> Callable[[str], str]:
    """The plain conversion of a text into `language`; it keeps the number of characters."""
    installed()
    from opencc import OpenCC  # type: ignore[import-untyped]

    convert: Callable[[str], str] = OpenCC(_MODES[language]).convert
    typed = str.maketrans(TYPED.get(language, {}))
    return (lambda text: convert(text).translate(typed)) if typed else convert


@cache
def phrases() -> frozenset[str]:
    """The Simplified words and phrases that OpenCC's dictionary spells as a whole."""
    return frozenset(_table("STPhrases"))


@cache
def alternatives(language: str) -> Mapping[str, tuple[str, ...]]:
    """The Traditional characters of `language` that one Simplified character may stand for.

    Only characters with two or more of them are listed; the first is OpenCC's choice without context.
    """
    variants = _variants(language)
    found = {
        simplified: tuple(dict.fromkeys(variants.get(form, form) for form in forms))
        for simplified, forms in _table("STCharacters").items()
    }
    return {simplified: forms for simplified, forms in found.items() if len(forms) > 1}


@cache
def simplified(language: str) -> frozenset[str]:
    """Characters that a Traditional text of `language` does not write."""
    table = _table("STCharacters")
    return frozenset(table.keys() - _forms(language) - set(SHARED[language]))


@cache
def traditional() -> frozenset[str]:
    """Characters that Simplified texts do not write.

    Those that OpenCC leaves in one (瞭望) and those that GB 2312 has (乾隆) are no sign of Traditional.
    """
    forms = _forms(*_VARIANTS) - _table("STCharacters").keys()
    back = _table("TSCharacters")
    return frozenset(form for form in forms if form not in back.get(form, ()) and not _in_gb2312(form))


@cache
def regional(language: str) -> Mapping[str, str]:
    """Other regions' characters as `language` writes them, such as 裡 as 裏 in Hong Kong.

    A character that is also standard in itself stays out: Taiwan writes 著 for 着, but also 著作.
    """
    ours = _variants(language)
    standard = {form for choices in _table("STCharacters").values() for form in choices} - ours.keys()
    found = {
        form: ours.get(neutral, neutral)
        for other in _VARIANTS
        if other != language
        for neutral, form in _listed(other).items()
        if form not in standard
    }
    merged = {**found, **ours, **TYPED.get(language, {})}
    return {form: own for form, own in merged.items() if form != own}


@cache
def written() -> Mapping[str, frozenset[str]]:
    """Each Simplified character with its Traditional forms in any region."""
    found: dict[str, set[str]] = {}
    for simple, forms in _table("STCharacters").items():
        regional = (_listed(language).get(form, form) for form in forms for language in _VARIANTS)
        found[simple] = {*forms, *regional}
    for neutral, form in chain.from_iterable(_listed(language).items() for language in _VARIANTS):
        found.setdefault(neutral, set()).add(form)  # 着, which Taiwan writes 著, is no other character's form
    return {simple: frozenset(forms) for simple, forms in found.items()}


@cache
def folding() -> Mapping[str, str]:
    """Each Traditional character of any region with the Simplified one that it is a form of."""
    found: dict[str, str] = {}
    for simple in _table("STCharacters"):
        for form in written()[simple]:
            found.setdefault(form, simple)
    return {form: simple for form, simple in found.items() if form != simple}


def in_region(form: str, language: str) -> str:
    """A Traditional form of another region in the characters of `language`, such as 這裡 as 這裏."""
    own = regional(language)
    return "".join(own.get(character, character) for character in form)


def _variants(language: str) -> Mapping[str, str]:
    """OpenCC's own standard, character by character, as the region types it."""
    listed, typed = _listed(language), TYPED.get(language, {})
    standard = {form: own for form, own in typed.items() if form not in listed.values()}
    return standard | {neutral: typed.get(form, form) for neutral, form in listed.items()}


def _listed(language: str) -> Mapping[str, str]:
    """OpenCC's own standard, character by character, as the region's schools teach it."""
    return {neutral: choices[0] for neutral, choices in _table(_VARIANTS[language]).items()}


@cache
def _forms(*languages: str) -> frozenset[str]:
    """Every Traditional form of a character, in OpenCC's own standard and in that of the languages."""
    forms = {form for choices in _table("STCharacters").values() for form in choices}
    return frozenset(forms.union(*(_listed(language).values() for language in languages)))


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _table(name: str) -> Mapping[str, tuple[str, ...]]:
    """One of OpenCC's dictionaries: a line is a word, a tab and its forms, the usual one first."""
    installed()
    text = (resources.files("opencc") / "dictionary" / f"{name}.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line)
    return {word: tuple(choices.split(" ")) for word, choices in rows}
