"""What the program itself is: another one may make other things of the same files."""

from functools import cache
from pathlib import Path

import pipeline


@cache
def program() -> bytes:
    """The bytes of the package."""
    root = Path(pipeline.__file__).parent
    every = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return b"".join(path.read_bytes() for path in every)
