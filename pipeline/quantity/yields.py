"""Yields: what the Chinese tells a 亩, the English may tell a hectare or an acre."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.quantity.agree import agree
from pipeline.quantity.record import Kind, Quantity
from pipeline.quantity.units import UNITS

_MU = re.compile("[亩畝]")
_AREA = re.compile(r"\s?(?:per|an?|/|to the)\s?(?P<unit>hectare|ha|acre)\b", re.I)


def yields_of(
    chinese: Iterable[Quantity], source: str, english: Sequence[Quantity], target: str
) -> dict[Quantity, Quantity]:
    """The measures of the Chinese that some of the English are over another area, each with such a one.

    1500斤 a 亩 are 11.25 metric tons a hectare, fifteen times as much.
    """
    if not _MU.search(source):
        return {}
    areas = {other: area for other in english if (area := _AREA.match(target, other.end))}
    return {
        quantity: other
        for quantity in chinese
        for other, area in areas.items()
        if quantity.kind is other.kind is Kind.MEASURE and agree(_over(quantity, area["unit"]), other)
    }


def _over(quantity: Quantity, area: str) -> Quantity:
    """What a measure told a 亩 comes to over another area."""
    unit = UNITS["acre" if area.lower() == "acre" else "ha"]
    return replace(quantity, value=quantity.value * (unit.size / UNITS["mu"].size), also=())
