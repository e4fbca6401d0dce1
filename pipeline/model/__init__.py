"""The data that flows through the house: frozen records that only know how to read themselves."""

from pipeline.model.catalog import CONVERTED, WAIVER, Catalog, Entry, Layout, State, Waiver
from pipeline.model.edition import Annotation, Edition, EditionBlock, Passage, Remark, Row
from pipeline.model.finding import Finding, Known, Severity, Span, Style, Unit
from pipeline.model.incoming import Delivery, Incoming
from pipeline.model.manuscript import SOFT, Manuscript, Repair, Stretch
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
    "SOFT",
    "SOURCE_LANGUAGE",
    "WAIVER",
    "Annotation",
    "Block",
    "Catalog",
    "Container",
    "Delivery",
    "Document",
    "Edition",
    "EditionBlock",
    "Entry",
    "Finding",
    "Incoming",
    "Key",
    "Kind",
    "Known",
    "Layout",
    "Location",
    "Loss",
    "Manuscript",
    "Mark",
    "Passage",
    "Remark",
    "Repair",
    "Row",
    "Segment",
    "Severity",
    "Span",
    "State",
    "Stretch",
    "Style",
    "Term",
    "TermMatch",
    "Unit",
    "Waiver",
    "digest",
]
