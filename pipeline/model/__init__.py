"""The data that flows through the house: frozen records that only know how to read themselves."""

from pipeline.model.catalog import CONVERTED, REVIEWED, WAIVER, Catalog, Entry, Layout, State, Waiver
from pipeline.model.edition import Annotation, Edition, EditionBlock, Passage, Row
from pipeline.model.finding import Decision, Doubt, Finding, Severity, Unit
from pipeline.model.source import (
    SOURCE_LANGUAGE,
    Block,
    Container,
    Document,
    Key,
    Kind,
    Location,
    Loss,
    Mark,
    Segment,
    digest,
)
from pipeline.model.terms import Term, TermMatch

__all__ = [
    "CONVERTED",
    "REVIEWED",
    "SOURCE_LANGUAGE",
    "WAIVER",
    "Annotation",
    "Block",
    "Catalog",
    "Container",
    "Decision",
    "Document",
    "Doubt",
    "Edition",
    "EditionBlock",
    "Entry",
    "Finding",
    "Key",
    "Kind",
    "Layout",
    "Location",
    "Loss",
    "Mark",
    "Passage",
    "Row",
    "Segment",
    "Severity",
    "State",
    "Term",
    "TermMatch",
    "Unit",
    "Waiver",
    "digest",
]
