"""How fast editions become PDF, beside WeasyPrint and Chromium printing the same sentences.

    python -m tests.benchmarks.pdf [--segments 40 2000]

Each figure is the work's in a fresh process, after imports (Chromium: with its start): seconds by the clock and of
processors, and the most memory that the process or its child held at once. The edition has a heading every 20 segments, a note every 8, a term every
5, a gap every 30; its PDF has contents, bookmarks, tags, notes, a glossary with page numbers. The peers set bare
text in two columns from HTML: no notes, no contents, no tags. `pip install weasyprint` and a `chromium` in the
path add their rows.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from importlib.util import find_spec
from pathlib import Path

from pipeline.markup import plain
from pipeline.model import Edition, EditionBlock, Row
from tests.pdf_sample import SANDBOX, edition, heading, note, only, paragraph, row

SINGLE = ("zh-Hans", "zh-Hant", "zh-Hant-HK", "en")
OURS = ("columns", "stacked", *SINGLE, "all six")


def sample(count: int) -> Edition:
    """A parallel edition of `count` segments, in paragraphs of four."""
    rows = [_row(n) for n in range(count)]
    blocks: list[EditionBlock] = []
    for start in range(0, count, 4):
        if start % 20 == 0:
            blocks.append(heading(f"第{start // 20 + 1}节", f"Section {start // 20 + 1}"))
        blocks.append(paragraph(*rows[start : start + 4]))
    notes = [note(10**6 + n, str(n), row(f"第{n}条注。", f"Note {n}.")) for n in range(0, count, 8)]
    return edition(*blocks, *notes, terms=(SANDBOX,))


def _row(n: int) -> Row:
    mark = f"[^{n}]" if n % 8 == 0 else ""
    long = "并把规则的适用推迟到风险看得清楚的时候" if n % 3 else ""
    chinese = (
        f"第{n}个地方在探索**监管沙盒**{mark}，允许企业在限定范围内试验新产品，{long}，为期{n % 24}个月。"
    )
    english = (
        f"Place {n} tries a **regulatory sandbox**{mark} in which firms may test new products within set limits"
        + (", and puts off applying the rules until the risks can be seen" if long else "")
        + f", for {n % 24} months."
    )
    terms = {"监管沙盒": "sandbox"} if n % 5 == 0 else {}
    return row(chinese, None if n % 30 == 29 else english, **terms)


def page(made: Edition) -> str:
    """The sentences of an edition as a bare HTML page in two columns."""
    lines = (
        f'<div><p lang="zh-CN">{escape(plain(left.text))}</p><p lang="en">{escape(plain(right.text))}</p></div>'
        for block in made.blocks
        for left, right in (found.passages for found in block.rows)
    )
    style = (
        "@page{size:A4;margin:25mm 22mm}body{font:10pt 'Noto Serif CJK SC','Noto Serif',serif}"
        "div{display:grid;grid-template-columns:2fr 3fr;gap:7mm;break-inside:avoid}p{margin:0 0 6pt}"
    )
    return f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>x</title><style>{style}</style>{"".join(lines)}'


def duizhao(which: str, count: int) -> Callable[[], int]:
    """Gives the work that sets one edition or all, and counts its bytes."""
    from pipeline.formats.pdf import Layout, render

    made = sample(count)
    jobs: dict[str, Callable[[], int]] = {
        layout.value: lambda layout=layout: len(render(made, layout))  # type: ignore[misc]
        for layout in Layout
    }
    for tag in SINGLE:
        alone = only(made, "en") if tag == "en" else replace(only(made, "zh-Hans", tag))
        jobs[tag] = lambda alone=alone: len(render(alone))  # type: ignore[misc]
    return (lambda: sum(job() for job in jobs.values())) if which == "all six" else jobs[which]


def weasyprint(_: str, count: int) -> Callable[[], int]:
    from weasyprint import HTML

    text = page(sample(count))
    return lambda: len(HTML(string=text).write_pdf())


def chromium(_: str, count: int) -> Callable[[], int]:
    folder = Path(tempfile.mkdtemp())
    (folder / "page.html").write_text(page(sample(count)), encoding="utf-8")

    def work() -> int:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command += [
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={folder}/page.pdf",
            f"{folder}/page.html",
        ]
        subprocess.run(command, check=True, capture_output=True)
        size = (folder / "page.pdf").stat().st_size
        shutil.rmtree(folder, ignore_errors=True)
        return size

    return work


WRITERS = {"duizhao": duizhao, "weasyprint": weasyprint, "chromium": chromium}


def work(writer: str, which: str, count: int) -> dict[str, float]:
    """Does one piece of work in this process and says what it took."""
    job = WRITERS[writer](which, count)
    began, spent = time.perf_counter(), _spent()
    size = job()
    seconds, spent = time.perf_counter() - began, _spent() - spent
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "processor": spent, "megabytes": most / 1024, "kilobytes": size / 1000}


def _spent() -> float:
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def table(counts: list[int]) -> Iterator[str]:
    yield f"{'writer':<12}{'what':<12}{'segments':>9}{'seconds':>9}{'processor':>11}{'memory MB':>11}{'file kB':>9}"
    peers = [name for name in ("weasyprint",) if find_spec(name)] + [
        name for name in ("chromium",) if shutil.which(name)
    ]
    for count in counts:
        for writer, which in [
            *(("duizhao", which) for which in OURS),
            *((peer, "columns") for peer in peers),
        ]:
            command = [sys.executable, "-m", "tests.benchmarks.pdf", "--one", writer, which, str(count)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            figures = f"{found['seconds']:>9.2f}{found['processor']:>11.2f}{found['megabytes']:>11.0f}{found['kilobytes']:>9.0f}"
            yield f"{writer:<12}{which:<12}{count:>9}{figures}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--segments", type=int, nargs="+", default=[40, 2000])
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        writer, which, count = arguments.one
        print(json.dumps(work(writer, which, int(count))))
    else:
        for line in table(arguments.segments):
            print(line, flush=True)


if __name__ == "__main__":
    main()
