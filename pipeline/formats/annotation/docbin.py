"""spaCy's DocBin: a Doc a passage, as spaCy's own commands and any pipeline take it.

Chinese has characters as tokens. All spans stand in the group `annotations`, where they may overlap;
`ents` holds the longest of those that do not, the glossary's before others of the same length.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from pipeline.formats.annotation.spans import Text, longest, terms, texts, type_of
from pipeline.model import Annotation, Edition, Term

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

GROUP = "annotations"

_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")
"""What the tokens of our Docs have, of the thirteen columns that a DocBin keeps by itself."""


def render(edition: Edition) -> bytes:
    """The edition's passages as a DocBin.

    A span's `label_` is the type, `kb_id_` the body, `id_` the concept. One that ends within a token is
    widened to the token; `user_data` has every span's code points as they are, in the order of the group.
    """
    from spacy.tokens import DocBin

    known = terms(edition)
    docs = (_doc(edition.slug, text, _pipe(text.passage.language), known) for text in texts(edition))
    with _plug_ins_at_once():
        return DocBin(_ATTRIBUTES, docs=docs, store_user_data=True).to_bytes()


def _pipe(language: str) -> "Language":
    return _blank("en" if language == "en" else "zh")


@cache
def _blank(language: str) -> "Language":
    """A pipeline that only cuts tokens; making one takes some 0.1 s, and its words are learnt anew."""
    import spacy

    return spacy.blank(language)


@contextmanager
def _plug_ins_at_once() -> Iterator[None]:
    """Has the plug-ins of msgpack looked up once.

    srsly goes through the entry points of all installed packages for each of the three packings of a Doc
    (`Packer.__init__`, with catalogue 2.0.10), which took five times as long as all the rest.
    """
    from srsly.msgpack import msgpack_encoders  # type: ignore[import-untyped]

    found = msgpack_encoders.get_all()
    msgpack_encoders.get_all = lambda: found
    try:
        yield
    finally:
        del msgpack_encoders.get_all  # the instance's own, before that of its class


def _doc(slug: str, text: Text, pipe: "Language", known: Mapping[str, Term]) -> "Doc":
    doc = pipe.make_doc(text.plain)
    named = list(_spans(doc, text.passage.annotations, known))
    doc.spans[GROUP] = [span for _, span in named]
    best = longest(one for one, _ in named)
    doc.ents = _apart([span for one, span in named if one in best])
    doc.user_data |= {
        "document": slug,
        "segment": text.row.id,
        "language": text.passage.language,
        "offsets": [(one.start, one.end) for one, _ in named],
    }
    return doc


def _spans(
    doc: "Doc", annotations: tuple[Annotation, ...], known: Mapping[str, Term]
) -> Iterator[tuple[Annotation, "Span"]]:
    for one in annotations:
        span = doc.char_span(
            one.start,
            one.end,
            label=type_of(one, known).upper(),
            kb_id=one.body,
            span_id=one.link,
            alignment_mode="expand",
        )
        if span is not None:
            yield one, span


def _apart(spans: list["Span"]) -> list["Span"]:
    """The spans without those that being widened has put over another."""
    from spacy.util import filter_spans

    return filter_spans(spans)
