"""Marks that come in pairs: brackets, quotation marks, emphasis; and colons within colons."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.checks.codes import Code
from pipeline.checks.hygiene.reading import Fault, Reading, is_wide
from pipeline.markup import literal_stars
from pipeline.model import Repair, Severity
from pipeline.sentences.tokens import BRACKETS, QUOTES, Token

UNBALANCED = Code(
    "source-unbalanced",
    Severity.WARNING,
    "A bracket or quotation mark without its other half",
    "Brackets, quotation marks and title marks come in pairs (GB/T 15834-2011, 4.8, 4.9, 4.15). A "
    "quotation of several paragraphs, each of which opens it while only the last closes it (4.8), and the "
    "bracket of a list number such as 1) are in order. Where the other half belongs is for a person to say.",
    "张江向“国家队倾斜。",
    "张江向“国家队”倾斜。",
)
DIRECTION = Code(
    "source-quote-direction",
    Severity.WARNING,
    "A quotation mark that faces the wrong way",
    "The mark “ opens and ” closes (GB/T 15834-2011, 4.8). Turned ones break at the wrong end of a line and "
    "become wrong corner brackets in the Traditional editions. Single marks, which are apostrophes as well, "
    "are not judged.",
    "张江向”国家队“倾斜。",
    "张江向“国家队”倾斜。",
)
EMPHASIS = Code(
    "source-stray-emphasis",
    Severity.WARNING,
    "Asterisks that emphasise nothing",
    "CommonMark shows `**` as it stands where it has no other half, or has a space on its inner side, so "
    "that readers see asterisks. A single stray pair is taken away; of several a person has to choose.",
    "政策设计围绕**硬件制造。",
    "政策设计围绕硬件制造。",
)
COLONS = Code(
    "source-two-colons",
    Severity.WARNING,
    "Two colons in one sentence",
    "A sentence should have no colon within the reach of another (GB/T 15834-2011, 4.7): the reader, and "
    "the translator, cannot tell what the second one introduces. Make two sentences of it. Colons in a "
    "quotation, a bracket or another clause after ； are counted apart.",
    "布局形成了特征：强基因：集成电路领先。",
    "布局形成了特征，即强基因：集成电路领先。",
)
CODES = (UNBALANCED, DIRECTION, EMPHASIS, COLONS)

_FAMILIES = QUOTES | BRACKETS | {"title", "subtitle"}
_OTHER = {"“": "”", "”": "“"}
_CURLY = re.compile("[“”]")
_STARS = re.compile(r"\*+")
_PHRASE = re.compile(r"[^，。！？；：,.!?;:\s]{1,30}")
_LABEL = re.compile(
    r"(?:^|[\s；;：:，,。、！？])[（(]?(?:[0-9０-９]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$"
)
_MARKDOWN = frozenset("[]{}")
_COLON = re.compile(r"[：:]|[。！？!?；;\n]|\.(?=\s)")
_IMPRINT = re.compile(r"\s*[^，。；：]{0,15}(?:出版社|出版公司|[书書][局店]|印[书書][馆館])")
"""A publisher after the colon of a place, as references have it: 北京：人民出版社."""


def check_balance(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Fault]]:
    """Tells of halves without a partner; an opener at the head of a paragraph may go on in the next."""
    following = [*(reading.text[:1] for reading in readings[1:]), ""]
    for reading, next_mark in zip(readings, following, strict=False):
        turned = _turned(reading)
        for token in reading.tokens:
            mark = reading.text[token.start]
            if token.role not in ("stray", "loose") or token.family not in _FAMILIES or mark in _MARKDOWN:
                continue
            goes_on = token.start == 0 and token.role == "stray" and next_mark == mark
            is_told = bool(turned) and token.family == "double"
            if not goes_on and not is_told and not _is_excused(reading, token, mark):
                half = "never closed" if token.role == "stray" else "closes nothing"
                yield reading, Fault(UNBALANCED, token.start, f"{mark} {half}")


def check_direction(reading: Reading) -> Iterator[Fault]:
    """Tells of the curly marks that are turned round, each with its repair."""
    for at in _turned(reading):
        mark = reading.seen[at]
        repair = Repair(at, at + 1, _OTHER[mark])
        yield Fault(DIRECTION, at, f"{mark} stands where {_OTHER[mark]} is due", (repair,))


def _turned(reading: Reading) -> list[int]:
    """Where a curly mark is turned: they do not pair as they stand, but do if each second one closes.

    Only words without a stop between two of them are a quotation for sure: in `“甲。“乙。` two closing
    marks are missing.
    """
    places = [match.start() for match in _CURLY.finditer(reading.seen)]
    if not places:
        return []
    depths = list(accumulate(1 if reading.seen[at] == "“" else -1 for at in places))
    if len(places) % 2 or (depths[-1] == 0 and min(depths) == 0):
        return []
    turned: list[int] = []
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        wrong = [at for at, mark in ((opening, "“"), (closing, "”")) if reading.seen[at] != mark]
        if wrong and not _PHRASE.fullmatch(reading.seen, opening + 1, closing):
            return []
        turned += wrong
    return turned


def check_emphasis(reading: Reading) -> Iterator[Fault]:
    """Tells of `**` that a reader would see; one that is alone and could open or close is taken away."""
    if "**" not in reading.seen:
        return
    runs = [match for match in _STARS.finditer(reading.seen) if len(match[0]) in (2, 3)]
    literal = literal_stars(reading.text)
    stray = [match for match in runs if literal.issuperset(range(*match.span()))]
    stray = [match for match in stray if not _is_power(reading.seen, match)]
    for match in stray:
        repairs = (Repair(*match.span(), ""),) if len(stray) == 1 else ()
        yield Fault(EMPHASIS, match.start(), f"{match[0]} emphasises nothing and is shown", repairs)


def check_colons(reading: Reading) -> Iterator[Fault]:
    """Tells of the second colon of a clause, outside brackets and quotations."""
    if reading.seen.count("：") + reading.seen.count(":") < 2:
        return
    colons = 0
    for at, mark in _outside(reading):
        if mark not in "：:":
            colons = 0
        elif (mark == "：" or is_wide(reading.before(at))) and not _IMPRINT.match(reading.seen, at + 1):
            colons += 1
            if colons == 2:
                yield Fault(COLONS, at, "a second colon in one sentence")


def _outside(reading: Reading) -> Iterator[tuple[int, str]]:
    """Colons and the ends of clauses that stand in no pair, and the stop with which a pair ends."""
    spans = [
        (opening.start, closing.end) for opening, closing in reading.pairs() if opening.family in _FAMILIES
    ]
    end = 0
    for start, stop in [*spans, (len(reading.seen), len(reading.seen))]:
        if start < end:
            continue
        for match in _COLON.finditer(reading.seen, end, start):
            yield match.start(), match[0]
        last = reading.seen[stop - 2 : stop - 1]
        if last and last in "。！？!?":
            yield stop - 2, last
        end = stop


def _is_excused(reading: Reading, token: Token, mark: str) -> bool:
    before = reading.text[max(0, token.start - 6) : token.start]
    if mark in ")）" and _LABEL.search(before):
        return True
    # An apostrophe (’98, students’), or the sign of feet and inches.
    if mark == "'" or (mark in '’"' and before[-1:].isascii() and before[-1:].isalnum()):
        return True
    return mark in '"()' and not reading.is_chinese(token.start)


def _is_power(seen: str, match: re.Match[str]) -> bool:
    """Whether the asterisks stand between digits, as in 2**10."""
    around = [seen[match.start() - 1 : match.start()], seen[match.end() : match.end() + 1]]
    return all(character.isascii() and character.isalnum() for character in around if character) and all(
        around
    )
