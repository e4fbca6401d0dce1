"""How well and how fast Simplified text becomes Traditional, beside plain OpenCC and zhconv, in one run.

    python tests/benchmarks/script.py [FILES...] [--cases FILE] [--size 1.0] [--errors]

FILES are JSON Lines whose `zh` is Hong Kong Traditional; without any, `hkma/*.jsonl` of the folder DUIZHAO_DATA. Their
text is made Simplified by OpenCC (`t2s`) and converted back, so the original is what should come out. Three figures
are given: all characters that differ; those that differ but for the house style of the source (HOUSE: characters of
which Hong Kong has two good forms); and words in doubt for each 1,000 characters.

`pip install zhconv` adds its rows. It is GPL: for measurement only, no part of the package imports it.
"""

import argparse
import csv
import json
import os
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from opencc import OpenCC

from pipeline import markup
from pipeline.script import HONG_KONG, TAIWAN, Converter
from pipeline.script.characters import converter as plain

HOUSE = frozenset(
    "布佈戶户兌兑稅税溫温啟啓閱閲脫脱衛衞說説峰峯群羣周週厘釐了瞭註注盡儘恒恆滙匯銳鋭悅悦線綫裏裡着著"
)
"""Characters that both forms of a pair are taken to agree on: 公布 and 公佈, 說明 and 説明, 周年 and 週年 ..."""

CASES = Path(__file__).parents[1] / "cases" / "traditional.csv"
Convert = Callable[[str], str]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--size", type=float, default=1.0, help="MB of UTF-8 to time")
    parser.add_argument("--errors", action="store_true", help="list what differs, with its neighbours")
    options = parser.parse_args()
    print_cases(options.cases)
    files = options.files or sorted(Path(os.environ.get("DUIZHAO_DATA", "")).glob("hkma/*.jsonl"))
    if not files:
        print("no files: set DUIZHAO_DATA for the figures on prose")
        return
    originals = [json.loads(line)["zh"] for file in files for line in file.read_text("utf-8").splitlines()]
    print_errors(originals, options.errors)
    print_speed("\n".join(map(OpenCC("t2s").convert, originals)), options.size)


def ways(language: str) -> dict[str, Convert]:
    """Each way of converting, by its name."""
    whole = Converter(language, vocabulary="off")
    found = {"plain OpenCC": plain(language), "duizhao": lambda text: whole.convert(text).text}
    try:
        import zhconv
    except ImportError:
        return found
    locale = {TAIWAN: "zh-tw", HONG_KONG: "zh-hk"}[language]
    return {**found, "zhconv": lambda text: str(zhconv.convert(text, locale))}


def print_cases(path: Path) -> None:
    """How many of the reviewed phrases each way gets right."""
    with path.open(encoding="utf-8", newline="") as file:
        rows: list[Mapping[str, str]] = list(csv.DictReader(file))
    for language in (TAIWAN, HONG_KONG):
        for name, convert in ways(language).items():
            right = sum(convert(row["simplified"]) == row[language] for row in rows)
            print(f"cases    {language:11} {name:13} {right} of {len(rows)}")


def print_errors(originals: Iterable[str], listed: bool) -> None:
    """How often each way gives back another character than the original has."""
    simplify = OpenCC("t2s").convert
    texts = [(text, simplify(text)) for text in originals]
    han = sum(markup.has_han(character) for text, _ in texts for character in text)
    for name, convert in ways(HONG_KONG).items():
        wrong = [found for text, simplified in texts for found in differences(text, convert(simplified))]
        style = sum({was, became} <= HOUSE for _, was, became in wrong)
        rest = len(wrong) - style
        print(
            f"prose    {HONG_KONG:11} {name:13} {len(wrong)} characters of {han} differ, {rest} beyond style",
            end="",
        )
        print(f" ({rest / han:.4%})")
        if listed:
            print(
                "         ",
                " ".join(f"{around}→{became}" for around, was, became in wrong if was not in HOUSE),
            )
    converter = Converter(HONG_KONG)
    doubts = sum(len(converter.convert(line).doubts) for _, text in texts for line in text.splitlines())
    print(f"doubts   {HONG_KONG:11} {'duizhao':13} {doubts / han * 1000:.2f} in 1,000 characters")


def differences(text: str, written: str) -> Iterable[tuple[str, str, str]]:
    """Where two texts of one length differ: the characters around, the one that was, the one written."""
    if len(text) != len(written):
        return
    for at, (was, became) in enumerate(zip(text, written, strict=True)):
        if was != became:
            yield text[max(0, at - 2) : at + 3].replace("\n", "/"), was, became


def print_speed(text: str, size: float) -> None:
    """MB of UTF-8 a second, paragraph by paragraph, after start-up; the best of three rounds of processor time."""
    paragraphs = text.splitlines()
    repeats = max(1, round(size * 1e6 / len(text.encode())))
    for language in (TAIWAN, HONG_KONG):
        rows = ways(language)
        common = Converter(language)
        rows["duizhao, common"] = lambda paragraph, whole=common: whole.convert(paragraph).text  # type: ignore[misc]
        for name, convert in rows.items():
            convert("发展")
            best = min(seconds(convert, paragraphs * repeats) for _ in range(3))
            print(f"speed    {language:11} {name:15} {len(text.encode()) * repeats / 1e6 / best:.2f} MB/s")


def seconds(convert: Convert, paragraphs: Iterable[str]) -> float:
    """The processor time of converting paragraphs one by one."""
    start = time.process_time()
    for paragraph in paragraphs:
        convert(paragraph)
    return time.process_time() - start


if __name__ == "__main__":
    main()
