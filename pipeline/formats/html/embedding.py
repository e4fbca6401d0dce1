"""Fonts inside the page: subsets that hold exactly the characters of the finished page."""

import base64
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import Markup

from pipeline.errors import FormatError, WorkspaceError
from pipeline.formats.words import ENGLISH
from pipeline.model import SOURCE_LANGUAGE, Location

_VOID = frozenset(("br", "hr", "input", "link", "meta", "wbr"))
_SILENT = frozenset(("script", "style"))
_DRAWN = "•.¶…0123456789"
"""Characters that the style sheet and the script draw, beside those of the text."""

_REGULAR = 400
"""The weight class of a face for running text (OpenType, `OS/2`)."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font file: its bytes, the BCP 47 tags that it is drawn for, and its number in a collection."""

    data: bytes
    languages: tuple[str, ...] = ()
    number: int = 0


def with_fonts(write: Callable[[Markup], Iterator[str]], faces: Sequence[Face]) -> Iterator[str]:
    """What `write` makes of the style rules that bring the fonts of its page; of none without `faces`.

    Raises WorkspaceError for a character that no face has.
    """
    finished = "".join(write(Markup(""))) if faces else ""
    yield from write(font_rules(finished, faces) if faces else Markup(""))


def font_rules(page: str, faces: Sequence[Face]) -> Markup:
    """Style rules that bring, for each language of the page, fonts with all its characters.

    The reader's own fonts still come first. Raises WorkspaceError for a character that no face has.
    """
    rules = []
    held = [_characters(face) for face in faces]
    languages = sorted(_by_language(page).items())
    for language, characters in languages:
        order = sorted(range(len(faces)), key=lambda index: language not in faces[index].languages)
        for index, part in _shared(language, characters, [(index, held[index]) for index in order]):
            rules.append(_rule(language, _subset(faces[index], part), part))
    families = [f'"{_family(language)}"' for language, _ in languages]
    stacks = [f"--own-{tag}:{name},serif" for (tag, _), name in zip(languages, families, strict=True)]
    rules.append(f":root{{{';'.join(stacks)};--own:{','.join(families)}}}")
    return Markup("".join(rules))


def _shared(
    language: str, characters: set[str], faces: Sequence[tuple[int, frozenset[str]]]
) -> Iterator[tuple[int, list[str]]]:
    """Which face brings which of the characters: the first that has it."""
    left = set(characters)
    for index, held in faces:
        part = sorted(left & held)
        left -= held
        if part:
            yield index, part
    if left:
        names = ", ".join(f"{character} (U+{ord(character):04X})" for character in sorted(left)[:5])
        raise WorkspaceError(f"no font to embed has {names}, which stands in text of language {language}")


def _by_language(page: str) -> Mapping[str, set[str]]:
    """The characters to draw, by the four stacks of the style sheet; all other languages read as English."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    found: dict[str, set[str]] = defaultdict(lambda: set(_DRAWN))
    for language, characters in reader.characters.items():
        found[_stack(language)].update(character for character in characters if character.isprintable())
    return found


def _stack(language: str) -> str:
    if language in ("zh-Hant", "zh-Hant-HK"):
        return language
    return SOURCE_LANGUAGE if language in ("zh", SOURCE_LANGUAGE) else ENGLISH


class _Reader(HTMLParser):
    """Collects the characters of a page's text by the language they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: dict[str, set[str]] = defaultdict(set)
        self._open: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        language = named.get("lang") or self._open[-1][1]
        for name in ("placeholder", "aria-label"):
            self.characters[language].update(named.get(name) or "")
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  our pages close what they open
        self._open.pop()

    def handle_data(self, data: str) -> None:
        tag, language = self._open[-1]
        if tag not in _SILENT:
            self.characters[language].update(data)


def upright_families(data: bytes, path: str) -> Iterator[tuple[int, str]]:
    """The faces of a font file that can set running text, each as its number and its family.

    Those are the upright ones of regular or variable weight. Raises FormatError where the file is no font.
    """
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # type: ignore[import-untyped]

    file = io.BytesIO(data)
    try:
        fonts = list(TTCollection(file, lazy=True)) if data[:4] == b"ttcf" else [TTFont(file, lazy=True)]
        for number, font in enumerate(fonts):
            slanted, weight = font["OS/2"].fsSelection & 1, font["OS/2"].usWeightClass
            if not slanted and (weight == _REGULAR or "fvar" in font):
                yield number, font["name"].getBestFamilyName() or ""
    except (TTLibError, KeyError, AssertionError) as error:
        raise FormatError(f"no font that can be read: {error}", Location(path)) from None


def _characters(face: Face) -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(face.data), fontNumber=face.number, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _subset(face: Face, characters: Sequence[str]) -> bytes:
    """The font with these characters alone, as WOFF; the same input gives the same bytes."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(face.data), fontNumber=face.number, recalcTimestamp=False) as font:
        subsetter = Subsetter(Options(layout_features=["*"], notdef_outline=True))
        subsetter.populate(text="".join(characters))
        subsetter.subset(font)
        font.flavor = "woff"
        written = io.BytesIO()
        font.save(written, reorderTables=False)
    return written.getvalue()


def _rule(language: str, font: bytes, characters: Sequence[str]) -> str:
    source = base64.b64encode(font).decode("ascii")
    points = ",".join(f"U+{ord(character):X}" for character in characters)
    return (
        f'@font-face{{font-family:"{_family(language)}";font-weight:100 900;unicode-range:{points};'
        f'src:url("data:font/woff;base64,{source}") format("woff")}}'
    )


def _family(language: str) -> str:
    return f"Duizhao {language}"
