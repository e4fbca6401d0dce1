"""Puts into words what came back from reviewers and other tools."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.results import Fate, Returned, Taken

_TOLD = (Fate.CHANGED, Fate.ACCEPTED, Fate.REFUSED)


def returned(results: Iterable[Taken]) -> Iterator[str]:
    """Yields a line a file with its counts, then each translation that was changed or refused."""
    for result in results:
        counts = Counter(unit.fate for unit in result.units)
        parts = [f"{counts[fate]} {fate}" for fate in Fate if counts[fate]]
        remarks = sum(len(unit.remarks) for unit in result.units)
        parts += [f"{remarks} remark{'s' * (remarks != 1)}"] if remarks else []
        yield f"{result.path}: {', '.join(parts) or 'nothing in it'}"
        for unit in result.units:
            if unit.fate in _TOLD or unit.remarks:
                yield from _unit(unit)


def refused(results: Sequence[Taken]) -> bool:
    """Whether a translation could not be taken."""
    return any(unit.fate is Fate.REFUSED for result in results for unit in result.units)


def _unit(unit: Returned) -> Iterator[str]:
    why = f": {unit.why}" if unit.why else ""
    yield f"{unit.place}: {unit.fate}{why}"
    yield f"    {unit.source}"
    if unit.fate is Fate.CHANGED or (unit.fate is Fate.REFUSED and unit.before != unit.after):
        yield from (f"  {mark} {text}" for mark, text in (("-", unit.before), ("+", unit.after)) if text)
    yield from (f"    remark: {remark}" for remark in unit.remarks)
