"""How long `duizhao annotate` and each export take for a megabyte of Chinese, and whether that is linear.

    python -m tests.benchmarks.annotation [--megabytes 0.25 1] [--repeat 3]

The text is one document: this workspace's own sentences, over and over, each with letters that make it one of a
kind, so that no cache keeps whole sentences. A megabyte is of the Chinese in UTF-8. It is measured alone, with
its English, and with its English once more after one sentence was edited. Seconds are of the processor, in a
process of its own that a small document has warmed up, and the least of those that `--repeat` asks for.
The last line is what ten million additions take meanwhile: on a busy machine all grows with it.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from pipeline.workspace.annotating import annotate
from pipeline.workspace.exporting import EXPORTS, export
from pipeline.workspace.folder import Workspace
from tests.benchmarks.checks_speed import make

SENTENCES = 10_370
"""How many of the sentences make a megabyte."""

JOBS = ("annotate", *EXPORTS)


def run(name: str, root: Path) -> float:
    """Does a job in this process and gives the seconds of the processor."""
    start = time.process_time()
    place = Workspace.find(root)
    list(annotate(place, jobs=1) if name == "annotate" else export(place, name, jobs=1))
    return time.process_time() - start


def least(name: str, root: Path, repeat: int, before: Callable[[Path], None]) -> float:
    """The least seconds of a job, each time in a fresh child of this process."""
    found = []
    for _ in range(repeat):
        before(root)
        with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
            found.append(pool.submit(run, name, root).result())
    return min(found)


def forget(root: Path) -> None:
    """Takes the memory away."""
    shutil.rmtree(root / ".duizhao", ignore_errors=True)


def edit(root: Path) -> None:
    """Adds a character to the first sentence."""
    path = root / "source/d0000.md"
    path.write_text("又" + path.read_text("utf-8"), "utf-8")


def additions() -> float:
    start = time.process_time()
    sum(range(10_000_000))
    return time.process_time() - start


def made(folder: Path, megabytes: float) -> tuple[Path, Path]:
    """A workspace with the Chinese alone, and one with its English."""
    alone, both = folder / f"{megabytes}-alone", folder / f"{megabytes}"
    both.mkdir()
    make(both, round(SENTENCES * megabytes), 1)
    shutil.copytree(both, alone)
    shutil.rmtree(alone / "translations")
    return alone, both


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, nargs="+", default=[0.25, 1.0])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        _, small = made(Path(name), 0.005)
        places = [made(Path(name), size) for size in options.megabytes]
        heads = [f"{size} MB{more}" for more in ("", ", English", ", edited") for size in options.megabytes]
        print(f"| | {' | '.join(heads)} |\n|{' --- |' * (len(heads) + 1)}", flush=True)
        for job in JOBS:
            run(job, small)
            cells = [
                least(job, both if english else alone, options.repeat, before)
                for english, before in ((False, forget), (True, forget), (True, edit))
                for alone, both in places
                if english or job not in ("tmx", "xliff")  # which need a translation
            ]
            shown = [f"{cell:.1f}" for cell in cells]
            shown = ["–"] * (len(heads) - len(cells)) + shown
            print(f"| `{job}` | {' | '.join(shown)} |", flush=True)
    print(f"\nadditions: {min(additions() for _ in range(5)):.2f} s")


if __name__ == "__main__":
    main()
