"""`duizhao tidy` on files: what it prints, what it writes, what it leaves."""

from pathlib import Path

import pytest

from tests.command import duizhao

FAULTY = "# 试点\n\n资源向“国家队”倾斜:土地优先,资金优先。\n\n杭州从从西湖来。\n"
TIDY = "# 试点\n\n资源向“国家队”倾斜：土地优先，资金优先。\n\n杭州从从西湖来。\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\n', "utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text(FAULTY, "utf-8")
    return tmp_path


def test_repairs_are_shown_with_their_reasons_and_nothing_is_written(place: Path) -> None:
    outcome = duizhao("-C", place, "tidy")
    assert outcome.code == 1
    assert outcome.out == (
        "source/x.md:3\n"
        "  - 资源向“国家队”倾斜:土地优先,资金优先。\n"
        "  + 资源向“国家队”倾斜：土地优先，资金优先。\n"
        "    11: half-width : in Chinese text: ： [source-halfwidth-punctuation]\n"
        "    16: half-width , in Chinese text: ， [source-halfwidth-punctuation]\n"
        "2 repairs in 1 text: nothing is written without --write\n"
        "1 finding left to a person: duizhao check\n"
    )
    assert (place / "source/x.md").read_text("utf-8") == FAULTY


def test_repairs_are_written_once(place: Path) -> None:
    assert "2 repairs in 1 text: made\n" in duizhao("-C", place, "tidy", "x", "--write").out
    assert (place / "source/x.md").read_text("utf-8") == TIDY
    again = duizhao("-C", place, "tidy", "--write")
    assert again.code == 0 and again.out.startswith("nothing to repair\n")


def test_quiet_says_nothing(place: Path) -> None:
    outcome = duizhao("-C", place, "tidy", "--quiet")
    assert outcome.code == 1 and outcome.out == ""


def test_check_tells_of_the_same_faults_with_line_and_column(place: Path) -> None:
    duizhao("-C", place, "sync")
    lines = duizhao("-C", place, "check", "--fail-on", "never").out.splitlines()
    assert (
        "source/x.md:3:11: warning: half-width : in Chinese text: ： [source-halfwidth-punctuation]" in lines
    )
    assert "source/x.md:5:3: warning: 从 stands twice [source-doubled-word]" in lines


def test_a_code_that_is_off_is_neither_told_nor_mended(place: Path) -> None:
    off = '[check.severity]\nsource-halfwidth-punctuation = "off"\n'
    (place / "duizhao.toml").write_text('languages = ["en"]\n' + off, "utf-8")
    assert "nothing to repair" in duizhao("-C", place, "tidy", "--write").out
    assert (place / "source/x.md").read_text("utf-8") == FAULTY
    assert "halfwidth" not in duizhao("-C", place, "check").out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("甲,乙。\r\n\r\n丙,丁。\r\n", "甲，乙。\r\n\r\n丙，丁。\r\n"),
        ("甲,乙。\r\n\r\n丙,丁。", "甲，乙。\r\n\r\n丙，丁。\r\n"),
        ("甲,乙。\n\r\n丙,丁。\r", "甲，乙。\n\r\n丙，丁。\r"),
        ("\ufeff甲,乙。\n", "\ufeff甲，乙。\n"),
        ("\ufeff---\ntitle: 甲,乙\n---\n", "\ufeff---\ntitle: 甲，乙\n---\n"),
        ("甲,乙", "甲，乙\n"),
    ],
)
def test_line_ends_and_a_byte_order_mark_stay(place: Path, before: str, after: str) -> None:
    (place / "source/x.md").write_bytes(before.encode())
    duizhao("-C", place, "tidy", "--write")
    assert (place / "source/x.md").read_bytes().decode() == after


def test_a_source_in_order_is_not_written(place: Path) -> None:
    (place / "source/x.md").write_text(TIDY, "utf-8")
    stamp = (place / "source/x.md").stat().st_ino
    duizhao("-C", place, "tidy", "--write")
    assert (place / "source/x.md").stat().st_ino == stamp


def test_one_broken_source_keeps_all_from_being_written(place: Path) -> None:
    (place / "source/y.md").write_text("---\ntitle: [\n---\n", "utf-8")
    outcome = duizhao("-C", place, "tidy", "--write")
    assert outcome.code == 2 and "source/y.md:2" in outcome.err
    assert (place / "source/x.md").read_text("utf-8") == FAULTY


def test_translations_are_kept_through_a_tidying(place: Path) -> None:
    duizhao("-C", place, "sync")
    catalog = place / "translations/en/x.po"
    msgid = 'msgid "资源向“国家队”倾斜:土地优先,资金优先。"\nmsgstr '
    text = catalog.read_text("utf-8")
    catalog.write_text(text.replace(f'{msgid}""', f'{msgid}"The teams come first."'), "utf-8")
    duizhao("-C", place, "tidy", "--write")
    outcome = duizhao("-C", place, "sync", "--accept-punctuation")
    assert "1 changed in punctuation only" in outcome.out
    assert 'msgstr "The teams come first."' in catalog.read_text("utf-8")
    assert "fuzzy" not in catalog.read_text("utf-8")


def test_the_texts_of_this_house_are_tidy() -> None:
    house = Path(__file__).parents[2]
    outcome = duizhao("-C", house, "tidy")
    assert outcome.code == 0 and outcome.out.startswith("nothing to repair\n")
