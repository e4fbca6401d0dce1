"""Sources: what a text holds that no edition can show."""

from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.model import Document, Finding, Location, Severity

LOSS = Code(
    "source-loss",
    Severity.WARNING,
    "Something in a source that no edition shows",
    "Raw HTML and instructions that do not exist are read past. What is dropped is named, line by line.",
    "<div>试点先行。</div>",
    "试点先行。",
    waivable=False,
)
EMPTY = Code(
    "source-empty",
    Severity.WARNING,
    "A source without a sentence",
    "There is nothing to translate in the file; its editions are empty pages.",
    "(an empty file)",
    "# 试点先行",
    waivable=False,
)
CODES = (LOSS, EMPTY)


def check_source(document: Document, path: str) -> Iterator[Finding]:
    """Tells what reading the source lost, and of a source that holds nothing."""
    for loss in document.losses:
        yield LOSS.at(loss.location, loss.message)
    if not document.segments:
        yield EMPTY.at(Location(path, 1), "the source has no sentence to translate")
