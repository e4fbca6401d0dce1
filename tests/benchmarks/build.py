"""How long `duizhao build` takes for all editions of a document, as HTML and as PDF.

    python -m tests.benchmarks.build [--segments 40] [--runs 5]

The document is of this workspace's own sentences, with their English and its glossary, in five editions. Each
run is a fresh process: the time is that from the end of its imports to the last of the eleven files, by the
clock and of processors. The median of the runs is given, with the least and the most.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.checks_speed import HERE, make

SETTINGS = 'title = "Large"\nlanguages = ["en", "zh-Hant", "zh-Hant-HK"]\n'


def workspace(folder: Path, segments: int) -> None:
    """A workspace with one document in all languages."""
    make(folder, segments, 1)
    (folder / "duizhao.toml").write_text(SETTINGS, "utf-8")
    command = [sys.executable, "-m", "pipeline", "-C", str(folder), "sync"]
    subprocess.run(command, check=True, cwd=HERE, capture_output=True)


def work(folder: Path) -> tuple[float, float]:
    """Builds everything in this process; gives seconds by the clock and of processors."""
    import pypinyin  # noqa: F401 -- what the command imports where it is used
    import rjieba  # noqa: F401
    import typst  # noqa: F401

    from pipeline.formats import html, pdf  # noqa: F401
    from pipeline.workspace.build import build
    from pipeline.workspace.folder import Workspace

    began, spent = time.perf_counter(), time.process_time()
    for _ in build(Workspace.find(folder), formats=("html", "pdf"), out=Path(tempfile.mkdtemp(dir=folder))):
        pass
    return time.perf_counter() - began, time.process_time() - spent


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--segments", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(work(Path(options.one))))
        return
    with tempfile.TemporaryDirectory() as name:
        workspace(Path(name), options.segments)
        command = [sys.executable, "-m", "tests.benchmarks.build", "--one", name]
        runs = [json.loads(subprocess.check_output(command, text=True)) for _ in range(options.runs)]
    for what, times in zip(("by the clock", "of processors"), zip(*runs, strict=True), strict=True):
        spread = f"{min(times):.2f} to {max(times):.2f}, n = {len(times)}"
        print(f"{options.segments} segments, {what}: {statistics.median(times):.2f} s ({spread})")


if __name__ == "__main__":
    main()
