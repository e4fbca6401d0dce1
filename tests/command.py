"""Running the command in this process, so that coverage sees it: exit code, output and errors."""

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from pipeline.__main__ import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def duizhao(*arguments: str | Path) -> Outcome:
    """Runs `duizhao ARGUMENTS`; anything but a clean exit goes through as it would to a terminal."""
    out, err = io.StringIO(), io.StringIO()
    argv = ["duizhao", *map(str, arguments)]
    with (
        mock.patch.object(sys, "argv", argv),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 1
    return Outcome(code, out.getvalue(), err.getvalue())
