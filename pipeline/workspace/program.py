"""What the program itself is: another one may make other things of the same files."""

import sys
import sysconfig
from functools import cache
from pathlib import Path

from pipeline.workspace import files


@cache
def program() -> str:
    """A digest that stands for Python, the installed libraries and every file of this package."""
    package = Path(__file__).parents[1]
    own = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    installed = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*-info"))
    return files.digest_of(sys.version, *installed, *(path.read_bytes() for path in own))
