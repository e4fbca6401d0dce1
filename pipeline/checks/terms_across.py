"""Terminology across translations: first mentions, one concept under several names, outdated terms."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.checks.codes import Code
from pipeline.checks.places import in_chinese
from pipeline.checks.verdicts import verdicts
from pipeline.glossary import Use, chinese_forms, letters, phrase
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Term, Unit

FIRST_USE = Code(
    "term-first-use",
    Severity.WARNING,
    "A first mention that does not follow the convention",
    "A reader who wants to look a concept up needs its Chinese, or its pinyin, once; and an abbreviation "
    "that comes before the name it stands for is a riddle. The convention is the workspace's; the column "
    "`first_use` makes an exception of a term.",
    "The county set up a special task force.",
    "The county set up a special task force (专班).",
)
INCONSISTENT = Code(
    "term-inconsistent",
    Severity.NOTE,
    "One concept under several admitted renderings",
    "Each is allowed; together they look like several concepts to a reader who cannot see the Chinese. "
    "Counted over the corpus, with the places of the rarer ones.",
    "x.po: pilot zone … y.po: pilot area",
    "x.po: pilot zone … y.po: pilot zone",
)
EXPIRED = Code(
    "term-expired",
    Severity.WARNING,
    "A term outside its time",
    "Ministries are merged and policies end. The text is dated before `valid_from` or after `valid_to`, or "
    "the term's `status` says that it is no longer to be used.",
    "(a text of 2024) the China Banking Regulatory Commission",
    "(a text of 2024) the National Financial Regulatory Administration",
)
CODES = (FIRST_USE, INCONSISTENT, EXPIRED)

STYLES = ("none", "chinese", "pinyin", "acronym")
"""What a first mention can have in brackets; `acronym` asks for the full name before the abbreviation."""

RETIRED = ("deprecated", "superseded", "retired", "rejected")
"""Values of `status` with which a term is no longer to be used."""

_BRACKET = re.compile(r"[\"”’']?\s*[(（\[]([^)）\]]*)[)）\]]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A rendering in a unit's English; `spans` are where the Chinese has what it stands for."""

    unit: Unit
    english: str
    source: str
    spans: tuple[tuple[int, int], ...]
    use: Use

    @property
    def chinese(self) -> str:
        """The string of the Chinese that it stands for."""
        return self.source[slice(*self.spans[0])]

    @property
    def text(self) -> str:
        """The rendering as it is written."""
        return self.english[self.use.start : self.use.end]

    @property
    def bracket(self) -> str:
        """What stands in brackets right after the rendering; empty where there are none."""
        found = _BRACKET.match(self.english, self.use.end)
        return found[1] if found else ""


def check_first_use(mentions: Iterable[Mention], convention: Mapping[str, str]) -> Iterator[Finding]:
    """First mentions among those of one document, which are in order.

    `convention` maps a kind of term, or `*` for all others, to one of STYLES; nothing is asked of kinds
    that it does not name.
    """
    by_term: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_term.setdefault(mention.use.term.id, []).append(mention)
    for first, *later in by_term.values():
        term = first.use.term
        style = _style(term, convention)
        if message := _ASKS[style](first, later):
            yield FIRST_USE.on(first.unit, f"{first.chinese}: {message} {in_chinese(first.spans[:1])}")


def _style(term: Term, convention: Mapping[str, str]) -> str:
    """The style for a term; a `first_use` that names no style is the reason of an exception."""
    own = term.fields.get("first_use", "")
    style = own or convention.get(term.kind) or convention.get("*") or "none"
    return style if style in STYLES else "none"


def _ask_chinese(first: Mention, _later: list[Mention]) -> str:
    forms = (first.chinese, *chinese_forms(first.use.term))
    if any(form in first.bracket for form in forms):
        return ""
    return f'the first mention needs its Chinese: "{first.text} ({first.chinese})"'


def _ask_pinyin(first: Mention, _later: list[Mention]) -> str:
    pinyin = first.use.term.fields.get("pinyin", "")
    if not pinyin or letters(pinyin) in letters(first.bracket):
        return ""
    return f'the first mention needs its pinyin: "{first.text} ({pinyin})"'


def _ask_acronym(first: Mention, later: list[Mention]) -> str:
    acronym = first.use.term.acronym
    if not acronym:
        return ""
    full = f'"{first.use.term.english} ({acronym})"'
    if phrase(first.text) == phrase(acronym):
        return f"the acronym comes before the full name: {full}"
    if acronym not in first.bracket and any(phrase(mention.text) == phrase(acronym) for mention in later):
        return f"the acronym that is used later needs to be introduced: {full}"
    return ""


def _ask_nothing(_first: Mention, _later: list[Mention]) -> str:
    return ""


_ASKS = dict(zip(STYLES, (_ask_nothing, _ask_chinese, _ask_pinyin, _ask_acronym), strict=True))


def check_consistency(mentions: Iterable[Mention]) -> Iterator[Finding]:
    """Concepts that the corpus, all of whose mentions are given, names in several admitted ways."""
    renderings: dict[str, dict[str, list[Mention]]] = {}
    for mention in mentions:
        by_rendering = renderings.setdefault(mention.use.term.id, {})
        by_rendering.setdefault(mention.use.rendering, []).append(mention)
    for by_rendering in renderings.values():
        ranked = sorted(by_rendering.items(), key=lambda item: -len(item[1]))
        counts = ", ".join(f'"{rendering}" {len(found)}×' for rendering, found in ranked)
        for rendering, rarer in ranked[1:]:
            places = ", ".join(dict.fromkeys(str(mention.unit.entry.location) for mention in rarer))
            first = rarer[0]
            message = f'{first.chinese} is "{rendering}" at {places}; in all {counts}'
            yield INCONSISTENT.on(first.unit, f"{message} {in_chinese(first.spans)}")


def check_expired(units: Iterable[Unit], date: str = "") -> Iterator[Finding]:
    """Terms that are not for a document of `date` (ISO 8601, or its beginning: a year will do).

    Each term is named once. Without a date only `status` counts.
    """
    named = set()
    for unit in units:
        for match in unit.terms:
            problem = _problem(match.term, date)
            if problem and match.term.id not in named:
                named.add(match.term.id)
                place = in_chinese([(match.start, match.end)])
                yield EXPIRED.on(unit, f"{match.term.chinese} {problem} {place}")


def _problem(term: Term, date: str) -> str:
    status = term.fields.get("status", "")
    since, until = term.fields.get("valid_from", ""), term.fields.get("valid_to", "")
    if status in RETIRED:
        return f"is {status} in the glossary"
    # ISO dates compare as strings; a shorter one stands for the whole of its year or month.
    if date and until and date[: len(until)] > until:
        return f"was in use until {until}, the text is of {date}"
    if date and since and date[: len(since)] < since[: len(date)]:
        return f"is in use since {since}, the text is of {date}"
    return ""


def mentions_in(unit: Unit) -> list[Mention]:
    """The approved renderings in a finished English translation, in the order of the English."""
    if not unit.is_english or not unit.terms:
        return []
    source, english = plain(unit.source), plain(unit.target)
    mentions = [
        Mention(unit, english, source, verdict.chinese, use)
        for verdict in verdicts(unit)
        for use in verdict.uses
    ]
    return sorted(mentions, key=lambda mention: mention.use.start)
