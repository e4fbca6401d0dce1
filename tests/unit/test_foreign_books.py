"""DOCX and EPUB brought in: structure, notes, numbering, and what is said of what was dropped."""

import io

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.formats.foreign import docx, epub
from pipeline.formats.foreign.docx_numbers import numeral
from tests import foreign_sample as sample
from tests.foreign_sample import paragraph

# DOCX.


def test_a_document_of_python_docx() -> None:
    document = python_docx.Document()
    document.add_paragraph("供水改造方案", style="Title")
    document.add_heading("总体安排", 1)
    line = document.add_paragraph("全镇分")
    line.add_run("三期").bold = True
    line.add_run("改造，")
    line.add_run("今年").italic = True
    line.add_run("完成一期。达到m")
    line.add_run("2").font.superscript = True
    for text, style in (("先勘察", "List Number"), ("后施工", "List Number"), ("管材", "List Bullet")):
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("年份", "长度", "2025", "12公里"), strict=True
    ):
        cell.text = text
    document.add_paragraph("旧志说：“水从山来。”", style="Intense Quote")
    document.add_paragraph("逐行 <b> 与 *号*")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    reading = docx.to_markdown(_saved(document), "x.docx")
    assert reading.markdown == (
        "# 供水改造方案\n\n# 总体安排\n\n全镇分**三期**改造，*今年*完成一期。达到m²\n\n1. 先勘察\n2. 后施工\n\n- 管材\n\n"
        "| 年份 | 长度 |\n| --- | --- |\n| 2025 | 12公里 |\n\n> 旧志说：“水从山来。”\n\n逐行 \\<b\\> 与 \\*号\\*\n"
    )
    assert reading.remarks == ("a DOCX, made Markdown", "dropped: headers and footers (1)")


def test_tracked_changes_are_accepted_and_told() -> None:
    document = python_docx.Document()
    line = document.add_paragraph("详见")
    for tag, text in (("del", "<w:delText>旧方案</w:delText>"), ("ins", "<w:t>新方案</w:t>")):
        change = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>'
        line._p.append(parse_xml(change))
    line.add_run("。")
    document.add_comment(line.runs, "请核对", author="乙")
    reading = docx.to_markdown(_saved(document), "x.docx")
    assert reading.markdown == "详见新方案。\n"
    assert reading.remarks[1:] == (
        "dropped: tracked deletions (1), comments (1)",
        "changed: tracked insertions, now accepted (1)",
    )


def _saved(document: object) -> bytes:
    packed = io.BytesIO()
    document.save(packed)  # type: ignore[attr-defined]
    return packed.getvalue()


NOTED = paragraph("甲。").replace(
    "</w:p>", '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>乙。</w:t></w:r></w:p>'
)
NOTES = f'<w:footnote w:id="2">{paragraph("注一。")}{paragraph("又一段。")}</w:footnote>'


def test_footnotes_of_word() -> None:
    reading = docx.to_markdown(sample.docx(NOTED, footnotes=NOTES), "x.docx")
    assert reading.markdown == "甲。[^1]乙。\n\n[^1]: 注一。\n\n    又一段。\n"


def test_text_boxes_ruby_hidden_text_and_formulas() -> None:
    box = f"<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{paragraph('框中。')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    body = f"{paragraph('题。')}<w:p><w:r><w:t>甲</w:t></w:r>{ruby}{hidden}<m:oMath/>{box}</w:p>"
    reading = docx.to_markdown(sample.docx(body), "x.docx")
    assert reading.markdown == "题。\n\n甲汉\n\n框中。\n"
    assert reading.remarks[1:] == (
        "dropped: readings above characters (1), hidden passages (1), formulas (1)",
        "changed: text boxes, now paragraphs (1)",
    )


def _levels(*levels: tuple[str, ...]) -> str:
    rows = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{"".join(more)}<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text, *more) in enumerate(levels)
    )
    family = f'<w:abstractNum w:abstractNumId="5">{rows}</w:abstractNum>'
    return family + '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'


def _item(text: str, level: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def test_numbers_that_word_makes_become_words() -> None:
    numbering = _levels(
        ("chineseCounting", "第%1条"),
        ("chineseCountingThousand", "（%2）"),
        ("decimal", "%1.%3", "<w:isLgl/>"),
    )
    body = "".join(
        (
            _item("总则。", 0),
            _item("目的。", 1),
            _item("范围。", 1),
            _item("细目。", 2),
            _item("分则。", 0),
            _item("其他。", 1),
        )
    )
    reading = docx.to_markdown(sample.docx(body, numbering=numbering), "x.docx")
    assert reading.markdown.split("\n\n") == [
        "第一条 总则。",
        "（一）目的。",
        "（二）范围。",
        "1.1 细目。",
        "第二条 分则。",
        "（一）其他。\n",
    ]


def test_a_headings_number_that_its_style_makes() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>'
    )
    body = (
        paragraph("总体要求", '<w:pStyle w:val="1"/>')
        + paragraph("主要任务", '<w:pStyle w:val="1"/>')
        + paragraph("其他", '<w:pStyle w:val="b"/>')
    )
    reading = docx.to_markdown(
        sample.docx(body, styles=styles, numbering=_levels(("chineseCounting", "%1、"))), "x.docx"
    )
    assert reading.markdown == "# 一、总体要求\n\n# 二、主要任务\n\n三、其他\n"


NUMERALS = [
    (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (21, "chineseCounting", "二十一"),
    (100, "chineseCountingThousand", "一百"), (105, "japaneseCounting", "一百零五"), (110, "chineseCounting", "一百一十"),
    (1001, "chineseCounting", "一千零一"), (20, "ideographDigital", "二〇"), (12, "chineseLegalSimplified", "壹拾贰"),
    (3, "ideographTraditional", "丙"), (11, "ideographTraditional", "甲"), (2, "lowerLetter", "b"), (27, "upperLetter", "AA"),
    (1994, "upperRoman", "MCMXCIV"), (4, "decimalEnclosedCircleChinese", "④"), (7, "decimalZero", "07"), (8, "unknown", "8"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "form", "expected"), NUMERALS)
def test_numerals(number: int, form: str, expected: str) -> None:
    assert numeral(number, form) == expected


def test_the_first_line_is_a_title_where_no_style_says_so() -> None:
    body = paragraph("关于试点的通知") + paragraph("各县：") + paragraph("请遵照执行。")
    assert docx.to_markdown(sample.docx(body), "x.docx").markdown.startswith("# 关于试点的通知\n\n各县：\n")


def test_the_main_part_may_have_another_name_and_other_parts_do_not_matter() -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    data = sample.archive(
        {
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{relation}" Target="word/document2.xml"/></Relationships>',
            "word/document2.xml": sample.part("document", f"<w:body>{paragraph('甲。')}</w:body>"),
            "word/glossary/document.xml": sample.part("document", f"<w:body>{paragraph('乙。')}</w:body>"),
            "customXml/item1.xml": "no XML at all",
            "../../outside.xml": "<a/>",
        }
    )
    assert docx.to_markdown(data, "x.docx").markdown == "甲。\n"


# EPUB.


def test_a_book_with_notes_and_links_across_files() -> None:
    chapters = {
        "nav.xhtml": "<nav><ol><li><a href='a.xhtml'>一</a></li></ol></nav>",
        "a.xhtml": "<h1>第一章</h1><p>甲<a id='r1' epub:type='noteref' href='n.xhtml#n1'>1</a>。见<a href='b.xhtml'>下章</a>。&nbsp;&copy;</p>"
        "<a id='mark'/><p><img src='p.png' alt='图一'/></p>",
        "b.xhtml": "<h1>第二章</h1><p>乙，\n丙。</p>",
        "n.xhtml": "<aside id='n1' epub:type='footnote'><p><a href='a.xhtml#r1'>1</a> 注一。</p></aside>",
    }
    metadata = "<dc:title>一本书</dc:title><dc:creator>林一</dc:creator><dc:date>2024</dc:date><dc:rights>CC BY</dc:rights>"
    reading = epub.to_markdown(sample.epub(chapters, metadata), "x.epub")
    assert reading.markdown == (
        "---\ntitle: 一本书\nauthor: 林一\ndate: '2024'\nlicence: CC BY\n---\n\n"
        "# 第一章\n\n甲[^1]。见下章。 ©\n\n![图一]()\n\n# 第二章\n\n乙，丙。\n\n[^1]: 注一。\n"
    )
    assert reading.remarks == (
        "an EPUB, made Markdown; chapters: 4",
        "dropped: tables of contents (1), images, of which the text is kept (1)",
        "changed: links inside the text, now without a target (1)",
    )


def test_chapters_come_in_the_order_of_the_spine_not_of_the_archive() -> None:
    book = sample.epub({"z.xhtml": "<p>一。</p>", "a.xhtml": "<p>二。</p>"})
    assert epub.to_markdown(book, "x.epub").markdown == "一。\n\n二。\n"


def test_a_chapter_that_is_no_xml_is_read_as_html() -> None:
    book = sample.epub({"a.xhtml": "<p>一。<br>二。</p><p>三&unknown;"})
    assert epub.to_markdown(book, "x.epub").markdown == "一。\\\n二。\n\n三&unknown;\n"
