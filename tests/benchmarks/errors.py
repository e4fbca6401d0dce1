"""How often each check speaks up on right translations, and how many injected errors it catches.

    python -m tests.benchmarks.errors [FILES...] [--seeds 3] [--show CODE]

FILES are JSON Lines whose `zh` and `en` are aligned line by line; without any, `hkma/*.jsonl` of the folder
DUIZHAO_DATA. One error at a time is injected into the English of the pairs on which the checker was silent.
With a `pofilter` in the path, its tests are run over the same pairs.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import polib

from pipeline.checks import CODES, examine
from pipeline.checks.corpus import Conventions, Examined, check_corpus
from pipeline.checks.lengths import Habit, check_lengths, habits_of
from pipeline.markup import HAN
from pipeline.model import Entry, Key, Location, Severity, Unit
from tests.benchmarks.quantities import digit_changed, rate, scale_swapped

Pair = tuple[str, str]
Names = set[str]
"""The codes, or pofilter's tests, that speak up on a pair."""

Checker = Callable[[Sequence[Pair], Sequence[Pair]], list[Names]]
"""What speaks up on each of the first pairs; the second are right ones to learn from."""

Injection = Callable[[str, str, random.Random], str | None]
"""Makes an English text wrong, given the Chinese beside it; None where it cannot."""

_NEGATION = re.compile(r"\b(?:not|never|no|without)\s|(?<=can)not\b|n[’']t\b")
_SENTENCE = re.compile(r"(?<=[a-z)\d%][.!?])\s+(?=[A-Z])")


def digit(_source: str, target: str, chance: random.Random) -> str | None:
    return digit_changed(target, chance)


def scale(_source: str, target: str, chance: random.Random) -> str | None:
    return scale_swapped(target, chance)


def sentence(_source: str, target: str, chance: random.Random) -> str | None:
    sentences = _SENTENCE.split(target)
    if len(sentences) < 2:
        return None
    sentences.pop(chance.randrange(len(sentences)))
    return " ".join(sentences)


def chinese(source: str, target: str, chance: random.Random) -> str | None:
    runs = re.findall(rf"[{HAN}]{{2,4}}", source)
    words = [
        match for match in re.finditer(r"\b[a-z]{4,}\b", target) if not _in_brackets(target, match.start())
    ]
    return _replaced(target, chance.choice(words), chance.choice(runs)) if runs and words else None


def quotation(_source: str, target: str, chance: random.Random) -> str | None:
    return _without(target, '[“”"]', chance)


def bracket(_source: str, target: str, chance: random.Random) -> str | None:
    return _without(target, r"[()\[\]]", chance)


def doubled(_source: str, target: str, chance: random.Random) -> str | None:
    words = list(re.finditer(r"(?<![\w-])[a-z]+(?= )", target))
    word = chance.choice(words) if words else None
    return _replaced(target, word, f"{word[0]} {word[0]}") if word else None


def negation(source: str, target: str, _chance: random.Random) -> str | None:
    """Drops the negation of a text that has one alone, so that its loss turns the sense."""
    found = list(_NEGATION.finditer(target))
    told = len(found) == 1 and re.search("[不没沒无無未非禁]", source)
    return _replaced(target, found[0], "") if told else None


def misspelled(_source: str, target: str, chance: random.Random) -> str | None:
    words = list(re.finditer(r"(?<![\w-])[a-z]{6,}(?![\w-])", target))
    if not words:
        return None
    word = chance.choice(words)
    place = chance.randrange(1, len(word[0]) - 2)
    letters = list(word[0])
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return _replaced(target, word, "".join(letters))


def copied(source: str, _target: str, _chance: random.Random) -> str | None:
    return source if re.search(f"[{HAN}]", source) else None


ERRORS: dict[str, tuple[Injection, Names]] = {
    "digit changed": (digit, {"numbers"}),
    "million/billion swapped": (scale, {"numbers"}),
    "sentence dropped": (sentence, {"sentencecount", "short"}),
    "Chinese left in": (chinese, {"unchanged", "untranslated"}),
    "not translated": (copied, {"unchanged"}),
    "quotation mark removed": (quotation, {"doublequoting"}),
    "bracket removed": (bracket, {"brackets"}),
    "word doubled": (doubled, {"doublewords"}),
    "negation dropped": (negation, set()),
    "word misspelled": (misspelled, {"spellcheck"}),
}
"""What can go wrong, with the tests of pofilter that are about it."""


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def _without(text: str, pattern: str, chance: random.Random) -> str | None:
    found = list(re.finditer(pattern, text))
    return _replaced(text, chance.choice(found), "") if found else None


def _replaced(text: str, match: re.Match[str], by: str) -> str:
    return text[: match.start()] + by + text[match.end() :]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--show", default="", help="list the right translations on which this code speaks up")
    options = parser.parse_args()
    files = options.files or sorted(Path(os.environ.get("DUIZHAO_DATA", "")).glob("hkma/*.jsonl"))
    pairs = [pair for path in files for pair in read(path)]
    if not pairs:
        print("no files: set DUIZHAO_DATA")
        return
    print_clean(pairs, options.show)
    others = [("pofilter", by_pofilter)] if shutil.which("pofilter") else []
    for name, checker in [("duizhao", by_duizhao), *others]:
        print_caught(name, checker, pairs, options.seeds)


def read(path: Path) -> Iterator[Pair]:
    """The aligned lines of a file, without the marks of a heading."""
    for line in path.read_text("utf-8").splitlines():
        chapter = json.loads(line)
        for zh, en in zip(chapter["zh"].split("\n"), chapter["en"].split("\n"), strict=True):
            pair = zh.lstrip("# ").strip(), en.lstrip("# ").strip()
            if all(pair):
                yield pair


def units(pairs: Iterable[Pair]) -> list[Examined]:
    return [
        examine(Unit(Entry(Key("", zh), en, location=Location(f"{line}.po", line)), "en"))
        for line, (zh, en) in enumerate(pairs, 1)
    ]


def by_duizhao(pairs: Sequence[Pair], right: Sequence[Pair]) -> list[Names]:
    """The codes of errors and warnings on each pair that are about it alone, and on its length."""
    examined = units(pairs)
    names: list[Names] = [{f.code for f in one.findings if f.severity > Severity.NOTE} for one in examined]
    for finding in check_lengths([one.text for one in examined], habits(tuple(right))):
        names[finding.location.line - 1].add(finding.code)
    return names


@cache
def habits(right: tuple[Pair, ...]) -> dict[int, Habit]:
    return habits_of(one.text for one in units(right))


def by_pofilter(pairs: Sequence[Pair], _right: Sequence[Pair]) -> list[Names]:
    """The tests of translate-toolkit's pofilter that speak up on each pair."""
    names: list[Names] = [set() for _ in pairs]
    with tempfile.TemporaryDirectory() as folder:
        given, flagged = Path(folder, "given.po"), Path(folder, "flagged.po")
        catalog = polib.POFile(check_for_duplicates=False)
        catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
        catalog.extend(polib.POEntry(msgid=zh, msgstr=en, msgctxt=str(n)) for n, (zh, en) in enumerate(pairs))
        catalog.save(str(given))
        subprocess.run(["pofilter", "--language=en", "--progress=none", str(given), str(flagged)], check=True)
        for entry in polib.pofile(str(flagged)) if flagged.exists() else ():
            names[int(entry.msgctxt)] = set(re.findall(r"\(pofilter\) (\w+):", entry.tcomment))
    return names


def print_clean(pairs: Sequence[Pair], show: str) -> None:
    """Each code with the share of right pairs on which it speaks up, those of the whole corpus included."""
    examined = units(pairs)
    findings = [*(f for one in examined for f in one.findings), *check_corpus(examined, Conventions())]
    places = Counter(code for code, _ in {(f.code, f.location) for f in findings})
    print(f"right pairs, {len(pairs)}")
    for code, count in sorted(places.items(), key=lambda item: (-CODES[item[0]].severity, item)):
        print(f"  {code:26}{CODES[code].severity!s:9}{rate(count, len(pairs))}")
    for finding in findings:
        if finding.code == show:
            print(f"    {finding.message} | {pairs[finding.location.line - 1]}")


def print_caught(name: str, checker: Checker, pairs: Sequence[Pair], seeds: int) -> None:
    """What a checker catches of each error, injected into the pairs on which its tests were silent."""
    before = checker(pairs, pairs)
    print(f"\n{name}: speaks up on {rate(sum(map(bool, before)), len(pairs))} right pairs")
    for error, (inject, tests) in ERRORS.items():
        fitting = [names & tests if name == "pofilter" else names for names in before]
        silent = [pair for pair, names in zip(pairs, fitting, strict=True) if not names]
        wrong = [pair for seed in range(seeds) for pair in injected(silent, inject, f"{error} {seed}")]
        after = checker(wrong, pairs)
        caught = sum(bool(names & tests if name == "pofilter" else names) for names in after)
        top = ", ".join(
            f"{code} {count}" for code, count in Counter(c for names in after for c in names).most_common(3)
        )
        before_it = f"{sum(map(bool, fitting)) / len(pairs):.1%} of the right flagged"
        print(f"  {error:25}{rate(caught, len(wrong)) if wrong else '-':18}{before_it:30}[{top}]")


def injected(pairs: Iterable[Pair], inject: Injection, seed: str) -> Iterator[Pair]:
    """The pairs into which the error can be injected, with it."""
    chance = random.Random(seed)
    for zh, en in pairs:
        changed = inject(zh, en, chance)
        if changed is not None and changed != en:
            yield zh, changed


if __name__ == "__main__":
    main()
