"""Baselines: what was found when one was written fails no check, and what is gone is told."""

from pathlib import Path

import pytest

from tests.command import Outcome, duizhao

WRONG = [(15, 25), (16, 26), (17, 27)]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    sentences = [f"补贴{right}万元。" for right, _ in WRONG]
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text("\n\n".join(sentences) + "\n", "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\n')
    assert duizhao("-C", tmp_path, "sync").code == 0
    for (_, wrong), sentence in zip(WRONG, sentences, strict=True):
        edit(tmp_path, f'"{sentence}"\nmsgstr ""', f'"{sentence}"\nmsgstr "Aid of {wrong}0,000 yuan."')
    assert duizhao("-C", tmp_path, "check", "--write-baseline", tmp_path / "b.json").code == 0
    return tmp_path


def edit(place: Path, old: str, new: str) -> None:
    path = place / "translations/en/x.po"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def against(place: Path, *more: str) -> Outcome:
    return duizhao("-C", place, "check", *more, "--baseline", place / "b.json")


def test_what_is_known_fails_nothing(place: Path) -> None:
    assert duizhao("-C", place, "check").code == 1
    assert against(place) == Outcome(0, "no findings (3 known)\n", "")


def test_lines_may_move_and_other_entries_change(place: Path) -> None:
    edit(place, 'msgid "补贴15万元。"', '# a remark\n# of two lines\nmsgid "补贴15万元。"')
    source = place / "source/x.md"
    source.write_text("# 题\n\n" + source.read_text("utf-8"), "utf-8")
    assert duizhao("-C", place, "sync").code == 0
    outcome = against(place)
    assert outcome.code == 0 and outcome.out.endswith("1 warning (3 known)\n")


def test_a_new_mistake_fails_and_a_mended_one_is_told_as_gone(place: Path) -> None:
    edit(place, "260,000", "990,000")
    outcome = against(place)
    assert outcome.code == 1
    assert "error: 16万元 (160,000) is not in the English; found 990,000 yuan" in outcome.out
    assert "b.json:3: note: number-mismatch of translations/en/x.po is found no longer" in outcome.out
    assert outcome.out.endswith("1 error, 1 note (2 known)\n")


def test_what_is_gone_is_told_only_of_the_whole_corpus_and_has_its_severity(place: Path) -> None:
    edit(place, "260,000", "160,000")
    assert "found no longer" in against(place).out
    assert against(place, "x").out == "no findings (2 known)\n"
    (place / "duizhao.toml").write_text('languages = ["en"]\n[check.severity]\nbaseline-stale = "error"\n')
    assert against(place).code == 1
    (place / "duizhao.toml").write_text('languages = ["en"]\n[check.severity]\nbaseline-stale = "off"\n')
    assert against(place).out == "no findings (2 known)\n"


def test_of_more_alike_than_were_known_the_rest_is_new(place: Path) -> None:
    (place / "source/y.md").write_bytes((place / "source/x.md").read_bytes())
    po = place / "translations/en/x.po"
    (place / "translations/en/y.po").write_bytes(po.read_bytes())
    assert against(place).out.endswith("3 errors (3 known)\n")


def test_the_settings_can_name_it(place: Path) -> None:
    (place / "duizhao.toml").write_text('languages = ["en"]\n[check]\nbaseline = "b.json"\n')
    assert duizhao("-C", place, "check").out == "no findings (3 known)\n"
    (place / "b.json").unlink()
    outcome = duizhao("-C", place, "check")
    assert (outcome.code, outcome.err) == (2, "b.json: error: there is no such file\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"version": 1,\n"findings": [', "b.json:2: error: no valid JSON, so no baseline"),
        ("[]", "b.json:1: error: no baseline of version 1"),
        ('{"version": 9, "findings": []}', "b.json:1: error: no baseline of version 1"),
        (
            '{"version": 1, "findings": [{"code": "fuzzy"}]}',
            "b.json:1: error: a finding of the baseline lacks",
        ),
        ('{"version": 1, "findings": 3}', "b.json:1: error: a finding of the baseline lacks"),
    ],
)
def test_a_broken_baseline_is_told_with_its_line(place: Path, text: str, told: str) -> None:
    (place / "b.json").write_text(text)
    outcome = against(place)
    assert outcome.code == 2 and outcome.err.startswith(told)


@pytest.mark.parametrize("more", [["x"], ["--watch"], ["--baseline", "b.json"]])
def test_a_baseline_is_written_of_the_whole_and_by_itself(place: Path, more: list[str]) -> None:
    before = (place / "b.json").read_bytes()
    outcome = duizhao("-C", place, "check", *more, "--write-baseline", place / "b.json")
    assert outcome.code == 2 and "whole corpus" in outcome.err
    assert (place / "b.json").read_bytes() == before
