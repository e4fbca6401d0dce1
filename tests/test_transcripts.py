"""Transcripts: Markdown pages of commands and what they print, run as they stand. They are the manual.

A ```console block holds commands after `$ ` and their output; `[exit 1]` ends one that fails. A block
whose info string is `file PATH` is written there first. `...` alone on a line stands for any lines.
The blocks of a page run in their order in one new folder. `<!-- judge: TOOL -->` names a tool of others
that its commands use.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PAGES = sorted(
    [
        *(HERE / "transcripts").glob("*.md"),
        *(HERE.parent / name for name in ("README.md", "docs/annotation.md", "docs/exchange.md")),
    ]
)
_BLOCK = re.compile(r"^```(?P<info>console|file [^\n]+)\n(?P<body>.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Run:
    command: str
    expected: str


def runs(block: str) -> Iterator[Run]:
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        yield Run(command, expected)


def execute(command: str, folder: Path) -> str:
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "SOURCE_DATE_EPOCH": "1767225600",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    status = f"[exit {done.returncode}]\n" if done.returncode else ""
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines()) + status


def matches(expected: str, actual: str) -> bool:
    pattern = "".join(
        ".*" if line == "...\n" else re.escape(line) for line in expected.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, actual, re.S) is not None


def marked(page: Path) -> object:
    tools = re.findall(r"^<!-- judge: (\S+) -->$", page.read_text("utf-8"), re.M)
    return pytest.param(page, id=page.stem, marks=[pytest.mark.judge(tool) for tool in tools])


@pytest.mark.parametrize("page", [marked(page) for page in PAGES])
def test_a_page_says_what_happens(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = accepted = page.read_text("utf-8")
    for block in _BLOCK.finditer(text):
        if block["info"] != "console":
            target = tmp_path / block["info"].removeprefix("file ")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block["body"], "utf-8")
            continue
        for run in runs(block["body"]):
            actual = execute(run.command, tmp_path)
            if request.config.getoption("--accept") and not matches(run.expected, actual):
                accepted = accepted.replace(
                    f"$ {run.command}\n{run.expected}", f"$ {run.command}\n{actual}", 1
                )
            else:
                assert matches(run.expected, actual), f"$ {run.command}\n{actual}\ninstead of\n{run.expected}"
    if accepted != text:
        page.write_text(accepted, "utf-8")
