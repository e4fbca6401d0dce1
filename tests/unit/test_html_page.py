"""Whole pages: structure, links within, languages, safety, sameness."""

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources

import pytest

from pipeline.formats.html import Link, Settings, serialize
from pipeline.formats.html.page import STYLES
from pipeline.formats.html.templating import asset
from pipeline.model import Container, Edition, EditionBlock, Kind, Row, State, Term
from tests.html_sample import SANDBOX, block, edition, many, paragraph, passage, rich, row, select

VOID = {"meta", "link", "input", "br", "hr", "wbr"}
HTML_CLOSES = {"tr", "td", "th"}


class Page(HTMLParser):
    """A page's elements as a list of (path, attributes), its text by element, and its blocks of data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.path: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: dict[int, str] = {}
        self._open: list[int] = []
        self.feed(html)
        self.close()
        assert self.path == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.path.append(tag)
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.path and self.path.pop() == tag, (tag, self.getpos())
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for index in self._open:
            self.text[index] = self.text.get(index, "") + data

    def all(self, tag: str, **wanted: str) -> list[tuple[dict[str, str], str]]:
        """The elements of a name with these attributes (`cls` is a class among several), and their text."""
        style = wanted.pop("cls", "")
        return [
            (attrs, " ".join(self.text.get(index, "").split()))
            for index, (name, attrs) in enumerate(self.elements)
            if name == tag
            and all(attrs.get(key) == value for key, value in wanted.items())
            and (not style or style in attrs.get("class", "").split())
        ]


def page(made: Edition, settings: Settings | None = None) -> Page:
    return Page("".join(serialize(made, settings)))


EDITIONS = {
    "parallel": rich(),
    "two": select(rich(), ("zh-Hans", "en")),
    "scripts": select(rich(), ("zh-Hans", "zh-Hant")),
    "zh-Hans": select(rich(), ("zh-Hans",)),
    "zh-Hant-HK": select(rich(), ("zh-Hant-HK",)),
    "en": select(rich(), ("en",)),
    "empty": edition(),
    "one": edition(paragraph(row(("好。", "好。", "好。", "Good."))), terms=()),
}


@pytest.fixture(params=EDITIONS, scope="module")
def any_page(request: pytest.FixtureRequest) -> Page:
    return page(EDITIONS[request.param])


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(any_page: Page) -> None:
    ids = Counter(attrs["id"] for _, attrs in any_page.elements if "id" in attrs)
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {attrs["href"][1:] for _, attrs in any_page.elements if attrs.get("href", "").startswith("#")}
    named = {
        attrs[key] for _, attrs in any_page.elements for key in ("for", "aria-labelledby") if key in attrs
    }
    assert (targets | named) - set(ids) == set()


def test_nothing_is_loaded_and_nothing_is_styled_or_scripted_in_attributes(any_page: Page) -> None:
    for tag, attrs in any_page.elements:
        assert not {"src", "srcset", "style", "background"} & set(attrs), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")]
        assert tag not in ("iframe", "object", "embed", "img", "base", "svg", "video", "audio")
        assert tag != "link" or attrs["rel"] in ("alternate", "canonical")
    assert "url(" not in any_page.html and "@import" not in any_page.html


def test_the_policy_admits_exactly_the_blocks_of_the_page(any_page: Page) -> None:
    (policy,) = [
        attrs["content"]
        for attrs, _ in any_page.all("meta")
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    blocks = re.findall(r"<style>(.*?)</style>|<script>(.*?)</script>", any_page.html, re.S)
    hashes = [base64.b64encode(hashlib.sha256("".join(one).encode()).digest()).decode() for one in blocks]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_every_heading_follows_one_of_its_rank_or_the_rank_above(any_page: Page) -> None:
    ranks = [int(tag[1]) for tag, _ in any_page.elements if re.fullmatch("h[1-6]", tag)]
    assert ranks.count(1) == 1
    order = [rank for rank in ranks if rank > 1]
    assert all(after <= before + 1 for before, after in zip([1, *order], order, strict=False))


def test_the_same_edition_gives_the_same_page(any_page: Page) -> None:
    again = next(made for made in EDITIONS.values() if "".join(serialize(made)) == any_page.html)
    assert "".join(serialize(again)) == any_page.html


@pytest.mark.parametrize(
    ("name", "language", "views", "scripts"),
    [
        ("parallel", "en", ["side", "stacked", "zh", "en"], ["zh-Hans", "zh-Hant", "zh-Hant-HK"]),
        ("two", "en", ["side", "stacked", "zh", "en"], []),
        ("scripts", "zh-Hans", [], ["zh-Hans", "zh-Hant"]),
        ("zh-Hant-HK", "zh-Hant-HK", [], []),
        ("en", "en", [], []),
    ],
)
def test_a_page_offers_what_its_languages_allow(
    name: str, language: str, views: list[str], scripts: list[str]
) -> None:
    made = page(EDITIONS[name])
    assert made.all("html")[0][0]["lang"] == language
    assert [attrs["value"] for attrs, _ in made.all("input", name="view")] == views
    assert [attrs["value"] for attrs, _ in made.all("input", name="script")] == scripts
    assert bool(made.all("input", id="show-pinyin")) == (name != "en")
    chosen = [attrs["value"] for attrs, _ in made.all("input", type="radio") if "checked" in attrs]
    assert chosen == [*views[:1], *scripts[:1], *(["paragraph"] if views else []), "auto"]


def test_each_language_of_a_block_says_its_language() -> None:
    made = page(rich(), Settings(pinyin=False))
    languages = Counter(attrs["lang"] for attrs, _ in made.all("p", lang="zh-Hant-HK"))
    assert languages["zh-Hant-HK"] == 13  # 9 paragraphs, 3 fields of the head, a note
    assert "沙盒裡的城市：試驗如何變成規則" in [text for _, text in made.all("span", lang="zh-Hant")]
    assert "沙盒裏的城市：試驗如何變成規則" in [text for _, text in made.all("span", lang="zh-Hant-HK")]


def test_a_gap_is_marked_with_a_word_and_its_language() -> None:
    made = page(EDITIONS["en"])
    ((attrs, text),) = made.all("span", cls="gap")
    assert attrs["class"] == "s gap"
    assert text == "Not yet translated 这一句还没有译文，所以英文版照录中文。"
    assert made.all("span", lang="zh-Hans")


@pytest.mark.parametrize(
    ("state", "language", "word"),
    [
        (State.FUZZY, "en", "Translation under review"),
        (State.UNTRANSLATED, "zh-Hant", "尚未譯出"),
        (State.FUZZY, "zh-Hant-HK", "譯文待審"),
    ],
)
def test_the_mark_of_a_gap_speaks_the_language_of_the_edition(state: State, language: str, word: str) -> None:
    one = Row("s-1", (passage("好。", "zh-Hans", state),))
    made = page(Edition("a", "a", (language,), ("题",), {}, (paragraph(one),)), Settings(pinyin=False))
    assert [text for _, text in made.all("span", cls="gap")] == [f"{word} 好。"]


def test_a_sentence_that_is_not_to_be_translated_is_no_gap() -> None:
    one = Row("s-1", (passage("GDP", "zh-Hans"),))
    made = page(Edition("a", "a", ("en",), ("T",), {}, (paragraph(one),)))
    assert made.all("span", cls="gap") == []
    assert '<span class="s" id="s-1"><span lang="zh-Hans">GDP</span></span>' in made.html


def test_sentences_are_joined_as_each_language_does() -> None:
    rows = [
        row(("一。", "一。", "一。", "One.")),
        row(("二。", "二。", "二。", "Two."), gap="\n"),
        row(("三。",) * 3 + ("Three.",)),
    ]
    made = page(edition(paragraph(*rows)), Settings(pinyin=False))
    english = made.html[made.html.index('<p lang="en">') :].split("</p>")[0]
    chinese = made.html[made.html.index('<p lang="zh-Hans">') :].split("</p>")[0]
    assert re.sub("<span[^>]*>|</span>", "", english) == '<p lang="en">One. Two.<br>Three.'
    assert re.sub("<span[^>]*>|</span>", "", chinese) == '<p lang="zh-Hans">一。二。<br>三。'


def test_only_the_first_language_carries_permalinks_and_every_edition_the_same() -> None:
    whole = {attrs["id"] for _, attrs in page(rich()).elements if attrs.get("id", "").startswith("s-")}
    english = {
        attrs["id"] for _, attrs in page(EDITIONS["en"]).elements if attrs.get("id", "").startswith("s-")
    }
    assert whole == english
    assert "s-aaaa00000001" in whole


def test_lists_open_and_close_as_their_containers_do() -> None:
    outer, inner = Container("list", 1, "3"), Container("list", 3)
    first, second = Container("item", 2), Container("item", 5)
    one = row(("甲",) * 3 + ("A",))
    made = page(
        edition(
            paragraph(one, inside=(outer, first)),
            paragraph(replace(one, id="s-2"), inside=(outer, first, inner, Container("item", 4))),
            paragraph(replace(one, id="s-3"), inside=(outer, second)),
            paragraph(replace(one, id="s-4"), inside=(Container("list", 6), Container("item", 7))),
            terms=(),
        ),
        Settings(pinyin=False),
    )
    shape = "".join(
        tag
        for tag in re.findall(
            "</?(?:ol|ul|li)[^>]*>", made.html[made.html.index('<div class="text">') :].split("</article>")[0]
        )
    )
    assert shape == '<ol start="3"><li><ul><li></li></ul></li><li></li></ol><ul><li></li></ul>'


def test_a_table_is_written_once_a_language() -> None:
    made = page(EDITIONS["two"], Settings(pinyin=False))
    regions = [attrs["lang"] for attrs, _ in made.all("div", cls="wide") if "lang" in attrs]
    assert regions == ["zh-Hans", "en"]
    heads = [(text, attrs.get("class")) for attrs, text in made.all("th", scope="col")]
    assert heads[:6] == [
        ("年份", "left"),
        ("申请", "right"),
        ("获批", "right"),
        ("Year", "left"),
        ("Applied", "right"),
        ("Admitted", "right"),
    ]
    assert ("17", "right") in [(text, attrs.get("class")) for attrs, text in made.all("td")]


def test_headings_keep_their_order_but_skip_no_rank() -> None:
    levels = [3, 5, 5, 3, 1, 6]
    blocks = [
        block(Kind.HEADING, row((f"第{n}",) * 3 + (f"No. {n}",)), level=level)
        for n, level in enumerate(levels)
    ]
    made = page(edition(*blocks))
    found = [
        tag
        for tag, attrs in made.elements
        if re.fullmatch("h[2-6]", tag) and "b" in attrs.get("class", "").split()
    ]
    assert found == ["h2", "h3", "h3", "h2", "h2", "h3"]
    assert [attrs["class"] for attrs, _ in made.all("li") if "rank" in attrs.get("class", "")] == [
        f"rank-{tag[1]}" for tag in found
    ]


def test_paragraphs_are_numbered_through_lists_and_quotations_but_not_in_tables_and_notes() -> None:
    numbers = [int(text) for _, text in page(rich()).all("a", cls="no")]
    assert numbers == list(range(1, 10))


def test_contents_name_the_headings_in_every_language() -> None:
    made = page(rich())
    names = [text for _, text in made.all("li", cls="rank-2")]
    assert names[0] == "先试，再写规则先試，再寫規則先試，再寫規則Try first, then write the rule"
    assert page(EDITIONS["one"]).all("nav") == []


def test_notes_are_numbered_by_their_marks_and_lead_back() -> None:
    made = page(EDITIONS["en"])
    assert made.all("li", id="n-1")[0][1].startswith("The practice began in London in 2015.")
    assert [attrs["href"] for attrs, _ in made.all("a", cls="back")] == ["#r-n-1-1", "#r-tn-a-1"]
    assert made.all("li", id="tn-a")[0][1].startswith("The Chinese says, more bluntly")


def test_a_note_without_a_mark_is_kept_and_a_mark_without_a_note_is_text() -> None:
    lone = paragraph(row(("注。", "註。", "註。", "Kept.")), inside=(Container("note", 1, "b"),))
    made = page(edition(paragraph(row(("正文[^a]", "正文", "正文", "Text.[^a]"))), lone))
    assert "[^a]" in made.text[next(i for i, (tag, _) in enumerate(made.elements) if tag == "main")]
    assert "Kept." in made.all("li", id="n-1")[0][1]
    assert made.all("a", cls="back") == []


def test_a_note_may_hold_a_list_and_stand_in_a_quotation() -> None:
    inside = (Container("quote", 1), Container("note", 2, "a"), Container("list", 3), Container("item", 4))
    made = page(
        edition(
            paragraph(row(("见[^a]",) * 3 + ("See[^a]",))),
            paragraph(row(("甲",) * 3 + ("A point.",)), inside=inside),
        )
    )
    assert "A point." in made.all("li", id="n-1")[0][1]
    assert [attrs["href"] for attrs, _ in made.all("a", cls="back")] == [f"#r-n-1-{n}" for n in range(1, 5)]
    assert made.all("blockquote") == []


def test_the_glossary_tells_all_about_a_term() -> None:
    made = page(rich())
    ((_, text),) = made.all("li", id="t-regulatory-sandbox")
    for part in (
        "监管沙盒",
        "監管沙盒",
        "jiānguǎn shāhé",
        "regulatory sandbox",
        "supervisory sandbox",
        "允许企业",
        "Financial Conduct Authority, 2015",
        "Never “supervision sandbox”.",
    ):
        assert part in text
    assert "(CV)" in made.all("li", id="t-computing-voucher")[0][1]
    assert text.split("In the text")[1].split()[-2:] == ["1", "3"]


def test_the_glossary_names_every_kind_of_place() -> None:
    def use(name: str, mark: str = "") -> Row:
        return row(
            (f"监管沙盒{mark}", f"監管沙盒{mark}", f"監管沙盒{mark}", f"regulatory sandbox{mark}"), name=name
        )

    table = (Container("table", 1), Container("row", 2))
    blocks = [
        block(Kind.TITLE, use("s-1")),
        block(Kind.HEADING, use("s-2"), level=2),
        paragraph(use("s-3", "[^a]")),
        block(Kind.CELL, use("s-4"), inside=table),
        paragraph(use("s-5"), inside=(Container("note", 3, "a"),)),
    ]
    made = page(edition(*blocks))
    uses = re.search(r'<p class="uses">.*?</p>', made.html)
    assert uses is not None
    assert re.findall(r'href="#([^"]+)">([^<]+)<', uses[0]) == [
        ("p-1", "title"),
        ("p-2", "§1"),
        ("p-3", "1"),
        ("p-4", "tab. 1"),
        ("n-1", "n. 1"),
    ]


def test_the_page_says_how_the_edition_came_about() -> None:
    made = page(rich())
    rows = re.findall(r'<tr><th scope="row" lang="([^"]+)">[^<]*</th>(.*?)</tr>', made.html)
    assert {tag: re.findall(r"\d+", cells) for tag, cells in rows} == {
        "zh-Hant": ["0", "29", "0"],
        "zh-Hant-HK": ["0", "29", "0"],
        "en": ["28", "0", "1"],
    }
    heads = re.findall(r'<th scope="col">.*?<span lang="en">([^<]+)</span>', made.html)
    assert heads == ["Translated by a person", "Converted by machine", "Not yet translated"], (
        "what no sentence awaits is no column"
    )
    assert 'href="https://example.org/sandbox"' in made.html
    assert "CC BY 4.0" in made.html and "A. Reader" in made.html


def test_metadata_for_machines() -> None:
    settings = Settings(
        site="Notes",
        home="index.html",
        address="https://e.org/sandbox.html",
        editions=(
            Link("sandbox.en.html", "English", "en"),
            Link("sandbox.pdf", "PDF", media="application/pdf"),
        ),
    )
    made = page(rich(), settings)
    assert made.all("title")[0][1].endswith("– Notes")
    assert "沙盒里的城市" in made.all("title")[0][1] and "Cities in a Sandbox" in made.all("title")[0][1]
    alternates = [(attrs.get("hreflang"), attrs["href"]) for attrs, _ in made.all("link", rel="alternate")]
    assert alternates == [("en", "https://e.org/sandbox.en.html"), (None, "https://e.org/sandbox.pdf")]
    assert made.all("link", rel="canonical")[0][0]["href"] == "https://e.org/sandbox.html"
    (data,) = [text for attrs, text in made.all("script") if attrs.get("type") == "application/ld+json"]
    assert json.loads(data)["headline"] == "Cities in a Sandbox: How Trials Become Rules"
    assert made.all("a", cls="site")[0][0]["href"] == "index.html"
    assert made.all("meta", name="description")[0][0]["content"].startswith("This article explains")
    assert [attrs["content"] for attrs, _ in made.all("meta", name="author")] == ["林一舟", "Lin Yizhou"]


def test_an_author_of_the_metadata_stands_under_the_title() -> None:
    made = page(edition(metadata={"author": "Lin Yizhou"}))
    assert made.all("p", cls="author")[0][1] == "Lin Yizhou"


def test_the_line_in_the_po_file_is_given_for_edit_links() -> None:
    settings = Settings(edit="https://e.org/{slug}/{language}#L{line}", lines={"en": {"s-aaaa00000001": 12}})
    made = page(rich(), settings)
    assert [attrs["data-line"] for _, attrs in made.elements if "data-line" in attrs] == ["12"]
    (data,) = [json.loads(text) for attrs, text in made.all("script") if attrs.get("id") == "data"]
    assert data["edit"] == settings.edit and data["slug"] == "sandbox"
    assert (
        json.loads(page(rich(), replace(settings, edit="javascript:x")).all("script", id="data")[0][1])[
            "edit"
        ]
        == ""
    )


def test_a_preview_shows_findings_and_runs_its_script() -> None:
    settings = Settings(findings={"s-aaaa00000004": ("term-missing: <b>",)}, script="/* live */")
    made = page(rich(), settings)
    assert made.all("ul", cls="findings")[0][1] == "term-missing: <b>"
    assert made.html.count("connect-src") == 1 and "/* live */</script>" in made.html


EVIL = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert(1))",
    "<!--",
    "]]>",
    "\u202egnihtemos",
    "\x00",
    "</style><style>*{}",
    "&lt;script&gt;",
]


@pytest.mark.parametrize("evil", EVIL)
def test_text_is_data_wherever_it_stands(evil: str) -> None:
    term = replace(
        SANDBOX,
        id=evil,
        chinese=evil,
        english=evil,
        admitted=(evil,),
        acronym=evil,
        traditional={"zh-Hant": evil},
        fields=dict.fromkeys(("definition", "definition_zh", "pinyin", "source", "note", "authority"), evil),
    )
    inside = (Container("table", 1, evil), Container("row", 2, evil))
    blocks = [
        block(Kind.TITLE, row((evil,) * 4)),
        block(Kind.METADATA, row((evil,) * 4), label=evil),
        block(Kind.HEADING, row((evil,) * 4), level=2),
        block(Kind.HEADING, row((evil,) * 4), level=2),
        paragraph(row((evil,) * 4, notes=(evil,), gap=evil), row((evil,) * 3 + ("",))),
        block(Kind.CELL, row((evil,) * 4), label=evil, inside=inside),
        block(Kind.CODE, text=evil, label=evil),
    ]
    settings = Settings(
        site=evil,
        home="index.html",
        address="https://e.org",
        editions=(Link("x.html", evil, "en"),),
        folding={"監": "监"},
        findings={"s-1": (evil,)},
    )
    made = edition(
        *blocks,
        titles=(evil,) * 4,
        metadata=dict.fromkeys(("date", "source", "licence", "translator", "author", evil), evil),
        terms=(term,),
        slug=evil,
    )
    found = page(made, settings)
    assert len(found.all("script")) == len(page(edition(terms=(SANDBOX,))).all("script"))
    assert len(found.all("style")) == 1
    assert not [tag for tag, _ in found.elements if tag == "img"]
    assert "javascript:" not in "".join(attrs.get("href", "") for _, attrs in found.elements)
    assert not set("\u202e\x00") & set(found.html)
    assert "49" not in found.all("h1")[0][1]


@pytest.mark.parametrize(
    ("label", "made"),
    [
        ("a title of 500 characters", edition(titles=("题" * 500,) * 3 + ("Title " * 90,))),
        ("one segment", edition(paragraph(row(("好",) * 3 + ("Good",))))),
        (
            "a segment of 50,000 characters",
            edition(paragraph(row(("监管沙盒" * 12_500,) * 3 + ("x" * 50_000,)))),
        ),
        ("no glossary", replace(rich(), terms=())),
        ("untranslated", edition(*(paragraph(row((f"第{n}句。",) * 3 + ("",))) for n in range(30)))),
        ("an empty paragraph", edition(EditionBlock(Kind.PARAGRAPH, 0, "", (), ()))),
        ("a rare term", edition(terms=(Term("𠮷", "𠮷", "x", "concept"),))),
    ],
)
def test_a_page_comes_of_any_edition(label: str, made: Edition) -> None:
    assert page(made).all("h1"), label


@pytest.mark.parametrize(("count", "far"), [(400, 0), (600, 13)])
def test_only_a_long_page_is_laid_out_by_parts(count: int, far: int) -> None:
    html = "".join(serialize(many(count)))
    assert html.count('<div class="part far">') == far
    assert html.count('<div class="part') >= far


def test_a_traditional_text_is_read_as_its_source_is() -> None:
    one = Row("s-1", (passage("著急", "zh-Hant"),), source="着急")
    made = page(Edition("a", "a", ("zh-Hant",), ("題",), {}, (paragraph(one),)))
    assert "<ruby>著<rt>zháo</rt>急<rt>jí</rt></ruby>" in made.html


def test_a_long_page_tells_its_script_the_readings() -> None:
    long = edition(paragraph(row(("行" * 20_000 + "银行",) * 2 + ("行",) + ("x",))))
    made = page(long)
    data = json.loads(made.all("script", id="data")[0][1])
    assert data["usual"] == {"xíng": "行", "yín": "银"}
    assert made.all("span", cls="s")[0][0]["data-y"] == "20001háng"


def test_two_thousand_segments_stay_below_three_megabytes() -> None:
    html = "".join(serialize(many(2000)))
    assert len(html.encode()) < 3_000_000
    assert "<ruby>" not in html
    assert '<span class="scripted"><label><input type="checkbox" id="show-pinyin"' in html


def test_ten_thousand_notes_keep_their_numbers() -> None:
    notes = [
        paragraph(row(("注。",) * 3 + (f"Note {n}.",)), inside=(Container("note", n, f"n{n}"),))
        for n in range(10_000)
    ]
    text = paragraph(*(row((f"句[^n{n}]",) * 3 + (f"S[^n{n}]",)) for n in reversed(range(10_000))))
    html = "".join(serialize(edition(text, *notes, languages=("en",)), Settings(pinyin=False)))
    assert '<li id="n-1">' in html and html.index("Note 9999.") < html.index("Note 0.")
    assert html.count('class="back"') == 10_000


@pytest.mark.parametrize("sheet", ["html_type.css", "epub.css"])
def test_a_title_or_term_in_italics_is_not_set_upright_again(sheet: str) -> None:
    css = (resources.files("pipeline.formats") / "templates" / sheet).read_text("utf-8")
    rules = re.findall(r"^((?:cite|dfn)[^{]*){([^}]*)}", css, re.MULTILINE)
    assert rules
    assert [selector for selector, style in rules if "font-style: inherit" not in style] == []


def test_a_choice_is_looked_for_among_the_controls_alone() -> None:
    """Where a rule asks the whole page for a choice, each switch tries it on all of a long text."""
    css = re.sub(r"/\*.*?\*/", "", asset(*STYLES), flags=re.S)
    asking = {
        (subject, "color-scheme" in rule)
        for rule in re.findall(r"[^{}]+{[^{}]*}", css)
        for subject in re.findall(r"(?:^|[\s,])([^\s,]+?):has\(#", rule)
    }
    assert asking == {(".bar", False), (":root", True)}
