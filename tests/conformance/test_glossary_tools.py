"""The tools that read our glossary as judges of what we export: xmllint, OmegaT, translate-toolkit, LibreOffice."""

import csv
import io
import os
import subprocess
from pathlib import Path

import pytest

from pipeline.formats import glossary_csv, glossary_xlsx, po, tbx
from pipeline.glossary.columns import Record
from tests.command import duizhao

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "tests/schemas/tbx-basic-dca.rng"
HARD = (
    "id,zh_hans,en,kind,note,decided_on,valid_from\n"
    "007,甲,=1+1,concept,50%,2026-11-23,2026\n"
    '12345678901234567890,乙,+A,concept,"a ""b"", c",2026-11,1/2\n'
    "1e5,丙,@SUM(A1),policy,TRUE,12:30,3-4\n"
    '36kr,丁,<b>&amp;,policy,"two\nlines",Nov 23,-\n'
)
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>ZH-HANS</source_lang><target_lang>EN</target_lang>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""
READ = """
import org.omegat.core.Core
import org.omegat.gui.glossary.*
def folder = new File(Core.getProject().getProjectProperties().getGlossaryRoot())
[(GlossaryReaderTSV): "g.txt", (GlossaryReaderTBX): "g.tbx"].each { reader, name ->
  reader.read(new File(folder, name), true).each {
    new File(folder.parentFile, "read.txt") << name + "\\t" + it.getSrcText() + "\\t" + it.getLocText() + "\\n"
  }
}
"""


def run(*command: str | Path, home: Path) -> str:
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, env=environment, timeout=180
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def shipped() -> list[Record]:
    paths = sorted((ROOT / "glossary").glob("*.csv"))
    return [r for path in paths for r in glossary_csv.read(path.read_text("utf-8"), path.name).records]


def good_pairs() -> set[tuple[str, str]]:
    """Each Chinese string of the shipped glossary with each rendering that may be used."""
    return {
        (chinese, english)
        for record in shipped()
        for chinese in (record["zh_hans"], *filter(None, record.get("zh_hans_variants", "").split("|")))
        for english in (
            record["en"],
            *filter(None, (record.get("acronym", ""), *record.get("en_admitted", "").split("|"))),
        )
    }


@pytest.mark.judge("xmllint")
@pytest.mark.parametrize("records", [shipped(), list(glossary_csv.read(HARD, "x.csv").records)])
def test_tbx_is_valid_against_its_schema(records: list[Record], tmp_path: Path) -> None:
    (tmp_path / "g.tbx").write_bytes(tbx.serialize(records, "T"))
    assert "validates" in run("xmllint", "--noout", "--relaxng", SCHEMA, tmp_path / "g.tbx", home=tmp_path)


@pytest.mark.judge("xmllint")
@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("preferredTerm-admn-sts", "approved"),
        ('type="subjectField"', 'type="domain"'),
        ("<termSec>", "<tig>"),
        ("2026-11-23", "23.11.2026"),
        ("urn:iso:std:iso:30042:ed-2", "urn:other"),
    ],
)
def test_the_schema_refuses_what_is_no_tbx_basic(good: str, bad: str, tmp_path: Path) -> None:
    text = tbx.serialize(shipped()[:2], "T").decode()
    assert good in text
    text = text.replace(good, bad).replace("</termSec>", "</tig>" if bad == "<tig>" else "</termSec>")
    (tmp_path / "g.tbx").write_text(text, "utf-8")
    with pytest.raises(AssertionError, match="fails to validate"):
        run("xmllint", "--noout", "--relaxng", SCHEMA, tmp_path / "g.tbx", home=tmp_path)


@pytest.mark.judge("omegat")
def test_omegat_reads_our_lists_in_a_project_of_its_own(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in ("source", "target", "tm", "glossary", "omegat", "dictionary"):
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, "utf-8")
    (project / "source/a.txt").write_text("企业可在监管沙盒中试错。\n", "utf-8")
    assert duizhao("-C", ROOT, "terms", "export", project / "glossary/g.txt").code == 0
    assert duizhao("-C", ROOT, "terms", "export", project / "glossary/g.tbx", "--format", "martif").code == 0
    (tmp_path / "read.groovy").write_text(READ, "utf-8")
    run("omegat", project, "--mode=console-translate", f"--script={tmp_path / 'read.groovy'}", home=tmp_path)
    read = {tuple(line.split("\t")) for line in (project / "read.txt").read_text("utf-8").splitlines()}
    assert {(source, target) for name, source, target in read if name == "g.txt"} == good_pairs()
    assert {(source, target) for name, source, target in read if name == "g.tbx"} == good_pairs()


@pytest.mark.judge("tbx2po")
def test_translate_toolkit_reads_our_martif(tmp_path: Path) -> None:
    (tmp_path / "g.tbx").write_bytes(tbx.serialize_martif(shipped(), "T"))
    run("tbx2po", "--progress=none", tmp_path / "g.tbx", tmp_path / "g.po", home=tmp_path)
    entries = po.parse((tmp_path / "g.po").read_text("utf-8"), "g.po").entries
    assert [(e.key.text, e.target) for e in entries] == [(r["zh_hans"], r["en"]) for r in shipped()]


def office(source: Path, kind: str, folder: Path, reading: str = "") -> Path:
    home = f"-env:UserInstallation=file://{folder}/office"
    filters = [f"--infilter={reading}"] if reading else []
    command = ["soffice", home, "--headless", *filters, "--convert-to", kind, "--outdir", folder, source]
    run(*command, home=folder)
    return folder / f"{source.stem}.{kind.split(':')[0]}"


CALC = "/usr/lib/libreoffice/program/libsclo.so"
"""What makes spreadsheets in LibreOffice, which is in a package of its own and has no command."""

CSV_OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1"
AS_TEXT = "CSV:44,34,76,1," + "/".join(f"{column}/2" for column in range(1, 31))


def cells(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


@pytest.mark.judge("soffice")
@pytest.mark.judge(CALC)
def test_libreoffice_keeps_every_cell_of_our_csv_as_xlsx_and_back(tmp_path: Path) -> None:
    records = (*shipped(), *glossary_csv.read(HARD, "x.csv").records)
    (tmp_path / "g.csv").write_text("".join(glossary_csv.serialize(records)), "utf-8")
    back = tmp_path / "back"
    returned = office(office(tmp_path / "g.csv", "xlsx", back, AS_TEXT), CSV_OUT, back)
    assert cells(returned) == cells(tmp_path / "g.csv")
    assert glossary_csv.read(returned.read_text("utf-8"), "g.csv").records == records


@pytest.mark.judge("soffice")
@pytest.mark.judge(CALC)
def test_libreoffice_keeps_every_cell_of_our_xlsx(tmp_path: Path) -> None:
    records = [*shipped(), *glossary_csv.read(HARD, "x").records]
    (tmp_path / "g.xlsx").write_bytes(glossary_xlsx.serialize(records))
    returned = office(tmp_path / "g.xlsx", CSV_OUT, tmp_path / "back")
    assert glossary_csv.read(returned.read_text("utf-8"), "x").records == tuple(records)
    saved = office(tmp_path / "g.xlsx", "xlsx", tmp_path / "again")
    assert glossary_xlsx.parse(saved.read_bytes(), "g.xlsx") == tuple(records)
