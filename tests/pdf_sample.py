"""Editions made by hand for the tests of the PDF writer: every kind of block, mark and state."""

from dataclasses import replace

from pipeline.markup import plain
from pipeline.model import Annotation, Container, Edition, EditionBlock, Kind, Passage, Row, State, Term

SANDBOX = Term(
    "sandbox",
    "监管沙盒",
    "regulatory sandbox",
    "policy",
    traditional={"zh-Hant": "監理沙盒", "zh-Hant-HK": "監管沙盒"},
    fields={
        "pinyin": "jiānguǎn shāhé",
        "definition": "A scheme under which firms test products before the full rules apply.",
        "definition_zh": "企业在规则全面适用之前测试产品的安排。",
    },
)
CONGRESS = Term(
    "congress", "人大", "people’s congress", "organization", acronym="NPC", fields={"pinyin": "réndà"}
)
TERMS = (SANDBOX, CONGRESS)


def passage(
    text: str, language: str, *, notes: tuple[str, ...] = (), terms: tuple[tuple[str, str], ...] = ()
) -> Passage:
    """A finished passage; `terms` are pairs of a word of the text and the id of its term."""
    shown = plain(text)
    found = tuple(
        Annotation(shown.index(word), shown.index(word) + len(word), "term", name) for word, name in terms
    )
    return Passage(text, language, State.TRANSLATED, notes, found)


def row(
    chinese: str, english: str | None = None, gap: str = "", *, notes: tuple[str, ...] = (), **terms: str
) -> Row:
    """A segment in Chinese and English; without English it is a gap. `terms` are word=id in the Chinese."""
    zh = passage(chinese, "zh-Hans", terms=tuple(terms.items()))
    gone = Passage(chinese, "zh-Hans", State.UNTRANSLATED)
    en = gone if english is None else passage(english, "en", notes=notes)
    return Row(f"s-{chinese[:6]}", (zh, en), gap, chinese)


def block(
    kind: Kind, *rows: Row, level: int = 0, label: str = "", inside: tuple[Container, ...] = ()
) -> EditionBlock:
    return EditionBlock(kind, level, label, inside, rows)


def paragraph(*rows: Row, inside: tuple[Container, ...] = ()) -> EditionBlock:
    return block(Kind.PARAGRAPH, *rows, inside=inside)


def heading(chinese: str, english: str, level: int = 2) -> EditionBlock:
    return block(Kind.HEADING, row(chinese, english), level=level)


def item(ordinal: int, *rows: Row, start: str = "") -> EditionBlock:
    return paragraph(*rows, inside=(Container("list", 1 if start else 2, start), Container("item", ordinal)))


def note(ordinal: int, label: str, *rows: Row) -> EditionBlock:
    return paragraph(*rows, inside=(Container("note", ordinal, label),))


def cell(chinese: str, english: str, line: int, label: str = "") -> EditionBlock:
    inside = (Container("table", 50), Container("row", 51 + line, "" if line else "head"))
    return block(Kind.CELL, row(chinese, english), label=label, inside=inside)


def edition(*blocks: EditionBlock, terms: tuple[Term, ...] = (), **changes: object) -> Edition:
    """A parallel edition of Simplified Chinese and English."""
    made = Edition(
        "pilots", "parallel", ("zh-Hans", "en"), ("试点的规则", "Rules for Pilots"), {}, blocks, terms
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def only(made: Edition, language: str, tag: str = "") -> Edition:
    """One language of an edition, perhaps under another tag (a Traditional page of the same words)."""
    at = made.languages.index(language)

    def relabelled(passage: Passage) -> Passage:
        return replace(passage, language=tag) if tag and passage.language == language else passage

    blocks = tuple(
        replace(
            found, rows=tuple(replace(line, passages=(relabelled(line.passages[at]),)) for line in found.rows)
        )
        for found in made.blocks
    )
    return replace(
        made, name=tag or language, languages=(tag or language,), titles=(made.titles[at],), blocks=blocks
    )


OPENING = (
    row(
        "近年来，各地都在探索**监管沙盒**的做法[^term]，允许企业在限定范围内试验新产品。",
        "In recent years many places have tried a **regulatory sandbox**,[^term] in which firms may test products within limits.",
        监管沙盒="sandbox",
    ),
    row(
        "沙盒并不取消规则，而是把规则的适用推迟到风险看得清楚的时候。",
        "A sandbox does not lift the rules; it puts off applying them until the risks can be seen.",
        notes=("The Chinese 推迟 can also mean “to postpone for good”.",),
    ),
    row(
        "它的前提，是双方之间有一条*畅通*的“反馈通道”——没有这条通道，试点就会变成例外。",
        "It rests on a *clear channel* for feedback: without one, a pilot turns into an exemption.",
    ),
)
FIGURES = (
    row(
        "2023年上半年登记的交易额约为120亿元，同比增长11.7%。",
        "Trades came to about 12 billion yuan, up 11.7 per cent.",
    ),
    row("其中多少来自真正的供需，目前没有公开的统计。"),
    row(
        "详见[公报](https://www.example.org/statistics/2023?chapter=4)。",
        "See the [bulletin](https://www.example.org/statistics/2023?chapter=4).",
    ),
)
FULL = edition(
    block(
        Kind.TITLE,
        row("规则的弹性：地方试点为什么有的成功", "The Give in the Rules: Why Some Local Pilots Work"),
    ),
    block(Kind.METADATA, row("以三个城市为例", "Three cities compared"), label="subtitle"),
    block(Kind.METADATA, row("陈明远", "Chen Mingyuan"), label="author"),
    block(
        Kind.METADATA,
        row("本文比较三个城市的安排。", "This paper compares three cities."),
        label="description",
    ),
    heading("一、问题的提出", "1. The question"),
    paragraph(*OPENING),
    paragraph(*FIGURES),
    heading("二、制度比较", "2. Three systems compared"),
    heading("（一）授权的来源", "(a) Where the mandate comes from", 4),
    paragraph(row("授权有三种来源：", "There are three sources of a mandate:")),
    item(3, row("国务院部门的批复；", "approval by a ministry;"), start="1"),
    item(
        4, row("地方人大的决定；", "a decision of the local people’s congress;", 人大="congress"), start="1"
    ),
    item(
        5, row("与监管者的协议，如张江[^plot]。", "an agreement, as in Zhangjiang (张江).[^plot]"), start="1"
    ),
    paragraph(*FIGURES, inside=(Container("quote", 40),)),
    cell("城市", "City", 0),
    cell("试点数", "Pilots", 0, "right"),
    cell("杭州", "Hangzhou", 1),
    cell("12", "12", 1, "right"),
    item(8, row("公开标准；", "public criteria;")),
    item(9, row("独立评估。", "independent evaluation.")),
    EditionBlock(Kind.RULE, 0, "", (), ()),
    EditionBlock(Kind.CODE, 0, "text", (), (), "pilot -> rule\n试点 -> 规则\n"),
    heading("三、结论", "3. Conclusion"),
    paragraph(*OPENING),
    note(90, "term", row("“沙盒”译自英文 sandbox。", "The word renders the English “sandbox”.")),
    note(91, "plot", row("协议期限为两年。", "An agreement runs for two years.")),
    terms=TERMS,
    titles=("规则的弹性：地方试点为什么有的成功", "The Give in the Rules: Why Some Local Pilots Work"),
    metadata={"date": "2024-05-12", "source": "https://www.example.org/pilots", "licence": "CC BY 4.0"},
)
