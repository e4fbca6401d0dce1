"""The page that shows how each concept is rendered across the documents."""

import re
from dataclasses import replace

from pipeline.formats.html import concepts, serialize_concepts
from pipeline.model import Location, Term
from pipeline.results import Rendered, Usage

SANDBOX = Term("sandbox", "沙盒", "sandbox", "policy")
PILOT = Term("pilot", "试点", "pilot", "policy")
GOOD = Usage(
    SANDBOX, "a", Location("a.po", 3), "沙盒好。", ((0, 2),), "A sandbox.", (Rendered(2, 9, "sandbox"),)
)
OTHER = replace(GOOD, slug="b", target="A zone.", phrases=(Rendered(2, 6, "zone"),))
LACKING = replace(GOOD, target="A pit.", phrases=(), instead="pit")
EMPTY = replace(GOOD, target="", phrases=())


def write(*usages: Usage, title: str = "T") -> str:
    return "".join(serialize_concepts(concepts(usages), title))


def test_renderings_are_counted_by_document_the_most_frequent_first() -> None:
    (found,) = concepts([OTHER, GOOD, GOOD, replace(GOOD, slug="b")])
    assert found.documents == ("b", "a")
    assert [(row.rendering, row.counts, row.total) for row in found.rows] == [
        ("sandbox", (1, 2), 3),
        ("zone", (1, 0), 1),
    ]


def test_what_is_even_and_what_is_not() -> None:
    loose = replace(GOOD, phrases=(Rendered(2, 9, "sandbox", "loose"),))
    for usages, even in (
        ([GOOD, GOOD], True),
        ([GOOD, EMPTY], True),
        ([EMPTY], True),
        ([GOOD, OTHER], False),
        ([GOOD, LACKING], False),
        ([loose], False),
    ):
        (found,) = concepts(usages)
        assert found.is_even is even


def test_concepts_to_look_at_come_first_then_those_with_most_uses() -> None:
    pilot = replace(GOOD, term=PILOT)
    assert [found.term.id for found in concepts([pilot, GOOD, OTHER])] == ["sandbox", "pilot"]
    assert [found.term.id for found in concepts([pilot, GOOD, GOOD])] == ["sandbox", "pilot"]


def test_a_sentence_is_shown_with_the_term_and_its_rendering_marked() -> None:
    html = write(GOOD, LACKING, EMPTY)
    assert '<p lang="zh-Hans"><mark>沙盒</mark>好。</p>' in html
    assert '<p lang="en">A <mark>sandbox</mark>.</p>' in html
    assert "a.po:3 · <i>no rendering; found “pit” instead</i>" in html
    assert "Sentences with no rendering: 1. Sentences with no translation: 1." in html


def test_text_is_data_and_nothing_runs() -> None:
    evil = "</style><script>alert(1)</script>\u202e"
    usage = replace(
        GOOD,
        term=replace(SANDBOX, id=evil),
        slug=evil,
        source=evil,
        target=evil,
        phrases=(Rendered(0, 3, evil),),
    )
    html = write(usage, replace(usage, slug="b"), title=evil)
    assert "<script" not in html and "\u202e" not in html and "src=" not in html
    assert "script-src &#39;none&#39;" in html
    assert re.search(r'<details id="c-[0-9a-f]{12}">', html)


def test_a_corpus_without_terms_has_a_page_too() -> None:
    assert "Concepts in use: 0. In one way throughout: 0. To look at: 0." in write()
