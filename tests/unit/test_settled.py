"""A sync of what is settled reads and hashes only, and never takes for settled what is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.formats import po
from pipeline.workspace.folder import Workspace
from pipeline.workspace.sync import sync
from tests.command import duizhao

TEXT = "# 试点\n\n试点先行。企业受益。\n"
MEMORY = ".duizhao/settled.json"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    assert duizhao("init", folder).code == 0
    (folder / "source/x.md").write_text(TEXT, "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    return folder


def works(place: Path, monkeypatch: pytest.MonkeyPatch, **options: bool) -> int:
    """How many catalogs a sync reads as PO files."""
    read: list[str] = []
    parse = po.parse
    with monkeypatch.context() as patch:
        patch.setattr(po, "parse", lambda text, path: read.append(path) or parse(text, path))
        workspace = Workspace.find(place)
        list(sync(workspace, **options))
    assert bool(read) == ("_glossary" in workspace.__dict__), "the glossary is compiled for work alone"
    return len(read)


def test_what_is_settled_is_not_read_as_a_catalog(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert works(place, monkeypatch) == 0
    assert duizhao("-C", place, "sync").out == "everything is in sync\n"


def append(name: str, text: str) -> Callable[[Path], None]:
    def change(place: Path) -> None:
        path = place / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return change


CHANGES = {
    "source": append("source/x.md", "\n又一句。\n"),
    "catalog": append("translations/en/x.po", "# a word\n"),
    "conversion": append("translations/zh_Hant/x.po", "# a word\n"),
    "template": append("translations/templates/x.pot", "# a word\n"),
    "glossary": append("glossary/terms.csv", "1,试点,pilot,policy\n"),
    "another glossary": lambda place: (place / "glossary/more.csv").write_text("id,zh_hans,en,kind\n"),
    "settings": append("duizhao.toml", 'references = "file"\n'),
    "catalog gone": lambda place: (place / "translations/en/x.po").unlink(),
    "memory gone": lambda place: (place / MEMORY).unlink(),
    "memory damaged": lambda place: (place / MEMORY).write_text("[1"),
    "memory of another shape": lambda place: (place / MEMORY).write_text('{"x": 3}'),
    "memory a list": lambda place: (place / MEMORY).write_text("[]"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_is_looked_at(
    place: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    change(place)
    assert works(place, monkeypatch) == 2
    assert works(place, monkeypatch) == 0


def test_another_version_of_the_program_looks_at_all(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.workspace.settled.program", lambda: b"another")
    assert works(place, monkeypatch) == 2


def test_pruning_is_not_settled_by_a_sync_without_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert works(place, monkeypatch, prune=True) == 2
    assert works(place, monkeypatch, prune=True) == 0
    assert works(place, monkeypatch) == 0


def test_a_check_remembers_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append("source/x.md", "\n又一句。\n")(place)
    before = (place / MEMORY).read_bytes()
    assert duizhao("-C", place, "sync", "--check").code == 1
    assert (place / MEMORY).read_bytes() == before
    assert works(place, monkeypatch) == 2
