"""Sources: what a text holds that no edition can show."""

from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.model import Document, Finding, Location, Severity
from pipeline.script import is_traditional

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
TRADITIONAL = Code(
    "source-traditional",
    Severity.WARNING,
    "A source that is Traditional already",
    "Texts are converted once, from Simplified; one that is Traditional goes into every Chinese edition as "
    "it is, the Simplified one included. Write the source in Simplified characters.",
    "臺灣的發展",
    "台湾的发展",
    waivable=False,
)
CODES = (LOSS, EMPTY, TRADITIONAL)


def check_source(document: Document, path: str) -> Iterator[Finding]:
    """Tells what reading the source lost, of a source that holds nothing, and of Traditional text."""
    for loss in document.losses:
        yield LOSS.at(loss.location, loss.message)
    if not document.segments:
        yield EMPTY.at(Location(path, 1), "the source has no sentence to translate")
    if is_traditional("".join(segment.text for segment in document.segments)):
        yield TRADITIONAL.at(Location(path, 1), "the text is Traditional already and is not converted")
        return
    for block in document.blocks:
        for segment in block.segments:
            if segment.translate and is_traditional(segment.key.text):
                message = f"Traditional already, and not converted: {segment.key.text}"
                yield TRADITIONAL.at(block.location, message, segment.key.text)
