"""Editions in their workspace: the index, links between pages and to the catalogs, fonts and layouts."""

import json
import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from pipeline.formats.pdf import engine
from pipeline.workspace import build as building
from pipeline.workspace.files import digest_of
from pipeline.workspace.memory import NAME, Facts, Memory, Record
from tests.command import duizhao

TEXT = """---
title: 试点
author: 某人
description: 说明试点。
date: 2026-05-04
---

试点先行。企业受益。
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two documents in three languages, synced; pages alone are built, in this process."""
    monkeypatch.setattr("pipeline.workspace.build.cores", lambda: 1)
    folder = tmp_path / "place"
    assert duizhao("init", folder).code == 0
    settings(folder, "")
    for name in ("x", "y"):
        (folder / f"source/{name}.md").write_text(TEXT.replace("试点", f"试点{name}"), "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    return folder


def settings(folder: Path, more: str) -> None:
    top = 'title = "文集"\nlanguages = ["zh-Hant", "en"]\nformats = ["html"]\n'
    (folder / "duizhao.toml").write_text(top + more, "utf-8")


def translate(folder: Path, slug: str, sentence: str, english: str) -> None:
    path = folder / f"translations/en/{slug}.po"
    text = path.read_text("utf-8")
    assert f'msgid "{sentence}"\nmsgstr ""' in text
    path.write_text(
        text.replace(f'msgid "{sentence}"\nmsgstr ""', f'msgid "{sentence}"\nmsgstr "{english}"'), "utf-8"
    )


def build(folder: Path, *arguments: str) -> str:
    outcome = duizhao("-C", folder, "build", *arguments)
    assert outcome.code == 0, outcome.err
    return outcome.out


def index(folder: Path) -> str:
    return (folder / "build/index.html").read_text("utf-8")


def page(folder: Path, name: str) -> str:
    return (folder / "build" / name.split(".")[0] / f"{name}.html").read_text("utf-8")


# The index


def test_the_index_lists_every_edition_with_its_progress(place: Path) -> None:
    translate(place, "x", "试点x", "Pilots")
    build(place)
    html = index(place)
    assert "<h1>文集</h1>" in html
    assert re.findall(r"<h2>.*?</h2>", html)[0] == (
        '<h2><span lang="zh-Hans"><a href="x/x.parallel.html">试点x</a></span>'
        '<span lang="en"><a href="x/x.parallel.html">Pilots</a></span></h2>'
    )
    assert re.findall(r'href="(x/[^"]+)" aria-label="([^"]+)"', html) == [
        ("x/x.parallel.html", "对照, HTML"),
        ("x/x.zh-Hans.html", "简体, HTML"),
        ("x/x.zh-Hant.html", "繁體（臺灣）, HTML"),
        ("x/x.en.html", "English, HTML"),
    ]
    assert "5/5 · Converted by machine 5" in html and "1/5 · Not yet translated 4" in html
    for href in re.findall(r'href="([^"]+)"', html):
        assert (place / "build" / href).is_file()


def test_the_index_tells_of_what_was_built_before_and_of_nothing_else(place: Path) -> None:
    build(place, "x", "--edition", "en")
    assert "x/x.en.html" in index(place) and "y/" not in index(place) and "x.parallel" not in index(place)
    assert "试点x" in index(place), "the source's title is known where the source itself is not built"
    build(place, "y")
    assert "x/x.en.html" in index(place) and "y/y.parallel.html" in index(place)
    (place / "build/x/x.en.html").unlink()
    build(place, "y")
    assert "x/" not in index(place)


def test_the_index_is_written_only_when_it_tells_something_new(place: Path) -> None:
    assert "10 files" not in build(place, "--quiet")
    before = (place / "build/index.html").stat().st_mtime_ns
    assert "build/index.html (unchanged)" in build(place).replace(str(place) + "/", "")
    assert (place / "build/index.html").stat().st_mtime_ns == before
    translate(place, "y", "试点y", "Pilots")
    assert "9 files, 5 built, 4 unchanged" in build(place)
    assert ">Pilots</a>" in index(place)
    settings(place, "[site]\n")
    (place / "build/index.html").write_text("broken")
    build(place)
    assert "文集" in index(place)


def test_a_document_that_is_gone_leaves_the_index(place: Path) -> None:
    build(place)
    (place / "source/x.md").unlink()
    build(place)
    assert "x/" not in index(place) and "y/y.en.html" in index(place)


def test_an_interrupted_build_leaves_the_old_index(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.workspace import build as building

    build(place)
    before = index(place)
    translate(place, "y", "试点y", "Pilots")

    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "_run", interrupted)
    assert duizhao("-C", place, "build").code not in (0, 1)
    assert index(place) == before
    monkeypatch.undo()
    build(place)
    assert ">Pilots</a>" in index(place)


DAMAGES = [
    "",
    "[]",
    "{}",
    '{"files": {"x": 1}, "documents": {}}',
    '{"files": {}, "documents": {"x": {}}}',
    "\x00",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_memory_knows_nothing(tmp_path: Path, damage: str) -> None:
    (tmp_path / "a").write_text("a")
    memory = Memory(tmp_path)
    memory.keep("a", Record("inputs", digest_of(b"a")))
    memory.learn("x", Facts({"en": "X"}, {}, {"en": {"fuzzy": 1}}))
    memory.save()
    again = Memory(tmp_path)
    assert again.is_current("a", "inputs") and [*again.facts(["x"])] == [*memory.facts(["x"])]
    (tmp_path / NAME).write_text(damage)
    assert not Memory(tmp_path).is_current("a", "inputs") and [*Memory(tmp_path).facts(["x"])] == []


# Links


def test_a_page_links_to_the_index_and_to_the_other_editions(place: Path) -> None:
    settings(place, '[site]\naddress = "https://e.org/papers/"\n')
    build(place)
    html = page(place, "x.en")
    assert '<a class="site" href="../index.html">文集</a>' in html
    assert '<link rel="canonical" href="https://e.org/papers/x/x.en.html">' in html
    assert (
        'hreflang="zh-Hant" type="text/html" title="繁體（臺灣）" href="https://e.org/papers/x/x.zh-Hant.html"'
        in html
    )
    assert '<a href="x.zh-Hant.html" hreflang="zh-Hant">' in html
    assert '<meta property="og:site_name" content="文集">' in html


def test_an_edit_leads_to_the_line_of_the_sentence(place: Path) -> None:
    settings(place, '[site]\nedit = "https://e.org/blob/main/{path}?plain=1#L{line}"\n')
    translate(place, "x", "企业受益。", "Firms gain.")
    build(place, "x")
    html = page(place, "x.parallel")
    data = json.loads(re.findall(r'id="data">(.*?)</script>', html)[0])
    assert data["edit"] == "https://e.org/blob/main/{path}?plain=1#L{line}"
    assert data["paths"] == {
        "zh-Hans": "source/x.md",
        "zh-Hant": "translations/zh_Hant/x.po",
        "en": "translations/en/x.po",
    }
    line = int(re.findall(r'data-line="(\d+)">Firms gain', html)[0])
    catalog = (place / "translations/en/x.po").read_text("utf-8").split("\n")
    start = next(at for at in range(line - 1, 0, -1) if not catalog[at - 1])
    assert 'msgid "企业受益。"' in catalog[start : catalog.index("", line)]
    source = int(re.findall(r'data-line="(\d+)"><ruby>企', html)[0])
    assert "企业受益" in (place / "source/x.md").read_text("utf-8").split("\n")[source - 1]


def test_without_a_pattern_no_page_carries_lines(place: Path) -> None:
    build(place, "x")
    assert "data-line=" not in page(place, "x.parallel").partition("<script>")[0]


# Fonts and layouts


def test_a_page_brings_its_fonts_when_it_is_asked_to(place: Path) -> None:
    build(place, "x", "--edition", "zh-Hant", "--embed-fonts")
    index = place / "build/index.html"
    for html in (page(place, "x.zh-Hant"), index.read_text("utf-8")):
        assert "@font-face" in html and "font-src data:" in html
    assert "2 files, 2 built" in build(place, "x", "--edition", "zh-Hant"), "without them they are others"
    assert "@font-face" not in page(place, "x.zh-Hant") + index.read_text("utf-8")


def test_a_font_folder_that_is_not_there(place: Path) -> None:
    settings(place, '[fonts]\nfolders = ["fonts"]\n')
    outcome = duizhao("-C", place, "build")
    assert outcome.code == 2 and "duizhao.toml: error: the folder 'fonts' of the setting" in outcome.err


def test_a_font_file_that_is_none(place: Path) -> None:
    settings(place, '[fonts]\nfolders = ["fonts"]\nembed = true\n')
    (place / "fonts").mkdir()
    (place / "fonts/a.ttf").write_text("no font")
    outcome = duizhao("-C", place, "build", "x", "--edition", "en")
    assert outcome.code == 2 and "a.ttf: error: no font that can be read" in outcome.err


def test_fonts_and_layout_of_the_settings_set_the_pages(place: Path) -> None:
    def pages(more: str) -> bytes:
        settings(place, more)
        build(place, "x", "--edition", "parallel", "--format", "pdf")
        return (place / "build/x/x.parallel.pdf").read_bytes()

    columns = pages("[fonts]\ninstalled = false\n")
    assert pages('[edition]\nlayout = "stacked"\n[fonts]\ninstalled = false\n') != columns
    assert b"NotoSansTC" in pages('[fonts]\ninstalled = false\nzh = ["Noto Sans TC"]\n')
    settings(place, '[fonts]\nzh-Hans = ["No Such Kai"]\n')
    outcome = duizhao("-C", place, "build", "x", "--edition", "zh-Hans", "--format", "pdf")
    assert outcome.code == 2 and "the font 'No Such Kai' of the setting `fonts` is not there" in outcome.err


def install(family: str, path: Path) -> None:
    """Writes a font of one glyph under a family's name."""
    made = FontBuilder(1000)
    made.setupGlyphOrder([".notdef", "A"])
    made.setupCharacterMap({65: "A"})
    made.setupGlyf(dict.fromkeys((".notdef", "A"), TTGlyphPen(None).glyph()))
    made.setupHorizontalMetrics(dict.fromkeys((".notdef", "A"), (500, 0)))
    made.setupHorizontalHeader()
    made.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    made.setupOS2()
    made.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path)


def test_a_font_that_comes_or_goes_sets_the_prints_anew_and_no_page(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def built() -> str:
        engine._collection.cache_clear()  # as in a new process
        return build(place, "x", "--edition", "en", "--format", "html", "--format", "pdf").splitlines()[-1]

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    path = tmp_path / ".local/share/fonts/late.ttf"
    assert built() == "3 files, 3 built, 0 unchanged"
    assert built() == "3 files, 0 built, 3 unchanged"
    install("Late Serif", path)
    assert built() == "3 files, 1 built, 2 unchanged"
    path.unlink()
    assert built() == "3 files, 1 built, 2 unchanged"
    engine._collection.cache_clear()


def test_large_work_is_divided_among_processes(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ("x", "--edition", "en", "--edition", "zh-Hans", "--format", "txt")
    build(place, *command)
    before = {path: path.read_bytes() for path in (place / "build/x").iterdir()}
    for path in before:
        path.unlink()
    monkeypatch.setattr(building, "cores", lambda: 2)
    monkeypatch.setattr(building, "_LARGE", 0)
    pools = []
    monkeypatch.setattr(
        building, "_processes", lambda n, pool=building._processes: pools.append(n) or pool(n)
    )
    assert "2 built" in build(place, *command)
    assert {path: path.read_bytes() for path in (place / "build/x").iterdir()} == before
    assert pools == [2]
