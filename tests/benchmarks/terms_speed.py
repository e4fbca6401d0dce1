"""How long the terminology check takes, beside a port of Weblate's rule and pofilter on the same input.

    python -m tests.benchmarks.terms_speed [SEGMENTS [TERMS]]      (100,000 and 10,000)

Chinese and English are made up from a fixed seed: some forty characters and twenty-five words a segment, with
three terms, of whose renderings one in ten is left out. Python's search for cycles is off in all that runs
here, as it is in `duizhao check`. pofilter runs where PATH has it, with all its tests:
it knows no glossary, and shows what a checker of catalogs costs.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from pipeline.checks.terms import check_terms
from pipeline.formats import po
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Catalog, Entry, Key, Term, Unit
from pipeline.workspace.spread import uncollected

Pair = tuple[str, str]
HEADER = (("Language", "en"), ("Content-Type", "text/plain; charset=UTF-8"))
SYLLABLES = (
    "re",
    "gu",
    "la",
    "tor",
    "sand",
    "box",
    "pol",
    "icy",
    "mar",
    "ket",
    "fin",
    "ance",
    "tech",
    "park",
    "in",
    "no",
)


def made_up(segments: int, count: int) -> tuple[list[Term], list[Pair]]:
    chance = random.Random(1)
    hanzi = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(5000)]
    chinese = list({"".join(chance.choices(hanzi, k=chance.randint(2, 6))) for _ in range(2 * count)})
    terms = [
        Term(str(n), form, " ".join(chance.choices(words, k=chance.randint(1, 3))), "concept")
        for n, form in enumerate(sorted(chinese)[:count])
    ]

    def pair() -> Pair:
        used = chance.choices(terms, k=3)
        filling = ["".join(chance.choices(hanzi, k=9)) for _ in used]
        english = [*chance.choices(words, k=20), *(t.english for t in used if chance.random() < 0.9)]
        chance.shuffle(english)
        return "".join(f + t.chinese for f, t in zip(filling, used, strict=True)), " ".join(english) + "."

    return terms, [pair() for _ in range(segments)]


def units(pairs: Sequence[Pair], glossary: Glossary) -> Iterator[Unit]:
    for zh, en in pairs:
        yield Unit(Entry(Key("", zh), en), "en", glossary.find(plain(zh)))


def our_check(terms: Sequence[Term], pairs: Sequence[Pair]) -> Callable[[], int]:
    glossary = Glossary(terms)
    glossary.find("")
    return lambda: sum(1 for unit in units(pairs, glossary) for _ in check_terms(unit))


def weblates_rule(terms: Sequence[Term], pairs: Sequence[Pair]) -> Callable[[], int]:
    """Every term in the source, found by an automaton; its target as whole words without regard to case."""
    automaton = AhoCorasick([term.chinese for term in terms])

    def run() -> int:
        flags = 0
        for zh, en in pairs:
            found = {index for index, _, _ in automaton.find_matches_as_indexes(zh, overlapping=True)}
            flags += sum(
                not re.search(rf"\b{re.escape(terms[i].english)}\b", en, re.IGNORECASE) for i in found
            )
        return flags

    return run


def pofilter(_terms: Sequence[Term], pairs: Sequence[Pair]) -> Callable[[], int]:
    folder = Path(tempfile.mkdtemp())
    entries = {zh: Entry(Key("", zh), en) for zh, en in pairs}
    catalog = Catalog("en", HEADER, tuple(entries.values()))
    (folder / "in.po").write_text("".join(po.serialize(catalog)), "utf-8")

    def run() -> int:
        command = ["pofilter", "--progress=none", "-i", "in.po", "-o", "out.po"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return (folder / "out.po").read_text("utf-8").count("(pofilter)")

    return run


def main() -> None:
    segments, count = (int(n) for n in (*sys.argv[1:], *("100000", "10000")[len(sys.argv) - 1 :]))
    rows = [("`check_terms`", our_check), ("Weblate's rule", weblates_rule)]
    if shutil.which("pofilter"):
        rows.append(("pofilter", pofilter))
    print("| check | segments | terms | seconds | findings |\n| --- | --- | --- | --- | --- |")
    for n, k in ((segments, count // 10), (segments // 10, count), (segments, count)):
        terms, pairs = made_up(n, k)
        for name, make in rows:
            run = make(terms, pairs)
            start = time.perf_counter()
            with uncollected():
                findings = run()
            print(
                f"| {name} | {n:,} | {k:,} | {time.perf_counter() - start:.1f} | {findings:,} |", flush=True
            )


if __name__ == "__main__":
    main()
