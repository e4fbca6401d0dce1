"""The index page of a workspace: its documents, their editions and how far each translation is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.formats.html.embedding import Face, with_fonts
from pipeline.formats.html.safety import identifier
from pipeline.formats.html.settings import Link
from pipeline.formats.html.templating import asset, policy, template
from pipeline.formats.words import ENGLISH


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a document is in a language: sentences that a person translated, a machine converted,
    that await review and that are not translated.
    """

    translated: int = 0
    machine: int = 0
    fuzzy: int = 0
    untranslated: int = 0

    @property
    def states(self) -> tuple[tuple[str, int], ...]:
        """The states that a reader may want to know of, with their numbers."""
        return (("machine", self.machine), ("fuzzy", self.fuzzy), ("untranslated", self.untranslated))

    @property
    def total(self) -> int:
        """All sentences."""
        return self.translated + self.machine + self.fuzzy + self.untranslated

    @property
    def done(self) -> int:
        """The sentences that have a text in this language."""
        return self.translated + self.machine


@dataclass(frozen=True, slots=True)
class IndexEdition:
    """An edition of a document: its name, its language (empty where it holds several), its files, and how
    far its language is; the source and an edition of several languages have no progress of their own.
    """

    name: str
    language: str = ""
    files: tuple[Link, ...] = ()
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document of the workspace: titles by language in the order to show, and its editions.

    The titles lead to the first file of the first edition.
    """

    slug: str
    titles: tuple[tuple[str, str], ...]
    editions: tuple[IndexEdition, ...]
    date: str = ""
    description: str = ""

    @property
    def address(self) -> str:
        """Where the titles lead; empty where there is no file."""
        return next((link.href for edition in self.editions for link in edition.files), "")

    @property
    def anchor(self) -> str:
        """The id of the document's place in the page."""
        return identifier("d-", self.slug)


def serialize_index(
    documents: Sequence[IndexDocument],
    title: str,
    language: str = ENGLISH,
    description: str = "",
    script: str = "",
    faces: Sequence[Face] = (),
) -> Iterator[str]:
    """Writes the page that lists a workspace's documents; `language` is that of its own words.

    `script` is a preview's, which may ask the page's own server. The fonts to be embedded are `faces`.
    """

    def written(fonts: Markup) -> Iterator[str]:
        style = asset("html_type.css", "html_parts.css", "html_index.css") + fonts
        return template("html_index.html").generate(
            documents=documents,
            title=title,
            language=language,
            description=description,
            style=style,
            script=Markup(script),
            policy=policy([style], [script] if script else [], fonts=bool(fonts), connect=bool(script)),
        )

    yield from with_fonts(written, faces)
