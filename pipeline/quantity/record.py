"""The record that both readers of numbers give: where a quantity stands and what it is worth."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What a quantity counts; `Quantity.unit` says it more closely."""

    NUMBER = "number"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    MEASURE = "measure"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at code points `start` to `end` of a plain text, its unit included.

    `value` is exact: 1/20 for 5%, 150000 for 15万, 15.5 for 3:30 p.m., 1990 for 1990年代. `unit` is a
    key of `units.UNITS`, an ISO 4217 code, a part of a date (`year`, `decade`, `month`, `day`, `quarter`,
    `half`), `point` for percentage points, `fold` or `off` for a discount (八折, 20% off), or empty. `also`
    holds what else the writing can mean: 八折 is 80 % of a price and 20 % off it. `rough` means that only
    the order of magnitude is told (数十, dozens); `value` is then its lower end. `scale` is what the figure
    was multiplied by to give the value.
    """

    start: int
    end: int
    value: Fraction
    kind: Kind = Kind.NUMBER
    unit: str = ""
    also: tuple[Fraction, ...] = ()
    rough: bool = False
    scale: Fraction = Fraction(1)

    @property
    def readings(self) -> tuple[Fraction, ...]:
        """Every value that the writing allows, the likeliest first."""
        return (self.value, *self.also)

    @property
    def figure(self) -> Fraction:
        """The number as it is written, before 万, million or % is applied."""
        return self.value / self.scale
