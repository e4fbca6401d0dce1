"""The page that shows what is marked in the documents: counts by kind, and a chart of terms by document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.formats.html.templating import asset, policy, template
from pipeline.model import Term
from pipeline.results import Annotated

_MOST = 30
"""How many terms the chart shows: more bars than that nobody compares."""

_COLORS = ("#0b6e6e", "#b5532a", "#5b5ea6", "#7a8b2c", "#a23b72", "#4a7fb0", "#8a6d3b", "#5f6b73")
"""One a document, told apart in grey too by the order in a bar; they begin anew after the eighth."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document's part of a bar: `width` in percent of the longest bar, `series` its number."""

    slug: str
    count: int
    width: float
    series: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A term with its uses in the Chinese of each document that has it."""

    term: Term
    total: int
    parts: tuple[Part, ...]


def serialize(results: Sequence[Annotated], title: str) -> Iterator[str]:
    """Writes the page; it is one file without scripts, and loads nothing."""
    bars = _bars(results)
    style = asset("html_type.css", "html_parts.css", "html_chart.css") + _styles(len(results), bars)
    kinds = list(dict.fromkeys(k for result in results for counts in result.kinds.values() for k in counts))
    yield from template("html_chart.html").generate(
        title=title,
        results=results,
        kinds=kinds,
        bars=bars,
        style=style,
        policy=policy([style], []),
    )


def _bars(results: Sequence[Annotated]) -> list[Bar]:
    terms: dict[str, Term] = {}
    uses: Counter[str] = Counter()
    by_document: dict[tuple[str, str], int] = {}
    for result in results:
        for term, count in result.terms:
            terms[term.id] = term
            uses[term.id] += count
            by_document[term.id, result.slug] = count
    frequent = uses.most_common(_MOST)
    most = frequent[0][1] if frequent else 1
    return [
        Bar(terms[name], total, tuple(_parts(name, results, by_document, most))) for name, total in frequent
    ]


def _parts(
    name: str, results: Sequence[Annotated], counts: Mapping[tuple[str, str], int], most: int
) -> Iterator[Part]:
    for series, result in enumerate(results):
        count = counts.get((name, result.slug), 0)
        if count:
            yield Part(result.slug, count, round(100 * count / most, 2), series)


def _styles(documents: int, bars: Sequence[Bar]) -> Markup:
    """The colours and widths, which a page that allows no style attributes has in its sheet."""
    colors = (f".d{n} {{ background: {_COLORS[n % len(_COLORS)]}; }}" for n in range(documents))
    widths = sorted({part.width for bar in bars for part in bar.parts})
    rules = (f".w{str(width).replace('.', '-')} {{ width: {width}%; }}" for width in widths)
    return Markup("\n".join([*colors, *rules]))
