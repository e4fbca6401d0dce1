"""The command at work: every command on a small workspace, and how quickly it answers."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.command import duizhao

TEXT = "# 试点\n\n试点先行。补贴15万元。\n"
SLOW = (
    "spacy",
    "starlette",
    "uvicorn",
    "rjieba",
    "typst",
    "opencc",
    "polib",
    "pypinyin",
    "numpy",
    "jinja2",
    "markdown_it",
    "lxml",
    "openpyxl",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    (tmp_path / "x.md").write_text(TEXT, "utf-8")
    assert duizhao("init", folder, tmp_path / "x.md").code == 0
    (folder / "duizhao.toml").write_text('title = "试"\nlanguages = ["en"]\n', "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    return folder


def translate(place: Path, sentence: str, english: str) -> None:
    path = place / "translations/en/x.po"
    text = path.read_text("utf-8")
    empty = f'msgid "{sentence}"\nmsgstr ""'
    assert empty in text
    path.write_text(text.replace(empty, empty[:-1] + english + '"'), "utf-8")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_slow(option: str) -> None:
    code = (
        "import sys; sys.argv = ['duizhao', sys.argv[1]]\n"
        "from pipeline.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('loaded:', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, option], capture_output=True, text=True, check=True)
    loaded = done.stdout.rpartition("loaded:")[2].split()
    assert "typer" in loaded
    assert [name for name in SLOW if name in loaded] == []


def test_help_answers_in_twice_the_time_of_importing_typer() -> None:
    def seconds(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        return time.perf_counter() - start

    # The fastest of many, taken in turn, is what the machine can do when nothing else disturbs it.
    pairs = [(seconds("-m", "pipeline", "--help"), seconds("-c", "import typer")) for _ in range(15)]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    assert ours <= 2 * theirs


def test_every_command_has_help_of_its_own() -> None:
    listed = duizhao("--help").out
    for command in ("init", "add", "sync", "check", "build", "status", "explain", "tidy"):
        assert command in listed
        outcome = duizhao(command, "--help")
        assert outcome.code == 0 and "Usage: duizhao " + command in outcome.out


def test_sync_check_tells_what_would_change_and_changes_nothing(place: Path) -> None:
    assert duizhao("-C", place, "sync", "--check").out == "everything is in sync\n"
    (place / "source/x.md").write_text(TEXT + "\n又一句。\n", "utf-8")
    before = (place / "translations/en/x.po").read_bytes()
    outcome = duizhao("-C", place, "sync", "--check")
    assert outcome.code == 1
    assert "translations/en/x.po: would be updated: 1 new\n" in outcome.out
    assert (place / "translations/en/x.po").read_bytes() == before
    assert "sentence of source/x.md not in this catalog" in duizhao("-C", place, "check").out


def test_a_second_sync_changes_no_byte(place: Path) -> None:
    paths = sorted((place / "translations").rglob("*.po*"))
    before = [path.read_bytes() for path in paths]
    assert duizhao("-C", place, "sync").out == "everything is in sync\n"
    assert [path.read_bytes() for path in paths] == before


def test_check_fails_on_what_is_asked(place: Path) -> None:
    outcome = duizhao("-C", place, "check")
    assert outcome.code == 0 and outcome.out.endswith("3 warnings\n")
    assert duizhao("-C", place, "check", "--fail-on", "warning").code == 1
    assert duizhao("-C", place, "check", "--fail-on", "never").code == 0
    translate(place, "补贴15万元。", "Subsidies of 1.5 million yuan.")
    wrong = duizhao("-C", place, "check", "--format", "json")
    assert wrong.code == 1
    codes = [finding["code"] for finding in json.loads(wrong.out)["findings"]]
    assert sorted(codes) == ["number-mismatch", "untranslated", "untranslated"]


def test_the_workspace_overrules_severities(place: Path) -> None:
    settings = (place / "duizhao.toml").read_text("utf-8")
    (place / "duizhao.toml").write_text(settings + '[check.severity]\nuntranslated = "error"\n', "utf-8")
    assert duizhao("-C", place, "check").code == 1
    (place / "duizhao.toml").write_text(settings + '[check.severity]\nuntranslated = "off"\n', "utf-8")
    assert duizhao("-C", place, "check").out == "no findings\n"
    assert duizhao("-C", place, "check", "--quiet").out == ""


def test_build_makes_every_edition_and_only_what_changed_again(place: Path) -> None:
    first = duizhao("-C", place, "build")
    names = sorted(path.name for path in (place / "build/x").iterdir())
    assert names == [f"x.{e}.{f}" for e in ("en", "parallel", "zh-Hans") for f in ("html", "pdf")]
    assert "7 files, 7 built, 0 unchanged" in first.out
    assert "x.en.html: shows the Chinese for 3 untranslated" in first.out
    again = duizhao("-C", place, "build")
    assert "7 files, 0 built, 7 unchanged" in again.out
    assert "3 untranslated" in again.out, "gaps are told of pages that were not built anew, too"
    (place / "build/x/x.en.html").write_text("broken")
    assert "7 files, 1 built, 6 unchanged" in duizhao("-C", place, "build").out
    translate(place, "试点先行。", "Pilots come first.")
    assert "7 files, 7 built" in duizhao("-C", place, "build").out
    assert "Pilots come first." in (place / "build/x/x.en.html").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(place: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert duizhao("-C", place, "build", "--out", tmp_path / name, "--quiet").out == ""
    one, two = (
        {p.name: p.read_bytes() for p in (tmp_path / name / "x").iterdir()} for name in ("one", "two")
    )
    assert one == two and len(one) == 6


def test_build_makes_what_is_asked_for(place: Path, tmp_path: Path) -> None:
    outcome = duizhao(
        "-C", place, "build", "x", "--edition", "en", "--format", "html", "--out", tmp_path / "elsewhere"
    )
    assert outcome.code == 0
    assert [p.name for p in (tmp_path / "elsewhere/x").iterdir()] == ["x.en.html"]


def test_status_counts_segments_and_findings(place: Path) -> None:
    translate(place, "补贴15万元。", "Subsidies of 1.5 million yuan.")
    rows = [line.split() for line in duizhao("-C", place, "status").out.splitlines() if line.strip()]
    assert " ".join(rows[0]) == ("document done human machine fuzzy turned recut new obsolete findings")
    assert rows[2:] == [
        ["x"],
        ["3", "segs", "10", "汉字"],
        ["en", "33%", "1", "0", "0", "0", "0", "2", "0", "1"],
    ]


def test_status_tells_what_turned_and_what_waits(place: Path) -> None:
    translate(place, "补贴15万元。", "Subsidies of 1.5 million yuan.")
    translate(place, "试点先行。", "Pilots first.")
    source = place / "source/x.md"
    source.write_text(
        source.read_text("utf-8").replace("试点先行。", "").replace("15万元", "18万元"), "utf-8"
    )
    assert duizhao("-C", place, "sync").code == 0
    (row,) = json.loads(duizhao("-C", place, "status", "--format", "json").out)["rows"]
    assert (row["slug"], row["language"], row["fuzzy"], row["turned"], row["obsolete"]) == (
        "x",
        "en",
        1,
        1,
        1,
    )


def test_explain_tells_of_every_code() -> None:
    from pipeline.checks import CODES

    for name, code in CODES.items():
        told = duizhao("explain", name)
        assert told.code == 0 and told.out.startswith(f"{name}: {code.title}")
        assert (f"duizhao: ignore {name} --" in told.out) == code.waivable


def test_explain_lists_every_code_where_none_is_named() -> None:
    from pipeline.checks import CODES

    lines = duizhao("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(CODES)
    for line in lines:
        code = CODES[line.split()[0]]
        assert line.split()[1] == str(code.severity) and line.endswith(f"  {code.title}")


def test_a_report_can_go_into_a_file(place: Path, tmp_path: Path) -> None:
    outcome = duizhao("-C", place, "check", "--format", "json", "--out", tmp_path / "new/r.json")
    assert (outcome.code, outcome.out) == (0, f"{tmp_path / 'new/r.json'}: 3 warnings\n")
    assert json.loads((tmp_path / "new/r.json").read_text("utf-8"))["counts"]["warning"] == 3
    refused = duizhao("-C", place, "check", "--out", tmp_path / "new")
    assert refused.code == 2 and "this is a folder" in refused.err


def test_a_pipe_gets_lines_and_text_only_where_it_is_asked_for(place: Path) -> None:
    lines = duizhao("-C", place, "check").out
    assert lines == duizhao("-C", place, "check", "--format", "line").out
    text = duizhao("-C", place, "check", "--format", "text").out
    assert text.startswith("translations/en/x.po\n") and "\x1b" not in text


@pytest.mark.parametrize(
    ("variables", "colours"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_text_in_its_width_and_in_colours_that_can_be_declined(
    place: Path, variables: dict[str, str], colours: bool
) -> None:
    translate(place, "补贴15万元。", "Subsidies of 1.5 million yuan " + "and more " * 20)
    ours, theirs = pty.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "COLUMNS": "60",
        **variables,
    }
    command = [sys.executable, "-m", "pipeline", "-C", str(place), "check"]
    process = subprocess.Popen(command, stdout=theirs, env=environment)
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):  # what a terminal says when the last writer has gone
        while some := os.read(ours, 4096):
            told += some
    assert process.wait() == 1
    os.close(ours)
    text = told.decode()
    assert ("\x1b[" in text) is colours
    lines = re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()
    assert lines[0] == "translations/en/x.po" and "      zh  补贴15万元。" in lines
    assert max(map(cell_len, lines)) <= 60


def test_init_takes_texts_and_its_result_runs_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("题目\n正文。", "utf-8")
    outcome = duizhao("init", tmp_path / "w", tmp_path / "a.txt")
    assert "the first line is its title" in outcome.out
    for command in ("sync", "check", "status"):
        assert duizhao("-C", tmp_path / "w", command).code == 0
    assert duizhao("-C", tmp_path / "w", "build", "--format", "html").code == 0


def test_prune_drops_what_is_obsolete(place: Path) -> None:
    translate(place, "试点先行。", "Pilots come first.")
    (place / "source/x.md").write_text("# 试点\n", "utf-8")
    assert "1 obsolete" in duizhao("-C", place, "sync").out
    assert "#~ msgid" in (place / "translations/en/x.po").read_text("utf-8")
    assert duizhao("-C", place, "sync", "--prune").code == 0
    assert "#~" not in (place / "translations/en/x.po").read_text("utf-8")
