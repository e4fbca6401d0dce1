"""What is kept of each document's check: it holds as long as nothing that it comes from has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.checks import CODES, examine
from pipeline.checks.waivers import apply_waivers
from pipeline.markup import plain
from pipeline.model import Finding, Unit
from pipeline.workspace import examining
from pipeline.workspace.check import check
from pipeline.workspace.folder import Workspace
from pipeline.workspace.unit_rows import dump, load
from tests.test_checks import GLOSSARY, STYLE, entries
from tests.unit.test_check_large import workspace

Check = Callable[..., tuple[list[Finding], int]]
KEPT = ".duizhao/documents"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two documents, a and b, of thirty sentences each."""
    workspace(tmp_path)
    return tmp_path


@pytest.fixture
def found(place: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Checks the workspace; gives the findings and how many units were examined for them."""
    examined: list[Unit] = []
    real = examining.examine
    monkeypatch.setattr(examining, "examine", lambda unit: examined.append(unit) or real(unit))

    def run(*names: str) -> tuple[list[Finding], int]:
        examined.clear()
        return list(check(Workspace.find(place), names)), len(examined)

    return run


def test_units_are_the_same_when_they_come_back() -> None:
    units = [
        Unit(entry, language, GLOSSARY.find(plain(entry.key.text)), STYLE)
        for folder in ("fail", "pass")
        for language, entry in entries(folder)
    ]
    assert len(units) > 70
    for unit in units:
        one = examine(unit)
        line, place = dump([one], GLOSSARY.terms), unit.entry.location
        (back,) = load(line, GLOSSARY.terms, place.path, unit.language, STYLE)
        assert back.findings == one.findings
        assert (back.unit.terms, back.unit.is_english) == (unit.terms, unit.is_english)
        assert list(apply_waivers(back.unit, back.findings, CODES)) == list(
            apply_waivers(unit, one.findings, CODES)
        )
        assert dump([back], GLOSSARY.terms) == line


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_only_a_document_that_changed_is_examined(place: Path, found: Check) -> None:
    first, units = found()
    assert (len(first), units) == (12, 60)  # five numbers and a final newline in each
    assert found() == (first, 0)
    edit(place / "translations/en/b.po", "has 12 businesses", "has 13 businesses")
    more, units = found()
    assert units == 30
    assert [one.target for one in more if one not in first] == ["Place b has 13 businesses."]


def test_it_is_kept_for_each_document_whatever_was_asked_for(
    found: Check,
) -> None:
    one, units = found("a")
    assert units == 30
    both, units = found()
    assert (
        units == 30
        and [finding for finding in both if finding.location.path.endswith(("a.po", "a.md"))] == one
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("duizhao.toml", 'languages = ["en"]\n[check]\nenglish = "us"\n'),
        ("glossary/a.csv", "id,zh_hans,en,kind\nfirm,企业,business,concept\n"),
        ("decisions.csv", "context,zh_hant,zh_hant_hk,decided_by,decided_on,note\n"),
    ],
)
def test_what_all_documents_depend_on_has_all_examined(
    place: Path, found: Check, path: str, text: str
) -> None:
    found()
    (place / path).write_text(text, "utf-8")
    assert found()[1] == 60


@pytest.mark.parametrize("damage", ["cut", "emptied", "altered", "deleted", "another shape"])
def test_what_is_damaged_or_gone_is_made_anew(place: Path, found: Check, damage: str) -> None:
    first, _ = found()
    path = place / KEPT / "a.json"
    text = path.read_text("utf-8")
    head = text.partition("\n")[0]
    bad = {
        "cut": text[:-9],
        "emptied": "",
        "altered": text.replace("家", "户"),
        "another shape": f"{head}\n[]",
    }
    if damage == "deleted":
        path.unlink()
    else:
        path.write_text(bad[damage], "utf-8")
    assert found() == (first, 30)
    assert path.read_text("utf-8") == text


def test_what_was_saved_during_the_check_is_not_taken_for_checked(
    place: Path, found: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = examining.inspect

    def inspect(*args: object) -> object:
        (place / "source/a.md").write_text("另一篇。\n", "utf-8")
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(examining, "inspect", inspect)
    found("a")
    assert not (place / KEPT / "a.json").exists()


def test_a_document_that_is_gone_is_forgotten(place: Path, found: Check) -> None:
    found()
    (place / "source/b.md").unlink()
    found()
    assert [path.name for path in (place / KEPT).iterdir()] == ["a.json"]


def test_where_nothing_may_be_written_nothing_is_kept(place: Path, found: Check) -> None:
    (place / ".duizhao").write_text("a file, where a folder is due")
    assert found() == found()
