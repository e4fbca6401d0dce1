"""Marks that a translation has to carry over: note marks, the addresses of links, code, emphasis."""

import re
from collections import Counter, defaultdict
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
MARKDOWN = Code(
    "markdown-mark",
    Severity.WARNING,
    "Markdown that differs or does not close",
    "Code has to stay as it is, bold text bold, and a struck-out passage struck out. Asterisks and backticks "
    "that have no partner are printed as they stand. Italics may come in for 《》 and go with the quotation "
    "marks of Chinese; they may not all be lost.",
    'msgid "**试点**先行。"\nmsgstr "**Pilots* come first."',
    'msgid "**试点**先行。"\nmsgstr "**Pilots** come first."',
)
CODES = (NOTE_MARK, ADDRESS, MARKDOWN)

_NAMES = {"strong": "bold", "s": "struck-out text"}
_EMPHASIS = ("em", *_NAMES)
_ANY = re.compile(r"[*_`\[<!~]|https?:")
_STRAY = re.compile(r"\*\*|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)|`|~~")


def check_marks(unit: Unit) -> Iterator[Finding]:
    """Compares the marks of a finished translation with those of its source."""
    if unit.entry.state not in (State.TRANSLATED, State.MACHINE):
        return
    if not _ANY.search(unit.source) and not _ANY.search(unit.target):
        return
    source, target = _marks(unit.source), _marks(unit.target)
    if source == target:
        return
    for code, kind in ((NOTE_MARK, "note"), (ADDRESS, "address"), (MARKDOWN, "code")):
        missing, added = source[kind] - target[kind], target[kind] - source[kind]
        if missing:
            yield code.on(unit, f"missing from the translation: {', '.join(missing)}")
        if added:
            yield code.on(unit, f"not in the source: {', '.join(added)}")
    for kind, name in _NAMES.items():
        ours, theirs = source[kind].total(), target[kind].total()
        if ours != theirs:
            yield MARKDOWN.on(unit, f"{name} stands {ours}× in the source and {theirs}× in the translation")
    if source["em"] and not target["em"]:
        yield MARKDOWN.on(unit, "the italics of the source are not in the translation")
    if stray := target["stray"] - source["stray"]:
        yield MARKDOWN.on(unit, f"without a partner: {' '.join(stray)}")


def _marks(text: str) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for node in parse(text):
        if node.kind == "note":
            found["note"][f"[^{node.text}]"] += 1
        elif node.target:
            found["address"][node.target] += 1
        elif node.kind == "code" or (node.kind in _EMPHASIS and node.nesting == 1):
            found[node.kind][node.text] += 1
        elif node.kind == "text" and (stray := _STRAY.findall(node.text)):
            found["stray"].update(stray)
    return found
