"""Puts into words how far each document is in each language: a table for people, JSON for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.results import Progress

if TYPE_CHECKING:
    from rich.table import Table

STATUS_VERSION = 1
"""Version of the JSON of a status: it grows when a field changes its meaning or goes."""

_COLUMNS = ("done", "human", "machine", "fuzzy", "turned", "recut", "new", "obsolete", "findings")


def progress(rows: Iterable[Progress]) -> "Table":
    """A table of documents and, below each, its languages."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    table.add_column("document", overflow="fold")
    for name in _COLUMNS:
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    for slug, languages in groupby(rows, key=lambda row: row.slug):
        for number, row in enumerate(languages):
            if number == 0:
                table.add_row(slug)
                table.add_row(f"  {row.segments} segs {row.characters} 汉字")
            fuzzy = (row.fuzzy, row.turned, row.recut)
            counts = (row.translated, row.machine, *fuzzy, row.untranslated, row.obsolete, row.findings)
            table.add_row(f"  {row.language}", f"{row.percent}%", *(str(count) for count in counts))
    return table


def progress_json(rows: Iterable[Progress]) -> Iterator[str]:
    """Yields a JSON object: `version` and `rows`, one a document and language."""
    told = [{**asdict(row), "percent": row.percent} for row in rows]
    yield json.dumps({"version": STATUS_VERSION, "rows": told}, ensure_ascii=False, indent=2)
