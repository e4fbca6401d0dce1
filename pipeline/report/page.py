"""Findings as one HTML page by itself: each beside its segment, with filters where scripts run."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from pipeline.model import Finding
from pipeline.report.findings import counts, summary
from pipeline.report.texts import pieces, sides
from pipeline.results import Checked


@dataclass(frozen=True, slots=True)
class _Side:
    """One text of a finding, cut at what is marked in it."""

    language: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """One finding as the page shows it."""

    finding: Finding
    document: str
    sides: tuple[_Side, ...]


def as_html(checked: Checked) -> Iterator[str]:
    """Yields the page. Whatever stands in a text is shown, and nothing of it is obeyed."""
    # The page of findings is dressed as the editions are; Jinja is loaded only where a page is made.
    from pipeline.checks import CODES
    from pipeline.formats.html.templating import asset, policy, template

    ordered = sorted(checked.findings, key=lambda finding: (finding.location.path, finding.location.line))
    cards = [_card(finding) for finding in ordered]
    style, script = asset("html_type.css", "report.css"), asset("report.js")
    # As one piece: a line end more within a style or script and the policy would not know it again.
    yield template("report.html").render(
        files=[
            (path, list(found)) for path, found in groupby(cards, lambda card: card.finding.location.path)
        ],
        total=len(cards),
        summary=summary(checked),
        severities=[(str(severity), count) for severity, count in counts(ordered).items() if count],
        codes=[CODES[name] for name in sorted({finding.code for finding in ordered})],
        documents=sorted({card.document for card in cards}),
        style=style,
        script=script,
        policy=policy([style], [script]),
    )


def _card(finding: Finding) -> _Card:
    path = PurePosixPath(finding.location.path)
    document = path.stem if path.parts[:1] in (("source",), ("translations",)) else path.name
    cut = tuple(_Side(language, tuple(pieces(text, spans))) for language, text, spans in sides(finding))
    return _Card(finding, document, cut)
