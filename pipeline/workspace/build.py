"""Build: the editions of the documents, each file made anew only when something that it shows has changed."""

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import current_thread, main_thread

from pipeline.errors import WorkspaceError
from pipeline.results import Built
from pipeline.workspace import files, index
from pipeline.workspace.folder import Workspace
from pipeline.workspace.font_files import font_paths, font_setting
from pipeline.workspace.making import Made, Task, make
from pipeline.workspace.memory import Memory, Record
from pipeline.workspace.program import program
from pipeline.workspace.root import FILE
from pipeline.workspace.settings import PARALLEL, Settings
from pipeline.workspace.spread import context, cores
from pipeline.workspace.writers import WRITERS

_LARGE = 250_000
"""Bytes of sources, counted for each stale edition, from which on processes save more than they cost."""


def build(
    workspace: Workspace,
    names: Iterable[str] = (),
    *,
    editions: Iterable[str] = (),
    formats: Iterable[str] = (),
    out: Path | None = None,
    embed_fonts: bool | None = None,
    jobs: int | None = None,
) -> Iterator[Built]:
    """Yields each file of the editions asked for (default: those of the settings), building what is stale.

    The last is the index page of the folder. `embed_fonts` overrules the settings; `jobs` processes at
    most divide the work, 1 is this one alone.
    """
    settings = workspace.settings
    if embed_fonts is not None:
        settings = replace(settings, embed_fonts=embed_fonts)
    chosen = _choose(tuple(editions), settings.all_editions, "edition")
    wanted = _choose(tuple(formats), tuple(WRITERS), "format") if formats else settings.formats
    memory = Memory(out or workspace.root / "build")
    fonts, installed = fonts_of(workspace, settings), _installed(workspace) if "pdf" in wanted else ""
    tasks = [
        Task(workspace.root, memory.folder, slug, name, wanted, inputs, installed, settings)
        for slug in workspace.select(names)
        for inputs in [inputs_of(workspace, slug, fonts)]
        for name in chosen
    ]
    stale = [_stale(memory, task) for task in tasks]
    with ExitStack() as stack:
        stack.callback(memory.save)
        results = _run(workspace, [task for task in stale if task.formats], stack, jobs or cores())
        for task, remade in zip(tasks, stale, strict=True):
            if remade.formats:
                _keep(memory, remade, next(results))
            for name in task.names:
                record, path = memory.record(name), memory.folder / name
                gaps = record.untranslated, record.fuzzy
                yield Built(task.slug, task.edition, path, *gaps, fresh=name in remade.names)
        yield index.build(workspace, memory, settings.embed_fonts, fonts)


def count(workspace: Workspace, names: Iterable[str], editions: Iterable[str], formats: Iterable[str]) -> int:
    """How many files `build` will yield for the same arguments."""
    many = (workspace.select(names), tuple(editions) or workspace.settings.all_editions)
    return len(many[0]) * len(many[1]) * len(tuple(formats) or workspace.settings.formats) + 1


def _stale(memory: Memory, task: Task) -> Task:
    """The task with the formats alone whose files are not as they were built from the same inputs."""
    pairs = zip(task.formats, task.names, strict=True)
    stale = tuple(form for form, name in pairs if not memory.is_current(name, task.made_of(form)))
    return replace(task, formats=stale)


def _keep(memory: Memory, task: Task, made: Made) -> None:
    """Remembers what a task made."""
    memory.learn(task.slug, made.facts)
    for form, name, output in zip(task.formats, task.names, made.digests, strict=True):
        memory.keep(name, Record(task.made_of(form), output, made.untranslated, made.fuzzy))


def _run(workspace: Workspace, tasks: Sequence[Task], stack: ExitStack, jobs: int) -> Iterator[Made]:
    """Makes the tasks in their order, so many at a time."""
    workers = min(jobs, len(tasks))
    if workers < 2:
        return map(make, tasks)
    pool = _processes(workers) if _is_large(workspace, tasks) else ThreadPoolExecutor(workers)
    stack.callback(pool.shutdown, cancel_futures=True)
    with _interrupts_ignored():
        # The largest first, so that no core waits for one that began late.
        ordered = sorted(tasks, key=lambda task: task.edition != PARALLEL)
        futures = {task: pool.submit(make, task) for task in ordered}
    return (futures[task].result() for task in tasks)


def _is_large(workspace: Workspace, tasks: Sequence[Task]) -> bool:
    """Whether the work is worth the second that a process needs to begin.

    Otherwise threads do: Typst, which takes most of the time, lets others work beside it.
    """
    paths = (workspace.root / workspace.source_path(task.slug) for task in tasks)
    return sum(path.stat().st_size for path in paths) > _LARGE


def _processes(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, mp_context=context())


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


def fonts_of(workspace: Workspace, settings: Settings) -> str:
    """A digest of the font files that the workspace brings, and of whether pages bring theirs."""
    paths = font_paths(font_setting(workspace))
    return files.digest_of(str(settings.embed_fonts), *(files.read_bytes(path, str(path)) for path in paths))


def _installed(workspace: Workspace) -> str:
    """A digest of the font families that a PDF can take: one that is installed or removed may change it."""
    from pipeline.formats import pdf

    return files.digest_of(*pdf.families(font_setting(workspace)))


def inputs_of(workspace: Workspace, slug: str, fonts: str) -> str:
    """A digest of everything that the editions of a document are made of, the program included."""
    languages = workspace.settings.languages
    catalogs = [workspace.catalog_path(slug, language) for language in languages]
    own = (workspace.source_path(slug), workspace.remarks_path(slug))
    paths = [FILE, *own, *workspace.glossary_paths(), *catalogs]
    parts: list[str | bytes] = [program(), fonts]
    for path in paths:
        there = (workspace.root / path).exists()
        parts += [path.encode(), files.read_bytes(workspace.root / path, path) if there else b"-"]
    return files.digest_of(*parts)
