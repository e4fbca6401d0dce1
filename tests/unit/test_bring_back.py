"""Export and import as commands: what goes out and comes back in a workspace, and what is refused."""

from pathlib import Path

import pytest

from tests.command import Outcome, duizhao

TEXTS = {"a": "# 试点\n\n试点先行。再推广。\n", "b": "# 总结\n\n再推广。\n"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    for slug, text in TEXTS.items():
        (folder / "source").mkdir(parents=True, exist_ok=True)
        (folder / f"source/{slug}.md").write_text(text, "utf-8")
    (folder / "duizhao.toml").write_text('title = "试"\nlanguages = ["en", "zh-Hant"]\n', "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    return folder


def po(place: Path, slug: str, language: str = "en") -> str:
    return (place / f"translations/{language}/{slug}.po").read_text("utf-8")


def memory(place: Path, *pairs: tuple[str, str], language: str = "en", document: str = "") -> Path:
    told = f'<prop type="x-document">{document}</prop>' if document else ""
    units = "".join(
        f'<tu>{told}<tuv xml:lang="zh-CN"><seg>{chinese}</seg></tuv>'
        f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv></tu>'
        for chinese, text in pairs
    )
    path = place / "m.tmx"
    path.write_text(f'<tmx version="1.4"><header srclang="zh-CN"/><body>{units}</body></tmx>', "utf-8")
    return path


def bring(place: Path, *arguments: str | Path) -> Outcome:
    return duizhao("-C", place, "import", *arguments)


def test_a_memory_that_tells_no_document_goes_wherever_its_chinese_stands(place: Path) -> None:
    path = memory(
        place, ("试点先行。", "Pilots first."), ("再推广。", "Then more."), ("别处。", "Elsewhere.")
    )
    outcome = bring(place, path)
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "translations/en/a.po: 2 changed",
        f"{path}:1: changed",
        "    试点先行。",
        "  + Pilots first.",
        f"{path}:1: changed",
        "    再推广。",
        "  + Then more.",
        "translations/en/b.po: 1 changed",
        f"{path}:1: changed",
        "    再推广。",
        "  + Then more.",
        f"{path}: 1 refused",
        f"{path}:1: refused: its Chinese is in no catalog of that language",
        "    别处。",
        "  + Elsewhere.",
    ]
    assert 'msgstr "Then more."' in po(place, "a")
    assert 'msgstr "Then more."' in po(place, "b")


def test_check_writes_nothing(place: Path) -> None:
    before = po(place, "a")
    assert (
        "1 changed"
        in bring(place, "--check", memory(place, ("试点先行。", "Pilots first."), document="a")).out
    )
    assert po(place, "a") == before


@pytest.mark.parametrize(
    ("tag", "folder"),
    [("EN", "en"), ("en-GB", "en"), ("en_US", "en"), ("zh-TW", "zh_Hant"), ("ZH-HANT", "zh_Hant")],
)
def test_a_language_is_known_by_the_names_of_other_tools(place: Path, tag: str, folder: str) -> None:
    assert bring(place, memory(place, ("试点先行。", "New."), language=tag, document="a")).code == 0
    assert 'msgstr "New."' in po(place, "a", folder)


@pytest.mark.parametrize(
    ("language", "document", "told"),
    [
        ("de", "a", "it is in 'de', which is no language of this workspace"),
        ("zh-HK", "a", "it is in 'zh-HK', which is no language of this workspace"),
        ("en", "c", "it is of 'c', which is no document here"),
    ],
)
def test_what_this_workspace_does_not_have_is_an_error_and_writes_nothing(
    place: Path, language: str, document: str, told: str
) -> None:
    good = place / "good.tmx"
    memory(place, ("试点先行。", "New."), document="a").rename(good)
    before = po(place, "a")
    outcome = bring(place, good, memory(place, ("试点先行。", "Neu."), language=language, document=document))
    assert outcome.code == 2
    assert told in outcome.err
    assert po(place, "a") == before


XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="{}" trgLang="{}">{}</xliff>'
)
FILE = (
    '<file id="f" original="a"><unit id="u"><segment><source>试点先行。</source><target>N</target></segment>'
    "</unit></file>"
)
BAD_FILES = {
    "entities.tmx": ('<!DOCTYPE tmx [<!ENTITY a "aa">]><tmx version="1.4"/>', "declares entities"),
    "version.tmx": ('<tmx version="2.0"/>', "TMX version '2.0'"),
    "source.tmx": (
        '<tmx version="1.4"><header srclang="de"/><body><tu><tuv/></tu></body></tmx>',
        "source language is 'de'",
    ),
    "entities.xlf": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]><xliff>&a;</xliff>',
        "declares entities",
    ),
    "version.xlf": (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
        "XLIFF version '1.2'",
    ),
    "source.xlf": (XLIFF.format("zh-TW", "en", FILE), "source language is 'zh-TW'"),
    "target.xlf": (XLIFF.format("zh-CN", "de", FILE), "in 'de', which is no language"),
    "document.xlf": (XLIFF.format("zh-CN", "en", FILE.replace('"a"', '"c"')), "no document here"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_by_its_name_and_nothing_is_written(place: Path, name: str) -> None:
    """Not even what a good file beside it brings."""
    text, told = BAD_FILES[name]
    good = memory(place, ("试点先行。", "New."), document="a").rename(place / "good.tmx")
    (place / name).write_text(text, "utf-8")
    before = po(place, "a")
    outcome = bring(place, good, place / name)
    assert outcome.code == 2 and told in outcome.err and name in outcome.err and not outcome.out
    assert po(place, "a") == before


@pytest.mark.parametrize("style", ["tmx", "xliff", "tsv"])
def test_an_export_without_a_catalog_says_what_to_do(place: Path, style: str) -> None:
    (place / "translations/en/a.po").unlink()
    outcome = duizhao("-C", place, "export", style, "a")
    assert (outcome.code, "run `duizhao sync a`" in outcome.err) == (
        (0, False) if style == "tsv" else (2, True)
    )


@pytest.mark.parametrize("style", ["tmx", "xliff", "tsv"])
def test_the_same_catalogs_give_the_same_files(place: Path, style: str) -> None:
    made = []
    bring(place, memory(place, ("试点先行。", "Pilots first."), document="a"))
    for _ in range(2):
        assert duizhao("-C", place, "export", style, "a", "--out", place / "out").code == 0
        made.append({path.name: path.read_bytes() for path in (place / "out/a").iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == (1 if style == "tsv" else 2)


def test_xliff_of_several_documents_is_taken_for_each(place: Path) -> None:
    assert duizhao("-C", place, "export", "xliff").code == 0
    first, second = ((place / f"build/{slug}/{slug}.en.xlf").read_text("utf-8") for slug in "ab")
    file = second[second.index("<file") : second.index("</file>") + 7].replace('id="f1"', 'id="f2"')
    both = first.replace("</file>", f"</file>{file}").replace("</source>", "</source><target>X</target>")
    (place / "both.xliff").write_text(both.replace('"initial"', '"final"'), "utf-8")
    assert bring(place, place / "both.xliff").code == 0
    assert po(place, "a").count('msgstr "X"') == 3
    assert po(place, "b").count('msgstr "X"') == 2


def test_a_stranger_is_told_what_can_be_read(place: Path) -> None:
    (place / "x.sdlxliff").write_text("", "utf-8")
    outcome = bring(place, place / "x.sdlxliff")
    assert outcome.code == 2
    assert "there are: .docx, .tmx, .xlf, .xliff" in outcome.err
