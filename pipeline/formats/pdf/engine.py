"""PDF editions by Typst, the sole importer of it: tagged (PDF/UA-1), the same bytes for the same input."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import DuizhaoError, FormatError
from pipeline.formats import fonts
from pipeline.formats.fonts import FontSetting
from pipeline.formats.pdf.content import Layout, content
from pipeline.formats.pdf.passages import EXPLAINED
from pipeline.model import Edition

if TYPE_CHECKING:
    from typst import Fonts, TypstError

_TEMPLATES = Path(__file__).parents[1] / "templates"
_REGIONS = {"zh-Hans": "CN", "zh-Hant": "TW", "zh-Hant-HK": "HK"}
"""Typst's region of each tag: readers of PDF know zh-CN, zh-TW and zh-HK better than scripts."""

_BASE = ("zh-Hans", "en")
"""Languages that any edition may need: a gap's Chinese, an English definition."""

_LARGE = 500_000
"""Characters of data, some 500 segments, from which on it is worth 0.1 s to free the memory at once."""

_CODE = "DejaVu Sans Mono"
_MISSING = re.compile(
    r'the text (?:`"(?P<drawn>.+?)"` could not be|contains the disallowed codepoint `"(?P<banned>.+?)"`)'
)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


class Paper(StrEnum):
    """The sheet: ISO A4 or North American letter."""

    A4 = "a4"
    LETTER = "us-letter"


def render(
    edition: Edition,
    layout: Layout = Layout.COLUMNS,
    paper: Paper = Paper.A4,
    setting: FontSetting | None = None,
    explained: Collection[str] = EXPLAINED,
    marks: Collection[str] = (),
) -> bytes:
    """Sets an edition and gives the PDF's bytes; for an edition of one language `layout` is nothing.

    The first use of a term of the kinds `explained` gets a note, if its glossary has a definition. `marks`
    have a look of their own in the text, and a legend in the colophon: `terms`, `names`, `figures`.
    Raises FormatError where a character is in no font, naming it and its place; WorkspaceError where
    a font of the setting is not there.
    """
    setting = setting or FontSetting()
    collection = _collection(setting.folders, setting.installed)
    data = content(edition, layout, explained, marks)
    faces = _faces({*data["languages"], *edition.languages, *_BASE}, collection, setting)
    typefaces = dict.fromkeys(faces[tag]["families"][0] for tag in data["languages"])
    code = [_CODE, *faces[data["languages"][0]]["families"]]
    page = {"paper": str(paper), "faces": faces, "typefaces": [*typefaces], "code": code}
    return _compile(edition, json.dumps(data | page, ensure_ascii=False), collection)


def families(setting: FontSetting) -> tuple[str, ...]:
    """The font families that there are for a PDF, sorted; which of them it takes, its text decides."""
    return tuple(sorted(_collection(setting.folders, setting.installed).families()))


def _faces(tags: set[str], collection: "Fonts", setting: FontSetting) -> dict[str, Any]:
    families = collection.families()
    return {
        tag: {
            "lang": tag.split("-")[0],
            "region": _REGIONS.get(tag),
            "families": fonts.choose(tag, families, setting),
        }
        for tag in sorted(tags)
    }


@cache
def _collection(folders: tuple[str, ...], installed: bool) -> "Fonts":
    """The fonts that Typst may use; looking through the system's takes about 0.1 s, so once is enough."""
    from typst import Fonts

    paths = [*map(Path, folders), fonts.bundled()]
    return Fonts(include_system_fonts=installed, include_embedded_fonts=True, font_paths=paths)


def _compile(edition: Edition, data: str, collection: "Fonts") -> bytes:
    import typst

    try:
        return typst.compile(
            _TEMPLATES / "pdf.typ",
            root=_TEMPLATES,
            font_paths=collection,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"edition": data},
        )
    except typst.TypstError as error:
        raise _explained(edition, error) from None
    finally:
        if len(data) > _LARGE:
            _release(collection)


def _release(collection: "Fonts") -> None:
    """Frees what Typst remembers of a large edition: it drops what ten compilations did not ask for."""
    import typst

    for _ in range(11):
        typst.compile(b"", font_paths=collection, format="pdf")


def _explained(edition: Edition, error: "TypstError") -> DuizhaoError:
    """The characters that no font has with the places where they stand, or Typst's own words."""
    found = [match["drawn"] or match["banned"] for match in _MISSING.finditer(error.diagnostic)]
    if not found:
        return DuizhaoError(f"Typst could not set {edition.slug}: {error.message}")
    texts = (_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) for text in found)
    characters = dict.fromkeys("".join(texts))
    places = "; ".join(f"{_name(character)} {_place(edition, character)}" for character in characters)
    return FormatError(f"no font has a character of {edition.slug}: {places}")


def _name(character: str) -> str:
    name = unicodedata.name(character, "unnamed")
    return f"{character!r} (U+{ord(character):04X}, {name})"


def _place(edition: Edition, character: str) -> str:
    found = (item for item in _texts(edition) if character in item[1])
    place, text = next(found, ("outside the text", ""))
    at = text.find(character)
    return f"{place}: {text[max(0, at - 12) : at + 13]!r}" if text else place


def _texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every text of an edition with words for its place."""
    for block in edition.blocks:
        for row in block.rows:
            for passage in row.passages:
                yield from ((f"in segment {row.id}", text) for text in (passage.text, *passage.notes))
        yield f"in a {block.kind} block", block.text
    for term in edition.terms:
        forms = (term.chinese, *term.traditional.values(), term.english, term.acronym, *term.fields.values())
        yield from ((f"in term {term.id}", text) for text in forms)
    yield from ((f"in the field {name}", text) for name, text in edition.metadata.items())
