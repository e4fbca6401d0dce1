"""`duizhao check --watch` as a person uses it: edit, look, break a file, mend it, Ctrl-C."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from tests.command import duizhao


class Watcher:
    """A running `check --watch`; `round` waits for the next report and gives it."""

    def __init__(self, place: Path) -> None:
        command = [sys.executable, "-u", "-m", "pipeline", "-C", str(place), "check", "--watch"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def round(self) -> str:
        told = []
        while not told or told[-1] != "watching; Ctrl-C ends\n":
            told.append(self.lines.get(timeout=60))
        return "".join(told[:-1])

    def until(self, wanted: str) -> str:
        """The first report that holds `wanted`: one save can reach the watcher as two changes."""
        while wanted not in (told := self.round()):
            pass
        return told


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text("补贴15万元。\n", "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\n')
    assert duizhao("-C", tmp_path, "sync").code == 0
    return tmp_path


@pytest.fixture
def watcher(place: Path) -> Iterator[Watcher]:
    started = Watcher(place)
    yield started
    started.process.kill()
    started.process.wait()


def save(path: Path, text: str) -> None:
    """Saves as editors do: a new file in the place of the old one."""
    path.parent.mkdir(exist_ok=True)
    new = path.with_name(".new")
    new.write_text(text, "utf-8")
    new.replace(path)


def test_each_save_is_checked_and_no_broken_file_ends_it(place: Path, watcher: Watcher) -> None:
    po = place / "translations/en/x.po"
    text = po.read_text("utf-8")
    assert "[untranslated]" in watcher.round()
    save(po, text.rpartition('msgstr ""')[0] + 'msgstr "Aid."\n')
    assert "15万元 (150,000) is not in the English" in watcher.until("number-mismatch")
    save(po, text + '\nmsgid "half\n')
    assert "the string is not closed" in watcher.until("[file-broken]")
    save(po, text)
    watcher.until("[untranslated]")
    save(place / "duizhao.toml", 'languages = ["en"\n')
    assert "error: no valid TOML" in watcher.until("TOML")
    save(place / "duizhao.toml", 'languages = ["en"]\n[check.severity]\nuntranslated = "off"\n')
    watcher.until("no findings")
    save(place / "glossary/a.csv", "id,zh_hans,en,kind\naid,补贴,subsidy,nothing\n")
    watcher.until("[glossary-kind]")
    save(place / "source/y.md", "新文。\n")
    watcher.until("[out-of-sync]")
    watcher.process.send_signal(signal.SIGINT)
    assert watcher.process.wait(timeout=60) == 0
    assert watcher.process.stderr and watcher.process.stderr.read() == ""


def test_the_memory_and_the_editions_are_not_watched(place: Path) -> None:
    from pipeline.workspace.watch import _folders, _is_read

    (place / "build").mkdir()
    (place / ".duizhao").mkdir(exist_ok=True)
    names = {path.relative_to(place).as_posix() for path in _folders(place)}
    assert names == {".", "source", "translations", "translations/en", "translations/templates"}
    for name in (
        "duizhao.toml",
        "decisions.csv",
        "source/x.md",
        "translations/en/x.po",
        "source",
        "translations/en",
    ):
        assert _is_read(place, place / name), name
    for name in (
        "README.md",
        "build",
        ".duizhao",
        "source/x.md~",
        "source/.x.md.swp",
        "translations/templates/x.pot",
    ):
        assert not _is_read(place, place / name), name
