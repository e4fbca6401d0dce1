"""Deciding a doubt, a person's strings and their signatures, and conversions that are remembered."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import duizhao

SENTENCE = "大军征西域。"
TAIWAN_PO = "translations/zh_Hant/x.po"


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in sync, made once: its conversions are known to every copy."""
    folder = tmp_path_factory.mktemp("synced")
    (folder / "source").mkdir()
    (folder / "source/x.md").write_text(f"# 题\n\n{SENTENCE}这里是**谁干**？\n", "utf-8")
    (folder / "duizhao.toml").write_text('languages = ["zh-Hant", "zh-Hant-HK"]\n', "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    return folder


@pytest.fixture
def place(synced: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(synced, tmp_path / "place"))


def decide(place: Path, *arguments: str) -> str:
    done = duizhao("-C", place, "decide", *arguments, "--by", "Chen Li")
    assert done.err == "" or done.code == 2
    return done.out + done.err


def edit(place: Path, path: str, before: str, after: str) -> None:
    text = (place / path).read_text("utf-8")
    assert text.count(before) == 1
    (place / path).write_text(text.replace(before, after), "utf-8")


def test_a_decision_ends_the_doubt_in_both_regions_and_is_kept_with_who_and_when(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert duizhao("-C", place, "check").out.count("大军[征]西域") == 2
    assert decide(place, "大军[征]西域", "徵").startswith(
        "decisions.csv: 大军[征]西域 is 徵, in 1 sentence\n"
    )
    assert (place / "decisions.csv").read_text("utf-8").splitlines()[
        1
    ] == "大军[征]西域,徵,,Chen Li,2026-01-01,"
    assert duizhao("-C", place, "sync").out.count("大軍[-征-]{+徵+}西域。") == 2
    assert "大军[征]西域" not in duizhao("-C", place, "check").out


def test_a_decision_for_one_region_leaves_the_other_and_keeps_what_was_decided_there(place: Path) -> None:
    decide(place, "这里[是]谁", "係", "--language", "zh-Hant-HK")
    decide(place, "这里[是]谁", "是", "--language", "zh-Hant")
    assert (place / "decisions.csv").read_text("utf-8").splitlines()[1].startswith("这里[是]谁,是,係,")
    duizhao("-C", place, "sync")
    assert "這裏係**誰" in (place / "translations/zh_Hant_HK/x.po").read_text("utf-8")
    assert "這裡是**誰" in (place / TAIWAN_PO).read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["大军征西域", "征"], "put the word in square brackets"),
        (["小军[征]西域", "征"], "no sentence in source/ has these words"),
        (["大军[征]西域", " "], "the form is empty"),
        (["大军[征]西域", "征\n"], "the form is empty, or no text on one line"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_written(
    place: Path, arguments: list[str], message: str
) -> None:
    assert message in decide(place, *arguments)
    assert not (place / "decisions.csv").exists()


def test_a_region_without_an_edition_cannot_be_decided_for(place: Path) -> None:
    (place / "duizhao.toml").write_text('languages = ["zh-Hant"]\n', "utf-8")
    assert "no edition zh-Hant-HK" in decide(place, "大军[征]西域", "征", "--language", "zh-Hant-HK")
    (place / "duizhao.toml").write_text('languages = ["en"]\n', "utf-8")
    assert "has no Traditional edition" in decide(place, "大军[征]西域", "征")


def test_who_decides_is_taken_from_git_or_asked_for(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(place / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(place.parent))
    done = duizhao("-C", place, "decide", "大军[征]西域", "征")
    assert done.code == 2 and "say who decides with --by NAME" in done.err
    (place / "gitconfig").write_text("[user]\n name = Li Wei\n", "utf-8")
    assert duizhao("-C", place, "decide", "大军[征]西域", "征").code == 0
    assert ",Li Wei," in (place / "decisions.csv").read_text("utf-8")


def test_a_persons_string_is_signed_from_the_header_kept_and_asked_nothing(place: Path) -> None:
    edit(place, TAIWAN_PO, '"Last-Translator: \\n"', '"Last-Translator: Chen Li <c@example.org>\\n"')
    edit(place, TAIWAN_PO, 'msgstr "大軍征西域。"', 'msgstr "大軍西征。"')
    duizhao("-C", place, "sync")
    text = (place / TAIWAN_PO).read_text("utf-8")
    assert text.count("#. reviewed: Chen Li <c@example.org>, ") == 1
    assert f"{TAIWAN_PO}" not in "".join(
        line for line in duizhao("-C", place, "check").out.splitlines() if "征" in line
    )
    decide(place, "大军[征]西域", "徵")
    told = duizhao("-C", place, "sync").out
    assert f"{TAIWAN_PO}: kept '大軍西征。'; the converter now writes '大軍徵西域。'" in told
    assert "大軍西征。" in (place / TAIWAN_PO).read_text("utf-8")
    assert duizhao("-C", place, "sync").out == "everything is in sync\n"


def test_an_emptied_string_goes_back_to_the_machine(place: Path) -> None:
    signed = '#. reviewed: Chen Li, 2026-01-01\nmsgid "大军征西域。"'
    edit(place, TAIWAN_PO, 'msgid "大军征西域。"', signed)
    edit(place, TAIWAN_PO, 'msgstr "大軍征西域。"', 'msgstr ""')
    duizhao("-C", place, "sync")
    text = (place / TAIWAN_PO).read_text("utf-8")
    assert "大軍征西域。" in text and "reviewed" not in text


def test_words_of_the_settings_are_one_word(place: Path) -> None:
    (place / "source/x.md").write_text("# 题\n\n见于山里发。\n", "utf-8")
    (place / "duizhao.toml").write_text('languages = ["zh-Hant"]\n[edition]\nwords = ["里发"]\n', "utf-8")
    duizhao("-C", place, "sync")
    assert "山裡發" in (place / TAIWAN_PO).read_text("utf-8")


def test_known_text_is_checked_without_a_dictionary(place: Path) -> None:
    code = (
        "import sys; from tests.command import duizhao; print(duizhao('-C', sys.argv[1], 'check').out);"
        "print('loaded', 'rjieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True
    )
    assert "[hant-ambiguous]" in done.stdout
    assert done.stdout.endswith("loaded False\n")


@pytest.mark.parametrize("damage", ["", "[]", '{"x": {"y": "z"}}', '{"x": [1]}', "\0"])
def test_a_damaged_memory_is_made_anew(place: Path, damage: str) -> None:
    memory = place / ".duizhao/conversions.json"
    before = json.loads(memory.read_text("utf-8"))
    memory.write_text(damage, "utf-8")
    assert duizhao("-C", place, "check").out.count("[hant-ambiguous]") == 4
    assert json.loads(memory.read_text("utf-8")) == before
