"""Judges: tests marked `judge("tool")` need a program that is not from PyPI, or a schema in .judges/."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

_PACKAGES = dict(
    line.split() for line in Path(__file__).with_name("judges.txt").read_text().splitlines() if line[0] != "#"
)
_HINT = "run `make judges`"
_SCHEMAS = Path(__file__).parents[1] / ".judges"

# What an example may take says nothing on a machine that does other things too; a hang ends with the run.
settings.register_profile("duizhao", deadline=None)
settings.load_profile("duizhao")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="take what is printed now as what is right; then read it"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("judge"):
        (tool,) = mark.args
        assert tool in _PACKAGES, f"{tool} is not in tests/judges.txt"
        if not (_SCHEMAS / tool).is_file() and shutil.which(tool) is None:  # a whole path stands for itself
            reason = f"needs {tool} ({_PACKAGES[tool]}): {_HINT}"
            # Where everything has to be judged, a judge that stays away is a failure.
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if _HINT in str(report.longrepr)
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} tests not run: {reason}")
