"""Poppler judges the pages: what is drawn, in which fonts and languages, how it is tagged and broken."""

import re
import subprocess
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from pipeline.formats.fonts import FontSetting, bundled
from pipeline.formats.pdf import Layout, Paper, passages, render
from pipeline.formats.pdf.breaks import CLOSING, OPENING
from pipeline.model import Container, Edition, EditionBlock, Kind
from tests.pdf_sample import FULL, edition, heading, note, only, paragraph, row

pytestmark = pytest.mark.judge("pdftotext")

BUNDLED = FontSetting(installed=False)
SETTINGS = {"bundled": BUNDLED, "installed": FontSetting()}
WIDTHS = [
    *((layout, paper, 2) for layout in Layout for paper in Paper),
    *((Layout.COLUMNS, paper, 1) for paper in Paper),
]


def run(path: Path, *command: str) -> str:
    """What a program of poppler-utils says about a file; `-` in its arguments is standard output."""
    arguments = [str(path) if argument == "FILE" else argument for argument in command]
    return subprocess.run(arguments, capture_output=True, check=True, text=True, errors="replace").stdout


@pytest.fixture
def pdf(tmp_path: Path) -> "Setter":
    return Setter(tmp_path / "page.pdf")


@dataclass
class Setter:
    path: Path

    def __call__(self, made: Edition, *how: Layout | Paper, setting: FontSetting = BUNDLED) -> Path:
        layout = next((option for option in how if isinstance(option, Layout)), Layout.COLUMNS)
        paper = next((option for option in how if isinstance(option, Paper)), Paper.A4)
        self.path.write_bytes(render(made, layout, paper, setting))
        return self.path


# Text and what is drawn of it


def characters(path: Path) -> int:
    """How many characters, spaces aside, a reader of the text finds."""
    return len("".join(run(path, "pdftotext", "FILE", "-").split()))


def drawn(path: Path) -> int:
    """How many glyphs have an outline on a page: not the boxes of missing ones, and no blanks."""
    count = 0
    for page in range(1, int(info(path)["Pages"]) + 1):
        tree = ET.fromstring(run(path, "pdftocairo", "-svg", "-f", str(page), "-l", str(page), "FILE", "-"))
        svg, link = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
        outlines = {
            symbol.get("id", ""): _outline(symbol.find(f"{svg}path")) for symbol in tree.iter(f"{svg}symbol")
        }
        for use in tree.iter(f"{svg}use"):
            name = use.get(link, "#").removeprefix("#")
            missing = outlines.get(name.partition("-")[0] + "-0")
            count += outlines.get(name, "") not in ("", missing)
    return count


def _outline(path: ET.Element | None) -> str:
    return "" if path is None else path.get("d", "")


def info(path: Path) -> dict[str, str]:
    lines = (line.partition(":") for line in run(path, "pdfinfo", "FILE").splitlines())
    return {name: value.strip() for name, _, value in lines}


# No f-ligatures and no dash of two em, so that a glyph is a character.
SIMPLE = edition(
    heading("一、规则", "1. Rules"),
    paragraph(
        row("试点“沙盒”（监管）允许、限定；其余照旧……", "Pilots in a sandbox: limited, permitted."),
        row("朱镕基、堃、喆、犇。"),
    ),
    note(9, "a", row("注释。", "Note.")),
    paragraph(row("镕与𠮷[^a]，《书名》？！", "Names stay (张江).[^a]")),
    titles=("规则", "Rules"),
)


@pytest.mark.parametrize("tag", ["", "zh-Hans", "zh-Hant", "zh-Hant-HK"])
@pytest.mark.parametrize("fonts", SETTINGS)
def test_every_character_is_drawn(pdf: Setter, tag: str, fonts: str) -> None:
    made = only(SIMPLE, "zh-Hans", tag) if tag else SIMPLE
    path = pdf(made, setting=SETTINGS[fonts])
    text = "".join(run(path, "pdftotext", "FILE", "-").split())
    shown = "试点“沙盒”（监管）允许、限定；其余照旧……朱镕基、堃、喆、犇。"
    assert all(character in text for character in shown + "镕与𠮷，《书名》？！注释")
    assert drawn(path) == characters(path) > 60


def test_the_judge_of_drawing_sees_a_blank(tmp_path: Path) -> None:
    import typst

    path = tmp_path / "blank.pdf"
    source = '#set text(font: "Noto Sans TC", fallback: false, lang: "zh"); 朱镕基'
    path.write_bytes(
        typst.compile(source.encode(), font_paths=[bundled()], ignore_system_fonts=True, format="pdf")
    )
    assert drawn(path) == 2


@pytest.mark.parametrize("layout", Layout)
def test_nothing_of_the_edition_is_lost(pdf: Setter, layout: Layout) -> None:
    text = "".join(run(pdf(FULL, layout), "pdftotext", "FILE", "-").split()).translate({0xAD: None})
    for sentence in (
        "沙盒并不取消规则",
        "协议期限为两年。",
        "国务院部门的批复；",
        "试点数",
        "本文比较三个城市的安排。",
    ):
        assert sentence in text
    for sentence in (
        "AnagreementrunsfortwoyearS".lower(),
        "byperson",
        "approvalbyaministry;",
        "License:CCBY4.0",
        "[notyettranslated]",
    ):
        assert sentence.replace("byperson", "translatedbyaperson").lower() in text.lower()


# Fonts


def fonts(path: Path) -> list[list[str]]:
    return [line.split() for line in run(path, "pdffonts", "FILE").splitlines()[2:]]


@pytest.mark.parametrize(
    ("tag", "family", "other"),
    [
        ("zh-Hans", "NotoSansSC", "NotoSansTC"),
        ("zh-Hant", "NotoSansTC", "NotoSansSC"),
        ("zh-Hant-HK", "NotoSansTC", "NotoSansSC"),
    ],
)
def test_each_region_has_its_font_and_all_are_embedded_subsets(
    pdf: Setter, tag: str, family: str, other: str
) -> None:
    words = "規則與試點" if "Hant" in tag else "规则与试点"
    made = only(edition(paragraph(row(words, "Rules"))), "zh-Hans", tag)
    made = replace(made, titles=(words,))
    found = fonts(pdf(made))
    assert any(family in font[0] for font in found)
    assert not any(other in font[0] for font in found if tag != "zh-Hans") or tag == "zh-Hans"
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in found), found


def test_a_character_that_the_regions_font_lacks_comes_from_its_neighbour(pdf: Setter) -> None:
    made = replace(only(edition(paragraph(row("朱镕基總理", "Zhu"))), "zh-Hans", "zh-Hant"), titles=("總理",))
    names = " ".join(font[0] for font in fonts(pdf(made)))
    assert "NotoSansTC" in names and "NotoSansSC" in names


# Tags, languages, bookmarks


def streams(path: Path) -> bytes:
    data = path.read_bytes()
    found = [data]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S):
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return b"\n".join(found)


@pytest.mark.parametrize(
    ("tag", "languages"),
    [
        ("zh-Hans", {"zh-CN"}),
        ("zh-Hant", {"zh-TW"}),
        ("zh-Hant-HK", {"zh-HK"}),
        ("en", {"en"}),
        ("", {"zh-CN", "en"}),
    ],
)
def test_every_run_tells_its_language(pdf: Setter, tag: str, languages: set[str]) -> None:
    made = edition(heading("一、规则", "1. Rules"), paragraph(row("试点。", "Pilots.")), terms=())
    path = pdf(only(made, "en" if tag == "en" else "zh-Hans", tag) if tag else made)
    found = {name.decode() for name in re.findall(rb"/Lang\(([^)]+)\)", streams(path))}
    assert found == languages


def test_the_file_says_what_it_is(pdf: Setter) -> None:
    path = pdf(FULL)
    facts = info(path)
    assert (
        facts["Title"]
        == "规则的弹性：地方试点为什么有的成功 / The Give in the Rules: Why Some Local Pilots Work"
    )
    assert (facts["Author"], facts["Tagged"], facts["PDF version"]) == ("陈明远, Chen Mingyuan", "yes", "1.7")
    assert "CreationDate" not in facts
    assert re.search(r"pdfuaid:part>1<|pdfuaid:part=\"1\"", run(path, "pdfinfo", "-meta", "FILE"))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, "595.276 x 841.89"), (Paper.LETTER, "612 x 792")])
def test_the_paper(pdf: Setter, paper: Paper, size: str) -> None:
    assert info(pdf(FULL, paper))["Page size"].startswith(size)


@pytest.mark.parametrize(
    "made", [FULL, only(FULL, "zh-Hans"), only(FULL, "en")], ids=["parallel", "zh", "en"]
)
@pytest.mark.parametrize("layout", Layout)
def test_the_structure_is_tagged(pdf: Setter, made: Edition, layout: Layout) -> None:
    nodes = structure(pdf(made, layout))
    tags = [tag for tag, _ in nodes]
    assert tags[0] == "Document"
    least = {
        "TOC": 1,
        "TOCI": 6,
        "H1": 5,
        "H2": 1,
        "L": 2,
        "LI": 5,
        "BlockQuote": 1,
        "Table": 2,
        "TH": 6,
        "Note": 2,
    }
    assert {tag: count for tag, count in least.items() if tags.count(tag) < count} == {}
    assert "H3" not in tags
    english = made.languages == ("en",)
    for tag, words in (
        ("P", "A sandbox does not lift the rules" if english else "沙盒并不取消规则，而是把"),
        ("H1", "2. Three systems compared" if english else "二、制度比较"),
        ("LI", "approval by a ministry;" if english else "国务院部门的批复；"),
        ("TH", "Pilots" if english else "试点数"),
        ("Note", "renders the English" if english else "译自英文"),
    ):
        assert any(words in text for found, text in nodes if found == tag), (tag, words)


def structure(path: Path) -> list[tuple[str, str]]:
    """Each element of the tag tree with all the text in it."""
    nodes: list[tuple[str, list[str]]] = []
    stack: list[tuple[int, list[str]]] = []
    for line in run(path, "pdfinfo", "-struct-text", "FILE").splitlines():
        depth = len(line) - len(line.lstrip())
        while stack and stack[-1][0] >= depth:
            stack.pop()
        if match := re.match(r' *"(.*)"$', line):
            for _, texts in stack:
                texts.append(match[1])
        elif match := re.match(r" *([A-Z]\w*)", line):
            nodes.append((match[1], []))
            stack.append((depth, nodes[-1][1]))
    return [(tag, "".join(texts)) for tag, texts in nodes]


def outline(path: Path) -> list[tuple[int, int, str]]:
    """Depth, page and text of each bookmark."""
    xml = run(path, "pdftohtml", "-xml", "-i", "-stdout", "FILE")
    depth, found = 0, []
    for opening, closing, page, text in re.findall(
        r'(<outline>)|(</outline>)|<item page="(\d+)">(.*?)</item>', xml
    ):
        depth += bool(opening) - bool(closing)
        if page:
            found.append((depth, int(page), text))
    return found


def test_bookmarks_follow_the_headings_in_both_languages(pdf: Setter) -> None:
    found = outline(pdf(FULL))
    assert [(depth, text) for depth, _, text in found] == [
        (1, "一、问题的提出 1. The question"),
        (1, "二、制度比较 2. Three systems compared"),
        (2, "（一）授权的来源 (a) Where the mandate comes from"),
        (1, "三、结论 3. Conclusion"),
        (1, "术语表 Glossary"),
        (1, "关于本版 About this edition"),
    ]
    pages = [page for _, page, _ in found]
    assert pages == sorted(pages)


# Lines


@dataclass(frozen=True)
class Line:
    page: int
    left: float
    top: float
    right: float
    text: str


def lines(path: Path) -> Iterator[Line]:
    """The lines of every page, running heads and page numbers included."""
    tree = ET.fromstring(run(path, "pdftotext", "-bbox-layout", "FILE", "-"))
    name = "{http://www.w3.org/1999/xhtml}"
    for number, page in enumerate(tree.iter(f"{name}page"), 1):
        for line in page.iter(f"{name}line"):
            box = [float(line.get(side, "0")) for side in ("xMin", "yMin", "xMax")]
            yield Line(number, *box, " ".join(word.text or "" for word in line.iter(f"{name}word")))


def broken(path: Path) -> list[str]:
    """Lines that begin with a closing mark or end with an opening one.

    Poppler sometimes takes what stands closely beside one another for two lines: only what has nothing
    to its left begins a line.
    """
    found = list(lines(path))

    def beside(line: Line) -> list[Line]:
        return [other for other in found if other.page == line.page and abs(other.top - line.top) < 5]

    def begins(line: Line) -> bool:
        return not any(other.left < line.left < other.right + 8 for other in beside(line))

    def ends(line: Line) -> bool:
        return not any(other.left - 8 < line.right < other.right for other in beside(line))

    return [
        line.text
        for line in found
        if (line.text[0] in CLOSING and begins(line)) or (line.text[-1] in OPENING and ends(line))
    ]


@cache
def marked() -> Edition:
    """Sentences of every length up to a line's, with note marks at every kind of place."""
    rows = [
        row(
            f"{'试' * (n % 37)}点[^{n}]，“允许[^b]”。{'限' * (n % 11)}（**定**[^b]）；GDP[^b]、{'规' * (n % 7)}——则[^b]……《书[^b]》！",
            f"{'word ' * (n % 13)}**pilot**,[^{n}] “permit”[^b] ({'rule' * (n % 5)})[^b] and so on.[^b]",
        )
        for n in range(74)
    ]
    notes = [note(900 + n, str(n), row(f"第{n}个注，“释”。", f"Note {n}, “so”.")) for n in range(74)]
    return edition(
        *(paragraph(*rows[n : n + 2]) for n in range(0, 74, 2)), *notes, note(999, "b", row("乙。", "B."))
    )


@pytest.mark.parametrize(("layout", "paper", "count"), WIDTHS)
def test_no_line_begins_with_a_closing_mark_or_a_notes_mark_or_ends_with_an_opening_one(
    pdf: Setter, layout: Layout, paper: Paper, count: int
) -> None:
    made = marked() if count == 2 else only(marked(), "zh-Hans")
    path = pdf(made, layout, paper)
    found = list(lines(path))
    assert len(found) > 200
    assert broken(path) == []
    # No sentence of these begins with a number, so a number and more at a line's beginning is a note's mark.
    assert [line.text for line in found if re.match(r"\d+\D", line.text)] == []


def test_the_judge_of_lines_sees_a_wrong_break(tmp_path: Path) -> None:
    import typst

    path = tmp_path / "broken.pdf"
    source = '#set text(font: "Noto Sans SC", lang: "zh"); 试点 #linebreak() ，允许（ #linebreak() 限定）'
    path.write_bytes(typst.compile(source.encode(), font_paths=[bundled()], format="pdf"))
    assert broken(path) == ["，允许（"]


@pytest.mark.parametrize(("layout", "paper", "count"), WIDTHS)
def test_nothing_runs_off_the_page(pdf: Setter, layout: Layout, paper: Paper, count: int) -> None:
    address = "https://www.example.org/" + "policy/" * 12 + "?query=" + "x" * 80
    long = row(f"见{address}与{'甲' * 90}。", f"See {address} and {'pneumono' * 12}, or `{'code' * 30}`.")
    made = edition(
        heading("题" * 80, "Heading" * 20),
        paragraph(long, row(address)),
        paragraph(
            long,
            inside=(Container("list", 1), Container("item", 2), Container("list", 3), Container("item", 4)),
        ),
        paragraph(long, inside=(Container("quote", 5),)),
        EditionBlock(Kind.CODE, 0, "", (), (), "y" * 300),
        titles=("题" * 120, "Title " * 60),
        metadata={"source": address},
    )
    path = pdf(made if count == 2 else only(made, "en"), layout, paper)
    width = 612 if paper is Paper.LETTER else 595.3
    margin = min(line.left for line in lines(path))
    # Hanging hyphens and marks may stand out by less than half a character.
    assert [line for line in lines(path) if line.right > width - margin + 6] == []


def test_segments_stand_beside_their_translation(pdf: Setter) -> None:
    rows = [row(f"甲{n:03}" + "字" * (n * 7 % 90), f"A{n:03} " + "word " * (n * 5 % 40)) for n in range(60)]
    placed: dict[str, tuple[int, float]] = {}
    for line in lines(pdf(edition(*(paragraph(*rows[n : n + 4]) for n in range(0, 60, 4))))):
        if match := re.match(r"(甲|A) ?(\d{3})", line.text):
            placed[match[1] + match[2]] = (line.page, line.top)
    assert len(placed) == 120
    for n in range(60):
        (page, top), (other_page, other_top) = placed[f"甲{n:03}"], placed[f"A{n:03}"]
        assert page == other_page and abs(top - other_top) < 3


@pytest.mark.parametrize(("layout", "paper", "count"), WIDTHS)
def test_no_heading_is_left_at_the_foot_of_a_page(
    pdf: Setter, layout: Layout, paper: Paper, count: int
) -> None:
    blocks = [
        part
        for n in range(60)
        for part in (
            heading(f"标题{n}", f"Heading {n}"),
            paragraph(row("字" * (20 + n * 13 % 170) + "。", "word " * (n * 7 % 60))),
        )
    ]
    path = pdf(edition(*blocks) if count == 2 else only(edition(*blocks), "zh-Hans"), layout, paper)
    last: dict[int, Line] = {}
    for line in lines(path):
        if not line.text.isdigit() and (line.page not in last or line.top >= last[line.page].top):
            last[line.page] = line
    assert len(last) > 3
    assert [line.text for line in last.values() if re.match(r"标题\d|Heading \d+$", line.text)] == []


def test_no_heading_is_left_at_the_foot_of_a_page_where_sentences_have_notes(pdf: Setter) -> None:
    """In columns: there being sticky is not enough, and a heading goes with the first sentence below it."""
    blocks = []
    for n in range(40):
        sentences = (row("字" * (20 + (41 * n + 23 * k) % 90) + f"[^{n}-{k}]。", "Word.") for k in range(2))
        notes = (row("注" * ((67 * n + 101 * k) % 300), "Note.") for k in range(2))
        blocks += [heading(f"标题{n}", f"Heading {n}"), paragraph(*sentences)]
        blocks += [note(10**4 + 2 * n + k, f"{n}-{k}", text) for k, text in enumerate(notes)]
    found = list(lines(pdf(edition(*blocks))))
    headings = [line for line in found if re.fullmatch(r"标题 ?\d+", line.text)]
    text = [line for line in found if line.text.startswith("字")]
    lowest = {line.page: line.top for line in sorted(text, key=lambda line: line.top)}
    assert len(headings) == 40 and len(lowest) > 8
    assert [line.text for line in headings if lowest.get(line.page, 0) < line.top] == []


def test_notes_at_the_end_and_their_marks_lead_to_each_other(
    pdf: Setter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages, "MOST_BELOW", 1)
    path = pdf(FULL)
    assert "Note" not in [tag for tag, _ in structure(path)]
    links = re.findall(
        r"<a href=[^>]*>(\d+\.?)[^<]*</a>", run(path, "pdftohtml", "-xml", "-i", "-stdout", "FILE")
    )
    assert {"1", "1.", "2", "2."} <= {*links}


def test_later_pages_have_running_heads_and_every_page_its_number(pdf: Setter) -> None:
    path = pdf(only(FULL, "zh-Hans"), Paper.LETTER)
    count = int(info(path)["Pages"])
    assert count > 1
    for page in range(1, count + 1):
        found = [line for line in lines(path) if line.page == page]
        head = [line.text for line in found if line.top < 60]
        assert (head == []) is (page == 1)
        assert max(found, key=lambda line: line.top).text == str(page)
        assert page == 1 or head[0] == FULL.titles[0]


def test_a_gap_is_marked_in_the_language_of_its_column(pdf: Setter) -> None:
    text = "".join(run(pdf(only(FULL, "en")), "pdftotext", "FILE", "-").split())
    assert text.count("[notyettranslated]其中多少来自真正的供需，目前没有公开的统计。") == 2
    chinese = "".join(run(pdf(only(FULL, "zh-Hans")), "pdftotext", "FILE", "-").split())
    assert "[" not in chinese
