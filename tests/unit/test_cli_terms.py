"""`duizhao terms` at work on a small workspace."""

import re
from pathlib import Path

import pytest

from pipeline.formats import glossary_csv
from tests.command import Outcome, duizhao

TEXT = "# 监管沙盒\n\n企业进入监管沙盒。监管沙盒有期限。创新券由监管沙盒发放，创新券可以转让。\n"
GLOSSARY = (
    "id,zh_hans,en,kind,zh_hant,en_admitted,en_forbidden,domain,definition\n"
    "sandbox,监管沙盒,regulatory sandbox,policy,監理沙盒,sandbox,sand table,finance,A trial.\n"
    "pilot,试点,pilot,policy,試點,,,reform,\n"
)
ENGLISH = {
    "监管沙盒": "Regulatory Sandbox",
    "企业进入监管沙盒。": "Firms enter the sandbox.",
    "监管沙盒有期限。": "The regulatory sandpit ends.",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    (tmp_path / "x.md").write_text(TEXT, "utf-8")
    assert duizhao("init", folder, tmp_path / "x.md").code == 0
    (folder / "duizhao.toml").write_text('title = "试"\nlanguages = ["zh-Hant", "en"]\n', "utf-8")
    (folder / "glossary/terms.csv").write_text(GLOSSARY, "utf-8")
    assert duizhao("-C", folder, "sync").code == 0
    path = folder / "translations/en/x.po"
    text = path.read_text("utf-8")
    for chinese, english in ENGLISH.items():
        empty = f'msgid "{chinese}"\nmsgstr ""'
        assert empty in text
        text = text.replace(empty, f'{empty[:-1]}{english}"')
    path.write_text(text, "utf-8")
    return folder


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def run(place: Path, *arguments: str | Path) -> Outcome:
    return duizhao("-C", place, "terms", *arguments)


def glossary(place: Path) -> str:
    return (place / "glossary/terms.csv").read_text("utf-8")


def test_list_by_kind_domain_and_use(place: Path) -> None:
    assert "监管沙盒" in run(place, "list").out and "试点" in run(place, "list").out
    assert "试点" not in run(place, "list", "--domain", "finance").out
    unused = run(place, "list", "--unused", "--kind", "policy").out
    assert "试点" in unused and "监管沙盒" not in unused
    assert run(place, "list", "--kind", "thing").err.startswith(
        "error: there is no kind 'thing', only policy"
    )
    assert "(there are: finance, reform)" in run(place, "list", "--domain", "x").err


def test_find_tells_where_it_found(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    assert "en_forbidden: sand table" in run(place, "find", "sand tables").out
    assert run(place, "find", "監理").out.split()[-2:] == ["zh_hans:", "監理沙盒"]
    none = run(place, "find", "zzz")
    assert (none.code, none.out) == (1, "no concept has 'zzz'\n")


def test_where_sets_each_use_above_its_rendering(place: Path) -> None:
    out = re.sub(r"po:\d+", "po:N", run(place, "where", "sandbox").out)
    assert out == (
        "监管沙盒 = regulatory sandbox: 4 uses in 1 document\n"
        "regulatory sandbox 1×, sandbox 1×, without a rendering 1×\n"
        "\ntranslations/en/x.po:N\n"
        "                       [监管沙盒]\n"
        "                       [Regulatory Sandbox]\n"
        "\ntranslations/en/x.po:N\n"
        "               企业进入[监管沙盒]。\n"
        "       Firms enter the [sandbox].\n"
        "\ntranslations/en/x.po:N\n"
        "                       [监管沙盒]有期限。\n"
        '                        no rendering; found "regulatory sandpit" instead\n'
        "\ntranslations/en/x.po:N\n"
        "               创新券由[监管沙盒]发放，创新券可以转让。\n"
        "                        not translated\n"
    )


def test_where_in_a_traditional_edition(place: Path) -> None:
    out = run(place, "where", "监管沙盒", "--language", "zh-Hant").out
    assert "監理沙盒 4×" in out and "企業進入[監理沙盒]。" in out
    assert "(there are: zh-Hant, en)" in run(place, "where", "sandbox", "--language", "fr").err


def test_where_of_what_is_no_term(place: Path) -> None:
    outcome = run(place, "where", "sandb")
    assert outcome.code == 2 and "there is no one term 'sandb'; did you mean sandbox?" in outcome.err


def test_suggest_has_what_recurs_and_is_in_no_glossary(place: Path) -> None:
    (line,) = run(place, "suggest").out.splitlines()
    assert line.split()[1:4] == ["2×", "创新券", "source/x.md:3"]
    assert run(place, "suggest", "--minimum", "3").out == ""


def test_report_is_one_page_with_every_concept_in_use(place: Path) -> None:
    outcome = run(place, "report")
    page = (place / "build/terms.html").read_text("utf-8")
    assert outcome.out == f"{place / 'build/terms.html'}\n"
    assert page.count("<details") == 1 and "<script" not in page
    assert (
        "Concepts in use: 1. In one way throughout: 0. To look at: 1. "
        "Sentences with no rendering: 1. Sentences with no translation: 1." in page
    )
    assert 'lang="en">Firms enter the <mark>sandbox</mark>.' in page
    assert "no rendering; found “regulatory sandpit” instead" in page


def test_set_changes_one_cell(place: Path) -> None:
    outcome = run(place, "set", "pilot", "en_admitted", "trial|pilot zone")
    assert outcome.out == "glossary/terms.csv:3: en_admitted filled: 'trial|pilot zone'\n"
    assert glossary(place) == GLOSSARY.replace("試點,,", "試點,trial|pilot zone,")
    assert run(place, "set", "pilot", "en", "pilot").out.endswith("en is that already\n")
    assert run(place, "set", "pilot", "note", "N").out.endswith("note filled: 'N'\n")
    assert glossary(place).splitlines()[0].endswith(",definition,note")


def test_set_of_what_is_not_there(place: Path) -> None:
    assert "there is no column 'nope'" in run(place, "set", "pilot", "nope", "x").err
    assert "there is no term 'nope'" in run(place, "set", "nope", "en", "x").err
    assert glossary(place) == GLOSSARY


@pytest.mark.parametrize(
    ("name", "style"),
    [("g.csv", ""), ("g.xlsx", ""), ("g.tbx", ""), ("g.tbx", "martif"), ("g.txt", ""), ("g.csv", "weblate")],
)
def test_what_is_exported_comes_back_with_nothing_new(
    place: Path, tmp_path: Path, name: str, style: str
) -> None:
    options = ["--format", style] if style else []
    assert run(place, "export", tmp_path / name, *options).out == f"{tmp_path / name}: 2 concepts\n"
    outcome = run(place, "import", tmp_path / name)
    assert (outcome.code, outcome.out) == (0, "2 as they were\n")
    assert glossary(place) == GLOSSARY


def test_import_adds_fills_and_tells_what_differs(place: Path, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(
        "id,zh_hans,en,kind,note\npilot,试点,trial,policy,N.\n,创新券,innovation voucher,,\n", "gb18030"
    )
    expected = (
        "pilot 试点: note {would}filled: 'N.'\n"
        "pilot 试点: en differs: here 'pilot', there 'trial'; left alone\n"
        "innovation-voucher 创新券: {would}new: innovation voucher\n"
        "1 new, 1 changed, 1 in conflict, 0 as they were\n"
    )
    outcome = run(place, "import", tmp_path / "g.csv", "--check")
    assert (outcome.code, outcome.out) == (1, expected.format(would="would be "))
    assert glossary(place) == GLOSSARY
    outcome = run(place, "import", tmp_path / "g.csv", "--kind", "policy")
    assert (outcome.code, outcome.out) == (1, expected.format(would=""))
    head, sandbox, pilot, new = glossary(place).splitlines()
    assert head == GLOSSARY.splitlines()[0] + ",note" and sandbox == GLOSSARY.splitlines()[1]
    assert pilot == GLOSSARY.splitlines()[2] + ",N."
    assert new.startswith("innovation-voucher,创新券,innovation voucher,policy,")
    outcome = run(place, "import", tmp_path / "g.csv", "--overwrite")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "pilot 试点: en changed: 'pilot' -> 'trial'")


def test_new_concepts_go_where_one_says(place: Path, tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_text("创新券\tinnovation voucher\n", "utf-8")
    assert run(place, "import", tmp_path / "g.txt", "--into", "glossary/more.csv").code == 0
    assert (place / "glossary/more.csv").read_text("utf-8") == (
        "id,zh_hans,en,kind\ninnovation-voucher,创新券,innovation voucher,concept\n"
    )
    (tmp_path / "h.txt").write_text("揭榜挂帅\topen competition\n", "utf-8")
    assert run(place, "import", tmp_path / "h.txt").code == 0
    assert (place / "glossary/imported.csv").exists() and glossary(place) == GLOSSARY


@pytest.mark.parametrize("into", ["../x.csv", "glossary/x.txt", "/tmp/x.csv", "source/x.csv"])
def test_an_import_stays_in_the_glossary(place: Path, tmp_path: Path, into: str) -> None:
    (tmp_path / "g.txt").write_text("创新券\tinnovation voucher\n", "utf-8")
    outcome = run(place, "import", tmp_path / "g.txt", "--into", into)
    assert outcome.code == 2 and "is no file of the glossary: it is glossary/NAME.csv" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "none.csv", "--kind", "x"), "error: there is no kind 'x', only policy"),
        (("import", "none.csv"), "none.csv: error: there is no such file"),
        (("import", "g.odt"), "error: g.odt tells no format: give --format (there are: csv, xlsx, tbx"),
        (("export", "g.csv", "--format", "x"), "error: there is no format 'x' (there are: csv, xlsx, tbx"),
    ],
)
def test_files_that_cannot_be_exchanged(place: Path, arguments: tuple[str, ...], message: str) -> None:
    outcome = run(place, *arguments)
    assert outcome.code == 2 and outcome.err.startswith(message)


def test_ids_are_unique_after_an_import_of_many(place: Path, tmp_path: Path) -> None:
    lines = "".join(f"词语{n}\tsame words\n" for n in range(50))
    (tmp_path / "g.txt").write_text(lines, "utf-8")
    assert run(place, "import", tmp_path / "g.txt").out.endswith("50 new, 0 as they were\n")
    terms, _ = glossary_csv.parse(glossary(place), "x")
    assert len({term.id for term in terms}) == 52
