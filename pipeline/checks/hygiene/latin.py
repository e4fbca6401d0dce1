"""Spaces between Chinese and Latin: on one side only, or otherwise than in most of the document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.checks.hygiene.reading import Fault, Reading
from pipeline.checks.hygiene.spaces import SPACING
from pipeline.markup import HAN
from pipeline.model import Repair

FEW = 0.2
"""The largest share of the other way at which each of its places is told of, and mended."""

_LATIN = r"A-Za-z0-9À-ɏΑ-ω"
_INNER = rf"[{_LATIN}.,%+#&'’/@-]|[ \t](?=[A-Za-z])|(?<=[A-Za-z])[ \t](?=\d)"
_RUN = re.compile(
    rf"(?=[ \t{_LATIN}])(?P<left>(?<=[{HAN}])[ \t]*+)?(?<![{_LATIN}])(?P<word>[{_LATIN}](?:{_INNER})*)"
    rf"(?P<right>[ \t]*+(?=[{HAN}]))?"
)
_LABEL = re.compile(r"(?:^|[。！？])\d[\d.]*$|^[图圖表注註第例]?[ \t]*\d[\d.-]*$")
"""A number behind which a space parts it from what it numbers (图 1 组成部分), or a note's raised number."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where Chinese and Latin meet: the span of the space there, which may be empty."""

    reading: Reading
    start: int
    end: int
    word: str
    is_lopsided: bool

    @property
    def is_spaced(self) -> bool:
        return self.end > self.start


def check_spacing(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Fault]]:
    """Tells of the places that are not as most of the document; where both ways are common, of the first."""
    gaps = [gap for reading in readings for gap in _gaps(reading)]
    spaced = sum(gap.is_spaced for gap in gaps)
    way = spaced * 2 > len(gaps)
    others = [gap for gap in gaps if gap.is_spaced != way]
    if len(others) <= FEW * len(gaps):
        for gap in others:
            yield gap.reading, _fault(gap, way)
        return
    for gap in others:
        if gap.is_lopsided:
            yield gap.reading, _fault(gap, way)
    even = [gap for gap in others if not gap.is_lopsided]
    if even:
        message = f"{spaced} of {len(gaps)} places where Chinese and Latin meet have a space, the others none"
        yield even[0].reading, Fault(SPACING, even[0].start, message)


def _fault(gap: _Gap, way: bool) -> Fault:
    usual = "most in this document have one" if way else "most in this document have none"
    message = f"{'no space' if way else 'a space'} beside {gap.word}: {usual}"
    if gap.is_lopsided:
        message = f"{gap.word} has a space on one side only"
    return Fault(SPACING, gap.start, message, (Repair(gap.start, gap.end, " " if way else ""),))


def _gaps(reading: Reading) -> Iterator[_Gap]:
    for match in _RUN.finditer(reading.seen):
        sides = [side for side in ("left", "right") if match[side] is not None]
        if not sides:
            continue
        if _LABEL.search(reading.seen[max(0, match.start("word") - 3) : match.end("word")]):
            sides = [side for side in sides if side == "left"]
        lopsided = len(sides) == 2 and bool(match["left"]) != bool(match["right"])
        for side in sides if reading.is_chinese(match.start("word")) else ():
            start, end = match.span(side)
            yield _Gap(reading, start, end, match["word"][:20], lopsided)
