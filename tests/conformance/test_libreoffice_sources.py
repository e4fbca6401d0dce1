"""What LibreOffice writes is brought in: DOCX with real notes and lists, and its EPUB."""

import subprocess
from pathlib import Path

import pytest

from pipeline.formats.foreign import docx, epub

SOURCE = """<html><head><meta charset="utf-8"><title>河道管理办法</title></head><body>
<h1>河道管理办法</h1><h2>第一章 总则</h2>
<p>为了保护河道，制定本办法<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>。本办法适用于全县<b>河道</b>。</p><ul><li>甲<ul><li>乙</li></ul></li></ul><ol><li>一</li><li>二</li></ol>
<table border=1><tr><th>河</th><th>长</th></tr><tr><td rowspan=2>青河</td><td>3</td></tr><tr><td>4</td></tr></table>
<blockquote>引文。</blockquote><p>见<a href="https://example.org/a?b=1">网站</a>。</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a>见上级文件。</p></div></body></html>"""
TABLE = "| 河 | 长 |\n| --- | --- |\n| 青河 | 3 |\n|  | 4 |"
NOTE = "为了保护河道，制定本办法[^1]。本办法适用于全县"


def _convert(folder: Path, name: str, kind: str, *options: str) -> Path:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        *options,
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        name,
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return (folder / name).with_suffix("." + kind.partition(":")[0])


@pytest.mark.judge("soffice")
def test_a_document_and_a_book_of_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(SOURCE, "utf-8")
    document = _convert(tmp_path, "x.html", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)")
    reading = docx.to_markdown(document.read_bytes(), "x.docx")
    assert reading.markdown == (
        f"# 河道管理办法\n\n## 第一章 总则\n\n{NOTE}**河道**。\n\n- 甲\n  - 乙\n\n1. 一\n2. 二\n\n{TABLE}\n\n"
        "> 引文。\n\n见[网站](https://example.org/a?b=1)。\n\n[^1]: 见上级文件。\n"
    )
    # Its EPUB has classes in the place of headings and lists, so those come as paragraphs.
    book = epub.to_markdown(_convert(tmp_path, "x.docx", "epub").read_bytes(), "x.epub").markdown
    assert f"{NOTE}河道。\n" in book
    assert f"\n\n{TABLE}\n\n引文。\n" in book
    assert book.endswith("\n\n[^1]: 见上级文件。\n")
