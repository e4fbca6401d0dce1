"""What a preview answers for a path: pages of the files as they are, findings beside sentences, messages."""

import re
from pathlib import Path

import pytest

from pipeline.workspace.preview import BuiltFile, Page, answer
from tests.command import duizhao

SOURCE = """\
---
author: 李雷
---

# 试点

试点先行。补贴15万元。

| 项目 | 金额 |
| --- | --- |
| 补贴 | 20万元 |

试点先行。半角,逗号。
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/x.md").write_text(SOURCE, "utf-8")
    (tmp_path / "duizhao.toml").write_text('languages = ["en"]\ntitle = "Trials"\n')
    assert duizhao("-C", tmp_path, "sync").code == 0
    return tmp_path


def translate(place: Path, chinese: str, english: str) -> None:
    po = place / "translations/en/x.po"
    text = po.read_text("utf-8")
    assert f'msgid "{chinese}"\nmsgstr ' in text
    po.write_text(re.sub(f'(msgid "{chinese}"\nmsgstr ).*', rf'\1"{english}"', text), "utf-8")


def page(place: Path, path: str = "x/x.parallel.html") -> Page:
    found = answer(place, path)
    assert isinstance(found, Page)
    return found


def told(html: str) -> list[str]:
    """The findings in the page, each with the first words of what follows its list."""
    lists = re.findall(r'<ul class="findings">(.*?)</ul>(.*?)(?=<ul class="findings">|$)', html, re.DOTALL)
    return [
        f"{''.join(re.findall('[一-鿿]', re.sub('<[^>]+>', '', after)))[:4]} {code}"
        for items, after in lists
        for code in re.findall(r"<li>([\w-]+): ", items)
    ]


def test_a_finding_stands_before_its_paragraph_wherever_that_is(place: Path) -> None:
    for chinese, english in (
        ("试点", "Trial"),
        ("李雷", "Li Lei"),
        ("试点先行。", "Trials first."),
        ("补贴15万元。", "Aid of 15 yuan."),
        ("项目", "Item"),
        ("金额", "Amount"),
        ("补贴", "Aid"),
        ("20万元", "20 yuan"),
    ):
        translate(place, chinese, english)
    found = told(page(place).html)
    assert found == [
        "试点先行 number-mismatch",
        "项目金额 number-mismatch",  # a cell's, above its table
        "试点先行 source-halfwidth-punctuation",
        "试点先行 untranslated",
    ]


def test_the_finding_tells_code_message_and_place_and_goes_when_it_is_mended_or_waived(place: Path) -> None:
    translate(place, "补贴15万元。", "Aid of 15 yuan.")
    line = page(place).html.partition("<li>number-mismatch: ")[2].partition("</li>")[0]
    where = line.rpartition("(")[2].rstrip(")")
    assert line.startswith("15万元 (150,000) is not in the English") and where.startswith(
        "translations/en/x.po:"
    )
    assert duizhao("-C", place, "waive", where, "number-mismatch", "--why", "a slip of theirs").code == 0
    assert "<li>number-mismatch" not in page(place).html
    translate(place, "补贴15万元。", "Aid of 16 yuan.")
    assert "<li>number-mismatch" in page(place).html
    translate(place, "补贴15万元。", "Aid of 150,000 yuan.")
    assert "<li>number-mismatch" not in page(place).html


def test_a_sentence_that_recurs_has_its_finding_each_time(place: Path) -> None:
    translate(place, "试点先行。", "Trials first, 3 times.")
    html = page(place).html
    assert html.count("<li>number-") == 2


def test_an_edition_shows_the_findings_of_its_own_files(place: Path) -> None:
    translate(place, "补贴15万元。", "Aid of 15 yuan.")
    assert "<li>number-mismatch" in page(place, "x/x.en.html").html
    assert "<li>number-mismatch" not in page(place, "x/x.zh-Hans.html").html
    assert "<li>source-" in page(place, "x/x.zh-Hans.html").html


def test_what_is_about_a_whole_file_stands_at_the_top(place: Path) -> None:
    (place / "translations/en/x.po").unlink()
    html = page(place).html
    head = html[html.index('<header class="title">') : html.index("</header>", html.index("<h1"))]
    assert "<li>out-of-sync: " in head


def test_a_baseline_is_kept_quiet_about(place: Path) -> None:
    assert duizhao("-C", place, "check", "--write-baseline", place / "known.txt").code == 0
    assert "<li>untranslated" in page(place).html
    (place / "duizhao.toml").write_text('languages = ["en"]\n[check]\nbaseline = "known.txt"\n')
    assert "<li>" + "untranslated" not in page(place).html


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("translations/en/x.po", ('msgid "试点"\nmsgstr ""', 'msgid "试点"\nmsgstr "Trial"')),
        ("source/x.md", ("先行", "在先")),
        ("duizhao.toml", ("Trials", "Tests")),
        ("glossary/a.csv", ("", "id,zh_hans,en,kind\ntrial,试点,trial,policy\n")),
    ],
)
def test_what_was_changed_is_shown_and_has_another_version(
    place: Path, name: str, change: tuple[str, str]
) -> None:
    before = page(place)
    assert page(place) is before, "nothing was changed, so nothing is made"
    path = place / name
    path.parent.mkdir(exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    assert change[0] in text
    path.write_text(text.replace(*change) if text else change[1], "utf-8")
    after = page(place)
    assert after.version != before.version and after.html != before.html


@pytest.mark.parametrize(
    ("name", "broken", "where"),
    [
        ("translations/en/x.po", b'msgid "half\n', "translations/en/x.po:1"),
        ("translations/en/x.po", b"\xff\xfe\x00", "translations/en/x.po:1"),
        ("source/x.md", b"\xff", "source/x.md:1"),
        ("duizhao.toml", b"languages = [", "duizhao.toml:1"),
        ("glossary/a.csv", b"id,nothing\n1,2\n", "glossary/a.csv:1"),
    ],
)
def test_a_broken_file_is_a_page_that_names_it_and_mending_brings_the_page_back(
    place: Path, name: str, broken: bytes, where: str
) -> None:
    path = place / name
    whole = page(place)
    path.parent.mkdir(exist_ok=True)
    old = path.read_bytes() if path.exists() else None
    path.write_bytes(broken)
    shown = page(place)
    assert shown.status == 500 and where in shown.html and shown.version != whole.version
    assert shown.version in shown.html and "/events" in shown.html, "it follows the files as well"
    assert "Traceback" not in shown.html
    if old is None:
        path.unlink()
    else:
        path.write_bytes(old)
    assert page(place).version == whole.version


def test_the_index_lists_documents_with_progress_and_says_which_cannot_be_read(place: Path) -> None:
    translate(place, "试点", "Trial")
    (place / "source/broken.md").write_bytes(b"\xff")
    index = page(place, "")
    assert index == page(place, "index.html") and index.status == 200
    assert 'href="x/x.parallel.html"' in index.html and 'href="x/x.en.html"' in index.html
    assert re.search(r'<progress max="\d+" value="1"', index.html)
    assert "source/broken.md:1: not UTF-8" in index.html
    assert ".pdf" not in index.html


def test_other_formats_are_those_of_the_last_build_or_how_to_make_them(place: Path) -> None:
    missing = page(place, "x/x.en.txt")
    assert missing.status == 404 and "duizhao build x --edition en --format txt" in missing.html
    assert duizhao("-C", place, "build", "--format", "txt").code == 0
    assert answer(place, "x/x.en.txt") == BuiltFile("x/x.en.txt")
    assert 'href="x/x.en.txt"' in page(place, "").html


@pytest.mark.parametrize(
    "path",
    [
        "x",
        "x/",
        "x/x.en.html/",
        "x/x.fr.html",
        "y/y.en.html",
        ".duizhao.json",
        "../duizhao.toml",
        "x/../../duizhao.toml",
        "x/../x/x.en.html",
        "/etc/passwd",
        "x/x.en.txt\0",
        "x\\x.en.html",
        "X/X.EN.HTML",
        "<script>alert(1)</script>",
    ],
)
def test_any_other_path_is_no_page(place: Path, path: str) -> None:
    assert duizhao("-C", place, "build", "--format", "txt").code == 0
    shown = page(place, path)
    assert shown.status == 404 and "There is no such page" in shown.html and "<script>alert" not in shown.html
