"""Bad input to `duizhao add`: a clear message and exit 2, or a sane text, in bounded time and memory."""

import resource
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import FormatError
from pipeline.formats.foreign import archive, docx, epub, page
from tests import foreign_sample as sample
from tests.command import duizhao
from tests.foreign_sample import paragraph

BOMB = (
    '<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {n} "{f"&{m};" * 10}">' for m, n in zip("bcdefgh", "cdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _word(declared: str, entity: str) -> bytes:
    return sample.archive(
        {"word/document.xml": declared + sample.part("document", f"<w:body>{entity}</w:body>")}
    )


def _lying() -> bytes:
    """A part that says it unpacks to ten bytes and unpacks to a million."""
    data = bytearray(sample.docx(paragraph("甲" * 1_000_000)))
    size = data.rindex(b"PK\x01\x02") + 24
    data[size : size + 4] = struct.pack("<I", 10)
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(sample.docx(paragraph("甲")))
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(sign) + place] |= 1
    return bytes(data)


DRM = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
    '<e:CipherData><e:CipherReference URI="OPS/a.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
)
REFUSED: dict[str, tuple[Callable[[bytes, str], object], Callable[[], bytes], str]] = {
    "no archive": (docx.to_markdown, lambda: b"text", "no ZIP archive"),
    "an archive cut short": (docx.to_markdown, lambda: sample.docx(paragraph("甲"))[:-30], "no ZIP archive"),
    "another archive": (docx.to_markdown, lambda: sample.archive({"a.txt": "甲"}), "no document in it"),
    "an old Word file": (docx.to_markdown, lambda: archive._OLE + b"WordDocument", "an old Word file"),
    "a password": (docx.to_markdown, lambda: archive._OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an encrypted part": (docx.to_markdown, _encrypted, "encrypted"),
    "a bomb of one part": (docx.to_markdown, lambda: sample.docx("<w:p/>" * 2_000_000), "refused"),
    "a part that lies about its size": (docx.to_markdown, _lying, "damaged"),
    "entities in a DOCX": (docx.to_markdown, lambda: _word(BOMB, "&i;"), "entity amplification"),
    "a file as entity": (docx.to_markdown, lambda: _word(OUTSIDE, "&a;"), "declares entities"),
    "broken XML": (docx.to_markdown, lambda: sample.archive({"word/document.xml": "<a>"}), "no well-formed XML"),
    "deep tables": (docx.to_markdown, lambda: sample.docx("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000), "no well-formed XML"),
    "an empty document": (docx.to_markdown, lambda: sample.docx(""), "no text"),
    "a book without chapters": (epub.to_markdown, lambda: sample.epub({}), "no text"),
    "a book that is protected": (epub.to_markdown, lambda: sample.epub({"a.xhtml": "<p>x</p>"}, **{"META-INF/encryption.xml": DRM}), "DRM"),
    "a book without a package": (epub.to_markdown, lambda: sample.archive({"mimetype": "x"}), "no part 'META-INF/container.xml'"),
    "a chapter outside": (epub.to_markdown, lambda: sample.epub({"../../../../etc/passwd": "<p>x</p>"}), "no part '../../../etc/passwd'"),
    "a bomb as chapter": (epub.to_markdown, lambda: sample.epub({"a.xhtml": "<p>甲</p>" * 1_000_000}), "refused"),
    "entities in a chapter": (epub.to_markdown, lambda: sample.archive({**_parts(), "OPS/a.xhtml": BOMB + "<html><body>&i;</body></html>"}), "declares entities"),
    "a page too large": (page.to_markdown, lambda: b"<p>" + b"a" * 50_000_000, "a page of 50 MB; at most 16 MB are read"),
    "a page too deep": (page.to_markdown, lambda: b"<div>" * 100_000 + b"x", "excessive depth"),
    "an empty page": (page.to_markdown, lambda: b"", "no"),
    "a page of menus and scripts": (page.to_markdown, lambda: b"<script>x()</script><body></body>", "no text"),
    "a picture as page": (page.to_markdown, lambda: bytes(range(128, 256)) * 50, "neither the encoding"),
}  # fmt: skip


def _parts() -> dict[str, bytes]:
    book = sample.epub({"a.xhtml": "<p>x</p>"})
    with zipfile.ZipFile(sample.io.BytesIO(book)) as file:
        return {name: file.read(name) for name in file.namelist() if name != "OPS/a.xhtml"}


@pytest.mark.parametrize(("read", "make", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused(
    read: Callable[[bytes, str], object], make: Callable[[], bytes], message: str
) -> None:
    data = make()
    begin, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FormatError) as caught:
        read(data, "x")
    assert message in str(caught.value)
    assert str(caught.value).startswith("x")
    assert time.process_time() - begin < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # KB


def test_no_part_is_unpacked_before_its_size_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_SUM", 5_000)
    parts = archive.Archive(sample.archive({f"{n}": "甲" * 500 for n in range(9)}), "x")
    assert [len(parts.read(name)) for name in parts.names[:3]] == [1500] * 3
    with pytest.raises(FormatError, match="refused"):
        parts.read("3")


PAGES = {
    "scripts": ("<p>甲。<script>alert('<p>x</p>')</script><a href='javascript:x'>y</a>" * 1000, "甲。y"),
    "unclosed": ("<p><b><i><a href=x>" * 60 + "甲。", "甲。"),
    "rows of three thousand": (
        "<table>" + ("<tr>" + "<td>甲</td>" * 3_000 + "</tr>") * 2 + "</table>",
        "| 甲 | 甲",
    ),
    "cells that reach far": (
        "<table><tr><td colspan=9999 rowspan=9999>甲<td>乙</tr><tr><td>丙</table>",
        "| 甲 | 乙",
    ),
    "breaks": ("甲。<br>" * 20_000, "甲。\\\n甲。"),
    "breaks by two": ("甲。<br><br>" * 10_000, "甲。\n\n甲。"),
    "links to one place": (
        "<p>" + "<a href='#n'>1</a>" * 3_000 + "</p><div id=n>" + "<a href='#x'>1</a>" * 3_000 + "甲。</div>",
        "甲。",
    ),
    "one long line": ("各地要因地制宜。" * 12_500, "各地要因地制宜。各地"),
    "marks": ("<p>[^*_`" * 2_000, "`"),
    "brackets": ("[" * 10_000 + "甲" + "]" * 10_000, "甲"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_in_bounded_time(name: str) -> None:
    data, expected = PAGES[name]
    begin = time.process_time()
    reading = page.to_markdown(data.encode(), "x.html")
    assert expected in reading.markdown
    assert "script" not in reading.markdown
    assert time.process_time() - begin < 8


def test_a_document_of_some_size_is_read_in_bounded_time() -> None:
    body = "".join(paragraph(f"第{n}段，各地要因地制宜发展新产业。不能一哄而上！") for n in range(1_500))
    begin = time.process_time()
    assert docx.to_markdown(sample.docx(body), "x.docx").markdown.count("\n\n") == 1_499
    assert time.process_time() - begin < 8


def test_nothing_is_fetched_and_no_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and documents name addresses and files; reading one asks no network and opens none of them."""
    import builtins
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was opened")

    epub.to_markdown(sample.epub({"a.xhtml": "<p>甲</p>"}), "x")  # loads what is loaded late
    docx.to_markdown(sample.docx(paragraph("甲")), "x")
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    head = "<!DOCTYPE html SYSTEM 'http://192.0.2.1/x.dtd'><base href='http://192.0.2.1/'><link rel=stylesheet href=x.css>"
    text = page.to_markdown(
        f"<meta charset=utf-8>{head}<p>甲。<img src='x.png' alt='图'></p>".encode(), "x"
    ).markdown
    assert text == "甲。![图](http://192.0.2.1/x.png)\n"
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId1"/>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    inline = f'<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr descr="图"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>{blip}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    document = sample.part("document", f"<w:body><w:p><w:r><w:t>甲。</w:t></w:r>{inline}</w:p></w:body>")
    data = sample.archive({"word/document.xml": document, "word/_rels/document.xml.rels": relations})
    assert docx.to_markdown(data, "x").markdown == "甲。![图]()\n"


# The command.


def test_a_file_that_cannot_be_brought_in_leaves_the_workspace_as_it_was(tmp_path: Path) -> None:
    assert duizhao("init", tmp_path / "w").code == 0
    (tmp_path / "good.html").write_text("<meta charset=utf-8><p>一句。</p>", "utf-8")
    (tmp_path / "bad.docx").write_bytes(b"no archive")
    outcome = duizhao("-C", tmp_path / "w", "add", tmp_path / "good.html", tmp_path / "bad.docx")
    assert outcome.code == 2
    assert outcome.err == f"{tmp_path}/bad.docx: error: damaged, or not what its name says: no ZIP archive\n"
    assert not list((tmp_path / "w/source").iterdir())


def test_a_suffix_without_a_reader(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    outcome = duizhao("init", tmp_path / "w", tmp_path / "x.pdf")
    assert outcome.code == 2
    assert (
        "no reader for .pdf (there are: .md, .markdown, .txt, .html, .htm, .xhtml, .docx, .epub)"
        in outcome.err
    )


@pytest.mark.parametrize("suffix", [".html", ".docx", ".epub"])
def test_from_a_foreign_file_to_the_editions(tmp_path: Path, suffix: str) -> None:
    """Law: what is brought in goes all the way, and its segments are its sentences."""
    inner = "<h1>试点</h1><p>试点先行。企业受益！</p><ul><li>先立后破。</li></ul>"
    made = {
        ".html": f"<meta charset=utf-8>{inner}".encode(),
        ".docx": sample.docx(paragraph("试点") + paragraph("试点先行。企业受益！") + paragraph("先立后破。")),
        ".epub": sample.epub({"a.xhtml": inner}),
    }
    (tmp_path / f"x{suffix}").write_bytes(made[suffix])
    workspace = tmp_path / "w"
    assert duizhao("init", workspace, tmp_path / f"x{suffix}").code == 0
    (workspace / "duizhao.toml").write_text('title = "试"\nlanguages = ["en"]\nformats = ["html"]\n', "utf-8")
    assert duizhao("-C", workspace, "sync").code == 0
    assert duizhao("-C", workspace, "build").code == 0
    template = (workspace / "translations/templates/x.pot").read_text("utf-8")
    sentences = [line[7:-1] for line in template.splitlines() if line.startswith('msgid "') and len(line) > 8]
    assert sentences == ["试点", "试点先行。", "企业受益！", "先立后破。"]
