"""The shipped workspace is real work: nothing is open in it, and whoever changes it keeps it so."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from pipeline.script.readings import readings
from tests.command import duizhao

ROOT = Path(__file__).parents[1]
COMPLETE = (
    *("id", "zh_hans", "zh_hant", "zh_hant_hk", "en", "kind", "pinyin", "domain"),
    *("definition", "definition_zh", "source", "authority", "status", "decided_by", "decided_on"),
)
AUTHORITIES = {"official", "usage", "house"}
ROWS = [
    row
    for path in sorted((ROOT / "glossary").glob("*.csv"))
    for row in csv.DictReader(path.read_text("utf-8").splitlines())
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, so that no test writes into the repository."""
    place = tmp_path_factory.mktemp("corpus")
    for part in ("source", "translations", "glossary"):
        shutil.copytree(ROOT / part, place / part)
    shutil.copy(ROOT / "duizhao.toml", place)
    return place


def test_the_pinyin_of_the_glossary_and_of_the_pages_agree() -> None:
    """Two independent hands: editors wrote the one, rules read the other."""
    written = {row["zh_hans"]: re.sub(r"[\s’,“”()-]", "", row["pinyin"]).lower() for row in ROWS}
    read = {
        han: "".join(a or b.lower() for a, b in zip(readings(han), _letters(han), strict=True))
        for han in written
    }
    differ = {han for han in written if written[han] != read[han]}
    figures = {"“3+N”产业基金集群", "36氪", "人工智能+"}
    assert differ == {"铁栅栏", *figures}  # 栏 is unstressed there


def _letters(text: str) -> list[str]:
    return [character if character.isascii() and character.isalnum() else "" for character in text]


def test_nothing_is_left_to_find_not_even_a_note(corpus: Path) -> None:
    assert duizhao("-C", corpus, "check").out == "no findings\n"


def test_the_catalogs_are_those_of_the_sources(corpus: Path) -> None:
    assert duizhao("-C", corpus, "sync").out == "everything is in sync\n"


def test_every_string_of_every_edition_is_a_person_s(corpus: Path) -> None:
    lines = [line.split() for line in duizhao("-C", corpus, "status").out.splitlines()]
    catalogs = [line for line in lines if line and line[0] in {"zh-Hant", "zh-Hant-HK", "en"}]
    assert len(catalogs) == 9
    assert {(done, machine) for _, done, _, machine, *_ in catalogs} == {("100%", "0")}


def test_every_row_of_the_glossary_is_complete() -> None:
    assert [(row["id"], name) for row in ROWS for name in COMPLETE if not row[name]] == []
    assert len(ROWS) >= 220


def test_a_row_says_how_firm_its_rendering_is_and_why() -> None:
    assert {row["authority"] for row in ROWS} == AUTHORITIES
    reasons = [(row["id"], row["comment"] or row["note"]) for row in ROWS if row["authority"] == "house"]
    assert [term for term, reason in reasons if not reason] == []
    assert [row["id"] for row in ROWS if row["en_forbidden"] and not row["note"]] == []
