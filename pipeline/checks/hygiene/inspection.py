"""All rules over a manuscript: what they find, where it stands in the file, and which of it is excused."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.checks.hygiene import across, halfwidth, marks, pairs, spaces, words
from pipeline.checks.hygiene.latin import check_spacing
from pipeline.checks.hygiene.reading import Fault, Reading
from pipeline.checks.waivers import REASONLESS, UNUSED
from pipeline.glossary import Glossary
from pipeline.model import Manuscript, Repair, Stretch

CODES = (
    *halfwidth.CODES,
    *marks.CODES,
    *pairs.CODES,
    *spaces.CODES,
    *words.CODES,
    *across.CODES,
)

RULES: tuple[Callable[[Reading], Iterator[Fault]], ...] = (
    halfwidth.check_halfwidth,
    halfwidth.check_fullwidth,
    marks.check_ellipses,
    marks.check_dashes,
    marks.check_doubled_marks,
    pairs.check_direction,
    pairs.check_emphasis,
    pairs.check_colons,
    spaces.check_stray_spaces,
    spaces.check_invisible,
    words.check_doubled_words,
    words.check_placeholders,
)
"""The rules that see one stretch of prose."""


def inspect(manuscript: Manuscript, glossary: Glossary) -> list[Fault]:
    """What is amiss in a source, in the order of the file; places are code points of the file.

    An author's `<!-- duizhao: ignore CODE -- reason -->` excuses the stretch that it stands in or before;
    one that excuses nothing, or gives no reason, is amiss itself.
    """
    readings = [Reading(stretch) for stretch in manuscript.stretches]
    found = list(across.check_final_newline(manuscript))
    by_reading: dict[int, list[Fault]] = {}
    for reading, fault in _faults(readings, glossary):
        by_reading.setdefault(id(reading), []).append(fault)
    for reading in readings:
        stretch, faults = reading.stretch, by_reading.get(id(reading), [])
        codes = {fault.code.name for fault in faults}
        found += [_placed(fault, reading) for fault in faults if fault.code.name not in stretch.ignored]
        found += _idle(stretch, codes)
    return sorted(found, key=lambda fault: (fault.start, fault.code.name))


def _faults(readings: Sequence[Reading], glossary: Glossary) -> Iterator[tuple[Reading, Fault]]:
    corners = sum(reading.seen.count("「") - reading.seen.count("“") for reading in readings) > 0
    for reading in readings:
        for rule in RULES:
            yield from ((reading, fault) for fault in rule(reading))
        yield from ((reading, fault) for fault in halfwidth.check_straight_quotes(reading, corners))
    yield from halfwidth.check_brackets(readings)
    yield from pairs.check_balance(readings)
    yield from check_spacing(readings)
    yield from across.check_numerals(readings)
    yield from across.check_names(readings, glossary)


def _idle(stretch: Stretch, codes: Iterable[str]) -> Iterator[Fault]:
    for code, reason in stretch.ignored.items():
        if code not in codes:
            yield Fault(UNUSED, stretch.places[0], f"the waiver of {code} excuses nothing")
        if not reason:
            yield Fault(REASONLESS, stretch.places[0], f"the waiver of {code} gives no reason")


def _placed(fault: Fault, reading: Reading) -> Fault:
    """The fault at its place in the file, with its repairs if each of them lies in one line."""
    places = reading.stretch.places
    repairs = [_placed_repair(repair, reading) for repair in fault.repairs]
    kept = tuple(repair for repair in repairs if repair)
    return replace(fault, start=places[fault.start], repairs=kept if len(kept) == len(repairs) else ())


def _placed_repair(repair: Repair, reading: Reading) -> Repair | None:
    """The repair in the file; None where it would reach over a line's end or into what is no prose."""
    places = reading.stretch.places
    if repair.start == repair.end:
        return Repair(places[repair.start], places[repair.start], repair.text)
    start, end = places[repair.start], places[repair.end - 1] + 1
    is_whole = end - start == repair.end - repair.start and not reading.hides(repair.start, repair.end)
    return Repair(start, end, repair.text) if is_whole else None
