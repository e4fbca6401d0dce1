"""`duizhao annotate` and `export` in a workspace: counts, the chart, hand-made annotations, what is refused."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.command import duizhao

SOURCE = "# 张江\n\n上海设监管沙盒，投入15.5亿元。杭州也设监管沙盒。\n"
GLOSSARY = "id,zh_hans,en,kind\nsandbox,监管沙盒,regulatory sandbox,policy\nzj,张江,Zhangjiang,place\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    text = tmp_path / "a.md"
    text.write_text(SOURCE, "utf-8")
    home = tmp_path / "w"
    assert duizhao("init", home, text).code == 0
    (home / "glossary" / "terms.csv").write_text(GLOSSARY, "utf-8")
    assert duizhao("-C", home, "sync").code == 0
    catalog = home / "translations" / "en" / "a.po"
    done = re.sub(
        r'(msgid "上海[^\n]*\n)msgstr ""',
        r'# note: A pilot.\n\1msgstr "Shanghai opened *regulatory* sandboxes with 1.55 billion yuan."',
        catalog.read_text("utf-8"),
    )
    # A comment stands above the whole entry, not above its msgid.
    head, note, tail = done.partition("# note: A pilot.\n")
    before, _, entry = head.rpartition("\n\n")
    catalog.write_text(f"{before}\n\n{note}{entry}{tail}", "utf-8")
    return home


def remarks(home: Path, *lines: str) -> Path:
    path = home / "annotations" / "a.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_what_is_marked_is_counted_and_drawn(home: Path) -> None:
    done = duizhao("-C", home, "annotate", "--stats")
    assert done.code == 0 and done.out.startswith("a: 4 term, 3 money, 1 note\n")
    assert "监管沙盒" in done.out and "Zhangjiang" in done.out
    page = (home / "build" / "annotations.html").read_text("utf-8")
    assert 'aria-label="a: 2"' in page and "http" not in page.replace("http-equiv", "")


def test_a_remark_moves_with_its_text_and_an_orphan_is_told_and_kept(home: Path) -> None:
    path = remarks(home, '{"quote": "杭州", "body": "In Zhejiang.", "by": "Li"}', '{"quote": "深圳"}')
    done = duizhao("-C", home, "annotate")
    assert done.code == 1
    assert "annotations/a.jsonl:1: “杭州” would be moved (--write) to s-" in done.out
    assert "annotations/a.jsonl:2: orphaned: “深圳” is no more in the text" in done.out
    before = path.read_text("utf-8").splitlines()
    duizhao("-C", home, "annotate", "--write", "--quiet")
    after = path.read_text("utf-8").splitlines()
    told = json.loads(after[0])
    assert (told["start"], told["end"], told["prefix"], told["suffix"]) == (0, 2, "", "也设监管沙盒。")
    assert after[1:] == before[1:]
    found = duizhao("-C", home, "check", "--format", "line")
    assert re.search(
        r"^annotations/a.jsonl:2: warning: note is orphaned: .* \[annotation-orphaned\]$", found.out, re.M
    )
    assert "a.jsonl:1:" not in found.out


def test_a_remark_beyond_the_end_goes_where_its_words_are_or_nowhere(home: Path) -> None:
    line = next(line for line in exported(home) if line["text"].startswith("杭州"))
    told = f'"segment": "{line["segment"]}", "start": 900, "end": 902'
    remarks(home, f'{{"quote": "杭州", {told}}}', f'{{"quote": "深圳", {told}}}')
    done = duizhao("-C", home, "annotate")
    assert done.code == 1
    assert f"a.jsonl:1: “杭州” would be moved (--write) to {line['segment']}, 0-2" in done.out
    assert "a.jsonl:2: orphaned: “深圳” is no more in its segment" in done.out
    notes = [one["quote"] for each in exported(home) for one in each["annotations"] if one["kind"] == "note"]
    assert "杭州" in notes and "深圳" not in notes


def exported(home: Path) -> list[dict[str, Any]]:
    assert duizhao("-C", home, "export", "jsonl").code == 0
    return [json.loads(line) for line in (home / "build/a/a.jsonl").read_text("utf-8").splitlines()]


def test_a_remark_on_a_language_that_is_not_here_is_an_orphan(home: Path) -> None:
    remarks(home, '{"quote": "Shanghai", "language": "eng"}')
    done = duizhao("-C", home, "annotate")
    assert done.code == 1 and "a.jsonl:1: orphaned: there is no language 'eng' here" in done.out


def test_a_remark_is_a_note_in_the_editions_and_in_the_exports(home: Path) -> None:
    remarks(home, '{"quote": "上海", "body": "A city by the sea.", "by": "Li"}')
    duizhao("-C", home, "build", "--format", "html", "--edition", "zh-Hans")
    assert "A city by the sea." in (home / "build/a/a.zh-Hans.html").read_text("utf-8")
    assert duizhao("-C", home, "export", "jsonl").code == 0
    lines = [json.loads(line) for line in (home / "build/a/a.jsonl").read_text("utf-8").splitlines()]
    notes = [
        (line["language"], one["quote"], one["by"])
        for line in lines
        for one in line["annotations"]
        if one["kind"] == "note"
    ]
    english = next(line["text"] for line in lines if line["language"] == "en")
    assert notes == [("zh-Hans", "上海", "Li"), ("en", english, "translator")]


def test_a_term_across_a_line_break_of_the_source_is_found(home: Path) -> None:
    (home / "source" / "a.md").write_text("# 张江\n\n上海设监管\n沙盒，又在张\n江。\n", "utf-8")
    assert duizhao("-C", home, "export", "jsonl").code == 0
    lines = [json.loads(line) for line in (home / "build/a/a.jsonl").read_text("utf-8").splitlines()]
    found = [one["quote"] for one in lines[-1]["annotations"]]
    assert found == ["监管沙盒", "张江"]


def test_a_broken_line_is_told_by_each_command(home: Path) -> None:
    remarks(home, '{"quote": "上海"}', '{"quote": ')
    for command in (("annotate",), ("export", "jsonl"), ("build",)):
        done = duizhao("-C", home, *command)
        assert done.code == 2 and "annotations/a.jsonl:2" in done.err
    assert "annotations/a.jsonl:2: error: no json" in duizhao("-C", home, "check", "--format", "line").out


def test_an_export_says_where_its_files_are_and_is_the_same_again(home: Path, tmp_path: Path) -> None:
    done = duizhao("-C", home, "export", "tei", "a", "--out", tmp_path / "out")
    paths = [Path(line) for line in done.out.splitlines()]
    assert [path.name for path in paths] == [
        f"a.{name}.tei.xml" for name in ("zh-Hans", "zh-Hant", "en", "parallel")
    ]
    first = [path.read_bytes() for path in paths]
    duizhao("-C", home, "export", "tei", "a", "--out", tmp_path / "out", "--quiet")
    assert [path.read_bytes() for path in paths] == first


def test_an_unknown_format_is_refused_with_those_that_there_are(home: Path) -> None:
    done = duizhao("-C", home, "export", "rdf")
    assert (
        done.code == 2 and "no format 'rdf' (there are: jsonl, web-annotation, tei, conll, spacy" in done.err
    )
