"""`--jobs N`: as many processes as one says, and the same files whatever one says."""

import os
from pathlib import Path

import pytest

from pipeline.workspace import exporting
from tests.command import duizhao


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("w")
    (home / "source").mkdir()
    (home / "duizhao.toml").write_text('languages = ["en"]\n', "utf-8")
    for number in range(3):
        (home / f"source/d{number}.md").write_text(f"# 试点{number}\n\n2020年投入{number}亿元。\n", "utf-8")
    assert duizhao("-C", home, "sync").code == 0
    return home


def test_every_number_of_processes_makes_the_same(home: Path, tmp_path: Path) -> None:
    made = {}
    for number in ("1", "2"):
        out = tmp_path / number
        told = duizhao("-C", home, "export", "jsonl", "--jobs", number, "--out", out)
        made[number] = {path.name: path.read_bytes() for path in out.rglob("*.jsonl")}
        assert [Path(line).name for line in told.out.splitlines()] == ["d0.jsonl", "d1.jsonl", "d2.jsonl"]
    assert made["1"] == made["2"] and len(made["1"]) == 3


def test_one_is_this_process_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that exists in this process only is known to no other."""
    style = exporting.Export("x", lambda _job: str(os.getpid()).encode(), per="document")
    monkeypatch.setitem(exporting.EXPORTS, "x", style)
    assert duizhao("-C", home, "export", "x", "--jobs", "1").code == 0
    assert (home / "build/d2/d2.x").read_text() == str(os.getpid())


@pytest.mark.parametrize("command", ["annotate", "check"])
def test_the_number_is_handed_on(home: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int | None] = []

    def spread(_work: object, _shared: object, _tasks: object, jobs: int | None = None) -> list[None]:
        asked.append(jobs)
        return []

    for name in ("annotating", "examining"):
        monkeypatch.setattr(f"pipeline.workspace.{name}.spread", spread)
    assert duizhao("-C", home, command, "--jobs", "5").code == 0
    duizhao("-C", home, command, "d1")
    assert asked == [5, None]


@pytest.mark.parametrize("command", [("annotate",), ("export", "tsv"), ("build",), ("check",)])
@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_less_than_one_is_refused(home: Path, command: tuple[str, ...], number: str) -> None:
    done = duizhao("-C", home, *command, "--jobs", number)
    assert done.code == 2 and "--jobs" in done.err and not done.out
