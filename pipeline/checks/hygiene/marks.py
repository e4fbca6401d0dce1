"""Marks made of several: ellipses, dashes, and marks typed twice."""

import re
from collections.abc import Iterator

from pipeline.checks.codes import Code
from pipeline.checks.hygiene.reading import WIDE, Fault, Reading
from pipeline.model import Repair, Severity

ELLIPSIS = Code(
    "source-ellipsis",
    Severity.WARNING,
    "An ellipsis that is not ……",
    "The Chinese ellipsis is six dots in the width of two characters (GB/T 15834-2011, 4.11). Three stops "
    "or three commas read as a slip, and three periods stand on the line instead of in its middle.",
    "数据、算力、人才。。。",
    "数据、算力、人才……",
)
DASH = Code(
    "source-dash",
    Severity.WARNING,
    "A dash that is not ——",
    "The Chinese dash is a line in the width of two characters, without spaces (GB/T 15834-2011, 4.10). "
    "Hyphens in its place break at the end of a line. A single — between two places or years is the "
    "standard's connecting mark (4.13) and is left alone.",
    "缩影--杭州把政策当“橡皮泥”。",
    "缩影——杭州把政策当“橡皮泥”。",
)
DOUBLED = Code(
    "source-doubled-punctuation",
    Severity.WARNING,
    "A mark that stands twice, or two marks that exclude each other",
    "No mark but ！ and ？ is repeated (GB/T 15834-2011, 4.2 to 4.7). The second of two equal ones is "
    "taken away; of two different ones a person has to choose.",
    "先行先试，，逐步推开。",
    "先行先试，逐步推开。",
)
CODES = (ELLIPSIS, DASH, DOUBLED)

_ELLIPSIS = re.compile(
    rf"(?=[。、.·⋯・…])(?:。{{3,}}|、{{3,}}|(?<=[{WIDE}])\.{{3,}}|(?<!\.)\.{{3,}}(?=[{WIDE}])|[·⋯・]{{3,}}|(?<=[{WIDE}])⋯+"
    rf"|(?<=[{WIDE}])(?<!…)…(?!…)|(?<!…)…(?!…)(?=[{WIDE}])|(?<!…)(?:…{{3}}|…{{5}})(?!…))"
)
_LINES = r"-{2,3}|–{2}|―{2}|─{2}|－{2}|—{3}|—{1,2}-{1,2}"
_DASH = re.compile(
    rf"(?=[-–―─－— \t])(?<=[{WIDE}])"
    rf"(?P<mark>[ \t]*+(?:{_LINES})(?![-–―─－—])[ \t]*+|[ \t]++—{{1,2}}[ \t]++)(?=[{WIDE}])"
)
_DOUBLED = re.compile(r"(?P<mark>[，、；：。])(?P=mark)+|[，、；：][。，、；：]|。[，、；：]")


def check_ellipses(reading: Reading) -> Iterator[Fault]:
    """Tells of dots and stops that stand for an ellipsis."""
    for match in _ELLIPSIS.finditer(reading.seen):
        repair = Repair(match.start(), match.end(), "……")
        yield Fault(ELLIPSIS, match.start(), f"the ellipsis is written {match[0]}: ……", (repair,))


def check_dashes(reading: Reading) -> Iterator[Fault]:
    """Tells of hyphens and other lines between Chinese words that stand for a dash."""
    for match in _DASH.finditer(reading.seen):
        mark = match["mark"].strip()
        spaced = " with spaces" if mark != match["mark"] else ""
        repair = Repair(match.start(), match.end(), "——")
        yield Fault(DASH, match.start(), f"the dash is written {mark}{spaced}: ——", (repair,))


def check_doubled_marks(reading: Reading) -> Iterator[Fault]:
    """Tells of marks that were typed twice and of marks that contradict each other."""
    for match in _DOUBLED.finditer(reading.seen):
        mark = match["mark"]
        if not mark:
            yield Fault(DOUBLED, match.start(), f"{match[0][0]} and {match[0][1]} exclude each other")
        elif len(match[0]) == 2 or mark in "，；：":
            repair = Repair(match.start(), match.end(), mark)
            yield Fault(DOUBLED, match.start(), f"{mark} stands {len(match[0])} times: {mark}", (repair,))
