"""Dates, numbers and sums of money in a text, and which of a translation are those of its Chinese."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from pipeline.model import Annotation
from pipeline.quantity import Kind, Quantity, chinese, english, money
from pipeline.quantity.agree import agree
from pipeline.quantity.clues import is_year

_WITHIN = re.compile(r"[ \u00a0]?|, ?|，|[ \u00a0]of[ \u00a0]|[-./]")
"""What stands between the parts of one date."""

_MOST = 50
"""From so many figures on each side, only those that are written with one value are told to be the same."""

_UNSAID = (money.UNSAID, money.MAINLAND, "$", "¥")
_MEASURED = (Kind.MONEY, Kind.MEASURE)
_KINDS = {Kind.DATE: "date", Kind.TIME: "date", Kind.MONEY: "money"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A date, a number or a sum, with the quantities that it is read from: a date has up to three.

    `in_words` is whether it is a bare number without an Arabic figure.
    """

    annotation: Annotation
    parts: tuple[Quantity, ...]
    in_words: bool


def figures(text: str, language: str) -> list[Figure]:
    """The figures of a plain text, in reading order, each with its value in `Annotation.body`.

    A date is as in ISO 8601 (`2020-09-14`, `2020-09`, `--09-14`, `15:30`), with `1990s`, `2020-Q3` and
    `2020-H1` besides; empty where what is said is no calendar date. A number is a decimal or `1/3`, with
    `%`, `+` where only a lower end is told, and its unit after a space; money has its ISO 4217 code
    there, unless the text does not say which currency it is.
    """
    found = chinese(text) if language.startswith("zh") else _with_years(text, english(text))
    return [_figure(text, parts) for parts in _dated(text, found)]


def same(ours: Sequence[Figure], theirs: Sequence[Figure]) -> Iterator[Annotation]:
    """The annotations of `theirs`, a translation's; those that render one of `ours` have its concept.

    What is only in words there and renders none is left out: one, once and first count nothing more often
    than not.
    """
    written = {one.annotation.body: one for one in ours if one.annotation.body}
    few = max(len(ours), len(theirs)) <= _MOST
    for other in theirs:
        alike = written.get(other.annotation.body)
        if few and not alike:
            alike = next((one for one in ours if _agree(one.parts, other.parts)), None)
        if alike:
            yield _linked(other.annotation, alike.annotation)
        elif not other.in_words:
            yield other.annotation


def _linked(annotation: Annotation, ours: Annotation) -> Annotation:
    """The annotation with the concept of the one that it renders; a bare figure is the date that that is."""
    if ours.kind == "date" and annotation.body.isdigit():
        return replace(annotation, kind="date", body=ours.body)
    return replace(annotation, concept="" if ours.body == annotation.body else ours.body)


def _agree(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether one tells nothing that the other does not: 9月14日 is a part of September 14, 2020."""
    if len(ours) != len(theirs) and Kind.NUMBER in (ours[0].kind, theirs[0].kind):
        return False
    if len(ours) <= len(theirs):
        return all(any(agree(one, other) for other in theirs) for one in ours)
    return all(any(agree(one, other) for one in ours) for other in theirs)


def _dated(text: str, quantities: Iterable[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    """The quantities, with the parts of a date that stand together in one tuple."""
    parts: list[Quantity] = []
    for quantity in quantities:
        if parts and not _continues(text, parts, quantity):
            yield tuple(parts)
            parts = []
        parts.append(quantity)
    if parts:
        yield tuple(parts)


def _continues(text: str, parts: Sequence[Quantity], quantity: Quantity) -> bool:
    if quantity.kind is not Kind.DATE or parts[-1].kind is not Kind.DATE:
        return False
    is_new = quantity.unit not in {part.unit for part in parts}
    return is_new and _WITHIN.fullmatch(text, parts[-1].end, quantity.start) is not None


def _with_years(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities of an English text; a bare figure right after a month, a day or a quarter is a year."""
    before: Quantity | None = None
    for quantity in quantities:
        follows = before and before.kind is Kind.DATE and _WITHIN.fullmatch(text, before.end, quantity.start)
        if follows and is_year(quantity):
            quantity = replace(quantity, kind=Kind.DATE, unit="year")
        yield quantity
        before = quantity


def _figure(text: str, parts: tuple[Quantity, ...]) -> Figure:
    first = parts[0]
    kind = _KINDS.get(first.kind, "number")
    body = _date(parts) if first.kind is Kind.DATE else _value(first)
    annotation = Annotation(first.start, parts[-1].end, kind, body)
    words = text[annotation.start : annotation.end]
    in_words = kind == "number" and not any(character.isdigit() for character in words)
    return Figure(annotation, parts, in_words)


def _date(parts: Sequence[Quantity]) -> str:
    if any(part.also and part.unit in ("month", "day") and part.also[0] <= 12 for part in parts):
        return ""  # 9/1/2017 is a day in January or in September
    values = {part.unit: int(part.value) for part in parts}
    pattern = _DATES.get(frozenset(values), "")
    return pattern.format(**values)


_DATES = {
    frozenset(re.findall(r"{(\w+)", pattern)): pattern
    for pattern in (
        "{year:04}-{month:02}-{day:02}",
        "{year:04}-{month:02}",
        "{year:04}",
        "--{month:02}-{day:02}",
        "--{month:02}",
        "---{day:02}",
        "{decade:04}s",
        "{year:04}-Q{quarter}",
        "{year:04}-H{half}",
    )
}
"""How a date is written that tells just these parts."""


def _value(quantity: Quantity) -> str:
    if quantity.kind is Kind.TIME:
        hour, rest = divmod(quantity.value, 1)
        return f"{hour:02}:{int(rest * 60):02}"
    rough = "+" if quantity.rough else ""
    if quantity.kind is Kind.PERCENT:
        return _decimal(quantity.value * 100) + ("pp" if quantity.unit == "point" else "%") + rough
    unit = "" if quantity.unit in _UNSAID or quantity.kind not in _MEASURED else quantity.unit
    return _decimal(quantity.value) + rough + (f" {unit}" if unit else "")


def _decimal(value: Fraction) -> str:
    """The value in full: as a decimal where it has an end, else as a fraction."""
    rest = value.denominator
    places = 0
    while rest % 2 == 0 or rest % 5 == 0:
        rest = rest // 10 if rest % 10 == 0 else rest // 2 if rest % 2 == 0 else rest // 5
        places += 1
    if rest > 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return ("-" if value < 0 else "") + whole + (f".{decimals}" if decimals else "")
