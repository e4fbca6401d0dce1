"""Puts the results of jobs into words: what was brought in and built."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.results import Brought, Built


def brought(texts: Iterable[Brought]) -> Iterator[str]:
    """Yields a line a text that was brought in."""
    for text in texts:
        yield f"{text.path}: {'; '.join(text.remarks) or 'brought in'}"


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
