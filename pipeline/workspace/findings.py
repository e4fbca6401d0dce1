"""The findings of a workspace: remembered where nothing that a check reads has changed, made anew elsewhere.

A big corpus takes a check many seconds. What it found is kept by the content of all that it read, so that
asking again costs no more than reading the files; for the same reason only light modules are imported here.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.results import Checked
from pipeline.workspace import files, kept
from pipeline.workspace.finding_rows import finding, row
from pipeline.workspace.program import program
from pipeline.workspace.root import DECISIONS, FILE, find_root, in_repository

FOLDERS = ("source", "translations", "glossary", "annotations")
"""Where the files are that a check reads, beside the settings."""

SUFFIXES = (".md", ".po", ".csv", ".txt", ".jsonl")
"""What the names of those files end in."""


def findings(start: Path, names: Iterable[str] = (), jobs: int | None = None) -> Checked:
    """The findings of the workspace that `start` is in, on the documents that are named or on all.

    `jobs` processes divide the work (see `spread`).
    """
    root, chosen = find_root(start), tuple(names)
    name = f"findings/{files.digest_of(*chosen)[:16]}.json"
    key = _key(root)
    checked = _read(kept.recall(root, name, key))
    if checked is None:
        checked = _check(root, chosen, jobs)
        # A file that was saved meanwhile may have been read before or after; such a result is not kept.
        if _key(root) == key:
            rows = [*map(row, checked.findings)]
            kept.keep(root, name, key, [checked.fail_on, checked.baseline, rows])
    return replace(checked, folder=in_repository(root))


def inputs(root: Path) -> Iterator[Path]:
    """The files that a check of a workspace reads, in a lasting order."""
    yield from (root / FILE, root / DECISIONS)
    for name in FOLDERS:
        for folder, subfolders, names in os.walk(root / name):
            subfolders.sort()
            yield from (Path(folder, name) for name in sorted(names) if name.endswith(SUFFIXES))


def _check(root: Path, names: tuple[str, ...], jobs: int | None) -> Checked:
    from pipeline.workspace.check import check
    from pipeline.workspace.folder import Workspace

    workspace = Workspace.find(root)
    workspace.settings.severity.refuse_unknown(workspace.slugs)
    found = tuple(check(workspace, names, jobs))
    return Checked(found, workspace.settings.fail_on, baseline=workspace.settings.baseline)


def _key(root: Path) -> str:
    """Stands for all that a result depends on: the files, their names, the program and its libraries."""
    paths = list(inputs(root))
    with ThreadPoolExecutor(2) as pool:
        digests = list(pool.map(_digest, paths))
    names = [path.relative_to(root).as_posix() for path in paths]
    return files.digest_of(program(), *names, *digests)


def _digest(path: Path) -> str:
    """A digest of a file's content; of nothing where it cannot be read, which the check itself will tell."""
    try:
        return files.digest_of(path.read_bytes())
    except OSError:
        return ""


def _read(known: Any) -> Checked | None:
    """What is remembered; None where that is nothing, or of another shape."""
    with contextlib.suppress(TypeError, ValueError):
        fail_on, baseline, rows = known
        return Checked(tuple(map(finding, rows)), fail_on, baseline=baseline)
    return None
