"""Build: the editions of the documents, each file made anew only when something that it shows has changed."""

import json
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from threading import current_thread, main_thread

import pipeline
from pipeline.errors import WorkspaceError
from pipeline.results import Built
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.making import WRITERS, Made, Task, make
from pipeline.workspace.settings import FILE, PARALLEL

_MEMORY = ".duizhao.json"
_ENOUGH = 4
"""From so many stale editions on, starting more processes costs less than it saves."""


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
    memory = _Memory(out or workspace.root / "build")
    slugs = workspace.select(names)
    inputs = {slug: _inputs(workspace, slug) for slug in slugs}
    tasks = [
        memory.stale(Task(workspace.root, slug, name, memory.paths(slug, name, wanted), inputs[slug]))
        for slug, name in product(slugs, chosen)
    ]
    stale = [task for task in tasks if task.paths]
    with ExitStack() as stack:
        stack.callback(memory.save)
        results = _run(stale, stack)
        for task in tasks:
            if task.paths:
                memory.keep(task, next(results))
            yield from memory.told(task, wanted)


def jobs(workspace: Workspace, names: Iterable[str], editions: Iterable[str], formats: Iterable[str]) -> int:
    """How many files `build` will yield for the same arguments."""
    many = (workspace.select(names), tuple(editions) or workspace.settings.all_editions)
    return len(many[0]) * len(many[1]) * len(tuple(formats) or workspace.settings.formats)


def _run(tasks: Sequence[Task], stack: ExitStack) -> Iterator[Made]:
    """Makes the tasks in their order, on all cores where there are enough of them."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(tasks) < _ENOUGH:
        return map(make, tasks)
    # Not by forking: the child of a process that has set a PDF waits for threads that it does not have.
    pool = ProcessPoolExecutor(min(cores, len(tasks)), mp_context=get_context("spawn"))
    stack.callback(pool.shutdown, cancel_futures=True)
    with _interrupts_ignored():
        # The largest first, so that no core waits for one that began late.
        ordered = sorted(tasks, key=lambda task: task.edition != PARALLEL)
        futures = {task: pool.submit(make, task) for task in ordered}
    return (futures[task].result() for task in tasks)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes started here finish their file and leave an interruption to this one, which ends them."""
    if current_thread() is not main_thread():
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _choose(asked: tuple[str, ...], there: tuple[str, ...], what: str) -> tuple[str, ...]:
    for name in asked:
        if name not in there:
            raise WorkspaceError(f"no {what} {name!r} here (there are: {', '.join(there)})")
    return asked or there


def _inputs(workspace: Workspace, slug: str) -> str:
    """A digest of everything that the editions of a document are made of, the program included."""
    languages = workspace.settings.languages
    catalogs = [workspace.catalog_path(slug, language) for language in languages]
    own = (workspace.source_path(slug), workspace.remarks_path(slug))
    paths = [FILE, *own, *workspace.glossary_paths(), *catalogs]
    parts = [_program()]
    for path in paths:
        there = (workspace.root / path).exists()
        parts += [path.encode(), files.read_bytes(workspace.root / path, path) if there else b"-"]
    return files.digest_of(*parts)


@cache
def _program() -> bytes:
    """The bytes of the package, since another program makes other pages."""
    root = Path(pipeline.__file__).parent
    every = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return b"".join(path.read_bytes() for path in every)


class _Memory:
    """What was built from what, kept beside the pages; a page that was changed or lost is built again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _MEMORY
        self._fresh: set[Path] = set()
        try:
            self._known: dict[str, list[str | int]] = dict(json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError):
            self._known = {}

    def paths(self, slug: str, edition: str, formats: Iterable[str]) -> tuple[tuple[str, Path], ...]:
        """Where each format of an edition goes."""
        return tuple((name, self._folder / slug / f"{slug}.{edition}.{name}") for name in formats)

    def stale(self, task: Task) -> Task:
        """The task with those of its files alone that are not as they were built from the same inputs."""
        stale = tuple((name, path) for name, path in task.paths if not self._is_current(path, task.inputs))
        return Task(task.root, task.slug, task.edition, stale, task.inputs)

    def keep(self, task: Task, made: Made) -> None:
        """Remembers what a task made."""
        for (_, path), output in zip(task.paths, made.digests, strict=True):
            self._known[self._name(path)] = [task.inputs, output, made.untranslated, made.fuzzy]
            self._fresh.add(path)

    def told(self, task: Task, formats: Iterable[str]) -> Iterator[Built]:
        """What there is now of a task's edition."""
        for _, path in self.paths(task.slug, task.edition, formats):
            untranslated, fuzzy = (int(count) for count in self._known[self._name(path)][2:])
            yield Built(task.slug, task.edition, path, untranslated, fuzzy, path in self._fresh)

    def save(self) -> None:
        """Writes the memory beside the pages."""
        text = json.dumps(self._known, indent=1, sort_keys=True)
        files.write_text(self._path, [text], str(self._path))

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _is_current(self, path: Path, inputs: str) -> bool:
        match self._known.get(self._name(path)):
            case [str(known), str(output), int(), int()] if known == inputs:
                return path.is_file() and files.digest_of(path.read_bytes()) == output
        return False
