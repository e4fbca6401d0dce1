"""Which element of TEI stands for an annotation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model import Annotation, Term

_NAMES = {"person": "persName", "organization": "orgName", "place": "placeName"}
_LABELS = {
    "PERSON": "persName",
    "ORG": "orgName",
    "GPE": "placeName",
    "LOC": "placeName",
    "FAC": "placeName",
}
"""Labels of OntoNotes 5, which spaCy's models give."""

_WHEN = re.compile(r"\d{4}(-\d\d){0,2}|--\d\d(-\d\d)?|---\d\d")
_VALUE = re.compile(r"(?P<value>-?\d+(?:\.\d+|/\d+)?)(?P<percent>%|pp)?(?P<rough>\+)?(?: (?P<unit>\S+))?")


@dataclass(frozen=True, slots=True)
class Shape:
    """An element's name with its attributes."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def shape(annotation: Annotation, known: Mapping[str, Term]) -> Shape:
    """The element of an annotation; `known` are the terms by id."""
    body = annotation.body
    match annotation.kind:
        case "term":
            term = known.get(body)
            name = _NAMES.get(term.kind, "") if term else ""
            kind = {"type": term.kind} if term and not name else {}
            return Shape(name or "term", {**kind, "key": body})
        case "date":
            return _date(body)
        case "number" | "money":
            return _number(body, annotation.kind)
        case "document":
            return Shape("title", {"key": annotation.link})
        case "entity":
            label = _LABELS.get(body)
            return Shape(label) if label else Shape("name", {"type": body.lower()})
    return Shape("seg", {"type": annotation.kind, **({"n": body} if body else {})})


def _date(body: str) -> Shape:
    if re.fullmatch(r"\d\d:\d\d", body):
        return Shape("time", {"when": f"{body}:00"} if body < "24" else {})
    if re.fullmatch(r"\d{4}s", body):
        return Shape("date", {"notBefore": body[:4], "notAfter": f"{body[:3]}9"})
    return Shape("date", {"when": body} if _WHEN.fullmatch(body) else {})


def _number(body: str, kind: str) -> Shape:
    found = _VALUE.fullmatch(body)
    if not found:
        return Shape("num")
    value, unit = found["value"], found["unit"]
    if kind == "money" or unit:
        # A measure tells no limits: what is not said exactly has no quantity.
        told = {"n": f"{value}+"} if found["rough"] else {"quantity": value}
        return Shape(
            "measure",
            {**({"type": "currency"} if kind == "money" else {}), **told, **({"unit": unit} if unit else {})},
        )
    told = {"atLeast": value} if found["rough"] else {"value": value}
    # The value of 5 % is given as 5, since a decimal fraction of it may have no end.
    return Shape("num", {**({"type": "percentage"} if found["percent"] else {}), **told})
