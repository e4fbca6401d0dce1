"""The memory of findings: it answers where nothing has changed, and never with what is no longer so."""

import os
import shutil
from pathlib import Path

import pytest

from pipeline.results import Checked
from pipeline.workspace import check, findings
from tests.command import duizhao


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text("# 试点\n\n补贴15万元。\n", "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\n')
    assert duizhao("-C", tmp_path, "sync").code == 0
    edit(
        tmp_path / "translations/en/x.po",
        'msgid "补贴15万元。"\nmsgstr ""',
        'msgid "补贴15万元。"\nmsgstr "Aid."',
    )
    return tmp_path


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A list that grows with each check that is really made."""
    made: list[object] = []
    real = check.check
    monkeypatch.setattr(check, "check", lambda *args: made.append(args) or real(*args))
    return made


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_second_check_is_answered_from_memory_to_the_letter(place: Path, runs: list[object]) -> None:
    first = findings.findings(place)
    assert [finding.code for finding in first.findings] == ["untranslated", "number-mismatch"]
    assert findings.findings(place) == first
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("source/x.md", "# 试点\n\n补贴16万元。\n"),
        ("source/y.md", "新文。\n"),
        ("duizhao.toml", 'languages = ["en"]\n[check.severity]\nuntranslated = "off"\n'),
        ("glossary/a.csv", "id,zh_hans,en,kind\naid,补贴,subsidy,concept\n"),
        ("translations/en/x.po", ""),
    ],
)
def test_whatever_a_check_reads_makes_it_anew(place: Path, runs: list[object], path: str, text: str) -> None:
    before = findings.findings(place)
    (place / path).parent.mkdir(exist_ok=True)
    (place / path).write_text(text, "utf-8")
    after = findings.findings(place)
    assert len(runs) == 2 and after != before
    findings.findings(place)
    assert len(runs) == 2


def test_a_touched_file_or_one_that_no_check_reads_changes_nothing(place: Path, runs: list[object]) -> None:
    findings.findings(place)
    os.utime(place / "source/x.md", (1, 1))
    (place / "build").mkdir()
    (place / "build/x.md").write_text("another")
    findings.findings(place)
    assert len(runs) == 1


def test_another_program_has_its_own_memory(
    place: Path, runs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    findings.findings(place)
    monkeypatch.setattr(findings, "program", lambda: "another version")
    findings.findings(place)
    assert len(runs) == 2


@pytest.mark.parametrize("damage", ["cut", "emptied", "altered", "deleted"])
def test_a_memory_that_is_damaged_or_gone_is_made_anew(place: Path, runs: list[object], damage: str) -> None:
    first = findings.findings(place)
    (path,) = (place / ".duizhao/findings").iterdir()
    text = path.read_text("utf-8")
    if damage == "deleted":
        path.unlink()
    else:
        path.write_text(
            {"cut": text[:-9], "emptied": "", "altered": text.replace("15万", "16万")}[damage], "utf-8"
        )
    assert findings.findings(place) == first
    assert len(runs) == 2
    assert path.read_text("utf-8") == text


def test_where_nothing_may_be_written_nothing_is_remembered(place: Path, runs: list[object]) -> None:
    shutil.rmtree(place / ".duizhao")
    (place / ".duizhao").write_text("a file, where a folder is due")
    assert findings.findings(place) == findings.findings(place)
    assert len(runs) == 2


def test_what_is_saved_during_a_check_is_not_taken_for_checked(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(root: Path, _names: tuple[str, ...], _jobs: int | None) -> Checked:
        (root / "source/x.md").write_text("# 另一篇\n", "utf-8")
        return Checked(())

    monkeypatch.setattr(findings, "_check", meanwhile)
    findings.findings(place)
    assert not (place / ".duizhao/findings").exists()


def test_each_selection_of_documents_has_its_own(place: Path, runs: list[object]) -> None:
    (place / "source/y.md").write_text("新文。\n", "utf-8")
    both, one = findings.findings(place), findings.findings(place, ["x"])
    assert len(both.findings) == len(one.findings) + 1
    assert findings.findings(place, ["x"]) == one and findings.findings(place) == both
    assert len(runs) == 2
