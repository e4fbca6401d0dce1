"""Reading a text by shapes: at each place where a quantity can start, the first shape that fits is taken."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.quantity import money
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.units import UNITS

Build = Callable[[re.Match[str]], Sequence[Quantity] | None]
"""What a shape's match comes to: no quantities for a word that only looks like one, None to decline."""

Find = Callable[[str, int], re.Match[str] | None]
"""Where, from a code point of a text on, the next quantity can start."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to write a quantity; `first` lists, as within brackets, what it begins with, in either case.

    Empty, `first` leaves it open. Most shapes need not be tried at most places.
    """

    pattern: re.Pattern[str]
    build: Build
    first: str = ""

    def may_begin(self, character: str) -> bool:
        """Whether the character can be its first."""
        return not self.first or re.match(f"[{self.first}]", character, re.I) is not None


class Shapes(dict[str, tuple[tuple[re.Pattern[str], Build], ...]]):
    """The shapes that can begin with a character, in the order in which they are tried."""

    def __init__(self, *shapes: Shape) -> None:
        super().__init__()
        self.all = shapes

    def __missing__(self, character: str) -> tuple[tuple[re.Pattern[str], Build], ...]:
        found = tuple((shape.pattern, shape.build) for shape in self.all if shape.may_begin(character))
        self[character] = found
        return found


_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\w\-.~:/?#@!$&'()*+,;=%]+|(?<![\w.+\-])[\w.+\-]++@[\w\-]+(?:\.[\w\-]+)+", re.A
)
_JOINER = re.compile(r"|\s*(?:[-–—~～、,/]|至|到|和|及|与|與|或|to|and|or|,? and)\s*")
_LESSER = {"year": ("month",), "hour": ("minute", "second"), "minute": ("second",), "foot": ("inch",)}
_AND = re.compile(r"[零又]|,?\s?(?:and\s)?")
_SIGN = re.compile(money.SIGN)
_DASH = re.compile(r"[-–—/]")


def scan(text: str, find: Find, shapes: Shapes) -> tuple[Quantity, ...]:
    """The quantities of a text in reading order; nothing inside web and mail addresses is read."""
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return tuple(_joined(text, _compounded(text, _walk(text, find, shapes))))


def _walk(text: str, find: Find, shapes: Shapes) -> Iterator[Quantity]:
    at = 0
    while place := find(text, at):
        start, at = place.span()
        for pattern, build in shapes[text[start]]:
            match = pattern.match(text, start)
            quantities = build(match) if match else None
            if match and quantities is not None:
                yield from quantities
                at = max([match.end(), start + 1, *(quantity.end for quantity in quantities)])
                break


def _compounded(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """Adds up a measure told in parts, the lesser units behind the greater: 十二年六个月."""
    found: list[Quantity] = []
    for quantity in quantities:
        if found and _continues(found[-1], quantity, text):
            great = found[-1]
            part = quantity.value * UNITS[quantity.unit].size / UNITS[great.unit].size
            found[-1] = replace(great, end=quantity.end, value=great.value + part)
        else:
            found.append(quantity)
    return found


def _continues(great: Quantity, small: Quantity, text: str) -> bool:
    if not (great.kind is small.kind is Kind.MEASURE and _AND.fullmatch(text, great.end, small.start)):
        return False
    whole = UNITS[great.unit].size / UNITS[small.unit].size
    return small.unit in _LESSER.get(great.unit, ()) and not great.rough and small.value < whole


def _joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Lets a bare figure share what is said once for a range or list: 5-10万, 3、4月, 5 to 10 per cent."""
    for i in range(len(quantities) - 2, -1, -1):
        first, second = quantities[i : i + 2]
        gap = text[first.end : second.start]
        if not _JOINER.fullmatch(gap) or _SIGN.match(text, second.start):
            continue
        if _DASH.fullmatch(gap) and _is_year(first) and _is_year(second, short=True):
            century = first.value // 100 * 100
            quantities[i + 1] = replace(second, also=(*second.also, century + second.value))
        else:
            quantities[i : i + 2] = _shared(first, second)
    return quantities


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is Kind.NUMBER and not quantity.rough and not quantity.also


def _is_year(quantity: Quantity, short: bool = False) -> bool:
    """Whether it can be a year, or where `short` the last two figures of one."""
    spoken = quantity.unit == "year" or _is_bare(quantity)
    return spoken and (0 <= quantity.value < 100 if short else 1000 <= quantity.value < 3000)


def _shared(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """Two of a list: the first gets the second's scale and unit, the second the first's currency."""
    signed = first.kind is Kind.MONEY and _is_bare(second)
    if first.scale != 1 or not (_is_bare(first) or signed) or _apart(first, second):
        return first, second
    value = first.value * second.scale
    also = () if value == first.value else (first.value,)
    told = first if signed else second
    first = replace(first, value=value, kind=told.kind, unit=told.unit, also=also, scale=second.scale)
    return first, replace(second, kind=told.kind, unit=told.unit) if signed else second


def _apart(first: Quantity, second: Quantity) -> bool:
    """Whether the two only stand side by side, as a year does beside an amount."""
    if second.kind in (Kind.LABEL, Kind.ORDINAL, Kind.TIME):
        return True
    if _is_year(first):
        return second.unit != "year" or second.kind is not Kind.DATE
    return first.value > _LIMITS.get(second.unit, first.value) if second.kind is Kind.DATE else False


_LIMITS = {"month": 12, "day": 31, "quarter": 4, "half": 2, "decade": 0}
