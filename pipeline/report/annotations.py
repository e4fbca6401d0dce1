"""Puts into words what is marked in the documents, and what became of the remarks of people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.model import Term
from pipeline.results import Anchored, Annotated

if TYPE_CHECKING:
    from rich.table import Table

NAMES = ("person", "organization", "place")
_KINDS = ("term", "date", "number", "money", "document", "entity", "note")
_MOST = 10


def annotated(results: Sequence[Annotated], *, written: bool) -> Iterator[str]:
    """Yields a line a document, and one for every remark that moved or has lost its place."""
    for result in results:
        counts: Counter[str] = Counter()
        for kinds in result.kinds.values():
            counts.update(kinds)
        told = ", ".join(f"{counts[kind]} {kind}" for kind in kinds_of(results) if counts[kind])
        yield f"{result.slug}: {told or 'nothing is marked'}"
        for place in result.places:
            if place.is_moved or not place.row:
                yield f"  {place.remark.location}: {_fate(place, written=written)}"


def _fate(place: Anchored, *, written: bool) -> str:
    if not place.row:
        return f"orphaned: {place.why}"
    verb = "moved" if written else "would be moved (--write)"
    return f"“{place.remark.quote}” {verb} to {place.row}, {place.start}-{place.end}"


def statistics(results: Sequence[Annotated]) -> "Iterator[Table]":
    """Yields the tables: annotations by kind with coverage, then the most frequent names and terms."""
    from rich.table import Table

    for result in results:
        yield _counts(result, kinds_of(results))
    total = totals(results)
    for title, wanted in (("Names", True), ("Terms", False)):
        found = [(term, count) for term, count in total if (term.kind in NAMES) is wanted][:_MOST]
        frequent = Table("uses", "Chinese", "English", "kind", title=title, title_justify="left")
        for term, count in found:
            frequent.add_row(str(count), term.chinese, term.english, term.kind)
        if found:
            yield frequent


def _counts(result: Annotated, kinds: Sequence[str]) -> "Table":
    from rich.table import Table

    table = Table("language", *kinds, "marked", title=result.slug, title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for language, counts in result.kinds.items():
        covered, length = result.coverage[language]
        percent = f"{100 * covered // length} %" if length else "-"
        table.add_row(language, *(str(counts.get(kind, 0)) for kind in kinds), percent)
    return table


def kinds_of(results: Iterable[Annotated]) -> list[str]:
    """The kinds that there are, the usual ones first."""
    found = {kind for result in results for counts in result.kinds.values() for kind in counts}
    return [kind for kind in _KINDS if kind in found] + sorted(found.difference(_KINDS))


def totals(results: Iterable[Annotated]) -> list[tuple[Term, int]]:
    """The terms of all the documents with their uses, the most frequent first."""
    counts: Counter[str] = Counter()
    terms = {}
    for result in results:
        for term, count in result.terms:
            counts[term.id] += count
            terms[term.id] = term
    return [(terms[name], count) for name, count in counts.most_common()]
