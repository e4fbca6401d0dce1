"""An edition with all that is awkward to annotate, laid out and annotated as a workspace would."""

from collections.abc import Iterable

from pipeline.annotate import annotate
from pipeline.glossary import Glossary
from pipeline.model import Container, Edition, EditionBlock, Kind, Passage, Remark, Row, State, Term

TERMS = (
    Term("sandbox", "监管沙盒", "regulatory sandbox", "policy"),
    Term("box", "沙盒", "sandbox", "concept"),
    Term("zhangjiang", "张江", "Zhangjiang", "place"),
    Term("liang", "梁文锋", "Liang Wenfeng", "person"),
    Term("bank", "人民银行", "People’s Bank", "organization"),
)
GLOSSARY = Glossary(TERMS)

PAIRS = (
    ("🏙️𠮷野在张江设**监管**沙盒。", "Yoshino 🏙️ opens *regulatory* sandboxes in Zhangjiang."),
    (
        "2020年9月14日，投入15.5亿元，占5%。",
        "On September 14, 2020, 1.55 billion yuan, or 5 percent, was spent.",
    ),
    ("《关于〈沙盒〉的意见》见报[^a]。", "The *Opinions on the Sandbox* appeared.[^a]"),
    ("**梁文**锋与人民  \n银行、*张江*。", "**Liang** Wenfeng & the People’s Bank <b>"),
    ("尚未翻译。", ""),
)


def block(kind: Kind, *rows: Row, inside: tuple[Container, ...] = ()) -> EditionBlock:
    return EditionBlock(kind, 2 if kind is Kind.HEADING else 0, "", inside, rows)


def row(name: str, chinese: str, english: str, notes: tuple[str, ...] = ()) -> Row:
    done = Passage(english, "en", State.TRANSLATED, notes)
    passage = done if english else Passage(chinese, "zh-Hans", State.UNTRANSLATED)
    return Row(name, (Passage(chinese, "zh-Hans", State.TRANSLATED), passage), source=chinese)


def sample(remarks: Iterable[Remark] = ()) -> Edition:
    notes = (("Yoshino is a town.",), (), (), (), ())
    body = [row(f"s-{n}", *pair, notes=notes[n]) for n, pair in enumerate(PAIRS)]
    table = (Container("table", 1), Container("row", 2, "head"))
    items = (Container("list", 3, "1"), Container("item", 4))
    note = (Container("note", 5, "a"),)
    blocks = (
        block(Kind.TITLE, row("s-title", "张江", "Zhangjiang")),
        block(Kind.PARAGRAPH, *body[:2]),
        block(Kind.HEADING, row("s-head", "沙盒", "The sandbox")),
        block(Kind.PARAGRAPH, body[2], inside=items),
        block(Kind.CELL, body[3], inside=table),
        block(Kind.PARAGRAPH, body[4], inside=(Container("quote", 6),)),
        block(Kind.PARAGRAPH, row("s-note", "注。", "Note."), inside=note),
        EditionBlock(Kind.CODE, 0, "", (), (), "a < b"),
        EditionBlock(Kind.RULE, 0, "", (), ()),
    )
    made = Edition("x", "parallel", ("zh-Hans", "en"), ("张江", "Zhangjiang"), {}, blocks, TERMS)
    return annotate(made, GLOSSARY, remarks=remarks)
