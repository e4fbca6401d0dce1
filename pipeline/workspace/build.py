"""Build: the editions of the documents, each file made anew only when something that it shows has changed."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pipeline
from pipeline.annotate import annotate
from pipeline.edition import edition
from pipeline.errors import WorkspaceError
from pipeline.model import SOURCE_LANGUAGE, Document, Edition, State
from pipeline.results import Built
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.settings import FILE, PARALLEL

_MEMORY = ".duizhao.json"


def build(
    workspace: Workspace,
    names: Iterable[str] = (),
    *,
    editions: Iterable[str] = (),
    formats: Iterable[str] = (),
    out: Path | None = None,
) -> Iterator[Built]:
    """Yields each file of the editions asked for (default: those of the settings), building what is stale."""
    chosen = _choose(tuple(editions), workspace.settings.all_editions, "edition")
    wanted = _choose(tuple(formats), tuple(WRITERS), "format") if formats else workspace.settings.formats
    folder = out or workspace.root / "build"
    memory = _Memory(folder)
    try:
        for slug in workspace.select(names):
            job = _Job(workspace, slug, _inputs(workspace, slug))
            for name in chosen:
                for format_ in wanted:
                    yield _build_one(job, name, format_, folder, memory)
    finally:
        memory.save()


def jobs(workspace: Workspace, names: Iterable[str], editions: Iterable[str], formats: Iterable[str]) -> int:
    """How many files `build` will yield for the same arguments."""
    many = (workspace.select(names), tuple(editions) or workspace.settings.all_editions)
    return len(many[0]) * len(many[1]) * len(tuple(formats) or workspace.settings.formats)


def _html(made: Edition, _: Workspace) -> bytes:
    from pipeline.formats import html

    return "".join(html.serialize(made)).encode()


def _pdf(made: Edition, workspace: Workspace) -> bytes:
    from pipeline.formats import pdf

    return pdf.render(made, paper=pdf.Paper(workspace.settings.paper))


WRITERS: dict[str, Callable[[Edition, Workspace], bytes]] = {"html": _html, "pdf": _pdf}


class _Job:
    """One document to build; it is read when the first of its files turns out to be stale."""

    def __init__(self, workspace: Workspace, slug: str, inputs: str) -> None:
        self.workspace, self.slug, self.inputs = workspace, slug, inputs
        self._document: Document | None = None
        self._editions: dict[str, Edition] = {}

    def edition(self, name: str) -> Edition:
        if name not in self._editions:
            self._editions[name] = self._make(name)
        return self._editions[name]

    def _make(self, name: str) -> Edition:
        workspace = self.workspace
        self._document = self._document or workspace.document(self.slug)
        every = (SOURCE_LANGUAGE, *workspace.settings.languages)
        languages = every if name == PARALLEL else (name,)
        found = {
            language: workspace.catalog(self.slug, language) for language in languages[name == PARALLEL :]
        }
        catalogs = {language: catalog for language, catalog in found.items() if catalog}
        made = edition(self._document, catalogs, languages, name, workspace.glossary)
        return annotate(made, workspace.glossary, workspace.settings.model)


def _build_one(job: _Job, name: str, format_: str, folder: Path, memory: "_Memory") -> Built:
    path = folder / job.slug / f"{job.slug}.{name}.{format_}"
    shown = str(path.relative_to(folder))
    inputs = digest_of(job.inputs, name, format_)
    remembered = memory.recall(shown, inputs)
    if remembered:
        return Built(job.slug, name, path, *remembered, fresh=False)
    made = job.edition(name)
    data = WRITERS[format_](made, job.workspace)
    files.write_bytes(path, [data], str(path))
    gaps = _gaps(made)
    memory.keep(shown, inputs, data, gaps)
    return Built(job.slug, name, path, *gaps, fresh=True)


def _gaps(made: Edition) -> tuple[int, int]:
    """How many sentences have no finished translation in some language: untranslated, fuzzy."""
    states = [{passage.state for passage in row.passages} for block in made.blocks for row in block.rows]
    untranslated = sum(State.UNTRANSLATED in row for row in states)
    return untranslated, sum(State.FUZZY in row for row in states)


def _choose(asked: tuple[str, ...], there: tuple[str, ...], what: str) -> tuple[str, ...]:
    for name in asked:
        if name not in there:
            raise WorkspaceError(f"no {what} {name!r} here (there are: {', '.join(there)})")
    return asked or there


def _inputs(workspace: Workspace, slug: str) -> str:
    """A digest of everything that the editions of a document are made of, the program included."""
    languages = workspace.settings.languages
    catalogs = [workspace.catalog_path(slug, language) for language in languages]
    paths = [FILE, workspace.source_path(slug), *workspace.glossary_paths(), *catalogs]
    parts = [_program()]
    for path in paths:
        there = (workspace.root / path).exists()
        parts += [path.encode(), files.read_bytes(workspace.root / path, path) if there else b"-"]
    return digest_of(*parts)


@cache
def _program() -> bytes:
    """The bytes of the package, since another program makes other pages."""
    root = Path(pipeline.__file__).parent
    every = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return b"".join(path.read_bytes() for path in every)


def digest_of(*parts: str | bytes) -> str:
    """A digest that stands for all the parts, in their order."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


class _Memory:
    """What was built from what, kept beside the pages; a page that was changed or lost is built again."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _MEMORY
        self._folder = folder
        try:
            self._known: dict[str, list[str | int]] = dict(json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError):
            self._known = {}

    def recall(self, name: str, inputs: str) -> tuple[int, int] | None:
        match self._known.get(name):
            case [str(known), str(output), int(untranslated), int(fuzzy)] if known == inputs:
                path = self._folder / name
                if path.is_file() and digest_of(path.read_bytes()) == output:
                    return untranslated, fuzzy
        return None

    def keep(self, name: str, inputs: str, data: bytes, gaps: tuple[int, int]) -> None:
        self._known[name] = [inputs, digest_of(data), *gaps]

    def save(self) -> None:
        text = json.dumps(self._known, indent=1, sort_keys=True)
        files.write_text(self._path, [text], str(self._path))
