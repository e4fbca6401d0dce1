"""What was worked out before, kept in `.duizhao/` by the content that it was worked out from.

It is a convenience. A file that is missing, damaged or kept under another key is as none at all, and where
nothing may be written nothing is kept: all is then worked out anew.
"""

import contextlib
import json
from pathlib import Path
from typing import Any

from pipeline.errors import FileError
from pipeline.workspace import files

FOLDER = ".duizhao"
"""The folder in a workspace, which can be deleted at any time; git is told to look away."""


def recall(root: Path, name: str, key: str) -> Any:
    """What is kept under a key, as JSON gives it back; None where there is nothing, or nothing whole."""
    with contextlib.suppress(OSError, ValueError):
        head, _, body = (root / FOLDER / name).read_text("utf-8").partition("\n")
        if head == f"{key} {files.digest_of(body)}":
            return json.loads(body)
    return None


def keep(root: Path, name: str, key: str, value: Any) -> None:
    """Keeps a value under a key, in the place of what was kept by that name."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    write(root, name, [f"{key} {files.digest_of(body)}\n", body])


def write(root: Path, name: str, chunks: list[str]) -> None:
    """Keeps a file that is its own key."""
    with contextlib.suppress(FileError):
        files.write_text(root / FOLDER / name, chunks, f"{FOLDER}/{name}")
        if not (root / FOLDER / ".gitignore").exists():
            files.write_text(root / FOLDER / ".gitignore", ["*\n"], f"{FOLDER}/.gitignore")
