"""The page of a workspace's terms: how each concept is rendered across the documents."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.formats.html.safety import identifier
from pipeline.formats.html.templating import asset, policy, template
from pipeline.model import Term
from pipeline.results import Rendered, Usage

_LACKING, _UNTRANSLATED = "no rendering", "no translation"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence; `hit` is whether it is the term or a rendering."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A use of a concept: its place in the catalog, the Chinese and the translation in pieces."""

    place: str
    chinese: tuple[Piece, ...]
    english: tuple[Piece, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class RenderingRow:
    """How often a rendering stands in each document; `remark` says what is amiss with it."""

    rendering: str
    remark: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How often it stands in all of them."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its renderings, the most frequent first, in the documents that use it."""

    term: Term
    documents: tuple[str, ...]
    rows: tuple[RenderingRow, ...]
    sentences: tuple[Sentence, ...]

    @property
    def anchor(self) -> str:
        """The id of the concept's place in the page."""
        return identifier("c-", self.term.id)

    @property
    def uses(self) -> int:
        """How many renderings there are, and sentences that lack one."""
        return sum(row.total for row in self.rows)

    @property
    def is_even(self) -> bool:
        """Whether there is one rendering wherever there is a translation, and nothing amiss with it."""
        remarks = [row.remark for row in self.rows if row.remark != _UNTRANSLATED]
        return remarks in ([], [""])

    def lacking(self, remark: str) -> int:
        """How many sentences have no rendering for the reason that a remark gives."""
        return sum(row.total for row in self.rows if row.remark == remark)


def concepts(usages: Iterable[Usage]) -> tuple[Concept, ...]:
    """The concepts that a corpus uses: first those that are not even, then by how often they are used."""
    by_term: dict[str, list[Usage]] = {}
    for usage in usages:
        by_term.setdefault(usage.term.id, []).append(usage)
    found = (_concept(some) for some in by_term.values())
    return tuple(sorted(found, key=lambda concept: (concept.is_even, -concept.uses, concept.term.id)))


def serialize_concepts(found: Sequence[Concept], title: str) -> Iterator[str]:
    """Writes the page; it is one file without scripts, and loads nothing."""
    style = asset("html_type.css", "html_parts.css", "html_terms.css")
    yield from template("html_terms.html").generate(
        concepts=found,
        title=title,
        even=sum(concept.is_even for concept in found),
        lacking={
            remark: sum(concept.lacking(remark) for concept in found) for remark in (_LACKING, _UNTRANSLATED)
        },
        style=style,
        policy=policy([style], []),
    )


def _concept(usages: Sequence[Usage]) -> Concept:
    documents = tuple(dict.fromkeys(usage.slug for usage in usages))
    counts: Counter[tuple[str, str, str]] = Counter()
    for usage in usages:
        for phrase in usage.phrases:
            counts[phrase.rendering, phrase.remark, usage.slug] += 1
        if usage.target and not usage.phrases:
            counts["", _LACKING, usage.slug] += 1
        if not usage.target:
            counts["", _UNTRANSLATED, usage.slug] += 1
    kinds = sorted({key[:2] for key in counts})
    rows = [RenderingRow(*kind, tuple(counts[*kind, slug] for slug in documents)) for kind in kinds]
    rows.sort(key=lambda row: (-row.total, row.rendering))
    return Concept(usages[0].term, documents, tuple(rows), tuple(map(_sentence, usages)))


def _sentence(usage: Usage) -> Sentence:
    remark = "" if usage.phrases else _LACKING if usage.target else _UNTRANSLATED
    if usage.instead and remark:
        remark += f"; found “{usage.instead}” instead"
    return Sentence(
        str(usage.location),
        tuple(_pieces(usage.source, usage.spans)),
        tuple(_pieces(usage.target, _spans(usage.phrases))),
        remark,
    )


def _spans(phrases: Iterable[Rendered]) -> tuple[tuple[int, int], ...]:
    return tuple((phrase.start, phrase.end) for phrase in phrases)


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The text cut at the borders of the spans; joined, the pieces give it back."""
    marked = [any(start <= at < end for start, end in spans) for at in range(len(text))]
    for hit, group in groupby(enumerate(marked), key=lambda pair: pair[1]):
        places = [at for at, _ in group]
        yield Piece(text[places[0] : places[-1] + 1], hit)
