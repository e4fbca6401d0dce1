"""What is marked in print: each kind in its look, where it is asked for, and a legend of what there is."""

import re
from dataclasses import replace
from typing import Any

import pytest

from pipeline.formats.html import Settings, serialize
from pipeline.formats.pdf import render
from pipeline.formats.pdf.content import Layout, content
from pipeline.model import Annotation, Edition, Kind, Passage, Row, State
from tests.html_sample import edition as page
from tests.pdf_sample import CONGRESS, SANDBOX, block, edition, paragraph

ALL = ("terms", "names", "figures")
TEXT = "**人大**于2020年定《沙盒法》，设监管沙盒。[^n]"
FOUND = (
    Annotation(0, 2, "term", "congress"),
    Annotation(3, 8, "date", "2020"),
    Annotation(9, 14, "document", "沙盒法"),
    Annotation(10, 12, "term", "sandbox"),
    Annotation(16, 20, "term", "sandbox"),
    Annotation(18, 20, "entity", "GPE"),
    Annotation(0, 20, "note", "x"),
    Annotation(2, 3, "term", "unknown"),
)


def sample(text: str = TEXT, *found: Annotation, kind: Kind = Kind.PARAGRAPH) -> Edition:
    passage = Passage(text, "zh-Hans", State.TRANSLATED, annotations=found or FOUND)
    made = edition(block(kind, Row("s", (passage,), source=text)), terms=(SANDBOX, CONGRESS))
    return replace(made, languages=("zh-Hans",), titles=("题",))


def styled(made: Edition, *marks: str) -> list[tuple[str, list[str]]]:
    """The texts that have styles."""
    (node,) = content(made, Layout.COLUMNS, (), marks)["body"]
    cells: list[Any] = node["cells"] if "cells" in node else node["rows"][0]["cells"]
    pieces = [piece for piece in cells[0] if isinstance(piece, dict) and piece.get("s")]
    return [(piece["t"], piece["s"]) for piece in pieces]


def test_each_kind_has_its_look_and_the_longer_of_two_stands() -> None:
    assert styled(sample(), *ALL) == [
        ("人大", ["strong", "name"]),
        ("2020年", ["figure"]),
        ("《", ["figure"]),
        ("沙盒", ["figure", "term"]),
        ("法》", ["figure"]),
        ("监管沙盒", ["term"]),
    ]


@pytest.mark.parametrize(
    ("marks", "texts"),
    [
        ((), ["人大"]),
        (("names",), ["人大", "沙盒"]),
        (("figures",), ["人大", "2020年", "《", "沙盒法》"]),  # in two, since a use of a term begins there
        (("terms",), ["人大", "沙盒", "监管沙盒"]),
    ],
)
def test_what_is_not_asked_for_has_none(marks: tuple[str, ...], texts: list[str]) -> None:
    assert [text for text, _ in styled(sample(), *marks)] == texts


def test_a_heading_stays_quiet() -> None:
    assert styled(sample(kind=Kind.HEADING), *ALL) == [("人大", ["strong"])]


def test_the_legend_has_the_looks_that_there_are_in_one_order() -> None:
    assert content(sample(), Layout.COLUMNS, (), ALL)["looks"] == ["term", "name", "figure"]
    dated = sample("2020年。", Annotation(0, 5, "date", "2020"))
    assert content(dated, Layout.COLUMNS, (), ALL)["looks"] == ["figure"]
    assert content(sample(), Layout.COLUMNS)["looks"] == []


def test_it_is_set() -> None:
    quiet, marked = render(sample()), render(sample(), marks=ALL)
    assert quiet != marked and marked.startswith(b"%PDF")
    assert render(edition(paragraph()), marks=ALL).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        (Settings(), ["terms", "names"]),
        (Settings(marks=()), []),
        (Settings(marks=("figures",)), ["figures"]),
    ],
)
def test_a_page_marks_the_same_at_first(settings: Settings, names: list[str]) -> None:
    made = "".join(serialize(page(), settings))
    assert re.findall(r'id="show-(terms|names|figures)" checked', made) == names
