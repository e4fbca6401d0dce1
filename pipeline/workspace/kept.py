"""What is kept in `.duizhao/` from run to run: a convenience, which can be deleted at any time.

A text that is kept under a key stands for what all that the key was made of came to. Where nothing may be
written, nothing is kept; a file that is damaged, or kept under another key, is as good as none.
"""

import contextlib
from pathlib import Path

from pipeline.errors import FileError
from pipeline.workspace import files

FOLDER = ".duizhao"
"""The folder in a workspace; it tells git to look away."""


def read(root: Path, name: str, key: str) -> str | None:
    """The text that is kept under a key; None where there is none, or not the whole of it."""
    with contextlib.suppress(OSError, ValueError):
        head, _, body = (root / FOLDER / name).read_text("utf-8").partition("\n")
        if head == f"{key} {files.digest_of(body)}":
            return body
    return None


def write(root: Path, name: str, key: str, body: str) -> None:
    """Keeps a text under a key, in the place of what was kept by that name."""
    save(root, name, [f"{key} {files.digest_of(body)}\n", body])


def save(root: Path, name: str, chunks: list[str]) -> None:
    """Keeps a file that is its own key."""
    with contextlib.suppress(FileError):
        files.write_text(root / FOLDER / name, chunks, f"{FOLDER}/{name}")
        if not (root / FOLDER / ".gitignore").exists():
            files.write_text(root / FOLDER / ".gitignore", ["*\n"], f"{FOLDER}/.gitignore")
