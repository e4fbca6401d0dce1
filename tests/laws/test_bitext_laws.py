"""Laws of exchange with translators' tools: what goes out and comes back changes nothing, whatever it looks like."""

from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.errors import FormatError
from pipeline.formats import aligned, tmx, xliff
from pipeline.model import Block, Catalog, Document, Entry, Key, Kind, Segment
from pipeline.results import Fate
from pipeline.take import take
from tests.bitext_sample import laid_out
from tests.tsv_reading import rows
from tests.xliff_rules import broken

GRAMMAR = etree.RelaxNG(file=Path(__file__).parents[1] / "schemas/xliff-2.1.rng")
PIECES = st.sampled_from(
    [
        *("[^n]", "`code`", "](https://a.b/c_(d))", "<b>", "&amp;", "]]>", "<!-- x -->", "监管沙盒", "杭州"),
        *("**", "*", "\\", " ", "\n", "\r\n", "\t", "\x07", "\x85", "\u2028", "\ufffe", "\U00020000", "=1+1"),
        *("a@b.cd", "&#0;", "%s"),
    ]
)
OTHERS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=3)
TEXTS = st.lists(PIECES | OTHERS, max_size=6).map("".join)
ENTRIES = st.builds(
    Entry,
    st.builds(Key, TEXTS, TEXTS.filter(str.strip)),
    TEXTS,
    fuzzy=st.booleans(),
    previous=st.none() | st.builds(Key, st.just(""), TEXTS),
    comments=st.lists(TEXTS, max_size=2).map(tuple),
)
CATALOGS = st.lists(ENTRIES, min_size=1, max_size=4, unique_by=lambda entry: entry.key).map(
    lambda entries: Catalog("en", entries=tuple(entries))
)


def is_held(text: str) -> bool:
    """Whether XML 1.0 can hold a text, by its definition of a character."""
    return all(
        c in "\t\n\r" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" for c in text
    )


@settings(max_examples=150)
@given(CATALOGS)
def test_xliff_is_valid_and_brings_every_entry_back_as_it_was(catalog: Catalog) -> None:
    data = xliff.render(laid_out(catalog), catalog)
    root = etree.fromstring(data)
    GRAMMAR.assertValid(root)
    assert broken(root) == []
    (delivery,) = xliff.parse(data, "x.xlf")
    assert [(unit.source, unit.target) for unit in delivery.units] == [
        (entry.key.text, entry.target) for entry in catalog.entries
    ]
    back, told = take(catalog, delivery.units)
    assert back == catalog
    assert {one.fate for one in told} == {Fate.UNCHANGED}


@settings(max_examples=60)
@given(CATALOGS, st.data())
def test_a_changed_translation_comes_back_to_the_character(catalog: Catalog, data: st.DataObject) -> None:
    """As another tool would change it: its file has a translation that the catalog has not."""
    changed = Catalog(
        "en", entries=tuple(e.revised(target=data.draw(TEXTS), fuzzy=False) for e in catalog.entries)
    )
    ours = {e.key.id: e.target for e in catalog.entries}
    (delivery,) = xliff.parse(xliff.render(laid_out(changed), changed), "x.xlf")
    back, _ = take(catalog, [type(u)(u.source, u.target, id=u.id) for u in delivery.units])
    for entry, wanted in zip(back.entries, changed.entries, strict=True):
        assert entry.target == (wanted.target or ours[entry.key.id])


@settings(max_examples=150)
@given(CATALOGS)
def test_tmx_brings_back_what_is_finished_or_tells_what_it_cannot_hold(catalog: Catalog) -> None:
    finished = [e for e in catalog.entries if e.target and not e.fuzzy]
    assume(finished)
    notes = [c for e in finished for c in e.comments if c.startswith("note:")]
    held = all(is_held(text) for e in finished for text in (e.key.context, e.key.text, e.target, *notes))
    try:
        data = tmx.render("x", catalog)
    except FormatError:
        assert not held
        return
    assert held
    (delivery,) = tmx.parse(data, "x.tmx")
    assert [(u.id, u.source, u.target) for u in delivery.units] == [
        (e.key.id, e.key.text, e.target) for e in finished
    ]
    assert take(catalog, delivery.units)[0] == catalog


@settings(max_examples=150)
@given(CATALOGS)
def test_tsv_has_a_line_a_segment_whatever_is_in_it(catalog: Catalog) -> None:
    segments = tuple(Segment(e.key.text, 0, e.key.context) for e in catalog.entries)
    document = Document("x", "", {}, (Block(Kind.PARAGRAPH, "", segments=segments),))
    text = "".join(aligned.serialize(document, {"en": catalog}))
    assert len(text.splitlines()) == len(segments) + 1
    assert not any(
        cell[:1] in tuple("=+-@\"'") and cell for line in text.split("\n") for cell in line.split("\t")
    )
    assert [row[3] for row in rows(text)[1:]] == [segment.key.context for segment in segments]
