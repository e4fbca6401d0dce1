"""Puts the repairs of sources into words: a line before and after, and the reason of each repair below it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.results import Mended, Tidied

_CONTEXT = 12
"""How many characters of an unchanged head or tail of a line are shown."""


def tidied(results: Sequence[Tidied], *, written: bool) -> Iterator[str]:
    """Yields the repairs, line by line of each source, and last a count and what to do next."""
    for result in results:
        yield from _repairs(result)
    made = sum(len(result.mended) for result in results)
    left = sum(result.left for result in results)
    if made:
        texts = sum(bool(result.mended) for result in results)
        what = f"{_count(made, 'repair')} in {_count(texts, 'text')}"
        yield f"{what}: made" if written else f"{what}: nothing is written without --write"
    else:
        yield "nothing to repair"
    if made and written:
        yield "next: duizhao sync --accept-punctuation"
    if left:
        yield f"{_count(left, 'finding')} left to a person: duizhao check"


def _repairs(result: Tidied) -> Iterator[str]:
    before, after = result.before.split("\n"), result.after.split("\n")
    in_order = sorted(result.mended, key=lambda mended: mended.location.line)
    for line, some in groupby(in_order, key=lambda mended: mended.location.line):
        yield f"{result.path}:{line}"
        old, new = _excerpts(before[line - 1], after[line - 1])
        if old != new:
            yield f"  - {old}"
            yield f"  + {new}"
        yield from (f"    {reason}" for reason in _reasons(some))


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Both lines from shortly before their first difference to shortly after their last."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    start = max(0, head - _CONTEXT)
    rest = max(0, tail - _CONTEXT)
    first, last = "…" * (start > 0), "…" * (rest > 0)
    cut = [f"{first}{line[start : len(line) - rest]}{last}" for line in (old, new)]
    return cut[0], cut[1]


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their head."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _reasons(some: Iterable[Mended]) -> Iterator[str]:
    """A line a reason, with the columns at which it holds."""
    columns: dict[tuple[str, str], list[str]] = {}
    for mended in some:
        columns.setdefault((mended.message, mended.code), []).append(str(mended.location.column))
    for (message, code), places in columns.items():
        yield f"{','.join(places)}: {message} [{code}]"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
