"""The file of decisions: how a person settled a conversion, one row a word in its context."""

import csv
import io
from collections.abc import Iterable, Iterator

from pipeline.errors import FormatError
from pipeline.model import Decision, Location
from pipeline.script import HONG_KONG, TAIWAN, is_context

COLUMNS = ("context", "zh_hant", "zh_hant_hk", "decided_by", "decided_on", "note")
_FORMS = {TAIWAN: "zh_hant", HONG_KONG: "zh_hant_hk"}


def parse(text: str, path: str) -> tuple[Decision, ...]:
    """The decisions of a file in their order.

    Raises FormatError with the line where it is no such table, a context has no word in brackets, stands
    twice, or has no form.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    whole = 1
    try:
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise FormatError(f"the columns have to be {', '.join(COLUMNS)}", Location(path, 1))
        found: dict[str, Decision] = {}
        for row in reader:
            whole = reader.line_num
            decision = _decision(row, Location(path, whole))
            if decision.context in found:
                raise FormatError(f"{decision.context} is decided twice", decision.location)
            found[decision.context] = decision
    except csv.Error as error:
        raise FormatError(f"no valid CSV: {error}", Location(path, whole + 1)) from None
    return tuple(found.values())


def serialize(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yields the lines of a file, sorted by context, so that a change is a change of one line."""
    yield _line(COLUMNS)
    for decision in sorted(decisions, key=lambda decision: decision.context):
        forms = (decision.forms.get(language, "") for language in _FORMS)
        yield _line((decision.context, *forms, decision.by, decision.on, decision.note))


def _decision(row: dict[str, str | None], location: Location) -> Decision:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if not is_context(cells["context"]):
        message = f"{cells['context']!r} has no word in square brackets between the words around it"
        raise FormatError(message, location)
    forms = {language: cells[column] for language, column in _FORMS.items() if cells[column]}
    if not forms:
        raise FormatError(f"{cells['context']} has no form", location)
    return Decision(
        cells["context"], forms, cells["decided_by"], cells["decided_on"], cells["note"], location
    )


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
