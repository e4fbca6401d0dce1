"""The memory of annotations: it answers for a sentence that has not changed, and never with what is no longer so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import annotate
from pipeline.model import Annotation
from tests.command import duizhao

ONE, OTHER = "2020年设3个试点。", "监管沙盒满5年。"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two documents with a sentence each beside their titles, and one translation."""
    for name in ("source", "glossary"):
        (tmp_path / name).mkdir()
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\nformats = ["txt"]\n', "utf-8")
    (tmp_path / "glossary/a.csv").write_text(
        "id,zh_hans,en,kind\nbox,监管沙盒,regulatory sandbox,policy\n", "utf-8"
    )
    for slug, text in (("a", ONE), ("b", OTHER)):
        (tmp_path / f"source/{slug}.md").write_text(f"# 题\n\n{text}\n", "utf-8")
    assert duizhao("-C", tmp_path, "sync").code == 0
    edit(
        tmp_path / "translations/en/b.po",
        f'"{OTHER}"\nmsgstr ""',
        f'"{OTHER}"\nmsgstr "The regulatory sandbox is 5 years old."',
    )
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows with the Chinese of each sentence that is really annotated, in whatever languages."""
    found: list[str] = []
    real = annotate._Annotator._computed

    def counted(self, passage, text, source):  # type: ignore[no-untyped-def]
        found.append(source._text)
        return real(self, passage, text, source)

    monkeypatch.setattr(annotate._Annotator, "_computed", counted)
    return found


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def export(home: Path) -> dict[str, bytes]:
    assert duizhao("-C", home, "export", "jsonl", "--jobs", "1").code == 0
    return {path.name: path.read_bytes() for path in (home / "build").rglob("*.jsonl")}


def test_what_has_not_changed_is_not_annotated_again(home: Path, read: list[str]) -> None:
    first = export(home)
    assert set(read) == {"题", ONE, OTHER}
    read.clear()
    assert export(home) == first
    assert duizhao("-C", home, "annotate").out == "a: 1 date, 1 number\nb: 2 term, 2 number\n"
    assert duizhao("-C", home, "build", "--jobs", "1").code == 0
    assert read == []


def test_an_edited_sentence_is_all_that_is_annotated(home: Path, read: list[str]) -> None:
    export(home)
    read.clear()
    edit(home / "source/b.md", OTHER, f"{OTHER}又1年。")
    export(home)
    assert set(read) == {"又1年。"}
    read.clear()
    edit(home / "translations/en/b.po", "is 5", "turns 5")
    after = export(home)
    assert read == [OTHER] and b"turns 5" in after["b.jsonl"]


def test_a_translation_does_not_hide_that_its_chinese_has_changed(home: Path, read: list[str]) -> None:
    """The English stays to the letter; what it renders is another sentence."""
    export(home)
    read.clear()
    for path in (home / "source/b.md", home / "translations/en/b.po"):
        edit(path, "满5年", "满5月")
    export(home)
    assert read == ["监管沙盒满5月。"] * 2


def glossary(home: Path, _: pytest.MonkeyPatch) -> None:
    edit(home / "glossary/a.csv", "box,监管沙盒", "pilot,试点")


def program(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("pipeline.workspace.marks.program", lambda: "another")


def cut(home: Path, _: pytest.MonkeyPatch) -> None:
    for path in (home / ".duizhao/annotations").iterdir():
        path.write_bytes(path.read_bytes()[:-3])


def altered(home: Path, _: pytest.MonkeyPatch) -> None:
    for path in (home / ".duizhao/annotations").iterdir():
        path.write_text(path.read_text("utf-8").replace("date", "term"), "utf-8")


def emptied(home: Path, _: pytest.MonkeyPatch) -> None:
    for path in (home / ".duizhao/annotations").iterdir():
        path.write_bytes(b"")


def a_folder(home: Path, _: pytest.MonkeyPatch) -> None:
    """Where the file should be is a folder, so that it can neither be read nor written."""
    for path in (home / ".duizhao/annotations").iterdir():
        path.unlink()
        path.mkdir()


@pytest.mark.parametrize("happened", [glossary, program, cut, emptied, a_folder])
def test_another_glossary_or_program_or_a_broken_memory_starts_anew(
    happened: Callable[[Path, pytest.MonkeyPatch], None],
    home: Path,
    read: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = export(home)
    read.clear()
    happened(home, monkeypatch)
    assert (export(home) == first) == (happened is not glossary)
    assert set(read) == {"题", ONE, OTHER}


def test_a_memory_that_was_altered_is_not_believed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = export(home)
    altered(home, monkeypatch)
    assert export(home) == first


def test_an_edition_of_one_language_keeps_what_the_others_need(home: Path, read: list[str]) -> None:
    export(home)
    read.clear()
    duizhao("-C", home, "build", "--edition", "en", "--jobs", "1")
    export(home)
    assert read == []


def test_the_model_is_a_part_of_what_is_remembered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def finder(model: str):  # type: ignore[no-untyped-def]
        return lambda _: [Annotation(0, 1, "entity", "GPE", by=model)] if model else []

    monkeypatch.setattr("pipeline.annotate.finder", finder)
    export(home)
    use(home, "zh_x")
    assert export(home)["a.jsonl"].count(b'"by": "zh_x"') == 2  # the title and the sentence


def test_what_a_model_in_a_folder_finds_is_not_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another model may be trained into it."""
    use(home, home.as_posix())
    for label in ("GPE", "ORG"):
        found = [Annotation(0, 1, "entity", label)]
        monkeypatch.setattr("pipeline.annotate.finder", lambda _, found=found: lambda _: found)
        assert label.lower().encode() in export(home)["a.jsonl"]


def use(home: Path, model: str) -> None:
    (home / "duizhao.toml").write_text(f'languages = ["en"]\n[edition]\nmodel = "{model}"\n', "utf-8")
