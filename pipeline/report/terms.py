"""Puts what `duizhao terms` finds into words: lists, a concordance, suggestions, what an import did."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from pipeline.model import Location, Term
from pipeline.results import CellChange, Join, Rendered, Suggestion, Usage

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_KEYWORD = "bold red"


def terms(listed: Iterable[Term]) -> "Table":
    """A table of concepts."""
    table = _table("Chinese", "English", "kind", "id")
    for term in listed:
        table.add_row(term.chinese, term.english, term.kind, term.id)
    return table


def found(hits: Iterable[tuple[Term, str, str]]) -> "Table":
    """A table of concepts that were looked for, each with the column and the text in which it was found."""
    table = _table("Chinese", "English", "id", "found in")
    for term, column, text in hits:
        is_plain = column.startswith("definition") or text in (term.chinese, term.english, term.id)
        table.add_row(term.chinese, term.english, term.id, column if is_plain else f"{column}: {text}")
    return table


def _table(*columns: str) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    return table


def concordance(term: Term, usages: Sequence[Usage], width: int, *, marked: bool) -> Iterator["Text"]:
    """Yields every use of a term with its rendering below it, the two in one column of the screen.

    `width` is in cells, of which a Chinese character takes two; `marked` puts brackets around what cannot be
    shown in colour.
    """
    from rich.text import Text

    documents = len({usage.slug for usage in usages})
    count = sum(len(usage.spans) for usage in usages)
    yield Text(f"{term.chinese} = {term.english}: {_uses(count)} in {_documents(documents)}")
    if counts := _counts(usages):
        yield Text(counts)
    for location, group in groupby(usages, key=lambda usage: usage.location):
        yield Text(f"\n{location}", style="dim")
        for usage in group:
            yield from _aligned(usage, width, marked)


def _counts(usages: Iterable[Usage]) -> str:
    """How often each rendering was used, such as `pilot zone 3, pilot area 1`."""
    counts = Counter(phrase.rendering + _remark(phrase) for usage in usages for phrase in usage.phrases)
    missing = sum(bool(usage.target) and not usage.phrases for usage in usages)
    parts = [f"{rendering} {count}×" for rendering, count in counts.most_common()]
    return ", ".join([*parts, *([f"without a rendering {missing}×"] if missing else [])])


def _aligned(usage: Usage, width: int, marked: bool) -> Iterator["Text"]:
    from rich.text import Text

    at = width * 2 // 5
    for span, phrase in zip_longest(usage.spans, usage.phrases):
        if span:
            yield _keyword(usage.source, span, at, width, marked)
        if phrase:
            yield _keyword(usage.target, (phrase.start, phrase.end), at, width, marked)
            if remark := _remark(phrase):
                yield Text(" " * at + remark.strip(), style="italic")
    if not usage.phrases:
        near = f'; found "{usage.instead}" instead' if usage.instead else ""
        yield Text(" " * at + (f"no rendering{near}" if usage.target else "not translated"), style="italic")


def _remark(phrase: Rendered) -> str:
    return f" ({phrase.remark})" if phrase.remark else ""


def _keyword(text: str, span: tuple[int, int], at: int, width: int, marked: bool) -> "Text":
    """A line of the text with the keyword at cell `at`; what does not fit beside it is cut off."""
    from rich.cells import cell_len
    from rich.text import Text

    start, end = span
    opening, closing = ("[", "]") if marked else ("", "")
    keyword = opening + text[start:end] + closing
    before = _last(" ".join(text[:start].split("\n")), at - 1 - len(opening))
    room = width - at - cell_len(keyword) + len(opening)
    after = _first(" ".join(text[end:].split("\n")), max(room, 0))
    line = Text(" " * (at - len(opening) - cell_len(before)) + before)
    return line.append(keyword, style=_KEYWORD).append(after)


def _first(text: str, cells: int) -> str:
    """As much of the head of a text as fits into some cells, with an ellipsis where that is not all."""
    from rich.cells import cell_len

    if cell_len(text) <= cells:
        return text
    kept = ""
    for character in text:
        if cell_len(kept + character) >= cells:
            break
        kept += character
    return kept + "…" if cells > 0 else ""


def _last(text: str, cells: int) -> str:
    return _first(text[::-1], cells)[::-1]


def suggested(suggestions: Sequence[Suggestion], width: int) -> Iterator[str]:
    """Yields candidates with their C-value, how often they stand in the sources, and a sentence with them.

    `width` is in cells, of which a Chinese character takes two.
    """
    from rich.cells import cell_len

    widest = max((cell_len(found.chinese) for found in suggestions), default=0)
    for found in suggestions:
        location, text = found.examples[0]
        gap = " " * (widest - cell_len(found.chinese) + 2)
        head = f"{found.score:6.1f} {found.count:4}×  {found.chinese}{gap}"
        example = f"{location}  {_around(text, found.chinese)}"
        yield head + _first(example, width - cell_len(head)).rstrip()


def _around(text: str, keyword: str) -> str:
    at = text.find(keyword)
    return ("…" if at > 8 else "") + text[max(0, at - 8) :].replace("\n", " ")


def joined(joins: Sequence[Join], *, would: bool) -> Iterator[str]:
    """Yields what became of each concept that was brought in and is not as it was, and last a count."""
    verb = "would be " if would else ""
    for result in joins:
        head = f"{result.id or '(no id)'} {result.chinese}".strip()
        if result.problem:
            yield f"{head}: {result.problem}; left alone"
        if result.new:
            yield f"{head}: {verb}new: {result.new.get('en', '')}"
        for column, (before, after) in result.changes.items():
            yield f"{head}: {column} {verb}{_cell_change(before, after)}"
        for column, (ours, theirs) in result.conflicts.items():
            yield f"{head}: {column} differs: here {ours!r}, there {theirs!r}; left alone"
    counts = {
        "new": sum(bool(result.new) for result in joins),
        "changed": sum(bool(result.changes) for result in joins),
        "in conflict": sum(bool(result.conflicts or result.problem) for result in joins),
    }
    same = sum(not (r.new or r.changes or r.conflicts or r.problem) for r in joins)
    told = [f"{count} {what}" for what, count in counts.items() if count]
    yield ", ".join([*told, f"{same} as they were"])


def cell_changed(changed: CellChange) -> str:
    """What became of a cell: `glossary/x.csv:3: note changed: 'a' -> 'b'`."""
    is_same = changed.before == changed.after
    what = "is that already" if is_same else _cell_change(changed.before, changed.after)
    return f"{changed.location}: {changed.column} {what}"


def _cell_change(before: str, after: str) -> str:
    return f"changed: {before!r} -> {after!r}" if before else f"filled: {after!r}"


def exported(count: int, location: Location) -> str:
    """Where an export went and how many concepts it has."""
    return f"{location}: {count} concept{'s' * (count != 1)}"


def _uses(count: int) -> str:
    return f"{count} use{'s' * (count != 1)}"


def _documents(count: int) -> str:
    return f"{count} document{'s' * (count != 1)}"
