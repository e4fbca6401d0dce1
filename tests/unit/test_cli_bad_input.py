"""Bad input: a clear message with its place, exit 2 or a finding, nothing lost, never a traceback."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import Outcome, duizhao

TEXT = "# 试点\n\n试点先行。企业受益。\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with one document, in English alone, synced."""
    folder = tmp_path / "place"
    assert duizhao("init", folder).code == 0
    (folder / "duizhao.toml").write_text('title = "试"\nlanguages = ["en"]\nformats = ["html"]\n', "utf-8")
    (folder / "source/x.md").write_text(TEXT, "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    """The files of a workspace, but for what the tool remembers."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    found = {str(path.relative_to(folder)): path.read_bytes() for path in paths}
    return {name: data for name, data in found.items() if not name.startswith(".duizhao/")}


def told(outcome: Outcome, code: int, *words: str) -> None:
    said = outcome.out + outcome.err
    assert outcome.code == code, said
    assert "Traceback" not in said
    for word in words:
        assert word in said


@pytest.mark.parametrize("command", ["sync", "check", "build", "status"])
def test_outside_a_workspace(tmp_path: Path, command: str) -> None:
    told(duizhao("-C", tmp_path, command), 2, "no duizhao.toml here or above")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    told(duizhao("-C", tmp_path / "none", "sync"), 2, "there is no such folder")


def test_a_workspace_is_found_from_any_folder_inside_it(place: Path) -> None:
    told(duizhao("-C", place / "translations" / "en", "sync", "--check"), 0, "everything is in sync")


@pytest.mark.parametrize("command", ["sync", "check", "build", "status"])
def test_a_document_that_is_not_there(place: Path, command: str) -> None:
    told(duizhao("-C", place, command, "y"), 2, "no document 'y' in source/ (there are: x)")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "--edition", "fr"), "no edition 'fr' here (there are: zh-Hans, en, parallel)"),
        (("build", "--format", "doc"), "no format 'doc' here"),
        (("explain", "term-mising"), "no finding has the code 'term-mising'; did you mean term-missing?"),
        (("explain", "zzz"), "there are: "),
        (("check", "--format", "xml"), "Invalid value"),
        (("nonsense",), "No such command"),
    ],
)
def test_words_that_name_nothing(place: Path, arguments: tuple[str, ...], message: str) -> None:
    told(duizhao("-C", place, *arguments), 2, message)


SOURCES = {
    "gb18030": (
        "# 试点\n\n试点先行。".encode("gb18030"),
        "source/x.md:1: error: not UTF-8 (it looks like GB18030)",
    ),
    "utf-16": (TEXT.encode("utf-16"), "source/x.md:1: error: not UTF-8 (it looks like UTF-16)"),
    "lone surrogate": (TEXT.encode() + b"\xed\xa0\x80", "source/x.md:4: error: not UTF-8"),
    "NUL": (TEXT.encode() + b"\0", "source/x.md:4: error: a NUL character"),
    "front matter": (
        b"---\ntitle: [\n---\n",
        "source/x.md:2: error: the front matter cannot be read",
    ),
}


@pytest.mark.parametrize(("data", "message"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_that_cannot_be_read(place: Path, data: bytes, message: str) -> None:
    (place / "source/x.md").write_bytes(data)
    before = everything(place)
    told(duizhao("-C", place, "sync"), 2, message)
    told(duizhao("-C", place, "build"), 2, message)
    told(duizhao("-C", place, "check"), 1, message, "[file-broken]")
    after = everything(place)
    assert {name: data for name, data in after.items() if not name.startswith("build/")} == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
        "# 试点\n\n试点\u2028先行。\u0085企业。\n".encode(),
    ],
    ids=["empty", "blank", "BOM", "CRLF", "no final newline", "line separators"],
)
def test_an_odd_source_goes_all_the_way(place: Path, data: bytes) -> None:
    (place / "source/x.md").write_bytes(data)
    told(duizhao("-C", place, "sync"), 0)
    told(duizhao("-C", place, "sync", "--check"), 0, "everything is in sync")
    told(duizhao("-C", place, "check"), 0)
    told(duizhao("-C", place, "build"), 0)
    assert (place / "source/x.md").read_bytes() == data


def test_an_empty_source_is_told(place: Path) -> None:
    (place / "source/x.md").write_bytes(b"")
    told(duizhao("-C", place, "check"), 0, "source/x.md:1: warning", "[source-empty]")


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOGS = {
    "unclosed msgid": (
        HEADER + 'msgid "试点\nmsgstr ""\n',
        "translations/en/x.po:5: error: the string is not closed",
    ),
    "duplicate": (
        HEADER + 'msgid "试"\nmsgstr "1"\n\nmsgid "试"\nmsgstr "2"\n',
        "x.po:8: error: the msgid of line 5",
    ),
    "unquoted line": (HEADER + 'msgid "试"\nmsgstr\n', "x.po:6: error: the string is not closed, not opened"),
    "conflict": (HEADER + '<<<<<<< a\nmsgid "试"\nmsgstr "1"\n', "x.po:5: error: a merge conflict"),
    "wrong charset": (HEADER.replace("UTF-8", "GB18030"), "x.po:3: error: the header says charset=GB18030"),
    "gb18030": ((HEADER + 'msgid "试"\nmsgstr ""\n').encode("gb18030"), "x.po:5: error: not UTF-8"),
}


@pytest.mark.parametrize(("text", "message"), CATALOGS.values(), ids=CATALOGS.keys())
def test_a_broken_catalog_is_left_alone(place: Path, text: str | bytes, message: str) -> None:
    (place / "translations/en/x.po").write_bytes(text if isinstance(text, bytes) else text.encode())
    before = everything(place)
    told(duizhao("-C", place, "sync"), 2, message)
    told(duizhao("-C", place, "build"), 2, message)
    told(duizhao("-C", place, "check"), 1, message)
    told(duizhao("-C", place, "status"), 0, "x")
    after = everything(place)
    assert {name: data for name, data in after.items() if not name.startswith("build/")} == before
    assert "build/x/x.en.html" not in after


@pytest.mark.parametrize("text", ["", "\n", 'msgid "试点先行。"\nmsgstr "Pilots come first."\n'])
def test_a_catalog_without_a_header_gets_one_and_keeps_what_it_has(place: Path, text: str) -> None:
    path = place / "translations/en/x.po"
    path.write_text(text, "utf-8")
    told(duizhao("-C", place, "sync"), 0, "translations/en/x.po: updated")
    written = path.read_text("utf-8")
    assert '"Language: en\\n"' in written and written.count('msgid ""') == 1
    assert ("Pilots come first." in written) == ("Pilots" in text)
    told(duizhao("-C", place, "sync", "--check"), 0, "everything is in sync")


GLOSSARIES = {
    "missing column": "id,zh_hans,en\n1,试点,pilot\n",
    "wrong field count": "id,zh_hans,en,kind\n1,试点,pilot,policy,more,and more\n",
    "duplicate id": "id,zh_hans,en,kind\n1,试点,pilot,policy\n1,先行,first,policy\n",
    "nothing": "",
    "not UTF-8": "id,zh_hans,en,kind\n1,试点,pilot,policy\n".encode("gb18030"),
}


@pytest.mark.parametrize("text", GLOSSARIES.values(), ids=GLOSSARIES.keys())
def test_a_broken_glossary_is_told_with_its_line(place: Path, text: str | bytes) -> None:
    (place / "glossary/terms.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    told(duizhao("-C", place, "check"), 1, "glossary/terms.csv:")


def test_broken_settings(place: Path) -> None:
    (place / "duizhao.toml").write_text("titel = 1")
    told(duizhao("-C", place, "check"), 2, "duizhao.toml:1: error: there is no setting `titel`")


def test_two_documents_of_one_name(place: Path) -> None:
    (place / "source/X.md").write_text(TEXT)
    told(duizhao("-C", place, "sync"), 2, "two documents of one name")


@pytest.mark.parametrize("name", ["a\x07b", "a\u202eb", "-x"])
def test_a_source_whose_name_cannot_be_a_documents(place: Path, name: str) -> None:
    (place / f"source/{name}.md").write_text(TEXT)
    told(duizhao("-C", place, "sync"), 2, "cannot be a document's name")


@pytest.mark.parametrize("name", ["../x", "a/b", "..", ".x", "", " ", "a\nb", "a\\b", "x" * 200])
def test_a_name_that_would_leave_the_folder(place: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "t.txt").write_text("试点。")
    before = everything(tmp_path)
    told(duizhao("-C", place, "add", tmp_path / "t.txt", "--name", name), 2, "cannot be a document's name")
    assert everything(tmp_path) == before


def text(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


BROUGHT = {
    "missing": (lambda folder: folder / "none.txt", "there is no such file"),
    "folder": (lambda folder: folder, "this is a folder, where a file is due"),
    "folder like a file": (lambda folder: (folder / "d.md").mkdir() or folder / "d.md", "this is a folder"),
    "empty": (text("e.txt", b""), "the file is empty"),
    "only spaces": (text("s.txt", b" \n\n"), "the file is empty"),
    "unknown kind": (text("x.xyz", b"a"), "no reader for .xyz"),
    "no text": (text("n.txt", b"\xff\xfe\x00"), "error"),
    "NUL": (text("z.txt", b"\0\0\0\0"), "error"),
    "name taken": (text("x.txt", "试点。".encode()), "there is a document 'x' already"),
}


@pytest.mark.parametrize(("make", "message"), BROUGHT.values(), ids=BROUGHT.keys())
def test_a_text_that_cannot_be_brought_in(
    place: Path, tmp_path: Path, make: Callable[[Path], Path], message: str
) -> None:
    path = make(tmp_path)
    before = everything(place)
    told(duizhao("-C", place, "add", path), 2, message)
    assert everything(place) == before


def test_one_bad_text_keeps_all_of_them_out(place: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("试点。")
    before = everything(place)
    told(
        duizhao("-C", place, "add", tmp_path / "good.txt", tmp_path / "none.txt"), 2, "there is no such file"
    )
    assert everything(place) == before


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_other_encodings_are_converted_with_a_word_about_it(
    place: Path, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "t.txt").write_bytes("标题\r\n试点先行，AI。".encode(encoding))
    outcome = duizhao("-C", place, "add", tmp_path / "t.txt")
    told(outcome, 0, "source/t.md: ")
    assert ("converted from" in outcome.out) == (encoding != "utf-8-sig")
    assert (place / "source/t.md").read_bytes() == "# 标题\n\n试点先行，AI。\n".encode()


def test_a_name_for_several_texts(place: Path, tmp_path: Path) -> None:
    told(
        duizhao("-C", place, "add", tmp_path / "a.txt", tmp_path / "b.txt", "--name", "c"),
        2,
        "--name names one",
    )


def test_init_refuses_a_workspace_and_a_file(place: Path, tmp_path: Path) -> None:
    told(duizhao("init", place), 2, "there is a duizhao.toml already")
    (tmp_path / "file").write_text("x")
    told(duizhao("init", tmp_path / "file"), 2, "this is a file, where a folder is due")


def test_a_system_that_forbids_writing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "source/x.md").write_text(TEXT + "\n又一句。\n")
    before = everything(place)

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(tempfile, "mkstemp", forbidden)
    for command in ("sync", "build"):
        told(duizhao("-C", place, command), 2, "error: permission denied")
    assert everything(place) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_no_permission_to_write(place: Path) -> None:
    (place / "build").mkdir()
    (place / "build").chmod(0o500)
    told(duizhao("-C", place, "build"), 2, "permission denied")


def test_a_file_in_the_place_of_the_build_folder(place: Path) -> None:
    (place / "build").write_text("x")
    told(duizhao("-C", place, "build"), 2, "is a file, where a folder is due")


def test_a_catalog_that_someone_saves_during_a_sync_is_not_overwritten(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.workspace import sync

    (place / "source/x.md").write_text(TEXT + "\n又一句。\n")
    path = place / "translations/en/x.po"
    template = (place / "translations/templates/x.pot").read_text()

    def save() -> str:
        path.write_text(path.read_text() + "# saved meanwhile\n")
        return "2026-01-01 00:00+0000"

    monkeypatch.setattr(sync, "clock", save)
    outcome = duizhao("-C", place, "sync")
    told(outcome, 2, "translations/en/x.po: error: changed while it was being synced")
    assert path.read_text().endswith("# saved meanwhile\n")
    assert (place / "translations/templates/x.pot").read_text() == template, (
        "all of the sync waits, not a part"
    )


def test_an_editor_that_saves_while_a_sync_runs_loses_nothing(place: Path) -> None:
    """A real race: wherever the save falls, it is read, or the sync refuses, or it comes last."""
    path = place / "translations/en/x.po"
    for round_ in range(4):
        (place / "source/x.md").write_text(TEXT + "\n\n".join(f"第{n}句，{round_}。" for n in range(400)))
        command = [sys.executable, "-m", "pipeline", "-C", str(place), "sync"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        mark = f"# saved in round {round_}\n"
        while process.poll() is None and mark not in path.read_text():
            time.sleep(0.15 * (round_ + 1))
            saved = path.with_suffix(".tmp")
            saved.write_text(path.read_text() + mark)
            saved.replace(path)
        said, _ = process.communicate(timeout=60)
        assert process.returncode in (0, 2) and "Traceback" not in said
        assert mark in path.read_text()
        assert process.returncode == 0 or "changed while it was being synced" in said
    told(duizhao("-C", place, "sync"), 0)
    assert "# saved in round 3" in path.read_text()


def test_an_interrupted_build_leaves_whole_files(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.workspace import build

    told(duizhao("-C", place, "build"), 0)
    before = everything(place / "build")
    (place / "source/x.md").write_text(TEXT + "\n又一句。\n")

    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setitem(build.WRITERS, "html", interrupted)
    outcome = duizhao("-C", place, "build")
    assert outcome.code not in (0, 1) and "Traceback" not in outcome.err
    assert everything(place / "build") == before


@pytest.mark.parametrize("delay", [0.1, 0.3, 0.6, 1.0, 1.5])
@pytest.mark.parametrize("command", ["sync", "build"])
def test_an_interruption_at_any_moment_leaves_whole_files_and_no_traceback(
    place: Path, command: str, delay: float
) -> None:
    settings = (place / "duizhao.toml").read_text().replace('["en"]', '["zh-Hant", "zh-Hant-HK", "en"]')
    (place / "duizhao.toml").write_text(settings.replace('["html"]', '["html", "pdf"]'))
    (place / "source/x.md").write_text("# 试点\n\n" + "\n\n".join(f"第{n}批试点先行。" for n in range(200)))
    if command == "build":
        told(duizhao("-C", place, "sync"), 0)
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "-C", str(place), command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    time.sleep(delay)
    # As a terminal does, to every process of the group.
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    if delay > 0.2:  # before, Python itself may still be starting
        assert "Traceback" not in said
    assert [
        path for path in place.rglob(".*") if path.name not in (".duizhao", ".duizhao.json", ".gitignore")
    ] == []
    for command_again in ("sync", "build"):
        told(duizhao("-C", place, command_again), 0)
    for path in (place / "build/x").iterdir():
        assert path.read_bytes().rstrip().endswith((b"</html>", b"%%EOF"))
