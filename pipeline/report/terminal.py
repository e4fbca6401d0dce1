"""Findings for a person at a terminal: by file and entry, with the spans marked in both texts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.model import Finding, Severity, Span
from pipeline.report.findings import summary
from pipeline.report.texts import inert, pieces, sides, wrap
from pipeline.results import Checked

Paint = Callable[[str, str], str]

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BOLD, _FAINT = "1", "2"
_LINES = 4
"""A text longer than this is cut down to the lines that hold a span."""


def as_text(checked: Checked, width: int = 80, *, colour: bool = False) -> Iterator[str]:
    """Yields the findings grouped by file and entry, on lines of at most `width` cells, and a count."""
    paint = _paint if colour else _plain
    ordered = sorted(checked.findings, key=lambda finding: (finding.location.path, finding.location.line))
    for path, of_file in groupby(ordered, key=lambda finding: finding.location.path):
        yield paint(inert(path), _BOLD)
        found = list(of_file)
        gutter = len(str(found[-1].location.line)) + 2
        for number, of_entry in groupby(found, key=lambda finding: finding.location.line):
            label = str(number) if number else ""
            lines = _entry(list(of_entry), width - gutter - 2, paint)
            yield f"{label:>{gutter}}  {next(lines)}"
            yield from (" " * (gutter + 2) + line for line in lines)
        yield ""
    yield paint(summary(checked), _BOLD)
    if ordered:
        yield paint("`duizhao explain CODE` tells more of a finding.", _FAINT)


def _entry(findings: Sequence[Finding], width: int, paint: Paint) -> Iterator[str]:
    """The lines of one entry: each finding in words, then its texts once, with the spans of all."""
    from rich.cells import cell_len

    for finding in findings:
        style, head = _STYLES[finding.severity], f"{finding.severity}: "
        told = f"{head}{inert(finding.message)} [{finding.code}]"
        for number, (start, end) in enumerate(wrap(told, width - 2, cell_len)):
            line = told[start:end].rstrip()
            yield paint(head, style) + line[len(head) :] if number == 0 else "  " + line
    style = _STYLES[max(finding.severity for finding in findings)]
    for language, text, spans in _texts(findings):
        label = f"{language.removesuffix('-Hans'):<{_label_width(findings)}}"
        for number, line in enumerate(_marked(text, spans, width - len(label), style, paint)):
            yield (paint(label, _FAINT) if number == 0 else " " * len(label)) + line


def _label_width(findings: Sequence[Finding]) -> int:
    return max(len(finding.language) for finding in findings) + 2


def _texts(findings: Sequence[Finding]) -> list[tuple[str, str, tuple[Span, ...]]]:
    """The texts of an entry with the spans of all its findings; none where there is nothing to compare."""
    told: dict[tuple[str, str], tuple[Span, ...]] = {}
    for finding in findings:
        for language, text, spans in sides(finding) if finding.target else ():
            told[language, text] = (*told.get((language, text), ()), *spans)
    return [(language, text, spans) for (language, text), spans in told.items()]


def _marked(text: str, spans: Iterable[Span], width: int, style: str, paint: Paint) -> Iterator[str]:
    """The lines of a text, each with a line of carets below what is marked in it."""
    from rich.cells import cell_len

    lines = wrap(text, width, cell_len)
    spans = tuple(spans)
    kept = lines if len(lines) <= _LINES else _excerpt(lines, spans)
    last = 0
    for start, end in kept:
        if text[last:start].strip():
            yield "…"
        last = end
        here = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
        cut = list(pieces(text[start:end], here))
        yield "".join(paint(piece, style) if marked else piece for piece, marked in cut).rstrip()
        if here:
            below = "".join(("^" if marked else " ") * cell_len(piece) for piece, marked in cut)
            yield paint(below.rstrip(), style)
    if text[last:].strip():
        yield "…"


def _excerpt(lines: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    touched = [line for line in lines if any(a < line[1] and b > line[0] for a, b in spans)]
    return (touched or list(lines[:2]))[:_LINES]


def _paint(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if text else ""


def _plain(text: str, _style: str) -> str:
    return text
