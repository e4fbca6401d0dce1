"""How long `duizhao check` takes over a large corpus, and in how much memory.

    python -m tests.benchmarks.checks_speed [--segments 100000] [--documents 100] [--languages en]

The corpus is this workspace's own sentences with their English, over and over; no cache keeps whole sentences
for that long. Time and memory are those of the command and its processes. Then it is run again: with nothing
changed, and with a word more in one translation.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path

from pipeline.formats import po
from pipeline.model import Catalog, Entry, Key, State
from pipeline.workspace.folder import Workspace

HERE = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=100)
    options = parser.parse_args()
    print(f"{options.segments:,} segments in {options.documents} documents\n")
    print("| check | seconds | of processors | MB | findings |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.segments, options.documents)
        run("the first", folder)
        run("nothing changed", folder)
        edit(Path(folder))
        run("one sentence changed", folder)


def run(name: str, folder: str) -> None:
    """Checks the workspace and prints what it took."""
    start, before = time.perf_counter(), used()
    command = [sys.executable, "-m", "pipeline", "-C", folder, "check", "--fail-on", "never"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(HERE)}, text=True
    )
    peak, last = watch(process)
    seconds = time.perf_counter() - start
    print(f"| {name} | {seconds:.1f} | {used() - before:.1f} | {peak / 2**20:.0f} | {last} |", flush=True)


def used() -> float:
    """The seconds of processors that the processes so far took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def edit(folder: Path) -> None:
    """Changes one translation."""
    path = folder / "translations" / "en" / "d0000.po"
    path.write_text(path.read_text("utf-8").replace("(AAAA)", "(AAAA) again", 1), "utf-8")


def make(folder: Path, segments: int, documents: int) -> None:
    """A workspace whose documents hold the shipped sentences, each with letters that make it one of a kind."""
    own = Workspace.find(HERE)
    pairs = [
        (entry.key.text, entry.target)
        for slug in own.slugs
        for entry in own.catalog(slug, "en").entries  # type: ignore[union-attr]
        if entry.state is State.TRANSLATED and "[^" not in entry.key.text and "\n" not in entry.key.text
    ]
    (folder / "duizhao.toml").write_text('title = "Large"\nlanguages = ["en"]\n', "utf-8")
    shutil.copytree(HERE / "glossary", folder / "glossary")
    (folder / "source").mkdir()
    (folder / "translations" / "en").mkdir(parents=True)
    sentences = cycle(pairs)
    each = segments // documents
    for number in range(documents):
        some = [
            (f"{zh}（{code(i)}）", f"{en} ({code(i)})") for i, (zh, en) in enumerate(islice(sentences, each))
        ]
        source = "\n\n".join(zh for zh, _ in some)
        (folder / "source" / f"d{number:04}.md").write_text(source, "utf-8")
        entries = tuple(
            Entry(Key("", zh), en, notes=("paragraph",), references=("source/x.md:1",)) for zh, en in some
        )
        header = (("Language", "en"), ("Content-Type", "text/plain; charset=UTF-8"))
        text = "".join(po.serialize(Catalog("en", header, entries)))
        (folder / "translations" / "en" / f"d{number:04}.po").write_text(text, "utf-8")


def code(number: int) -> str:
    """Four capital letters that stand for a number below 456,976."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(3, -1, -1))


def watch(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """The most memory that the process and its children had at a time, in bytes, and its last line."""
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stdout or []))
    reader.start()
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(memory(pid) for pid in [process.pid, *children(process.pid)]))
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.5)  # to look more often slows down what is looked at
    reader.join()
    return peak, lines[-1].strip() if lines else ""


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []


def memory(pid: int) -> int:
    """The proportional set size of a process in bytes: what it shares is divided among those who share it."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
