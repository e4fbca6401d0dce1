"""How far a catalog is: sentences that are untranslated, fuzzy, or not in it at all."""

from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.model import Catalog, Document, Finding, Location, Severity, State, Unit

UNTRANSLATED = Code(
    "untranslated",
    Severity.WARNING,
    "A sentence without a translation",
    "The edition shows the Chinese in its place, marked as untranslated.",
    'msgid "试点先行。"\nmsgstr ""',
    'msgid "试点先行。"\nmsgstr "Pilots come first."',
    waivable=False,
)
FUZZY = Code(
    "fuzzy",
    Severity.WARNING,
    "A translation of an earlier wording",
    "The Chinese has changed since this was translated; `#| msgid` shows the earlier sentence. A fuzzy "
    "translation is never published: the edition shows the Chinese until a person has looked and has taken "
    "the mark away.",
    '#, fuzzy\n#| msgid "试点先行。"\nmsgid "试点先行，逐步推开。"\nmsgstr "Pilots come first."',
    'msgid "试点先行，逐步推开。"\nmsgstr "Pilots come first, then a gradual rollout."',
    waivable=False,
)
OUT_OF_SYNC = Code(
    "out-of-sync",
    Severity.ERROR,
    "A catalog that does not match its source",
    "Sentences were added or changed in the source since the last `duizhao sync`, so that no translator can "
    "see them. Run `duizhao sync`.",
    "source/x.md was edited, translations/en/x.po was not updated",
    "duizhao sync x",
    waivable=False,
)
BROKEN = Code(
    "file-broken",
    Severity.ERROR,
    "A file that cannot be read without loss",
    "A string that is not closed, a merge conflict, a sentence that stands twice, another encoding: rather "
    "than drop what it cannot read, the tool stops at the line and leaves the file alone.",
    'msgid "试点先行。\nmsgstr "Pilots come first."',
    'msgid "试点先行。"\nmsgstr "Pilots come first."',
    waivable=False,
)
CODES = (UNTRANSLATED, FUZZY, OUT_OF_SYNC, BROKEN)


def check_state(unit: Unit) -> Iterator[Finding]:
    """Tells of a translation that is missing or fuzzy."""
    if unit.entry.state is State.UNTRANSLATED:
        yield UNTRANSLATED.on(unit, f"not translated: {_short(unit.source)}")
    elif unit.entry.state is State.FUZZY:
        yield FUZZY.on(unit, f"fuzzy, the Chinese has changed: {_short(unit.source)}")


def check_sync(document: Document, catalog: Catalog | None, path: str) -> Iterator[Finding]:
    """Tells, once a catalog, of sentences that are in the source and not in the catalog at `path`."""
    if catalog is None:
        yield OUT_OF_SYNC.at(Location(path), f"there is no such catalog: run `duizhao sync {document.slug}`")
        return
    known = catalog.by_key()
    missing = {s.key for s in document.segments if s.key.text and s.key not in known}
    if missing:
        count = f"{len(missing)} sentence{'s' * (len(missing) > 1)}"
        message = (
            f"{count} of source/{document.slug}.md not in this catalog: run `duizhao sync {document.slug}`"
        )
        yield OUT_OF_SYNC.at(Location(path, 1), message)


def _short(text: str, width: int = 24) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
