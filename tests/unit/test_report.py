"""Reports: findings and results in words."""

import json
from pathlib import Path

import pytest

from pipeline import report
from pipeline.errors import DuizhaoError
from pipeline.model import Finding, Key, Location, Severity
from pipeline.report.diff import Part, diff, inline
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


TURNED = Change(
    Event.CHANGED,
    Key("", "企业可以收费。"),
    Key("", "企业不得收费。"),
    ("number-mismatch",),
    "不得 -> 可以",
    references=("source/x.md:3",),
)
PARTS = [
    Change(Event.CHANGED, Key("", text), Key("", "甲报批，乙备案。"), story="1 sentence became 2")
    for text in ("甲报批。", "乙备案。")
]
RESULTS = [
    Synced("t/x.pot", "", (), (), "old", "new"),
    Synced("t/en/x.po", "en", (TURNED, *PARTS, Change(Event.NEW, Key("", "加"))), (), "old", "new"),
    Synced("t/en/y.po", "en", (Change(Event.OBSOLETE, Key("", "旧" * 40)),), (), "old", "new"),
    Synced("t/zh/x.po", "zh-Hant", (), (Refresh(Key("", "里"), "裡", "裏", True),), "same", None),
]


def test_a_sync_tells_what_a_translator_has_to_look_at() -> None:
    assert list(report.synced(RESULTS, would=False)) == [
        "t/x.pot: updated",
        "t/en/x.po: updated: 1 new, 3 changed (1 may have turned, 2 cut anew)",
        "  source/x.md:3: the sense may have turned: 不得 -> 可以",
        "    企业[-不得-]{+可以+}收费。",
        "    its waiver of number-mismatch was dropped",
        "  1 sentence became 2",
        "    甲报批[-，-]{+。+}乙备案。",
        "t/en/y.po: updated: 1 obsolete",
        f"  obsolete: {'旧' * 35}…",
        "t/zh/x.po: kept '裡'; the converter now writes '裏'",
    ]
    assert next(report.synced(RESULTS[:1], would=True)) == "t/x.pot: would be updated"
    assert list(report.synced(RESULTS[3:], would=False))[-1] == "everything is in sync"


def test_a_sync_in_json_has_every_change() -> None:
    told = json.loads("".join(report.synced_json(RESULTS, would=True)))
    assert (told["version"], told["would"]) == (report.SYNC_VERSION, True)
    assert [catalog["change"] for catalog in told["catalogs"]] == ["updated"] * 3 + [None]
    english = told["catalogs"][1]
    assert english["counts"] | {"new": 1, "changed": 3, "turned": 1, "recut": 2} == english["counts"]
    assert english["changes"][0] == {
        "event": "changed",
        "source": "企业可以收费。",
        "context": "",
        "before": "企业不得收费。",
        "diff": [["kept", "企业"], ["removed", "不得"], ["added", "可以"], ["kept", "收费。"]],
        "sense": "不得 -> 可以",
        "recut": "",
        "dropped_waivers": ["number-mismatch"],
        "references": ["source/x.md:3"],
    }
    assert told["catalogs"][3]["kept"] == [{"source": "里", "kept": "裡", "converted": "裏"}]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("补贴15万元。", "补贴18万元。", "补贴[-15-]{+18+}万元。"),
        ("用AI模型。", "用BI模型。", "用[-AI-]{+BI+}模型。"),
        ("每年更新。", "每半年更新。", "每{+半+}年更新。"),
        ("应当报批。", "报批。", "[-应当-]报批。"),
        ("甲是乙。", "丙是丁。", "[-甲是乙-]{+丙是丁+}。"),
        ("同" * 60 + "甲。", "同" * 60 + "乙。", "…" + "同" * 12 + "[-甲-]{+乙+}。"),
        ("一样。", "一样。", "一样。"),
        ("a\x1b[31m甲", "a\x1b[31m乙", "a\ufffd[31m[-甲-]{+乙+}"),
    ],
)
def test_a_change_is_shown_within_its_sentence(before: str, after: str, shown: str) -> None:
    assert inline(before, after) == shown


@pytest.mark.parametrize(
    ("before", "after"), [("甲乙丙丁", "乙丁丙"), ("", "新"), ("旧", ""), ("1.5万", "1.6亿")]
)
def test_the_pieces_of_a_change_give_both_wordings(before: str, after: str) -> None:
    pieces = diff(before, after)
    assert "".join(text for part, text in pieces if part is not Part.ADDED) == before
    assert "".join(text for part, text in pieces if part is not Part.REMOVED) == after


def test_a_change_in_colour_needs_no_brackets() -> None:
    assert inline("甲", "乙", colour=True) == "\x1b[31;9m甲\x1b[0m\x1b[32;4m乙\x1b[0m"


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
