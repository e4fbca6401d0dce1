"""Puts the results of jobs into words: what was brought in, synced, built, and how far all is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.results import Brought, Built, Decided, Event, Progress, Synced

if TYPE_CHECKING:
    from rich.table import Table


def brought(texts: Iterable[Brought]) -> Iterator[str]:
    """Yields a line a text that was brought in."""
    for text in texts:
        yield f"{text.path}: {'; '.join(text.remarks) or 'brought in'}"


def decided(decision: Decided) -> Iterator[str]:
    """Yields what was kept, and what to do next."""
    count = f"{decision.sentences} sentence{'s' * (decision.sentences != 1)}"
    yield f"{decision.path}: {decision.context} is {decision.form}, in {count}"
    yield "next: duizhao sync"


def synced(results: Sequence[Synced], *, would: bool) -> Iterator[str]:
    """Yields a line a catalog that changed (or would), with what became of its sentences."""
    changed = [result for result in results if result.text is not None]
    for result in changed:
        verb = ("would be " if would else "") + ("made" if result.before is None else "updated")
        yield f"{result.path}: {verb}{_events(result)}"
        yield from _news(result)
    for result in results:
        kept = [refresh for refresh in result.refreshed if refresh.kept]
        for refresh in kept:
            yield f"{result.path}: kept {refresh.before!r}; the converter now writes {refresh.after!r}"
    if not changed:
        yield "everything is in sync"


def _events(result: Synced) -> str:
    counts = Counter(change.event for change in result.changes)
    refreshed = sum(not refresh.kept for refresh in result.refreshed)
    parts = [f"{counts[event]} {event}" for event in Event if counts[event]]
    parts += [f"{refreshed} converted anew"] if refreshed else []
    return f": {', '.join(parts)}" if parts else ""


def _news(result: Synced) -> Iterator[str]:
    """The sentences that a translator has to look at again: none where all is new."""
    for refresh in result.refreshed:
        if not refresh.kept:
            yield f"  {refresh.before}\n  -> {refresh.after}"
    for change in result.changes if result.language else ():
        if change.event is Event.CHANGED and change.before:
            yield f"  {change.before.text}\n  -> {change.key.text}"
            if change.sense:
                yield f"     the sense may have turned: {change.sense}"
            if change.story:
                yield f"     cut anew: {change.story}"
            for code in change.dropped_waivers:
                yield f"     its waiver of {code} was dropped"


def built(results: Sequence[Built], here: Path) -> Iterator[str]:
    """Yields where each file is, seen from the folder `here`, with what it lacks, and last a count."""
    for result in results:
        inside = result.path.is_absolute() and result.path.is_relative_to(here)
        path = result.path.relative_to(here) if inside else result.path
        mark = "" if result.fresh else " (unchanged)"
        yield f"{path}{mark}{_gaps(result)}"
    fresh = sum(result.fresh for result in results)
    yield f"{len(results)} files, {fresh} built, {len(results) - fresh} unchanged"


def _gaps(result: Built) -> str:
    lacks = [(result.untranslated, "untranslated"), (result.fuzzy, "fuzzy")]
    parts = [f"{count} {state}" for count, state in lacks if count]
    return f": shows the Chinese for {', '.join(parts)}" if parts else ""


def progress(rows: Iterable[Progress]) -> "Table":
    """A table of documents and, below each, its languages."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column("document, language", overflow="ellipsis", no_wrap=True)
    for name in ("done", "human", "machine", "fuzzy", "missing", "findings"):
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    for slug, languages in groupby(rows, key=lambda row: row.slug):
        for number, row in enumerate(languages):
            if number == 0:
                table.add_row(slug)
                table.add_row(f"  {row.segments} segments, {row.characters} 汉字")
            counts = (row.translated, row.machine, row.fuzzy, row.untranslated, row.findings)
            table.add_row(f"  {row.language}", f"{row.percent}%", *(str(count) for count in counts))
    return table
