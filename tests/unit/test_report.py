"""Reports: findings and results in words."""

from pathlib import Path

import pytest

from pipeline import report
from pipeline.errors import DuizhaoError
from pipeline.model import Finding, Key, Location, Severity
from pipeline.results import Brought, Built, Change, Checked, Event, Refresh, Synced

ERROR = Finding(Severity.ERROR, "term-missing", "监管沙盒 needs it", Location("t/en/x.po", 3), "监管沙盒。")
NOTE = Finding(Severity.NOTE, "fuzzy", "look", Location("t/en/x.po", 9, 2))


def test_a_finding_is_a_line_that_an_editor_can_jump_to() -> None:
    assert list(report.FORMATS["line"](Checked((ERROR, NOTE)))) == [
        "t/en/x.po:3: error: 监管沙盒 needs it [term-missing]",
        "t/en/x.po:9:2: note: look [fuzzy]",
        "1 error, 1 note",
    ]
    assert list(report.FORMATS["line"](Checked(()))) == ["no findings"]


@pytest.mark.parametrize(
    ("fail_on", "findings", "fails"),
    [
        ("error", [ERROR], True),
        ("error", [NOTE], False),
        ("warning", [ERROR], True),
        ("warning", [NOTE], False),
        ("never", [ERROR], False),
        ("error", [], False),
    ],
)
def test_which_findings_fail_a_check(fail_on: str, findings: list[Finding], fails: bool) -> None:
    assert report.fails(findings, fail_on) is fails


def test_a_failure_names_its_place_where_there_is_one() -> None:
    assert report.failure(DuizhaoError("broken", Location("x", 2))) == "x:2: error: broken"
    assert report.failure(DuizhaoError("broken")) == "error: broken"


def test_a_sync_tells_what_a_translator_has_to_look_at() -> None:
    changed = Change(Event.CHANGED, Key("", "新"), Key("", "旧"), ("number-mismatch",))
    results = [
        Synced("t/x.pot", "", (changed,), (), "old", "new"),
        Synced("t/en/x.po", "en", (changed, Change(Event.NEW, Key("", "加"))), (), None, "new"),
        Synced("t/zh/x.po", "zh-Hant", (), (Refresh(Key("", "里"), "裡", "裏", True),), "same", None),
    ]
    assert list(report.synced(results, would=False)) == [
        "t/x.pot: updated: 1 changed",
        "t/en/x.po: made: 1 new, 1 changed",
        "  旧\n  -> 新",
        "     its waiver of number-mismatch was dropped",
        "t/zh/x.po: kept '裡'; the converter now writes '裏'",
    ]
    assert next(report.synced(results[:1], would=True)) == "t/x.pot: would be updated: 1 changed"
    assert list(report.synced(results[2:], would=False))[-1] == "everything is in sync"


def test_a_build_tells_where_the_files_are_and_what_they_lack(tmp_path: Path) -> None:
    results = [
        Built("x", "en", tmp_path / "build/x.html", 2, 1, True),
        Built("x", "en", Path("/elsewhere/x.pdf"), 0, 0, False),
    ]
    assert list(report.built(results, tmp_path)) == [
        "build/x.html: shows the Chinese for 2 untranslated, 1 fuzzy",
        "/elsewhere/x.pdf (unchanged)",
        "2 files, 1 built, 1 unchanged",
    ]


def test_a_text_that_was_brought_in_is_told_with_what_was_done_to_it() -> None:
    texts = [
        Brought("a", "source/a.md", ()),
        Brought("b", "source/b.md", ("converted from GB18030", "titled")),
    ]
    assert list(report.brought(texts)) == [
        "source/a.md: brought in",
        "source/b.md: converted from GB18030; titled",
    ]
