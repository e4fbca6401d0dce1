"""Marks that a translation has to carry over: note marks, the addresses of links, code."""

from collections import Counter
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.markup import parse
from pipeline.model import Finding, Severity, State, Unit

NOTE_MARK = Code(
    "note-mark",
    Severity.ERROR,
    "A note mark that differs",
    "A mark such as [^1] leads to a footnote. Without it the edition has a note that nothing points to.",
    'msgid "试点先行[^1]。"\nmsgstr "Pilots come first."',
    'msgid "试点先行[^1]。"\nmsgstr "Pilots come first.[^1]"',
)
ADDRESS = Code(
    "url-changed",
    Severity.ERROR,
    "A link or image whose address differs",
    "The translation leads elsewhere than the source, or nowhere.",
    'msgid "见[网站](https://example.org/a)。"\nmsgstr "See the [website](https://example.org/b)."',
    'msgid "见[网站](https://example.org/a)。"\nmsgstr "See the [website](https://example.org/a)."',
)
CODES = (NOTE_MARK, ADDRESS)


def check_marks(unit: Unit) -> Iterator[Finding]:
    """Compares the note marks and the addresses of a finished translation with its source."""
    if unit.entry.state not in (State.TRANSLATED, State.MACHINE):
        return
    source, target = _marks(unit.source), _marks(unit.target)
    for code, kind in ((NOTE_MARK, "note"), (ADDRESS, "address")):
        missing, added = source[kind] - target[kind], target[kind] - source[kind]
        if missing:
            yield code.on(unit, f"missing from the translation: {', '.join(missing)}")
        if added:
            yield code.on(unit, f"not in the source: {', '.join(added)}")


def _marks(text: str) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {"note": Counter(), "address": Counter()}
    for node in parse(text):
        if node.kind == "note":
            found["note"][f"[^{node.text}]"] += 1
        elif node.target:
            found["address"][node.target] += 1
    return found
