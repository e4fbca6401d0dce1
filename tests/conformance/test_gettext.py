"""GNU gettext as the judge of our PO files."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.formats import po
from pipeline.merge import merge
from pipeline.model import Catalog, Key
from tests.command import duizhao
from tests.unit.test_merge_revisions import revisions

ROOT = Path(__file__).parents[2]

TEXT = (
    "---\ntitle: 试点“先行”\nauthor: 编辑部\n---\n\n试点先行[^1]，见[网站](https://example.org/a?b=c)。\\\n逐步推开。\n\n"
    "- 一项。\n\n| 甲 | 乙 |\n|---|---|\n| `a\\b` | 丁 |\n\n[^1]: 注释。\n"
)
OLD = [
    "试点先行，逐步推开。",
    "企业无需逐级报批。",
    "补贴标准另行公布。",
    "本办法自公布之日起施行。",
    "不变的一句。",
]
NEW = [
    "试点先行，稳步推开。",
    "不变的一句。",
    "企业无需再逐级报批。",
    "补贴标准另行通知。",
    "全新的一句话在这里。",
]


def run(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    (tmp_path / "x.md").write_text(TEXT, "utf-8")
    assert duizhao("init", folder, tmp_path / "x.md").code == 0
    (folder / "duizhao.toml").write_text(
        'title = "试"\nlanguages = ["zh-Hant", "zh-Hant-HK", "en"]\n', "utf-8"
    )
    assert duizhao("-C", folder, "sync").code == 0
    return folder


@pytest.mark.judge("msgfmt")
def test_msgfmt_finds_nothing_wrong_with_what_sync_writes(place: Path) -> None:
    paths = sorted((place / "translations").rglob("*.po"))
    assert len(paths) == 3
    for path in paths:
        assert run("msgfmt", "--check", "--check-header", "-o", "/dev/null", path) == ""


@pytest.mark.judge("msgcat")
def test_msgcat_writes_what_sync_writes(place: Path) -> None:
    for path in (place / "translations").rglob("*.po*"):
        assert run("msgcat", "--no-wrap", path) == path.read_text("utf-8")


def catalog(path: Path, texts: list[str], translated: bool) -> Path:
    header = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entries = (f'msgid "{text}"\nmsgstr "{"Done: " + text if translated else ""}"\n' for text in texts)
    path.write_text(header + "\n".join(entries), "utf-8")
    return path


@pytest.mark.judge("msgmerge")
def test_whatever_msgmerge_keeps_is_kept(tmp_path: Path) -> None:
    old, new = catalog(tmp_path / "old.po", OLD, True), catalog(tmp_path / "new.pot", NEW, False)
    theirs = po.parse(run("msgmerge", "--previous", "--quiet", old, new), "theirs")
    ours, _ = merge(po.parse(new.read_text("utf-8"), "new"), po.parse(old.read_text("utf-8"), "old"))

    def kept(merged: Catalog) -> set[str]:
        return {entry.target for entry in merged.entries if entry.target}

    def in_use(merged: Catalog) -> dict[str, str]:
        return {
            entry.key.text: entry.target for entry in merged.entries if entry.target and not entry.obsolete
        }

    assert kept(theirs) <= kept(ours)
    assert in_use(theirs).items() <= in_use(ours).items()
    assert [entry.key.text for entry in ours.entries if not entry.obsolete] == NEW


@pytest.mark.judge("msgmerge")
def test_whatever_msgmerge_keeps_of_real_revisions_is_kept(tmp_path: Path) -> None:
    for case in revisions():
        before, after = ([text for _, text in lines] for lines in (case.old, case.new))
        old, new = catalog(tmp_path / "old.po", before, True), catalog(tmp_path / "new.pot", after, False)
        theirs = po.parse(run("msgmerge", "--previous", "--quiet", old, new), "theirs")
        ours, _ = merge(po.parse(new.read_text("utf-8"), "new"), po.parse(old.read_text("utf-8"), "old"))
        there = {entry.key for entry in ours.entries if entry.target and not entry.obsolete}
        missed = {e.key for e in theirs.entries if e.target and not e.obsolete} - there
        # It takes a translation that is still in use, or one of a sentence of another kind, for the new ones.
        meant = {Key("", text) for label, text in case.new if label != "-"}
        assert missed & meant == set(), case.name
        everywhere = "".join(entry.target for entry in ours.entries)
        assert [e.target for e in theirs.entries if e.target not in everywhere] == [], case.name


@pytest.mark.judge("msgcat")
@pytest.mark.parametrize("language", ["en", "zh_Hant"])
def test_a_wrapped_file_stays_wrapped_as_gettext_wraps(language: str) -> None:
    for path in (ROOT / "translations" / language).glob("*.po"):
        wrapped = po.parse(run("msgcat", path), "wrapped.po")
        entries = (replace(entry, raw=entry.raw if n % 2 else "") for n, entry in enumerate(wrapped.entries))
        anew = replace(wrapped, entries=tuple(entries))
        differ = [
            (ours.raw, theirs.raw)
            for ours, theirs in zip(
                po.parse("".join(po.serialize(anew)), "x").entries, wrapped.entries, strict=True
            )
            if ours.raw != theirs.raw
        ]
        # The two know different rules for × between Han characters and a quotation mark.
        assert len(differ) <= len(wrapped.entries) // 50, differ


@pytest.mark.judge("msgmerge")
def test_waivers_notes_and_marks_survive_a_msgmerge(place: Path) -> None:
    path, template = place / "translations/en/x.po", place / "translations/templates/x.pot"
    text = path.read_text("utf-8").replace(
        "#. list item", "# note: a word to the reader\n# duizhao: ignore han-residue -- meant\n#. list item"
    )
    path.write_text(text, "utf-8")
    run("msgmerge", "--update", "--quiet", "--backup=none", path, template)
    (entry,) = (e for e in po.parse(path.read_text("utf-8"), "x.po").entries if e.key.text == "一项。")
    assert [(waiver.code, waiver.reason) for waiver in entry.waivers] == [("han-residue", "meant")]
    assert entry.comments[0] == "note: a word to the reader"
