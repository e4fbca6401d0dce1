"""The review table: what it shows, what comes back of it, and files that are none."""

import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.errors import FormatError
from pipeline.formats import review
from pipeline.model import Edition, EditionBlock, Kind, Passage, Row, State, Term, digest
from tests.command import duizhao
from tests.html_sample import SANDBOX, edition, terms_in

TEXT = "A *regulatory sandbox*[^n] opens."
ROWS = (
    Row(
        "s-0123456789ab",
        (
            Passage(
                TEXT,
                "en",
                State.TRANSLATED,
                notes=("A note.",),
                annotations=terms_in("A regulatory sandbox opens."),
            ),
        ),
        source="**监管沙盒**开放。[^n]",
    ),
    Row("s-0123456789ac", (Passage("再议。", "zh-Hans", State.FUZZY, waiting="Later."),), source="再议。"),
    Row("s-0123456789ad", (Passage("未译。", "zh-Hans", State.UNTRANSLATED),), source="未译。"),
    Row("s-0123456789ab-2", (Passage(TEXT, "en", State.TRANSLATED),), source="**监管沙盒**开放。[^n]"),
)
FORBIDDEN: Term = replace(SANDBOX, forbidden=("regulation sandbox",))
MADE: Edition = replace(
    edition(languages=("en",), titles=("Pilots",)),
    slug="pilots",
    blocks=(EditionBlock(Kind.PARAGRAPH, 0, "", (), ROWS),),
    terms=(FORBIDDEN,),
)


def table(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]


def saved(document: docx.document.Document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_row_has_number_chinese_translation_and_what_is_still_to_do() -> None:
    head, *rows = table(review.render(MADE))
    assert head == ["№", "简体", "English", "Status"]
    assert [row[1:] for row in rows] == [
        ["监管沙盒开放。", TEXT, ""],
        ["再议。", "Later.", "Awaiting review"],
        ["未译。", "", "Not yet translated"],
    ]


def test_terms_and_notes_are_comments() -> None:
    comments = [c.text for c in docx.Document(io.BytesIO(review.render(MADE))).comments]
    assert comments == [
        "监管沙盒 = regulatory sandbox; also: supervisory sandbox; not: regulation sandbox",
        "A note.",
    ]


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert review.render(MADE) == review.render(MADE)


def test_what_was_written_comes_back() -> None:
    delivery = review.parse(review.render(MADE), "x.docx")
    assert (delivery.slug, delivery.language) == ("pilots", "en")
    found = [(unit.source, unit.target, unit.id, unit.base, unit.accepted) for unit in delivery.units]
    assert found == [
        ("监管沙盒开放。", TEXT, "s-0123456789ab", digest(TEXT), False),
        ("再议。", "Later.", "s-0123456789ac", digest("Later."), False),
        ("未译。", "", "s-0123456789ad", digest(""), False),
    ]
    assert not any(unit.remarks for unit in delivery.units)


def edited() -> docx.document.Document:
    """A reviewer at work: a word struck out and one put in under tracking, a new text, an OK, a remark."""
    document = docx.Document(io.BytesIO(review.render(MADE)))
    rows = document.tables[0].rows
    run = next(run for run in rows[1].cells[2].paragraphs[0].runs if run.text == " opens.")
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    run._r.addprevious(deleted)
    deleted.append(run._r)
    for text in run._r.findall(qn("w:t")):
        text.tag = qn("w:delText")
    added = rows[1].cells[2].paragraphs[0].add_run(" begins.")
    added._r.addprevious(inserted)
    inserted.append(added._r)
    document.add_comment(rows[2].cells[2].paragraphs[0].runs, "Sure?", author="Li Na")
    rows[2].cells[3].paragraphs[0].text = "OK"
    rows[3].cells[2].paragraphs[0].text = "Not translated."
    return document


def test_tracked_changes_are_taken_as_accepted_and_remarks_come_along() -> None:
    units = review.parse(saved(edited()), "x.docx").units
    assert units[0].target == "A *regulatory sandbox*[^n] begins."
    assert (units[1].accepted, units[1].remarks) == (True, ("Li Na: Sure?",))
    assert units[2].target == "Not translated."


@pytest.mark.judge("soffice")
def test_libreoffice_opens_it_and_saves_all_that_is_needed(tmp_path: Path) -> None:
    """Converted to ODT and back, which keeps of Word's own only what LibreOffice understands."""
    (tmp_path / "a.docx").write_bytes(saved(edited()))
    for source, suffix in (("a.docx", "odt"), ("a.odt", "docx"), ("a.docx", "pdf")):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to", suffix, source],
            cwd=tmp_path, check=True, capture_output=True, timeout=240,
        )  # fmt: skip
    delivery = review.parse((tmp_path / "a.docx").read_bytes(), "a.docx")
    assert (delivery.slug, delivery.language) == ("pilots", "en")
    assert [(unit.target, unit.id) for unit in delivery.units] == [
        ("A *regulatory sandbox*[^n] begins.", "s-0123456789ab"),
        ("Later.", "s-0123456789ac"),
        ("Not translated.", "s-0123456789ad"),
    ]
    assert delivery.units[1].remarks == ("Li Na: Sure?",)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def archive(**parts: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", text)
    return written.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"no zip", "no ZIP archive"),
        (archive(a="<x/>"), "no Word file"),
        (archive(word__document=f"<w:document {W}><w:p/></w:document>"), "no review table"),
        (archive(word__document="<w:document"), "no well-formed XML"),
        (archive(word__document='<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'), "entities"),
        (archive(word__document=f"<x>{' ' * 60_000_000}</x>"), "would unpack"),
    ],
    ids=["text", "empty", "letter", "torn", "entities", "bomb"],
)
def test_what_is_no_review_table_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        review.parse(data, "x.docx")


def workspace(folder: Path) -> Path:
    (folder / "source").mkdir()
    (folder / "duizhao.toml").write_text('languages = ["en"]\n', "utf-8")
    (folder / "source" / "pilots.md").write_text("# 试点\n\n试点先行。再推广。\n", "utf-8")
    duizhao("-C", folder, "sync", "--quiet")
    catalog = folder / "translations" / "en" / "pilots.po"
    text = catalog.read_text("utf-8").replace(
        'msgid "试点先行。"\nmsgstr ""', 'msgid "试点先行。"\nmsgstr "Pilots first."'
    )
    catalog.write_text(text, "utf-8")
    assert duizhao("-C", folder, "build", "--format", "docx", "--edition", "en", "--quiet").code == 0
    return folder / "build" / "pilots" / "pilots.en.docx"


def test_the_command_takes_a_review_into_the_catalog(tmp_path: Path) -> None:
    path = workspace(tmp_path)
    document = docx.Document(str(path))
    rows = document.tables[0].rows
    rows[2].cells[2].paragraphs[0].text = "Pilots come first."
    rows[3].cells[1].paragraphs[0].text = "再推广吧。"
    document.save(str(path))
    before = (tmp_path / "translations" / "en" / "pilots.po").read_text("utf-8")
    dry = duizhao("-C", tmp_path, "import", "--check", path)
    assert (tmp_path / "translations" / "en" / "pilots.po").read_text("utf-8") == before
    done = duizhao("-C", tmp_path, "import", path)
    assert (done.code, dry.out) == (1, done.out)
    assert done.out.splitlines() == [
        "translations/en/pilots.po: 1 changed, 1 unchanged, 1 refused",
        f"{path}: row 2: changed",
        "    试点先行。",
        "  - Pilots first.",
        "  + Pilots come first.",
        f"{path}: row 3: refused: its Chinese was changed: change the source text instead",
        "    再推广吧。",
    ]
    after = (tmp_path / "translations" / "en" / "pilots.po").read_text("utf-8")
    assert after == before.replace("Pilots first.", "Pilots come first.")


@pytest.mark.parametrize(
    ("slug", "language", "told"),
    [("none", "en", "no document here"), ("pilots", "zh-Hant", "no language of this workspace")],
)
def test_a_table_of_another_workspace_is_refused(slug: str, language: str, told: str, tmp_path: Path) -> None:
    path = workspace(tmp_path)
    document = docx.Document(str(path))
    document.paragraphs[1].text = f"duizhao: {slug} / {language}"
    document.save(str(path))
    done = duizhao("-C", tmp_path, "import", path)
    assert (done.code, told in done.err) == (2, True)


def test_a_kind_of_file_that_never_went_out_is_refused(tmp_path: Path) -> None:
    workspace(tmp_path)
    done = duizhao("-C", tmp_path, "import", tmp_path / "duizhao.toml")
    assert (done.code, "no reader" in done.err) == (2, True)
