"""The index page of a workspace."""

import re

from pipeline.formats.html import IndexDocument, IndexEdition, Link, Progress, serialize_index

DOCUMENT = IndexDocument(
    slug="sandbox",
    titles=(("zh-Hans", "沙盒里的城市"), ("en", "Cities in a Sandbox")),
    editions=(
        IndexEdition(
            "对照",
            "",
            (
                Link("s/s.parallel.html", "HTML"),
                Link("s/s.parallel.pdf", "PDF", media="application/pdf"),
            ),
        ),
        IndexEdition("繁體", "zh-Hant", (Link("s/s.zh-Hant.html", "HTML"),), Progress(20, 9)),
        IndexEdition("English", "en", (Link("s/s.en.html", "HTML"),), Progress(27, 0, 1, 2)),
    ),
    date="2026-05-04",
    description="How trials become rules.",
)


def write(*documents: IndexDocument, title: str = "Notes", language: str = "en") -> str:
    return "".join(serialize_index(documents, title, language, "All there is."))


def test_a_document_shows_its_titles_files_and_progress() -> None:
    html = write(DOCUMENT)
    assert '<span lang="zh-Hans"><a href="s/s.parallel.html">沙盒里的城市</a></span>' in html
    assert '<a type="application/pdf" href="s/s.parallel.pdf" aria-label="对照, PDF">PDF</a>' in html
    assert '<a hreflang="en" type="text/html" href="s/s.en.html" aria-label="English, HTML">HTML</a>' in html
    assert re.findall(r'<progress max="(\d+)" value="(\d+)"', html) == [("29", "29"), ("30", "27")]
    assert "27/30 · Awaiting review 1 · Not yet translated 2" in html
    assert "29/29 · Converted by machine 9" in html
    assert "2026-05-04" in html and "How trials become rules." in html and "All there is." in html


def test_the_page_speaks_the_language_it_is_told_to() -> None:
    html = write(DOCUMENT, language="zh-Hant")
    assert '<html lang="zh-Hant">' in html
    assert "27/30 · 待審 1 · 未譯 2" in html


def test_a_document_without_files_or_sentences_is_shown_as_it_is() -> None:
    html = write(IndexDocument("a b", (("en", "Plain"),), (IndexEdition("English", "en", (), Progress()),)))
    assert '<span lang="en">Plain</span>' in html
    assert '<progress max="1" value="0"' in html
    assert re.search(r'id="d-[0-9a-f]{12}"', html)


def test_text_is_data() -> None:
    evil = "</title><script>alert(1)</script>\u202e"
    html = write(
        IndexDocument(evil, (("en", evil),), (IndexEdition(evil, "", (Link("a.html", evil),)),), evil, evil),
        title=evil,
    )
    assert "<script" not in html and "\u202e" not in html
    assert "&lt;script&gt;" in html


def test_nothing_runs_and_nothing_is_loaded() -> None:
    html = write(DOCUMENT)
    assert "script-src &#39;none&#39;" in html
    assert "<script" not in html and "url(" not in html and "src=" not in html
    assert write(DOCUMENT) == html
