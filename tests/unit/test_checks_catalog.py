"""Findings on a catalog or a source as a whole."""

from pipeline.checks.catalog import check_sync
from pipeline.checks.source import check_source
from pipeline.model import Block, Catalog, Document, Entry, Finding, Key, Kind, Location, Loss, Segment

DOCUMENT = Document(
    "x", "题", {}, (Block(Kind.PARAGRAPH, "甲。乙。", segments=(Segment("甲。", 0), Segment("乙。", 2))),)
)


def told(finding: Finding) -> str:
    return f"{finding.location}: {finding.severity}: {finding.message} [{finding.code}]"


def test_a_catalog_that_lacks_sentences_is_out_of_sync() -> None:
    catalog = Catalog("en", entries=(Entry(Key("", "甲。"), "A."),))
    (finding,) = check_sync(DOCUMENT, catalog, "x.po")
    assert told(finding) == (
        "x.po:1: error: 1 sentence of source/x.md not in this catalog: run `duizhao sync x` [out-of-sync]"
    )
    whole = Catalog("en", entries=(*catalog.entries, Entry(Key("", "乙。"))))
    assert list(check_sync(DOCUMENT, whole, "x.po")) == []


def test_a_catalog_that_does_not_exist_is_out_of_sync() -> None:
    (finding,) = check_sync(DOCUMENT, None, "x.po")
    assert told(finding) == "x.po: error: there is no such catalog: run `duizhao sync x` [out-of-sync]"


def test_what_reading_a_source_lost_is_told() -> None:
    lossy = Document("x", "题", {}, DOCUMENT.blocks, (Loss(Location("x.md", 3), "raw HTML is dropped"),))
    assert [told(finding) for finding in check_source(lossy, "x.md")] == [
        "x.md:3: warning: raw HTML is dropped [source-loss]"
    ]
    assert list(check_source(DOCUMENT, "x.md")) == []


def test_a_source_without_a_sentence_is_told() -> None:
    (finding,) = check_source(Document("x", "", {}, ()), "x.md")
    assert finding.code == "source-empty"
