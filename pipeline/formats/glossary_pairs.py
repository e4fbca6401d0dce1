"""The glossary as pairs of a Chinese string and its English, for tools that know nothing else of a concept.

OmegaT's tab-separated glossary: source, target, remark. Weblate's CSV, whose columns are those of
translate-toolkit's csvl10n. A concept with several Chinese strings or renderings becomes several pairs, the
preferred rendering first. Forbidden ones are only told in the remark, since neither tool knows of them.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.errors import FormatError
from pipeline.formats.glossary_csv import line
from pipeline.glossary.columns import SEPARATOR, Record, several
from pipeline.model import Location

WEBLATE = ("context", "source", "target", "developer_comments")
"""The columns that Weblate's glossary takes from a CSV file; the context parts pairs with one source."""

Pair = tuple[str, str, str]
"""Chinese, English, remark."""


def omegat(records: Iterable[Record]) -> Iterator[str]:
    """OmegaT's glossary: UTF-8, a pair a line."""
    for _, pair in _pairs(records):
        cells = (re.sub(r"\s+", " ", cell) for cell in pair)
        yield "\t".join(cells).rstrip("\t") + "\n"


def weblate(records: Iterable[Record]) -> Iterator[str]:
    """Weblate's CSV, all cells in quotation marks: the context is the concept's id and a number."""
    yield line(WEBLATE, always=True)
    counts: dict[str, int] = {}
    for concept, (chinese, english, remark) in _pairs(records):
        counts[concept] = number = counts.get(concept, 0) + 1
        context = concept if number == 1 else f"{concept} {number}"
        yield line((context, chinese, english, remark), always=True)


def parse_omegat(text: str, path: str) -> tuple[Record, ...]:
    """The records of OmegaT's glossary. Raises FormatError with the line where one has no English."""
    pairs = []
    for number, written in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in written.split("\t")]
        if written.startswith("#") or not written.strip():
            continue
        if len(cells) < 2:
            raise FormatError("a line needs a term, a tab and its translation", Location(path, number))
        pairs.append((cells[0], cells[1], cells[2] if len(cells) > 2 else ""))
    return _gather(pairs)


def parse_weblate(text: str, path: str) -> tuple[Record, ...]:
    """The records of Weblate's CSV; raises FormatError where it lacks the columns source and target."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"source", "target"} <= set(rows.fieldnames or ()):
        raise FormatError("has neither the glossary's columns nor source and target", Location(path, 1))
    return _gather(
        (
            (row["source"] or "").strip(),
            (row["target"] or "").strip(),
            (row.get("developer_comments") or row.get("translator_comments") or "").strip(),
        )
        for row in rows
    )


def remark(record: Record) -> str:
    """What the tool shows beside a pair: the definition, the note, what must not be written."""
    forbidden = ", ".join(several(record.get("en_forbidden", "")))
    parts = (record.get("definition", ""), record.get("note", ""), f"Not: {forbidden}" if forbidden else "")
    return " ".join(part for part in parts if part)


def _pairs(records: Iterable[Record]) -> Iterator[tuple[str, Pair]]:
    for record in records:
        chinese = (record.get("zh_hans", ""), *several(record.get("zh_hans_variants", "")))
        english = (record.get("en", ""), record.get("acronym", ""), *several(record.get("en_admitted", "")))
        for source in filter(None, dict.fromkeys(chinese)):
            for target in filter(None, dict.fromkeys(english)):
                yield record.get("id", ""), (source, target, remark(record))


def _gather(pairs: Iterable[Pair]) -> tuple[Record, ...]:
    """Records of pairs, one for each Chinese string: its first English is the preferred one."""
    targets: dict[str, dict[str, str]] = {}
    for chinese, english, told in pairs:
        if chinese and english:
            targets.setdefault(chinese, {}).setdefault(english, told)
    return tuple(_record(chinese, tuple(told), tuple(told.values())) for chinese, told in targets.items())


def _record(chinese: str, english: Sequence[str], remarks: Sequence[str]) -> Record:
    cells = {
        "zh_hans": chinese,
        "en": english[0],
        "en_admitted": SEPARATOR.join(english[1:]),
        "note": next(filter(None, remarks), ""),
    }
    return {column: value for column, value in cells.items() if value}
