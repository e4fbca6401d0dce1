"""Examined translations as text: so they travel between processes, and so they are kept."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.checks.corpus import Examined
from pipeline.checks.romanisation import Name
from pipeline.checks.terms_across import Mention
from pipeline.checks.texts import Text
from pipeline.glossary import Fit, Use
from pipeline.model import Entry, Finding, Key, Location, Severity, Span, Style, Term, TermMatch, Unit


def dump(examined: Iterable[Examined], terms: Sequence[Term]) -> str:
    """The units of one catalog as a line of JSON, in which a term is its place among `terms`.

    Of an entry only what the checks of a corpus and its waivers need is kept; of a conversion, no doubt.
    """
    numbers = {term: number for number, term in enumerate(terms)}
    return json.dumps([_row(one, numbers) for one in examined], ensure_ascii=False, separators=(",", ":"))


def load(text: str, terms: Sequence[Term], path: str, language: str, style: Style) -> Iterator[Examined]:
    """What `dump` wrote of units of the catalog at `path`.

    Raises ValueError, TypeError, IndexError or AttributeError where the text is not of that shape.
    """
    for entry, found, source, english, findings, mentions, names, regional in json.loads(text):
        matches = tuple([TermMatch(start, end, terms[number]) for start, end, number in found])
        unit = Unit(_entry(path, *entry), language, matches, style)
        texts = Text(
            unit, unit.source if source is None else source, unit.target if english is None else english
        )
        yield Examined(
            texts,
            tuple([_finding(unit, *one) for one in findings]),
            tuple([_mention(texts, terms, *one) for one in mentions]),
            tuple([Name(unit, *one) for one in names]),
            tuple([(variety, word) for variety, word in regional]),
        )


def _row(one: Examined, numbers: Mapping[Term, int]) -> tuple[Any, ...]:
    unit, entry, text = one.unit, one.unit.entry, one.text
    place = entry.location
    return (
        (place.line, place.column, *entry.key, entry.target, entry.fuzzy, entry.comments, entry.notes),
        [(match.start, match.end, numbers[match.term]) for match in unit.terms],
        None if text.source == unit.source else text.source,
        None if text.english == unit.target else text.english,
        [(f.severity, f.code, f.message, f.source_spans, f.target_spans) for f in one.findings],
        [
            (m.spans, m.use.start, m.use.end, numbers[m.use.term], m.use.rendering, m.use.fit)
            for m in one.mentions
        ],
        [(name.chinese, name.english) for name in one.names],
        one.regional,
    )


def _entry(
    path: str,
    line: int,
    column: int,
    context: str,
    source: str,
    target: str,
    fuzzy: bool,
    comments: list[str],
    notes: list[str],
) -> Entry:
    place = Location(path, line, column)
    return Entry(
        Key(context, source), target, fuzzy, comments=tuple(comments), notes=tuple(notes), location=place
    )


def _finding(
    unit: Unit, severity: int, code: str, message: str, source: list[Any], target: list[Any]
) -> Finding:
    place, spans = unit.entry.location, (_spans(source), _spans(target))
    return Finding(Severity(severity), code, message, place, unit.source, unit.target, unit.language, *spans)


def _mention(
    text: Text,
    terms: Sequence[Term],
    spans: list[Any],
    start: int,
    end: int,
    number: int,
    rendering: str,
    fit: str,
) -> Mention:
    use = Use(start, end, terms[number], rendering, Fit(fit))
    return Mention(text.unit, text.english, text.source, _spans(spans), use)


def _spans(pairs: list[Any]) -> tuple[Span, ...]:
    return tuple([(start, end) for start, end in pairs])
