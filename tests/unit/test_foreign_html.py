"""HTML brought in: its elements as Markdown, the article of a page, and what a page says of itself."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import FormatError
from pipeline.formats import markdown
from pipeline.formats.foreign import blocks, tree
from pipeline.formats.foreign.elements import text_of
from pipeline.formats.foreign.page import to_markdown
from pipeline.formats.foreign.reading import Losses, Reading
from pipeline.markup import plain
from pipeline.model import Kind

PAGES = Path(__file__).with_name("pages")


def read(body: str, head: str = "") -> Reading:
    page = f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return to_markdown(page.encode(), "x.html")


def test_elements() -> None:
    for name, (body, expected) in ELEMENTS.items():
        assert read(body).markdown == expected + "\n", name


ELEMENTS = {
    "paragraphs and headings": (
        "<h2>二</h2><p>甲。</p><h3>三</h3><div>乙。</div>",
        "## 二\n\n甲。\n\n### 三\n\n乙。",
    ),
    "a wrap in Chinese is no space": (
        "<p>\n  第一行\n  第二行 English\n  words，\n  末</p>",
        "第一行第二行 English words，末",
    ),
    "a wrap beside a Latin word": ("<p>用\nPython\n写</p>", "用Python写"),
    "a space stays one": ("<p>甲  乙&nbsp;&nbsp;丙</p>", "甲 乙 丙"),
    "breaks that are paragraphs": (
        "<div>　　甲。<br>　　乙。<br><br>丙。<br>&nbsp;&nbsp;&nbsp; 丁。</div>",
        "甲。\n\n乙。\n\n丙。\n\n丁。",
    ),
    "breaks that are lines": ("<p>北京市<br>朝阳区<br></p>", "北京市\\\n朝阳区"),
    "emphasis over a paragraph's break": ("<b>甲<br><br>乙</b>", "**甲**\n\n**乙**"),
    "emphasis": (
        "<p><b>甲</b>与<i>乙</i>与<span style='font-weight:700'>丙</span><s>丁</s></p>",
        "**甲**与*乙*与**丙**~~丁~~",
    ),
    "emphasis in emphasis is one": ("<p><b><strong>甲</strong>乙</b><b>丙</b></p>", "**甲乙丙**"),
    "space moves out of emphasis": ("<p>一<b> 甲 </b>二</p>", "一 **甲** 二"),
    "empty emphasis": ("<p>甲<b> </b>乙<b></b></p>", "甲 乙"),
    "emphasis around Chinese quotation marks": ("<p>他的<b>“试点”</b>很好</p>", "他的**“试点”**很好"),
    "a link": (
        "<p>见<a href='https://e.cn/a b(c)'>这[里]</a>。</p>",
        "见[这[里]](https://e.cn/a%20b%28c%29)。",
    ),
    "a link that runs": ("<p><a href='javascript:x()'>点</a><a href='  '>击</a></p>", "点击"),
    "an image": (
        "<p><img alt='图一 [说明]' src='https://e.cn/1.png'></p>",
        "![图一 \\[说明\\]](https://e.cn/1.png)",
    ),
    "an image with its data": ("<p><img alt='图' src='data:image/png;base64,AAAA'></p>", "![图]()"),
    "lists": (
        "<ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ul>",
        "- 甲\n  - 乙\n\n- 丙\n\n  丁",
    ),
    "numbers": ("<ol start=3><li>甲<li value=7>乙</ol>", "3. 甲\n7. 乙"),
    "lists side by side": (
        "<ul><li>甲</ul><ul><li>乙</ul><ol><li>丙</ol><ol><li>丁</ol>",
        "- 甲\n\n* 乙\n\n1. 丙\n\n1) 丁",
    ),
    "a list right in a list": ("<ul><li>甲</li><ul><li>乙</li></ul></ul>", "- 甲\n  - 乙"),
    "a quotation": ("<blockquote><p>甲。</p><p>乙。</p></blockquote>", "> 甲。\n>\n> 乙。"),
    "code": (
        "<p>用<code>a`b</code></p><pre><code class='language-py'>x = 1\n</code></pre>",
        "用``a`b``\n\n```py\nx = 1\n```",
    ),
    "a rule": ("<p>甲</p><hr><p>乙</p>", "甲\n\n***\n\n乙"),
    "a table": (
        "<table><tr><th>名<th>数<tr><td>甲|乙<td><p>一</p><p>二</p><tr><td>丙</table>",
        "| 名 | 数 |\n| --- | --- |\n| 甲\\|乙 | 一 二 |\n| 丙 |",
    ),
    "merged cells": (
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>",
        "| 甲 | 乙 |  |\n| --- | --- | --- |\n|  | 丙 | 丁 |",
    ),
    "a table for layout": ("<table><tr><td><p>甲。</p><p>乙。</p></td></tr></table>", "甲。\n\n乙。"),
    "raised and lowered": ("<p>m<sup>2</sup>、CO<sub>2</sub>、5<sup>th</sup></p>", "m²、CO₂、5th"),
    "characters that look like marks": (
        "<p>*甲* 与 <b>_乙_</b> &lt;br&gt; [^1] \\</p>",
        "\\*甲\\* 与 **\\_乙\\_** \\<br\\> \\[^1\\] \\\\",
    ),
    "characters that need no backslash": (
        "<p>5 * 3、a_b、AT&amp;T、[1]、2~3！</p>",
        "5 * 3、a_b、AT&T、[1]、2~3！",
    ),
    "what would open a block": (
        "<p># 甲</p><p>1. 乙</p><p>- 丙</p><p>&gt; 丁</p><p>---</p><p>1984 年</p>",
        "\\# 甲\n\n1\\. 乙\n\n\\- 丙\n\n\\> 丁\n\n\\---\n\n1984 年",
    ),
    "readings": ("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", "汉字"),
    "text right in the body": ("甲。<div>乙。</div>丙。", "甲。\n\n乙。\n\n丙。"),
    "a definition list": ("<dl><dt>甲</dt><dd>乙。</dd></dl>", "甲\n\n乙。"),
    "characters beyond the basic plane and marks of direction": ("<p>𠮷野\u200f家😀</p>", "𠮷野\u200f家😀"),
}

NOTES = {
    "word": (
        "<p>甲<a href='#_ftn1' name='_ftnref1'>[1]</a>。</p><div><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 注一。</p></div>",
        "甲[^1]。\n\n[^1]: 注一。",
    ),
    "brackets around the mark": (
        "<p>甲[<a href='#n1' id='r1'>1</a>]。</p><p id='n1'>[<a href='#r1'>1</a>] 注一。</p>",
        "甲[^1]。\n\n[^1]: 注一。",
    ),
    "pandoc": (
        "<p>甲<a href='#fn1' id='fnref1' role='doc-noteref'><sup>1</sup></a>。</p><hr><ol><li id='fn1'><p>注一。</p><p>又<a href='#fnref1'>↩</a></p></li></ol>",
        "甲[^1]。\n\n***\n\n[^1]: 注一。\n\n    又",
    ),
    "libreoffice": (
        "<p>甲<a name='s1anc' href='#s1sym'><sup>1</sup></a>。</p><div id='s1'><p><a name='s1sym' href='#s1anc'>1</a>注一。</p></div>",
        "甲[^1]。\n\n[^1]: 注一。",
    ),
    "twice the same, and out of order": (
        "<p>甲<a id=a href='#n2'>2</a>乙<a id=b href='#n1'>1</a>丙<a href='#n2'>2</a></p><ol><li id=n1>一<a href='#b'>^</a><li id=n2>二<a href='#a'>^</a></ol>",
        "甲[^1]乙[^2]丙[^1]\n\n[^1]: 二\n\n[^2]: 一",
    ),
    "a link inside the page is no note": (
        "<p>见<a href='#s'>第二节</a></p><h2 id='s'>第二节</h2>",
        "见第二节\n\n## 第二节",
    ),
}


@pytest.mark.parametrize(("body", "expected"), NOTES.values(), ids=NOTES.keys())
def test_notes(body: str, expected: str) -> None:
    assert read(body).markdown == expected + "\n"


def test_what_is_lost_is_told() -> None:
    told = read(
        "<p>甲。<img src=x><img src=y></p><script>x()</script><iframe></iframe><svg><text>图</text></svg><math><mi>x</mi></math>"
        "<p style='display:none'>暗</p><button>点</button><p>见<a href='#z'>此处</a>与别处，如<a href='b.html'>彼处</a>。</p>"
    )
    assert "甲。" in told.markdown and "暗" not in told.markdown
    assert told.remarks[1:] == (
        "dropped: scripts (1), images without a text (2), embedded objects (1), drawings (1), formulas (1), "
        "hidden passages (1), forms and buttons (1)",
        "changed: addresses relative to a place that is not known (1), links inside the text, now without a target (1)",
    )


# A page.


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_a_page_gives_its_article(name: str) -> None:
    """The pages are written as sites of their kind write them; what each gives was read line by line."""
    expected = (PAGES / f"{name}.md").read_text("utf-8")
    reading = to_markdown((PAGES / f"{name}.html").read_bytes(), f"{name}.html")
    assert reading.markdown + "\n".join(f"<!-- {remark} -->" for remark in reading.remarks) + "\n" == expected


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "big5", "utf-8", "utf-16"])
def test_the_encoding_is_what_the_page_declares(encoding: str) -> None:
    page = f"<meta http-equiv=Content-Type content='text/html; charset={encoding}'><p>中文一句。</p>"
    reading = to_markdown(page.encode(encoding), "x.html")
    assert reading.markdown == "中文一句。\n"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312", "hex", "no-such"])
def test_an_encoding_that_is_wrong_or_none_is_found_out(encoding: str, declared: str) -> None:
    page = f"<meta charset='{declared}'><p>试点先行，企业受益。镕𠮷</p>"
    assert "试点先行，企业受益。镕𠮷" in to_markdown(page.encode(encoding), "x.html").markdown


def test_a_few_bytes_that_cannot_be_read_are_told() -> None:
    data = b"<meta charset=utf-8>" + ("<p>" + "一句话。" * 50).encode() + b"\xff\xfe</p>"
    reading = to_markdown(data, "x.html")
    assert "2 characters could not be read and are marked �" in reading.remarks
    with pytest.raises(FormatError, match="neither the encoding"):
        to_markdown(b"<meta charset=utf-8>" + b"\xff" * 200, "x.html")


HEADS = {
    "site behind a dash": ("<title>标题 - 某某网</title>", {"title": "标题"}),
    "site behind an underscore": ("<title>标题——副题_某某网</title>", {"title": "标题——副题"}),
    "site behind a bare hyphen": (
        "<title>中国-东盟合作二十年-某某新闻网</title>",
        {"title": "中国-东盟合作二十年"},
    ),
    "a dash of its own": ("<title>标题——副题</title>", {"title": "标题——副题"}),
    "a column before the title": ("<title>读数｜一座小城的账本</title>", {"title": "读数｜一座小城的账本"}),
    "a hyphen of its own": ("<title>中国-东盟合作二十年</title>", {"title": "中国-东盟合作二十年"}),
    "json": (
        '<title>题</title><script type=\'application/ld+json\'>{"datePublished": "2025-01-02T03:04", "author": [{"name": "林一"}]}</script>',
        {"title": "题", "author": "林一", "date": "2025-01-02"},
    ),
    "broken json": ("<title>题</title><script type='application/ld+json'>{</script>", {"title": "题"}),
    "canonical": ("<link rel=canonical href='https://e.cn/1'>", {"source": "https://e.cn/1"}),
    "no address": ("<link rel=canonical href='javascript:x'>", {}),
    "yaml in a title": ("<title>a: [b]</title>", {"title": "a: [b]"}),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.values(), ids=HEADS.keys())
def test_what_a_page_says_of_itself(head: str, expected: dict[str, str]) -> None:
    document = markdown.parse(read("<p>正文。</p><p>又一句。</p>", head).markdown, "x.md")
    fields = {b.label or "title": b.text for b in document.blocks if b.kind in (Kind.TITLE, Kind.METADATA)}
    assert fields | dict(document.metadata) == expected


# Laws.

_TEXT = st.text(st.sampled_from("政策。“”*_[]()<>&#-+=1.)`\\~|! aB:/^\n\u3000"), max_size=12)
_TAGS = [
    "p",
    "div",
    "b",
    "i",
    "span",
    "ul",
    "ol",
    "li",
    "h2",
    "blockquote",
    "br",
    "em",
    "s",
    "section",
    "table",
    "tr",
    "td",
    "code",
    "pre",
]


def _elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(_TAGS),
        st.lists(inner, max_size=3),
    )


_escape = {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;"}
_html = st.recursive(_TEXT.map(lambda text: text.translate(_escape)), _elements, max_leaves=8)


@given(_html)
def test_every_character_of_a_page_is_there_again(body: str) -> None:
    """Law: whatever the elements hold, a reader of the Markdown sees the same characters in the same order."""

    seen = text_of(tree.html(f"<body>{body}", "x"))
    document = markdown.parse(blocks.joined(blocks.write(tree.html(f"<body>{body}", "x"), Losses())), "x.md")
    shown = "".join(plain(b.text) if b.translatable else b.text for b in document.blocks)
    assert "".join(shown.split()) == "".join(seen.split())
    assert not document.losses
