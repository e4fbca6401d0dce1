"""Watch: tells when a file that a check reads has changed."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.workspace.findings import FOLDERS, SUFFIXES
from pipeline.workspace.root import DECISIONS, FILE, find_root


def changes(start: Path) -> Iterator[None]:
    """Yields once as soon as it watches the workspace of `start`, and again after each change; never ends.

    Folders are watched each for itself, since a workspace may hold big ones that no check reads.
    """
    import watchfiles

    root = find_root(start)
    while True:
        folders = _folders(root)
        began = False
        steps = watchfiles.watch(
            *folders,
            watch_filter=lambda _, path: _is_read(root, Path(path)),
            recursive=False,
            rust_timeout=200,
            yield_on_timeout=True,
        )
        # The first step, changes or none, comes when the watch stands: what is saved from now on is seen.
        for changed in steps:
            if changed or not began:
                began = True
                yield
            if changed and _folders(root) != folders:
                break


def _folders(root: Path) -> list[Path]:
    """The workspace's folder and those of its sources, catalogs and glossary, as far as they are there."""
    named = [root / name for name in FOLDERS]
    below = sorted(path for folder in named for path in folder.rglob("*"))
    return [root, *(path for path in (*named, *below) if path.is_dir())]


def _is_read(root: Path, path: Path) -> bool:
    """Whether a check reads what is at `path`, or a folder there in which it would."""
    if path.parent == root:
        return path.name in (FILE, DECISIONS, *FOLDERS)
    return path.suffix in SUFFIXES or path.is_dir()
