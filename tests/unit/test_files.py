"""Files: what cannot be read or written is told with its place, and no write is ever half done."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import FileError, FormatError
from pipeline.workspace import files


def test_a_text_comes_back_as_it_was_written(tmp_path: Path) -> None:
    files.write_text(tmp_path / "new" / "x.po", ["一\r\n", "二"], "x.po")
    assert (tmp_path / "new" / "x.po").read_bytes() == "一\r\n二".encode()
    assert files.read_text(tmp_path / "new" / "x.po", "x.po") == "一\r\n二"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "there is no such file"),
        (lambda p: p.mkdir(), "this is a folder, where a file is due"),
        (lambda p: p.symlink_to(p), "too many levels of symbolic links"),
    ],
)
def test_what_is_no_file_is_told(tmp_path: Path, make: object, message: str) -> None:
    make(tmp_path / "x.md")  # type: ignore[operator]
    with pytest.raises(FileError) as caught:
        files.read_text(tmp_path / "x.md", "source/x.md")
    assert str(caught.value) == f"source/x.md: {message}"


def test_a_file_in_a_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(FileError, match="a part of this path is a file"):
        files.read_bytes(tmp_path / "a" / "x.md", "a/x.md")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("好\n第二行坏".encode("gb18030"), "x:1: not UTF-8 (it looks like GB18030): save it as UTF-8"),
        ("一\n".encode() + b"\xed\xa0\x80", "x:2: not UTF-8"),  # a lone surrogate
        ("一".encode("utf-16"), "x:1: not UTF-8 (it looks like UTF-16)"),
        (b"\xff\xff\xff", "x:1: not UTF-8: save it as UTF-8"),
        ("一\n二\0".encode(), "x:2: a NUL character"),
    ],
)
def test_what_is_no_utf8_text_is_told_with_its_line(data: bytes, told: str) -> None:
    with pytest.raises(FormatError) as caught:
        files.decode(data, "x")
    assert str(caught.value).startswith(told)


TEXT = "政策\n试点，AI 2.0\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("gb18030"), "GB18030"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16-LE"),
        (TEXT.encode("utf-16-be"), "UTF-16-BE"),
        (TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8"),
        ("𠀀".encode("gb18030"), "GB18030"),
    ],
)
def test_other_encodings_are_recognised(data: bytes, encoding: str) -> None:
    text, found = files.decode_foreign(data, "x")
    assert found == encoding
    assert text in (TEXT, "𠀀")


@pytest.mark.parametrize("data", [b"\xff", b"\x81", b"a\0b\0c\0\0\0", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        files.decode_foreign(data, "x")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text("old")

    def chunks() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.write_text(tmp_path / "x.po", chunks(), "x.po")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("x.po", "old")]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.po").write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match=r"x\.po: no space left on device"):
        files.write_text(tmp_path / "x.po", ["new"], "x.po")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("x.po", "old")]


def test_a_written_file_has_ordinary_rights_and_keeps_the_rights_it_had(tmp_path: Path) -> None:
    path = tmp_path / "x"
    files.write_text(path, ["1"], "x")
    assert stat.S_IMODE(path.stat().st_mode) & 0o444, "others can read what mkstemp would hide"
    path.chmod(0o640)
    files.write_text(path, ["2"], "x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    files.write_text(tmp_path / "link", ["new"], "link")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text() == "new"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(FileError, match="a/b"):
        files.make_folder(tmp_path / "a" / "b", "a/b")
