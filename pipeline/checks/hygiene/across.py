"""What only a look at the whole document shows: two names of one thing, two styles of numerals, its end."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.checks.codes import Code
from pipeline.checks.hygiene.reading import Fault, Reading
from pipeline.glossary import Glossary, chinese_forms
from pipeline.model import Manuscript, Repair, Severity, TermMatch

NAMES = Code(
    "source-two-names",
    Severity.NOTE,
    "One thing under two names",
    "A reader takes two names for two things, and a translator renders them twice. The glossary's variants "
    "are names of one concept. A document that introduces the short name (以下简称“张江园区”), or gives "
    "one of them in brackets after the other, has said so.",
    "阿里的崛起……阿里巴巴等巨头……",
    "阿里巴巴的崛起……阿里巴巴等巨头……",
)
NUMERALS = Code(
    "source-mixed-numerals",
    Severity.NOTE,
    "Years in Chinese and in Arabic figures",
    "Numbers of one kind take one form throughout a document (GB/T 15835-2011, 4.3 and 5). Years in titles "
    "and quotations stand as they are there.",
    "2025年启动，二〇二七年结束。",
    "2025年启动，2027年结束。",
)
FINAL_NEWLINE = Code(
    "source-final-newline",
    Severity.NOTE,
    "A file that does not end with a line feed",
    "A text file's last line ends with a line feed (POSIX 1003.1, 3.206). Without it, git marks the line "
    "and what is appended joins it.",
    "最后一句。(end of file)",
    "最后一句。(line feed, end of file)",
    waivable=False,
)
CODES = (NAMES, NUMERALS, FINAL_NEWLINE)

_NAMED = frozenset({"organization", "person"})
"""Kinds of concepts that have names. 民企 beside 民营企业, or 浙江 beside 浙江省, is style."""

_REACH = 40
"""How many characters before a name are looked at."""

_SAID = re.compile(r"[简簡][称稱]|又[称稱名叫]|也[称稱叫]|[原曾旧舊]名|[统統][称稱]|别名|全[称稱]")
_YEAR = re.compile(
    r"(?P<han>[一二][一二三四五六七八九〇零○]{3})年|(?P<arabic>(?<!\d)(?:1[5-9]|20)\d\d)[ \t]?年"
)


def check_final_newline(manuscript: Manuscript) -> Iterator[Fault]:
    """Tells of a file whose last line is not ended; its place is the last character."""
    text = manuscript.text
    if text and not text.endswith("\n"):
        repair = Repair(len(text), len(text), "\n")
        yield Fault(FINAL_NEWLINE, len(text) - 1, "the file does not end with a line feed", (repair,))


def check_numerals(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Fault]]:
    """Tells of the first year in the less common figures, outside titles and quotations."""
    found: dict[str, list[tuple[Reading, re.Match[str]]]] = defaultdict(list)
    for reading in readings:
        for match in _YEAR.finditer(reading.seen):
            if not _is_quoted(reading, match.start()):
                found[match.lastgroup or ""].append((reading, match))
    if len(found) == 2:
        rare, usual = sorted(found, key=lambda kind: (len(found[kind]), kind == "arabic"))
        reading, match = found[rare][0]
        example = found[usual][0][1][0]
        message = f"{match[0]} beside {example} ({len(found[rare])} and {len(found[usual])} years)"
        yield reading, Fault(NUMERALS, match.start(), message)


def check_names(readings: Sequence[Reading], glossary: Glossary) -> Iterator[tuple[Reading, Fault]]:
    """Tells of each concept of which the document uses several names, at the first use of the rarer one."""
    uses: dict[str, dict[str, list[tuple[Reading, int]]]] = defaultdict(lambda: defaultdict(list))
    introduced: set[str] = set()
    for reading in readings:
        for match in glossary.find(reading.seen):
            if match.term.kind in _NAMED and match.term.variants:
                introduced |= {match.term.id} if _introduces(reading.seen, match) else set()
                if not _is_quoted(reading, match.start):
                    name = reading.seen[match.start : match.end]
                    uses[match.term.id][name].append((reading, match.start))
    for term, names in uses.items():
        if len(names) > 1 and term not in introduced:
            rare, *_, usual = sorted(names, key=lambda name: len(names[name]))
            reading, start = names[rare][0]
            message = f"{rare} ({len(names[rare])}×) and {usual} ({len(names[usual])}×) are one thing: {term}"
            yield reading, Fault(NAMES, start, message)


def _introduces(seen: str, match: TermMatch) -> bool:
    """Whether a name is given as another one of the same thing: 阿里巴巴（阿里）, 以下简称“阿里”."""
    before = seen[max(0, match.start - _REACH) : match.start]
    is_bracketed = before[-1:] in ("（", "(") and before[:-1].endswith(tuple(chinese_forms(match.term)))
    return is_bracketed or _SAID.search(before[-6:]) is not None


def _is_quoted(reading: Reading, at: int) -> bool:
    """Whether a place is in a title or a quotation, whose words are another's."""
    starts, ends = reading.quotations
    return bisect_right(ends, at) < bisect_right(starts, at)
