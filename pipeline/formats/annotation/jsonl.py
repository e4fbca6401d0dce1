"""JSON Lines: a line a passage with its annotations, as `docs/annotation.schema.json` describes it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.formats.annotation.spans import Text, around, terms, texts, type_of
from pipeline.model import Annotation, Edition, Term

VERSION = 1
"""The version of the schema, which another meaning of a field or a field less would raise."""


def serialize(edition: Edition) -> Iterator[str]:
    """Yields the lines; keys stand in one order, and what is empty is left out."""
    known = terms(edition)
    for text in texts(edition):
        yield json.dumps(_line(edition.slug, text, known), ensure_ascii=False) + "\n"


def _line(slug: str, text: Text, known: Mapping[str, Term]) -> dict[str, Any]:
    return {
        "version": VERSION,
        "document": slug,
        "segment": text.row.id,
        "block": text.block.kind.value,
        "language": text.passage.language,
        "state": text.passage.state.value,
        "text": text.plain,
        "annotations": [_annotation(one, text.plain, known) for one in text.passage.annotations],
    }


def _annotation(one: Annotation, text: str, known: Mapping[str, Term]) -> dict[str, Any]:
    quote, prefix, suffix = around(text, one.start, one.end)
    more = {"body": one.body, "concept": one.concept, "by": one.by}
    return {
        "start": one.start,
        "end": one.end,
        "quote": quote,
        "prefix": prefix,
        "suffix": suffix,
        "kind": one.kind,
        "type": type_of(one, known),
        **{name: value for name, value in more.items() if value},
    }
