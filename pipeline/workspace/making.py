"""Making one edition of one document: its files, written whole, in this process or in another."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.model import Document, Edition, State
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import lay_out
from pipeline.workspace.settings import PARALLEL, Settings

_NAMES = {
    "zh-Hans": "简体",
    "zh-Hant": "繁體（臺灣）",
    "zh-Hant-HK": "繁體（香港）",
    "en": "English",
    PARALLEL: "对照",
}
"""What an edition is called in a link, in its own language."""


def _html(made: Edition, settings: Settings) -> bytes:
    from pipeline.formats import html

    links = (
        html.Link(f"{made.slug}.{name}.html", _NAMES[name], "" if name == PARALLEL else name)
        for name in settings.all_editions
        if name != made.name
    )
    place = html.Settings(site=settings.title, editions=tuple(links))
    return "".join(html.serialize(made, place)).encode()


def _pdf(made: Edition, settings: Settings) -> bytes:
    from pipeline.formats import pdf

    return pdf.render(made, paper=pdf.Paper(settings.paper))


def _docx(made: Edition, _: Settings) -> bytes:
    from pipeline.formats import review

    return review.render(made)


def _epub(made: Edition, settings: Settings) -> bytes:
    from pipeline.formats import epub

    return epub.render(made, settings.epub_layout)


def _markdown(made: Edition, _: Settings) -> bytes:
    from pipeline.formats import markdown_edition

    return "".join(markdown_edition.serialize(made)).encode()


def _text(made: Edition, _: Settings) -> bytes:
    from pipeline.formats import text_edition

    return "".join(text_edition.serialize(made)).encode()


WRITERS: dict[str, Callable[[Edition, Settings], bytes]] = {
    "html": _html,
    "pdf": _pdf,
    "epub": _epub,
    "docx": _docx,
    "md": _markdown,
    "txt": _text,
}
"""What writes each format."""


@dataclass(frozen=True, slots=True)
class Task:
    """Files to make: each of `paths` is a format with where it goes. `inputs` stands for all that is read."""

    root: Path
    slug: str
    edition: str
    paths: tuple[tuple[str, Path], ...]
    inputs: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a task made: a digest of each file's bytes, and how many sentences lack a translation."""

    digests: tuple[str, ...]
    untranslated: int
    fuzzy: int


def make(task: Task) -> Made:
    """Builds an edition and writes its files."""
    workspace, document = _read(task.root, task.slug, task.inputs)
    made = lay_out(workspace, document, task.edition).edition
    digests = []
    for name, path in task.paths:
        data = WRITERS[name](made, workspace.settings)
        files.write_bytes(path, [data], str(path))
        digests.append(files.digest_of(data))
    return Made(tuple(digests), *_gaps(made))


@lru_cache(maxsize=2)
def _read(root: Path, slug: str, _inputs: str) -> tuple[Workspace, Document]:
    """A document with its workspace; other inputs are another document, so `_inputs` is part of the key."""
    workspace = Workspace.find(root)
    return workspace, workspace.document(slug)


def _gaps(made: Edition) -> tuple[int, int]:
    """How many sentences have no finished translation in some language: untranslated, fuzzy."""
    states = [{passage.state for passage in row.passages} for block in made.blocks for row in block.rows]
    untranslated = sum(State.UNTRANSLATED in row for row in states)
    return untranslated, sum(State.FUZZY in row for row in states)
