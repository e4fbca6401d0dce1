"""Where a workspace is: the folder with a duizhao.toml, and where that folder lies in its repository."""

from pathlib import Path

from pipeline.errors import WorkspaceError
from pipeline.model import Location

FILE = "duizhao.toml"


def find_root(start: Path) -> Path:
    """The folder of the workspace that `start` is in; raises WorkspaceError where there is none."""
    if not start.is_dir():
        raise WorkspaceError("there is no such folder", Location(str(start)))
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE).is_file():
            return folder
    raise WorkspaceError(f"no {FILE} here or above: run `duizhao init` or go to a workspace (or -C DIR)")


def in_repository(root: Path) -> str:
    """A workspace's path in its git repository, with a slash at the end; empty at the top, or in none."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return f"{root.relative_to(folder).as_posix()}/" if folder != root else ""
    return ""
