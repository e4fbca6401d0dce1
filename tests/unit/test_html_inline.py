"""One passage as HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats.html.inline import Place, inline
from pipeline.formats.html.references import Reference, References
from pipeline.formats.html.safety import clean
from pipeline.markup import plain
from pipeline.model import Annotation, Container, EditionBlock, Kind
from tests.html_sample import HANGZHOU, SANDBOX, edition

NOTE = EditionBlock(Kind.PARAGRAPH, 0, "", (Container("note", 1, "fca"),), ())


def place(language: str = "en") -> Place:
    return Place(language, Reference("p-1", label="1"), References(edition(NOTE)))


def write(
    text: str, *annotations: Annotation, sounds: tuple[str, ...] = (), language: str = "zh-Hans"
) -> str:
    return str(inline(text, place(language), annotations, sounds))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a *b* **c** ~~d~~", "a <em>b</em> <strong>c</strong> <s>d</s>"),
        ("`x<y`", '<code translate="no">x&lt;y</code>'),
        ("a\\\nb", "a<br>b"),
        ("[x](https://e.org/?a=1&b=2)", '<a href="https://e.org/?a=1&amp;b=2" rel="noreferrer">x</a>'),
        ("![a chart](c.png)", '<a class="image" href="c.png" rel="noreferrer">a chart</a>'),
        ("![](c.png)", '<a class="image" href="c.png" rel="noreferrer">c.png</a>'),
        ("![x](data:image/png;base64,AA)", "x"),
        ("[![x](a.png)](b.html)", '<a href="b.html" rel="noreferrer">x</a>'),
        ("[^none]", "[^none]"),
        ("<script>alert(1)</script>", "alert(1)"),  # the notation drops HTML
        ("&lt;b&gt; &amp; \u202e", "&lt;b&gt; &amp; "),
    ],
)
def test_inline_markdown(text: str, expected: str) -> None:
    assert write(text, language="en") == expected


@pytest.mark.parametrize("text", ["[x](javascript:alert(1))", "[x](<data:text/html,y>)", "[x](file:///etc)"])
def test_a_link_that_could_act_is_none(text: str) -> None:
    assert "href" not in write(text)


def test_a_note_mark_points_to_its_note_and_is_numbered_once() -> None:
    where = place()
    first = inline("a[^fca]", where)
    second = inline("b[^fca]", where)
    assert first == 'a<sup class="ref"><a id="r-n-1-1" href="#n-1">1</a></sup>'
    assert second == 'b<sup class="ref"><a id="r-n-1-2" href="#n-1">1</a></sup>'
    assert [one.id for one in where.references.places("n-1")] == ["r-n-1-1", "r-n-1-2"]


def test_a_note_mark_in_a_link_stands_behind_it() -> None:
    html = write("[see[^fca]](b.html) on")
    assert (
        html
        == '<a href="b.html" rel="noreferrer">see</a><sup class="ref"><a id="r-n-1-1" href="#n-1">1</a></sup> on'
    )


T, N = "term", "number"


@pytest.mark.parametrize(
    ("text", "annotations", "expected"),
    [
        ("监管沙盒好", [(0, 4, T, SANDBOX.id)], '<a href="#t-regulatory-sandbox">监管沙盒</a>好'),
        ("在杭州", [(1, 3, T, HANGZHOU.id)], '在<a class="n" href="#t-hangzhou">杭州</a>'),
        ("监管沙盒", [(0, 4, T, "unknown")], "监管沙盒"),
        ("abcd", [(0, 3, T, SANDBOX.id), (1, 4, T, HANGZHOU.id)], '<a href="#t-regulatory-sandbox">abc</a>d'),
        ("abcd", [(1, 2, T, HANGZHOU.id), (0, 4, T, SANDBOX.id)], '<a href="#t-regulatory-sandbox">abcd</a>'),
        ("ab", [(1, 1, T, SANDBOX.id)], "ab"),
        ("ab", [(0, 9, T, SANDBOX.id)], '<a href="#t-regulatory-sandbox">ab</a>'),
        (
            "**监管**沙盒",
            [(0, 4, T, SANDBOX.id)],
            '<strong><a href="#t-regulatory-sandbox">监管</a></strong><a href="#t-regulatory-sandbox">沙盒</a>',
        ),
        ("[a b](c)", [(0, 1, T, SANDBOX.id)], '<a href="c" rel="noreferrer">a b</a>'),
        ("`ab`", [(0, 2, T, SANDBOX.id)], '<code translate="no">ab</code>'),
        ("1.2亿", [(0, 4, N, "120000000")], '<data class="f" value="120000000">1.2亿</data>'),
        ("1.2亿", [(0, 4, N, "")], '<span class="f">1.2亿</span>'),
        ("5月4日", [(0, 4, "date", "2026-05-04")], '<time class="f" datetime="2026-05-04">5月4日</time>'),
        ("5月", [(0, 2, "date", "2026-05")], '<time class="f" datetime="2026-05">5月</time>'),
        ("今年", [(0, 2, "date", "2026")], '<time class="f" datetime="2026">今年</time>'),
        ("31日", [(0, 3, "date", "2026-02-31")], '<span class="f">31日</span>'),
        ("去年", [(0, 2, "date", "last year")], '<span class="f">去年</span>'),
        ("《办法》", [(0, 4, "document", "")], "<cite>《办法》</cite>"),
        ("OECD", [(0, 4, "ORG", "")], '<span class="e">OECD</span>'),
        (
            "《沙盒办法》",
            [(0, 6, "document", ""), (1, 3, T, SANDBOX.id)],
            '<cite>《</cite><cite><a href="#t-regulatory-sandbox">沙盒</a></cite><cite>办法》</cite>',
        ),
    ],
)
def test_annotations(text: str, annotations: list[tuple[int, int, str, str]], expected: str) -> None:
    assert write(text, *(Annotation(*one) for one in annotations)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A sandbox (沙盒) is", 'A sandbox (<span lang="zh-Hans">沙盒</span>) is'),
        ("en", "says 《办法》, then", 'says <span lang="zh-Hans">《办法》</span>, then'),
        ("en", "*沙*", '<em><span lang="zh-Hans">沙</span></em>'),
        ("zh-Hans", "见*Sandbox Lessons* 一文", '见<em><span lang="en">Sandbox Lessons</span></em> 一文'),
        ("zh-Hans", "用 GPU", "用 GPU"),
    ],
)
def test_words_of_another_language_say_so(language: str, text: str, expected: str) -> None:
    assert write(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "language", "classes", "breaks"),
    [
        ("沙盒。[^fca]2016年", "zh-Hans", "ref in", True),
        ("沙盒[^fca]。", "zh-Hans", "ref", False),
        ("沙盒”[^fca]而", "zh-Hans", "ref in", True),
        ("box.[^fca] Then", "en", "ref", False),
    ],
)
def test_a_notes_mark_stands_close_and_joins_no_number(
    text: str, language: str, classes: str, breaks: bool
) -> None:
    html = write(text, language=language)
    assert f'<sup class="{classes}">' in html
    assert ("</sup><wbr>" in html) is breaks


def test_a_term_in_a_link_counts_as_a_use() -> None:
    where = place()
    inline("[a](b)", where, [Annotation(0, 1, "term", SANDBOX.id)])
    assert where.references.places("t-regulatory-sandbox") == (where.block,)


def test_pinyin_stands_over_each_character_also_inside_a_term() -> None:
    html = write("沙盒！", Annotation(0, 2, "term", SANDBOX.id), sounds=("shā", "hé", ""))
    assert html == '<a href="#t-regulatory-sandbox"><ruby>沙<rt>shā</rt>盒<rt>hé</rt></ruby></a>！'


class _Reader(HTMLParser):
    """Checks that elements nest, and collects text and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert tag != "a" or "a" not in self.open
        if tag == "br":
            self.text += "\n"
        elif tag != "wbr":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


_SCRAPS = [
    "监管",
    "*",
    "**",
    "`",
    "[a](b)",
    "[x](javascript:y)",
    "<b>",
    "</p>",
    "&amp;",
    "\\\n",
    "~~",
    "\u202e",
    "😀",
    '"',
    "a ",
]


@given(
    st.lists(st.sampled_from(_SCRAPS), max_size=12).map("".join),
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(["term", "date", "ORG"])),
        max_size=5,
    ),
)
def test_any_passage_is_well_formed_and_loses_no_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    reader = _Reader()
    reader.feed(write(text, *(Annotation(start, end, kind, SANDBOX.id) for start, end, kind in spans)))
    reader.close()
    assert reader.open == []
    assert reader.text == clean(plain(text))
    assert reader.tags <= {"a", "em", "strong", "s", "code", "br", "span"}
    assert all(link == "b" or link == "#t-regulatory-sandbox" for link in reader.links)
