"""Numbers by value: what the Chinese counts and the English does not, or counts otherwise."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from pipeline.checks.codes import Code, places
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Span, Unit
from pipeline.quantity import Kind, Quantity
from pipeline.quantity.compare import Difference, differences
from pipeline.quantity.enumerators import renumbered
from pipeline.quantity.holidays import misdated
from pipeline.quantity.names import renamed
from pipeline.quantity.phases import shifted

NUMBER_MISMATCH = Code(
    "number-mismatch",
    Severity.ERROR,
    "A number that differs in value",
    "A wrong amount or date is the costliest mistake of a policy translation, and 万 and 亿 make it an easy "
    "one: 15万 is 150,000 and 10亿 a billion. Numbers are compared by value, with unit and currency, however "
    "either language writes them; a measure may be converted and rounded. docs/numbers.md has the rules and "
    "their figures.",
    "补贴15万元。 / A subsidy of RMB 1.5 million.",
    "补贴15万元。 / A subsidy of RMB 150,000.",
)
CODES: tuple[Code, ...] = (NUMBER_MISMATCH,)


def check_numbers(unit: Unit) -> Iterator[Finding]:
    """Tells of each number of the Chinese that a finished English translation lacks, changes or adds."""
    if not unit.is_english:
        return
    source, target = plain(unit.source), plain(unit.target)
    found = list(differences(source, target))
    for difference in found:
        here, there = _span(difference.chinese), _span(difference.english)
        yield NUMBER_MISMATCH.on(unit, _message(difference, source, target), here, there)
    alone = () if found else (*misdated(source, target), *renumbered(source, target))
    for name, other in (*renamed(source, target), *shifted(source, target), *alone):
        message = f"{name} is not in the English; found {other}"
        yield NUMBER_MISMATCH.on(unit, message, places(source, [name]), places(target, [other]))


def _span(quantity: Quantity | None) -> tuple[Span, ...]:
    return ((quantity.start, quantity.end),) if quantity else ()


def _message(difference: Difference, source: str, target: str) -> str:
    wanted = _shown(difference.chinese, source) if difference.chinese else ""
    found = _shown(difference.english, target) if difference.english else ""
    if not wanted:
        return f"{found} is not in the Chinese"
    lack = "is fewer times in the English" if difference.repeated else "is not in the English"
    return f"{wanted} {lack}; found {found}" if found else f"{wanted} {lack}"


def _shown(quantity: Quantity, text: str) -> str:
    """A quantity as it is written, with its value where the writing does not show it."""
    written = text[quantity.start : quantity.end].strip(" -\u00a0")
    value = _in_figures(quantity)
    shows = value in written or value.replace(",", "") in written
    return written if shows else f"{written} ({value})"


def _in_figures(quantity: Quantity) -> str:
    value = quantity.value
    if quantity.kind is Kind.PERCENT:
        return f"{_decimal(value * 100)}%"
    if quantity.kind is Kind.TIME:
        return f"{int(value)}:{int(value % 1 * 60):02}"
    if quantity.kind in (Kind.DATE, Kind.LABEL):
        return str(value)
    return _decimal(value)


def _decimal(value: Fraction) -> str:
    """A value with thousands separators, as a fraction where its decimals do not end."""
    exact = Decimal(value.numerator) / value.denominator
    return f"{exact:,f}" if Fraction(exact) == value else str(value)
