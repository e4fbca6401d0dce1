"""Which findings stand beside which sentence of an edition."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pipeline.model import SOURCE_LANGUAGE, Finding, Key
from pipeline.workspace.laying import Job
from pipeline.workspace.writers import paths

Places = list[tuple[int, tuple[str, ...]]]
"""By line, where something begins in a file: the ids of the rows that it stands in."""


def beside(job: Job, findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """By row what was found in the edition's own files: `code: message` and where.

    An entry's findings stand beside each sentence that it translates, a source's beside its paragraph;
    what is about a file as a whole, or about an entry that is not shown, stands at the top.
    """
    rows = [row.id for block in job.edition.blocks for row in block.rows]
    begins = {path: sorted(_begins(job, language)) for language, path in paths(job)}
    told: dict[str, list[str]] = {}
    for finding in findings:
        path = finding.location.path
        if path in begins:
            for row in _rows(begins[path], finding.location.line) or rows[:1]:
                told.setdefault(row, []).append(f"{finding.code}: {finding.message} ({finding.location})")
    return {row: tuple(texts) for row, texts in told.items()}


def _rows(begins: Places, line: int) -> tuple[str, ...]:
    """The rows of what stands at a line."""
    at = bisect_right([first for first, _ in begins], line)
    return begins[at - 1][1] if at else ()


def _begins(job: Job, language: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    blocks = list(zip(job.document.blocks, job.edition.blocks, strict=True))
    if language == SOURCE_LANGUAGE:
        yield from ((block.location.line, (shown.rows[0].id,)) for block, shown in blocks if shown.rows)
        return
    ids: dict[Key, tuple[str, ...]] = {}
    for block, shown in blocks:
        for segment, row in zip(block.segments, shown.rows, strict=True):
            ids[segment.key] = (*ids.get(segment.key, ()), row.id)
    for entry in job.catalogs[language].entries if language in job.catalogs else ():
        yield entry.location.line, () if entry.obsolete else ids.get(entry.key, ())
