"""What was worked out before, kept in a file by the content that it was worked out from.

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
"""The folder of a workspace in which such files are; it can be deleted at any time."""


def recall(path: Path, key: str) -> Any:
    """What is kept under a key, as JSON gives it back; None where there is nothing, or nothing whole."""
    with contextlib.suppress(OSError, ValueError):
        head, _, body = path.read_text("utf-8").partition("\n")
        if head == f"{key} {files.digest_of(body)}":
            return json.loads(body)
    return None


def keep(path: Path, key: str, value: Any) -> None:
    """Keeps a value under a key, in the place of what the file had."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    with contextlib.suppress(FileError):
        files.write_text(path, [f"{key} {files.digest_of(body)}\n", body], path.name)
