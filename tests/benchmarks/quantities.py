"""How often the check of numbers errs: right translations that it flags, wrong ones that it misses.

    python -m tests.benchmarks.quantities [FILES...] [--seeds 5] [--errors]

FILES are JSON Lines whose `zh` and `en` are aligned line by line; without any, `hkma/*.jsonl` of the folder
DUIZHAO_DATA. The pairs are the lines in which either side has a digit. Into the English of those that pass, one
error is injected: any digit changed; `million` and `billion` swapped; a number taken out. A row for a plain
comparison of digit strings is given beside, and with a `pofilter` in the path one for its test `numbers`.

With `pip install cn2an recognizers-text-number 'emoji<2'`, both are asked to read the numerals of
tests/unit/test_quantity_numerals.py and to find numbers in words that hold none.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

import polib

from pipeline.markup import plain
from pipeline.quantity.compare import differences
from pipeline.quantity.names import renamed

Pair = tuple[str, str]
Flag = Callable[[list[Pair]], list[bool]]
"""Which of the pairs a checker flags."""

WORDS = [
    "一事一议",
    "最多跑一次",
    "进一步",
    "万向集团",
    "不越雷池半步",
    "三心二意",
    "P2P",
    "十分重要",
    "统一",
    "千方百计",
    "万一",
    "一些",
    "同一天",
]
"""Words in which a numeral counts nothing."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--errors", action="store_true", help="list the right translations that are flagged")
    options = parser.parse_args()
    print_libraries()
    files = options.files or sorted(Path(os.environ.get("DUIZHAO_DATA", "")).glob("hkma/*.jsonl"))
    if not files:
        print("no files: set DUIZHAO_DATA for the figures on prose")
        return
    for path in files:
        pairs = read(path)
        print(f"\n{path.name}: {len(pairs)} pairs with a digit")
        for name, flag in checkers().items():
            print_row(name, flag, pairs, options.seeds)
        if options.errors:
            print_errors(pairs)


def read(path: Path) -> list[Pair]:
    """The aligned lines of a file in which either side has a digit."""
    pairs = []
    for line in path.read_text("utf-8").splitlines():
        chapter = json.loads(line)
        lines = zip(chapter["zh"].split("\n"), chapter["en"].split("\n"), strict=True)
        pairs += [(zh.strip(), en.strip()) for zh, en in lines if zh.strip() and en.strip()]
    return [pair for pair in pairs if re.search(r"\d", "".join(pair))]


def checkers() -> dict[str, Flag]:
    """Each way of checking, by its name."""
    found: dict[str, Flag] = {"duizhao": by_value, "digit strings": by_digits}
    return found | ({"pofilter": by_pofilter} if shutil.which("pofilter") else {})


def by_value(pairs: list[Pair]) -> list[bool]:
    """What `check_numbers` flags."""
    texts = [(plain(source), plain(target)) for source, target in pairs]
    return [bool([*differences(*text), *renamed(*text)]) for text in texts]


def by_digits(pairs: list[Pair]) -> list[bool]:
    """What differs in its runs of digits."""
    return [len({tuple(sorted(re.findall(r"\d+", text))) for text in pair}) > 1 for pair in pairs]


def by_pofilter(pairs: list[Pair]) -> list[bool]:
    """What translate-toolkit's pofilter flags with its test of numbers."""
    with tempfile.TemporaryDirectory() as folder:
        given, flagged = Path(folder, "given.po"), Path(folder, "flagged.po")
        catalog = polib.POFile(check_for_duplicates=False)
        catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
        catalog.extend(
            polib.POEntry(msgid=source, msgstr=target, msgctxt=str(n))
            for n, (source, target) in enumerate(pairs)
        )
        catalog.save(str(given))
        subprocess.run(
            ["pofilter", "--test=numbers", "--progress=none", str(given), str(flagged)], check=True
        )
        found = {entry.msgctxt for entry in polib.pofile(str(flagged))} if flagged.exists() else set()
    return [str(n) in found for n in range(len(pairs))]


def digit_changed(text: str, chance: random.Random) -> str | None:
    """The text with one of its digits, picked by chance, made another."""
    places = [match.start() for match in re.finditer("[0-9]", text)]
    if not places:
        return None
    place = chance.choice(places)
    other = chance.choice([digit for digit in "0123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]


def scale_swapped(text: str, chance: random.Random) -> str | None:
    """The text with a million made a billion, or a billion a million."""
    found = list(re.finditer(r"\b[mb]illion\b", text))
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + ("b" if match[0][0] == "m" else "m") + text[match.start() + 1 :]


def number_dropped(text: str, chance: random.Random) -> str | None:
    """The text without one of its numbers in figures."""
    found = list(re.finditer(r"[A-Z$€£]*\d[\d,.]*(?: (?:million|billion|trillion))?%? ?", text))
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + text[match.end() :]


ERRORS = {"digit changed": digit_changed, "million/billion": scale_swapped, "number dropped": number_dropped}
"""What can be injected into an English text; None where it cannot."""


def injected(pairs: Iterable[Pair], error: str, seed: int) -> Iterator[Pair]:
    """The pairs into which an error of that name can be injected, with it."""
    chance = random.Random(f"{error} {seed}")
    for source, target in pairs:
        wrong = ERRORS[error](target, chance)
        if wrong is not None and wrong != target:
            yield source, wrong


def print_row(name: str, flag: Flag, pairs: list[Pair], seeds: int) -> None:
    start = time.process_time()
    flags = flag(pairs)
    seconds = time.process_time() - start
    clean = [pair for pair, flagged in zip(pairs, flags, strict=True) if not flagged]
    cells = [f"flagged {rate(sum(flags), len(pairs))}"]
    for error in ERRORS:
        wrong = [pair for seed in range(seeds) for pair in injected(clean, error, seed)]
        cells.append(f"{error} {rate(sum(flag(wrong)), len(wrong))}" if wrong else f"{error} -")
    print(f"  {name:14}" + "  ".join(cells) + f"  {seconds / len(pairs) * 1e6:.0f} µs a pair")


def rate(count: int, total: int) -> str:
    return f"{count / total:.2%} of {total}"


def print_errors(pairs: list[Pair]) -> None:
    for (source, target), flagged in zip(pairs, by_value(pairs), strict=True):
        if flagged:
            for difference in differences(plain(source), plain(target)):
                here = difference.chinese and source[difference.chinese.start : difference.chinese.end]
                there = difference.english and target[difference.english.start : difference.english.end]
                print(f"    {here} | {there} | {source[:60]}")


def print_libraries() -> None:
    from tests.unit.test_quantity_numerals import CHINESE

    for name, value_of, finds in libraries():
        right = sum(value_of(numeral) == Fraction(value) for numeral, value in CHINESE.items())
        words = sum(finds(word) for word in WORDS)
        print(f"{name}: {right} of {len(CHINESE)} numerals read, a number in {words} of {len(WORDS)} words")


def libraries() -> Iterator[tuple[str, Callable[[str], Fraction | None], Callable[[str], bool]]]:
    """Each reader of numerals: its name, how it reads a whole numeral, whether it finds a number in a text."""
    from pipeline.quantity import chinese
    from pipeline.quantity.numerals import read as read_numeral

    yield "duizhao", read_numeral, lambda text: bool(chinese(text))
    if find_spec("cn2an"):
        import cn2an

        def reads(numeral: str) -> Fraction | None:
            try:
                return Fraction(str(cn2an.cn2an(numeral, "smart")))
            except ValueError:
                return None

        yield "cn2an", reads, lambda text: cn2an.transform(text) != text
    if find_spec("recognizers_number"):
        from recognizers_number import Culture, recognize_number

        def recognises(numeral: str) -> Fraction | None:
            found = recognize_number(numeral, Culture.Chinese)
            whole = len(found) == 1 and found[0].text == numeral
            return Fraction(found[0].resolution["value"]) if whole else None

        yield "recognizers-text", recognises, lambda text: bool(recognize_number(text, Culture.Chinese))


if __name__ == "__main__":
    main()
