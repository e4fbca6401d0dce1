"""The baseline: findings that were known when a corpus began, and of which some are gone by now."""

from collections.abc import Iterable, Iterator

from pipeline.checks.codes import Code
from pipeline.model import Finding, Known, Severity

STALE = Code(
    "baseline-stale",
    Severity.NOTE,
    "A finding of the baseline that is gone",
    "It was mended, or its sentence was changed. While the line stays in the file, the same finding could "
    "come back unseen. `duizhao check --write-baseline FILE` writes the file anew.",
    '{"path": "translations/en/x.po", "code": "number-mismatch", … "count": 1}',
    "Delete the line, or write the baseline anew.",
    waivable=False,
)
CODES = (STALE,)


def check_baseline(gone: Iterable[Known]) -> Iterator[Finding]:
    """Tells of each line of a baseline that answers to nothing, or to less than it says."""
    for known in gone:
        yield STALE.at(known.location, f"{known.code} of {known.path} is found no longer")
