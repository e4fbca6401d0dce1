"""The EPUB: its files, its links, and what a hostile text can do in it."""

import io
import zipfile

import pytest
from lxml import etree

from pipeline.formats import epub
from pipeline.model import Edition, Kind
from tests.html_sample import block, edition, paragraph, rich, row, select

XHTML = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}


def members(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages(made: bytes) -> dict[str, etree._Element]:
    found = {name: data for name, data in members(made).items() if name.endswith(".xhtml")}
    return {name.removeprefix("book/"): etree.fromstring(data) for name, data in found.items()}


def texts(page: etree._Element, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in page.xpath(path, namespaces=XHTML)]


def heading(text: str, level: int) -> object:
    return block(Kind.HEADING, row((text, text, text, text)), level=level)


def test_the_archive_begins_with_its_type_in_the_clear() -> None:
    made = epub.render(rich())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert made[38:58] == b"application/epub+zip"


@pytest.mark.parametrize("layout", ["stacked", "columns"])
def test_the_same_edition_gives_the_same_bytes(layout: str) -> None:
    assert epub.render(rich(), layout) == epub.render(rich(), layout)


@pytest.mark.parametrize(
    "made",
    [rich(), select(rich(), ("en",)), select(rich(), ("zh-Hant-HK",)), edition(terms=())],
    ids=["parallel", "en", "hk", "empty"],
)
def test_every_link_within_the_book_arrives(made: Edition) -> None:
    book = pages(epub.render(made))
    ids = {(name, found) for name, page in book.items() for found in page.xpath("//@id")}
    links = [
        (name, link) for name, page in book.items() for link in page.xpath("//h:a/@href", namespaces=XHTML)
    ]
    inner = [(name, link) for name, link in links if ":" not in link]
    for name, link in inner:
        file, _, fragment = link.partition("#")
        assert (file or name) in book, link
        assert not fragment or (file or name, fragment) in ids, link
    assert inner


def test_each_run_has_its_language_and_the_book_names_them() -> None:
    made = members(epub.render(rich()))
    package = etree.fromstring(made["book/package.opf"])
    assert package.xpath("//*[local-name()='language']/text()") == ["zh-Hans", "en"]
    chapter = etree.fromstring(made["book/chapter-1.xhtml"])
    assert chapter.get("lang") == "en"
    lines = chapter.xpath("//h:div/h:p", namespaces=XHTML)
    assert {line.get("lang") for line in lines} == {"zh-Hans", "en"}
    assert all(e.get("lang") == e.get("{http://www.w3.org/XML/1998/namespace}lang") for e in chapter.iter())


def test_notes_pop_up_and_lead_back() -> None:
    book = pages(epub.render(rich()))
    marks = [m for page in book.values() for m in page.xpath("//h:a[@epub:type='noteref']", namespaces=XHTML)]
    notes = book["notes.xhtml"].xpath("//h:aside[@epub:type='footnote']/@id", namespaces=XHTML)
    assert {mark.get("href").rpartition("#")[2] for mark in marks} <= set(notes)
    assert marks and all(mark.get("role") == "doc-noteref" for mark in marks)
    assert texts(book["notes.xhtml"], "//h:a[@class='back']")


def test_a_chapter_begins_at_each_heading_of_the_highest_rank() -> None:
    made = edition(
        paragraph(row(("前言。", "前言。", "前言。", "Foreword."))),
        heading("One", 2),
        heading("Inner", 3),
        heading("Two", 2),
        languages=("zh-Hans", "zh-Hant", "zh-Hant-HK", "en"),
    )
    book = pages(epub.render(select(made, ("en",))))
    assert [name for name in book if name.startswith("chapter")] == [f"chapter-{n}.xhtml" for n in (1, 2, 3)]
    contents = book["nav.xhtml"]
    assert texts(contents, "//h:nav[@id='toc']/h:ol/h:li/h:a")[:3] == ["Sample", "One", "Two"]
    assert texts(contents, "//h:nav[@id='toc']/h:ol/h:li/h:ol/h:li/h:a") == ["Inner"]


def test_side_by_side_is_a_class_of_every_chapter_and_of_no_single_edition() -> None:
    def classes(made: Edition) -> list[str]:
        page = pages(epub.render(made, "columns"))["chapter-1.xhtml"]
        return [str(name) for name in page.xpath("//h:section/@class", namespaces=XHTML)]

    assert classes(rich()) == ["columns"]
    assert classes(select(rich(), ("en",))) == ["single"]


def test_hostile_text_is_text() -> None:
    hostile = "<script>alert(1)</script>[x](javascript:alert(1))\u202e<b onclick=x>&nbsp;\x0b"
    made = edition(paragraph(row((hostile,) * 4)), titles=(hostile,) * 4, terms=())
    book = members(epub.render(made))
    for name, data in book.items():
        if name.endswith((".xhtml", ".opf")):
            root = etree.fromstring(data)
            assert not root.xpath("//*[local-name()='script' or @onclick]"), name
            assert not [link for link in root.xpath("//@href") if "javascript" in link], name
            assert "\u202e" not in data.decode() and "\x0b" not in data.decode()


def test_a_book_without_a_date_or_glossary_is_whole() -> None:
    book = members(
        epub.render(edition(paragraph(row(("一。", "一。", "一。", "One."))), terms=(), metadata={}))
    )
    assert b'<meta property="dcterms:modified">2023-05-25T00:00:00Z</meta>' in book["book/package.opf"]
    assert "book/glossary.xhtml" not in book and "book/notes.xhtml" not in book


def test_the_book_counts_the_states_that_there_are_and_no_others() -> None:
    about = pages(epub.render(rich()))["about.xhtml"]
    assert texts(about, "//h:th[@scope='col']")[1:] == ["Translated by a person", "Not yet translated"]
    assert len(texts(about, "//h:tr")[1:]) * 2 == len(texts(about, "//h:td"))
