"""W3C Web Annotation (Recommendation of 23 February 2017): one collection in JSON-LD.

A target is a sentence of the page of one language, within it the span by position and by quote. Positions
are code points, as the Recommendation has it (section 4.2.5).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.formats.annotation.spans import Text, around, terms, texts, type_of
from pipeline.model import Annotation, Edition, Term

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PURPOSES = {"term": "identifying", "entity": "classifying", "note": "commenting"}


def serialize(edition: Edition) -> str:
    """The collection with all its annotations on one page; the same edition gives the same ids.

    An annotation has a line, so that the file can be searched and compared by lines.
    """
    known = terms(edition)
    items = [_json(item) for text in texts(edition) for item in _items(edition.slug, text, known)]
    name = f"urn:duizhao:{edition.slug}"
    page = {"id": f"{name}:page", "type": "AnnotationPage", "startIndex": 0, "items": []}
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": edition.titles[0],
        "total": len(items),
        "first": page,
    }
    head = _json(collection).removesuffix("]}}")
    lines = ",\n".join(items)
    return f"{head}\n{lines}\n]}}}}\n"


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _items(slug: str, text: Text, known: Mapping[str, Term]) -> Iterator[dict[str, Any]]:
    language = text.passage.language
    for number, one in enumerate(text.passage.annotations, 1):
        purpose = _PURPOSES.get(one.kind, "tagging")
        item: dict[str, Any] = {
            "id": f"urn:duizhao:{slug}:{language}:{text.row.id}:{number}",
            "type": "Annotation",
            "motivation": purpose,
        }
        if one.by:
            item["creator"] = {"type": "Software" if one.kind == "entity" else "Person", "name": one.by}
        item["body"] = list(_bodies(one, purpose, known))
        yield {**item, "target": _target(slug, text, one)}


def _bodies(one: Annotation, purpose: str, known: Mapping[str, Term]) -> Iterator[dict[str, str]]:
    if one.kind == "term":
        yield {"type": "SpecificResource", "source": f"urn:duizhao:term:{one.body}", "purpose": purpose}
    elif one.body and one.kind != "entity":
        yield {"type": "TextualBody", "value": one.body, "purpose": purpose}
    if one.kind != "note":
        yield {"type": "TextualBody", "value": type_of(one, known), "purpose": "classifying"}


def _target(slug: str, text: Text, one: Annotation) -> dict[str, Any]:
    quote, prefix, suffix = around(text.plain, one.start, one.end)
    position = {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    exact = {"type": "TextQuoteSelector", "exact": quote, "prefix": prefix, "suffix": suffix}
    sentence = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
        "value": text.row.id,
    }
    return {
        "source": f"{slug}.{text.passage.language}.html",
        "selector": [{**sentence, "refinedBy": position}, {**sentence, "refinedBy": exact}],
    }
