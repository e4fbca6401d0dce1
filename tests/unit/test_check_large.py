"""A check of many entries, divided among processes, finds what one process finds."""

from pathlib import Path

import pytest

from pipeline.workspace import examining
from pipeline.workspace.check import check
from pipeline.workspace.folder import Workspace

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def workspace(folder: Path) -> Workspace:
    """Two documents of thirty sentences; every fifth English sentence has a wrong number, one has a waiver."""
    (folder / "duizhao.toml").write_text('languages = ["en"]\n', "utf-8")
    for name in ("source", "translations/en", "glossary"):
        (folder / name).mkdir(parents=True)
    for slug in ("a", "b"):
        numbers = range(10, 40)
        source = "\n\n".join(f"{slug}地有企业{n}家。" for n in numbers)
        entries = (
            f'msgid "{slug}地有企业{n}家。"\nmsgstr "Place {slug} has {n if n % 5 else n + 1} businesses."\n'
            for n in numbers
        )
        waived = ("# duizhao: ignore number-mismatch -- a new count\n" if n == 20 else "" for n in numbers)
        text = "\n".join(f"{waiver}{entry}" for waiver, entry in zip(waived, entries, strict=True))
        (folder / "source" / f"{slug}.md").write_text(source, "utf-8")
        (folder / "translations" / "en" / f"{slug}.po").write_text(HEADER + text, "utf-8")
    return Workspace.find(folder)


def test_slices_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = workspace(tmp_path)
    whole = list(check(place))
    monkeypatch.setattr(examining, "SLICE", 3)
    assert list(check(place)) == whole
    assert [f"{f.location} {f.code}" for f in whole if f.location.path.endswith("a.po")] == [
        f"translations/en/a.po:{line} number-mismatch" for line in (4, 19, 50, 65, 80)
    ]
