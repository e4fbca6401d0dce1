"""Our Web Annotation as a reader of linked data takes it: rdflib, with the terms of W3C and without a network."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from pipeline.formats.annotation import web
from pipeline.model import Remark
from tests.annotation_sample import sample

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
COUNT = URIRef("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
CONTEXT = json.loads((Path(__file__).parents[1] / "schemas/web-annotation-context.json").read_text("utf-8"))
BASE = "https://example.org/x/"

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return json.loads(
        web.serialize(sample([Remark("en", "opens", "note", "Since 2023.", "Li", "s-0", 10, 15)]))
    )


@pytest.fixture(scope="module")
def graph(told: dict[str, Any]) -> Graph:
    """The context that the file names by its address is put in its place."""
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return Graph().parse(data=json.dumps({**told, "@context": CONTEXT}), format="json-ld", publicID=BASE)


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


def test_every_name_is_one_of_the_recommendation(told: dict[str, Any], graph: Graph) -> None:
    """A name that the context does not have would be dropped without a word."""
    assert set(keys(told)) - {"@context"} <= set(CONTEXT)
    spaces = ("http://www.w3.org/", "http://xmlns.com/foaf/", "http://purl.org/dc/terms/")
    assert all(str(predicate).startswith(spaces) for predicate in graph.predicates())
    assert not [thing for thing in graph.objects(None, RDF.type) if not str(thing).startswith(spaces)]


def test_the_collection_holds_its_annotations_in_their_order(told: dict[str, Any], graph: Graph) -> None:
    (collection,) = graph.subjects(RDF.type, AS.OrderedCollection)
    page = graph.value(collection, AS.first)
    listed = [str(item) for item in Collection(graph, graph.value(page, AS["items"]))]  # type: ignore[arg-type]
    assert listed == [item["id"] for item in told["first"]["items"]]
    assert graph.value(collection, AS.totalItems) == Literal(str(len(listed)), datatype=COUNT)
    assert {str(one) for one in graph.subjects(RDF.type, OA.Annotation)} == set(listed)


def test_an_annotation_says_what_it_is_of_and_where(graph: Graph) -> None:
    item = URIRef("urn:duizhao:x:zh-Hans:s-0:2")
    assert graph.value(item, OA.motivatedBy) == OA.identifying
    bodies = [*graph.objects(item, OA.hasBody)]
    assert {graph.value(body, OA.hasSource) for body in bodies} == {URIRef("urn:duizhao:term:sandbox"), None}
    assert {graph.value(body, OA.hasPurpose) for body in bodies} == {OA.identifying, OA.classifying}
    target = graph.value(item, OA.hasTarget)
    assert graph.value(target, OA.hasSource) == URIRef(f"{BASE}x.zh-Hans.html")
    refined = [graph.value(one, OA.refinedBy) for one in graph.objects(target, OA.hasSelector)]
    found = {graph.value(one, RDF.type): one for one in refined}
    position, quote = found[OA.TextPositionSelector], found[OA.TextQuoteSelector]
    numbers = [graph.value(position, name) for name in (OA.start, OA.end)]
    assert numbers == [Literal("8", datatype=COUNT), Literal("12", datatype=COUNT)]
    assert graph.value(quote, OA.exact) == Literal("监管沙盒")
    for selector in graph.objects(target, OA.hasSelector):
        assert graph.value(selector, DCTERMS.conformsTo) == URIRef("http://tools.ietf.org/rfc/rfc3236")
        assert graph.value(selector, RDF.value) == Literal("s-0")


def test_a_note_has_its_author(graph: Graph) -> None:
    (person,) = graph.subjects(FOAF.name, Literal("Li"))
    (note,) = graph.subjects(DCTERMS.creator, person)
    body = graph.value(note, OA.hasBody)
    assert graph.value(note, OA.motivatedBy) == OA.commenting
    assert graph.value(body, RDF.value) == Literal("Since 2023.")


def test_a_name_of_no_context_is_lost(told: dict[str, Any]) -> None:
    """What the first test is there to catch."""
    context = {name: value for name, value in CONTEXT.items() if name != "exact"}
    data = json.dumps({**told, "@context": context})
    assert not [*Graph().parse(data=data, format="json-ld", publicID=BASE).objects(None, OA.exact)]
