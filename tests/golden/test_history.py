"""Five revisions of a shipped text, with a translator's visits between: what sync says and what it writes.

The page `history.md` beside this file is what is right. `pytest --accept` writes it anew; then read it.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.formats import po
from pipeline.model import Entry
from tests.command import duizhao

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEXT = "example-notice"
PAGE = HERE / "history.md"

Edit = tuple[str, str]


@dataclass(frozen=True)
class Revision:
    """What an author does to the source, and then a translator to the catalog."""

    title: str
    source: tuple[Edit, ...]
    catalog: tuple[Edit, ...] = ()


REVISIONS = (
    Revision(
        "A semicolon becomes a full stop, and an amount is raised",
        (
            ("不超过12个月；确有必要的", "不超过12个月。确有必要的"),
            ("保险金额不低于500万元", "保险金额不低于800万元"),
        ),
        (
            ("#. the sense may have turned: 500万元 -> 800万元\n", ""),
            ('#, fuzzy\n#| msgid "（三）已经投保责任保险，保险金额不低于500万元；"\n', ""),
            ("at least 5 million yuan", "at least 8 million yuan"),
        ),
    ),
    Revision(
        "Two items change places, two sentences become one, a word is mended",
        (
            (
                "（三）首台（套）奖励：产品被认定为省级首台（套）重大技术装备的，一次性奖励50万元；\n\n"
                "（四）人才补贴：新引进的博士每人每月3000元，最长24个月。",
                "（三）人才补贴：新引进的博士每人每月3000元，最长24个月；\n\n"
                "（四）首台（套）奖励：产品被认定为省级首台（套）重大技术装备的，一次性奖励50万元。",
            ),
            (
                "企业开办在1个工作日内办结，补贴申领实现“最多跑一次”。县政府为",
                "企业开办在1个工作日内办结，补贴申领实现“最多跑一次”，县政府为",
            ),
            ("并将结果公示不少于7日", "并将评审结果公示不少于7日"),
        ),
    ),
    Revision(
        "A permission is withdrawn, and a duty is dropped",
        (
            ("确有必要的，可以延长一次，延长期不超过6个月。", "确有必要的，也不得延长。"),
            ("试点满一年时，领导小组应当委托第三方机构评估试点成效，并向县人大常委会报告。", ""),
        ),
    ),
    Revision(
        "A boundary moves, and an article is put in before the others",
        (
            (
                "由县长任组长，办公室设在县数据局。县科技局、",
                "由县长任组长。办公室设在县数据局，县科技局、",
            ),
            (
                "**第十九条**　本办法所称",
                "**第十九条**　本办法与上级规定不一致的，以上级规定为准。\n\n**第二十条**　本办法所称",
            ),
            ("**第二十条**　本办法由", "**第二十一条**　本办法由"),
            ("**第二十一条**　本办法自", "**第二十二条**　本办法自"),
        ),
    ),
    Revision(
        "The permission is given again, and the duty comes back",
        (
            ("确有必要的，也不得延长。", "确有必要的，可以延长一次，延长期不超过6个月。"),
            (
                "审计结果于次年3月31日前向社会公布。",
                "审计结果于次年3月31日前向社会公布。试点满一年时，领导小组应当委托第三方机构评估试点成效，"
                "并向县人大常委会报告。",
            ),
        ),
    ),
)


def test_five_revisions_of_a_shipped_text(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    told = "".join(history(tmp_path / "place"))
    if request.config.getoption("--accept"):
        PAGE.write_text(told, "utf-8")
    assert told == PAGE.read_text("utf-8")


def history(place: Path) -> Iterator[str]:
    source, catalog = place / f"source/{TEXT}.md", place / f"translations/en/{TEXT}.po"
    for path in (source, catalog):
        path.parent.mkdir(parents=True)
        shutil.copy(ROOT / path.relative_to(place), path)
    (place / "duizhao.toml").write_text('languages = ["en"]\nreferences = "file"\n', "utf-8")
    assert duizhao("-C", place, "sync").code == 0
    yield "# Five revisions of a shipped text\n"
    for number, revision in enumerate(REVISIONS, 1):
        before = {entry.raw for entry in entries(catalog)}
        edit(source, revision.source)
        outcome = duizhao("-C", place, "sync")
        assert (outcome.code, outcome.err) == (0, "")
        yield f"\n## {number}. {revision.title}\n\n```console\n$ duizhao sync\n{outcome.out}```\n"
        touched = [entry for entry in entries(catalog) if entry.raw not in before]
        yield "".join(f"\n```po\n{entry.raw.strip()}\n```\n" for entry in touched)
        edit(catalog, revision.catalog)
    assert duizhao("-C", place, "sync", "--check").code == 0


def entries(path: Path) -> tuple[Entry, ...]:
    return po.parse(path.read_text("utf-8"), path.name).entries


def edit(path: Path, edits: tuple[Edit, ...]) -> None:
    text = path.read_text("utf-8")
    for before, after in edits:
        assert text.count(before) == 1, f"{before} stands {text.count(before)} times in {path.name}"
        text = text.replace(before, after)
    path.write_text(text, "utf-8")
