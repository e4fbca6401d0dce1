"""The tools of translators and researchers as judges of our TMX, XLIFF and TSV."""

import ast
import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.formats import po
from pipeline.model import Catalog
from tests.command import duizhao
from tests.conformance.test_glossary_tools import CALC, PROJECT, run

ROOT = Path(__file__).parents[2]
SLUG = "example-notice"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the shipped workspace, which a test may change."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    for name in ("source", "translations", "glossary", "duizhao.toml"):
        subprocess.run(["cp", "-r", ROOT / name, folder], check=True)
    return folder


def exported(workspace: Path, style: str, name: str) -> Path:
    assert duizhao("-C", workspace, "export", style, SLUG, "--out", workspace.parent).code == 0
    return workspace.parent / SLUG / f"{SLUG}.{name}"


def catalog(path: Path) -> Catalog:
    return po.parse(path.read_text("utf-8"), path.name)


@pytest.mark.judge("omegat")
def test_omegat_translates_a_whole_document_from_our_memory(workspace: Path, tmp_path: Path) -> None:
    """A project from ZH-CN to EN-US, as OmegaT names them, with the catalog emptied and the memory in tm/auto."""
    project = tmp_path / "project"
    for name in ("source", "target", "tm/auto", "glossary", "omegat", "dictionary"):
        (project / name).mkdir(parents=True)
    settings = PROJECT.replace("ZH-HANS", "ZH-CN").replace(">EN<", ">EN-US<")
    settings = settings.replace("<sentence_seg>true", "<sentence_seg>false")
    (project / "omegat.project").write_text(settings, "utf-8")
    memory = exported(workspace, "tmx", "en.tmx")
    memory.rename(project / "tm/auto/ours.tmx")
    done = catalog(workspace / f"translations/en/{SLUG}.po")
    empty = Catalog("en", done.header, tuple(e.revised(target="") for e in done.entries), layout=done.layout)
    (project / "source/x.po").write_text("".join(po.serialize(empty)), "utf-8")
    run("omegat", project, "--mode=console-translate", home=tmp_path)
    translated = catalog(project / "target/x.po")
    assert len(done.entries) > 50
    assert [(e.key, e.target) for e in translated.entries] == [(e.key, e.target) for e in done.entries]


TOOLKIT = """
import sys
from translate.storage import tmx, xliff2
kind, path = sys.argv[1:]
store = {"tmx": tmx.tmxfile, "xlf": xliff2.Xliff2File}[kind].parsefile(path)
for unit in store.units:
    print(repr((str(unit.source), str(unit.target), bool(unit.isfuzzy()))))
if kind == "xlf":
    store.units[0].target = "Changed there"
    store.units[0].markapproved()
    with open(path, "wb") as file:
        file.write(bytes(store))
"""


def toolkit(kind: str, path: Path) -> list[tuple[str, str, bool]]:
    """What translate-toolkit reads, in a process of its own; of XLIFF it changes the first unit."""
    done = subprocess.run(
        [sys.executable, "-c", TOOLKIT, kind, path], capture_output=True, check=True, timeout=120, text=True
    )
    return [ast.literal_eval(line) for line in done.stdout.splitlines()]


def test_translate_toolkit_reads_our_memory(workspace: Path) -> None:
    entries = catalog(workspace / f"translations/en/{SLUG}.po").entries
    read = toolkit("tmx", exported(workspace, "tmx", "en.tmx"))
    assert read == [(entry.key.text, entry.target, False) for entry in entries]


def test_translate_toolkit_reads_our_xliff_and_what_it_changed_comes_back(workspace: Path) -> None:
    path = workspace / f"translations/en/{SLUG}.po"
    text = path.read_text("utf-8")
    second = catalog(path).entries[1]
    path.write_text(text.replace(second.raw, "#, fuzzy\n" + second.raw), "utf-8")
    made = exported(workspace, "xliff", "en.xlf")
    read = toolkit("xlf", made)
    assert len(read) == len(catalog(path).entries)
    assert [fuzzy for *_, fuzzy in read[:3]] == [False, True, False]
    outcome = duizhao("-C", workspace, "import", made)
    assert (outcome.code, outcome.out.splitlines()[0]) == (
        0,
        f"translations/en/{SLUG}.po: 1 changed, {len(read) - 1} unchanged",
    )
    assert [e.target for e in catalog(path).entries[:2]] == ["Changed there", second.target]


@pytest.mark.judge("soffice")
@pytest.mark.judge(CALC)
def test_libreoffice_computes_no_cell_of_our_tsv(workspace: Path, tmp_path: Path) -> None:
    source = workspace / f"source/{SLUG}.md"
    source.write_text(source.read_text("utf-8") + '\n\\=1+1\n\n"甲"乙\n\n\\-2+3\n\n@SUM(1)\n', "utf-8")
    made = exported(workspace, "tsv", "tsv")
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = ["soffice", f"-env:UserInstallation={tmp_path.as_uri()}/office", "--headless"]
    command += [
        "--infilter=Text - txt - csv (StarCalc):9,34,76,1",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1",
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path / "back", made],
        check=True,
        capture_output=True,
        timeout=180,
        env=environment,
    )
    with (tmp_path / f"back/{SLUG}.csv").open(encoding="utf-8", newline="") as file:
        back = list(csv.reader(file))
    lines = [line.split("\t") for line in made.read_text("utf-8").splitlines()]
    assert [row[:5] for row in back] == [line[:5] for line in lines]
    assert [line[4] for line in lines[-4:]] == ["\\=1+1", '\\"甲"乙', "\\-2+3", "\\@SUM(1)"]
