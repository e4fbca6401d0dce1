"""Pairing the quantities of a Chinese text with those of its English translation."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.quantity.agree import agree
from pipeline.quantity.record import Quantity


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is left when every quantity has been paired with one of the other language that agrees.

    `missing` of the Chinese and `extra` of the English agree with nothing at all on the other side;
    `fewer` and `more` have a counterpart there that another quantity has taken.
    """

    missing: tuple[Quantity, ...]
    extra: tuple[Quantity, ...]
    fewer: tuple[Quantity, ...]
    more: tuple[Quantity, ...]


def pair(chinese: Sequence[Quantity], english: Sequence[Quantity]) -> Pairing:
    """Pairs each quantity once: first those of the same kind, unit and value, then all that agree."""
    alone, others = _pair_same(chinese, english)
    alone, others = _pair_agreeing(alone, others)
    missing = tuple(one for one in alone if not any(agree(one, other) for other in english))
    extra = tuple(other for other in others if not any(agree(one, other) for one in chinese))
    fewer = tuple(one for one in alone if one not in missing)
    more = tuple(other for other in others if other not in extra)
    return Pairing(missing, extra, fewer, more)


def _pair_same(
    chinese: Sequence[Quantity], english: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    free: dict[object, list[Quantity]] = {}
    for other in english:
        free.setdefault(_sameness(other), []).append(other)
    taken = [free[_sameness(one)].pop(0) if free.get(_sameness(one)) else None for one in chinese]
    alone = [one for one, other in zip(chinese, taken, strict=True) if other is None]
    return alone, sorted((other for left in free.values() for other in left), key=lambda other: other.start)


def _sameness(quantity: Quantity) -> tuple[object, ...]:
    # Two integers, since the hash of a fraction takes a power of it.
    return quantity.kind, quantity.unit, quantity.rough, quantity.value.as_integer_ratio()


def _pair_agreeing(
    chinese: Sequence[Quantity], english: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    alone, others = [], list(english)
    for one in chinese:
        found = next((other for other in others if agree(one, other)), None)
        if found:
            others.remove(found)
        else:
            alone.append(one)
    return alone, others
