"""What a caller may tell the HTML writer about the place where a page will stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from pipeline.formats.html.embedding import Face

MARKS = ("terms", "names")
"""What a page marks in its text until its reader asks for more or less; there are `figures` too."""


@dataclass(frozen=True, slots=True)
class Link:
    """Another edition or file of the same document.

    `href` is relative to the page, `language` a BCP 47 tag (empty where the file holds several) and
    `media` its media type.
    """

    href: str
    label: str
    language: str = ""
    media: str = "text/html"


@dataclass(frozen=True, slots=True)
class Settings:
    """The page's surroundings; every field has a sensible absence.

    `site` is the workspace's title and `home` the address of its index page; `address` the URL at which
    the page is published, for citations and search engines. `edit` is the pattern of an edit link with
    `{path}`, `{line}`, `{slug}`, `{language}` and `{id}`; `paths` gives by language the file in which its
    sentences stand, and `lines` by language and row the line in it. `folding` maps Traditional to
    Simplified characters, so that search finds either from the other. `pinyin` offers readings above the
    Chinese; `marks` is what the text marks at first; `faces` are fonts to embed, for readers whose own
    machine may lack Chinese ones. Two are for a preview: `findings` gives by row what to show beside its
    block, and `script` runs after the page's own and may ask the page's own server.
    """

    site: str = ""
    home: str = ""
    address: str = ""
    editions: tuple[Link, ...] = ()
    edit: str = ""
    paths: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    folding: Mapping[str, str] = field(default_factory=dict)
    pinyin: bool = True
    marks: tuple[str, ...] = MARKS
    faces: tuple[Face, ...] = ()
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    script: str = ""

    def absolute(self, href: str) -> str:
        """An address for machines: the whole of it, where the page's own is known."""
        return urljoin(self.address, href) if self.address else href
