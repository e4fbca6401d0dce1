"""The tools that translators use as judges of our PO files: OmegaT and translate-toolkit."""

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pipeline.formats import po
from tests.command import duizhao

TEXT = """\
# 试点“先行”

试点先行[^1]，见[网站](https://example.org/a?b=c)。试点*不是*盆景，而是苗圃。

- 补贴不超过30万元。

| 项目 | 上限 |
|---|---|
| `a\\b` | 30万元 |

[^1]: 注释在此。
"""
ENGLISH = {
    "试点“先行”": "Pilots “First”",
    "试点先行[^1]，见[网站](https://example.org/a?b=c)。": "Pilots first[^1]: see the [site](https://example.org/a?b=c).",
    "试点*不是*盆景，而是苗圃。": "A pilot is *not* a bonsai but a nursery.",
    "补贴不超过30万元。": "Subsidies do not exceed 300,000 yuan.",
    "项目": "Item",
    "上限": "Ceiling",
    "`a\\b`": "`a\\b`",
    "30万元": "300,000 yuan",
    "注释在此。": "The note is here.",
}
PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<target_dir>__DEFAULT__</target_dir><source_dir>__DEFAULT__</source_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


def run(*command: str | Path) -> str:
    # Java, and with it OmegaT, takes the encoding of what it prints and reads from the locale.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, env=environment, timeout=240
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def catalogs(tmp_path: Path) -> tuple[Path, Path]:
    """One catalog as sync makes it, and the same one translated."""
    folder = tmp_path / "place"
    (tmp_path / "x.md").write_text(TEXT, "utf-8")
    assert duizhao("init", folder, tmp_path / "x.md").code == 0
    (folder / "duizhao.toml").write_text('title = "试"\nlanguages = ["en"]\n', "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    path = folder / "translations/en/x.po"
    text = path.read_text("utf-8")
    catalog = po.parse(text, "x.po")
    assert {entry.key.text for entry in catalog.entries} == set(ENGLISH)
    for entry in catalog.entries:
        done = entry.raw.replace('msgstr ""', f'msgstr "{escaped(ENGLISH[entry.key.text])}"')
        text = text.replace(entry.raw.rstrip("\n"), done.rstrip("\n"))
    finished = tmp_path / "done.po"
    finished.write_text(text, "utf-8")
    return path, finished


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def without_header(path: Path) -> str:
    return path.read_text("utf-8").partition("\n\n")[2]


@pytest.mark.judge("omegat")
@pytest.mark.judge("po2tmx")
def test_omegat_translates_our_files_and_changes_only_the_layout_of_their_header(
    catalogs: tuple[Path, Path], tmp_path: Path
) -> None:
    empty, finished = catalogs
    project = tmp_path / "project"
    for folder in ("source", "target", "omegat", "tm/auto", "glossary", "dictionary"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT)
    (project / "source/empty.po").write_bytes(empty.read_bytes())
    (project / "source/done.po").write_bytes(finished.read_bytes())
    memory = project / "tm/auto/memory.tmx"
    run("po2tmx", "--progress=none", "--source-language=ZH-CN", "-l", "EN-US", finished, memory)
    run("omegat", "--mode=console-translate", f"--config-dir={tmp_path / 'settings'}", project)
    assert without_header(project / "target/done.po") == without_header(finished)
    assert without_header(project / "target/empty.po") == without_header(finished)
    ours, theirs = (
        po.parse(path.read_text("utf-8"), "x.po") for path in (finished, project / "target/done.po")
    )
    assert theirs.header == ours.header


@pytest.mark.judge("po2tmx")
def test_po2tmx_makes_a_memory_of_every_translation(catalogs: tuple[Path, Path], tmp_path: Path) -> None:
    memory = tmp_path / "memory.tmx"
    run("po2tmx", "--progress=none", "--source-language=zh-Hans", "-l", "en", catalogs[1], memory)
    pairs = {
        tuple("".join(seg.itertext()) for seg in unit.iter("seg"))
        for unit in ElementTree.parse(memory).iter("tu")
    }
    assert pairs == set(ENGLISH.items())


@pytest.mark.judge("pofilter")
def test_pofilter_reads_our_files_and_tells_what_is_not_done(
    catalogs: tuple[Path, Path], tmp_path: Path
) -> None:
    fuzzy = tmp_path / "fuzzy.po"
    one = 'msgid "项目"'
    fuzzy.write_text(catalogs[1].read_text("utf-8").replace(one, f'#, fuzzy\n#| msgid "项"\n{one}'), "utf-8")
    flagged = {}
    for path in (*catalogs, fuzzy):
        found = tmp_path / f"{path.stem}.found.po"
        run("pofilter", "--progress=none", "-t", "untranslated", "-t", "isfuzzy", path, found)
        text = found.read_text("utf-8") if found.exists() else ""
        flagged[path.stem] = {entry.key.text for entry in po.parse(text, "found.po").entries}
    assert flagged == {"x": set(ENGLISH), "done": set(), "fuzzy": {"项目"}}
