"""How long a sync of many sentences takes, beside msgmerge on the same files.

    python -m tests.benchmarks.catalogs [--sizes 25000 50000 100000] [--changed 0.01]

For each size a document of so many different sentences is translated whole, then a share of the sentences is
changed in one place each. Four things are run, each in a process of its own: `duizhao sync` (reads Markdown,
cuts sentences, finds terms, merges, writes template and catalog); the same sync again, with nothing to do;
our merge alone and `msgmerge --previous`, both of the catalog as it was and the new template. Shown are the
seconds of processor time and of the clock, and the most memory at once.
"""

import argparse
import gc
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pipeline.formats import po
from pipeline.merge import merge

ROOT = Path(__file__).parents[2]
WORDS = [
    "试点",
    "先行",
    "企业",
    "补贴",
    "政策",
    "工具",
    "监管沙盒",
    "金融",
    "科技",
    "创新",
    "改革",
    "示范区",
    "负面清单",
    "算力券",
    "数据要素",
    "国务院",
    "办公厅",
    "发布",
    "关于",
    "促进",
    "发展",
    "意见",
    "通知",
    "应当",
    "可以",
    "根据",
    "规定",
    "建立",
    "制度",
    "评估",
    "公开",
    "接受",
    "监督",
    "支持",
    "鼓励",
    "符合",
    "条件",
    "申请",
    "报告",
    "部门",
    "地方",
    "依法",
    "项目",
    "资金",
]


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time and of the clock, and megabytes at most."""

    processor: float
    clock: float
    memory: float

    def __str__(self) -> str:
        return f"{self.processor:5.1f} s  {self.clock:5.1f} s  {self.memory:5.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="+", type=int, default=[25_000, 50_000, 100_000])
    parser.add_argument("--changed", type=float, default=0.01)
    parser.add_argument("--merge", nargs=2, type=Path, help="only merge a catalog and a template")
    options = parser.parse_args()
    if options.merge:
        merge_alone(*options.merge)
        return
    print("entries  what                 processor   clock   memory")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            for name, cost in measure(Path(folder), size, options.changed).items():
                print(f"{size:7}  {name:20} {cost}", flush=True)


def measure(place: Path, size: int, changed: float) -> dict[str, Cost]:
    """What each run costs at one size."""
    chance = random.Random(size)
    sentences = [sentence(chance, number) for number in range(size)]
    source, catalog = place / "source/x.md", place / "translations/en/x.po"
    (place / "source").mkdir()
    shutil.copytree(ROOT / "glossary", place / "glossary")
    (place / "duizhao.toml").write_text('languages = ["en"]\n')
    write(source, sentences)
    sync = [sys.executable, "-m", "pipeline", "-C", str(place), "sync", "--quiet"]
    run(*sync)
    translate(catalog)
    for number in chance.sample(range(size), int(size * changed)):
        sentences[number] = edited(sentences[number], chance)
    write(source, sentences)
    old = place / "old.po"
    shutil.copy(catalog, old)
    template = place / "translations/templates/x.pot"
    costs = {"duizhao sync": run(*sync), "with nothing to do": run(*sync)}
    itself = [sys.executable, "-m", "tests.benchmarks.catalogs", "--merge", str(old), str(template)]
    costs["the merge alone"] = run(*itself)
    if shutil.which("msgmerge"):
        costs["msgmerge --previous"] = run(
            "msgmerge", "--previous", "--quiet", "--no-wrap", "-o", os.devnull, str(old), str(template)
        )
    return costs


def merge_alone(old: Path, template: Path) -> None:
    """What msgmerge does: read both files, merge them, write the result."""
    gc.disable()  # as in a sync
    catalogs = (po.parse(path.read_text("utf-8"), path.name) for path in (template, old))
    merged, _ = merge(*catalogs)
    Path(os.devnull).write_text("".join(po.serialize(merged)), "utf-8")


def sentence(chance: random.Random, number: int) -> str:
    return f"{''.join(chance.choices(WORDS, k=chance.randint(5, 14)))}第{number}项。"


def edited(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) - 8)
    return text[:at] + chance.choice(WORDS) + text[at + 2 :]


def write(path: Path, sentences: list[str]) -> None:
    paragraphs = ("".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
    path.write_text("# 题\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")


def translate(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(po.parse(text, path.name).entries) > 1
    done = re.sub(
        r'(msgid ".*第(\d+)项。")\nmsgstr ""',
        r'\1\nmsgstr "Sentence \2 of the text, which says what the pilot is about and for whom."',
        text,
    )
    path.write_text(done, "utf-8")


def run(*command: str) -> Cost:
    """Runs a command and gives what it cost."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
