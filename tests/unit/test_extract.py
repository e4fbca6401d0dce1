"""Templates: an entry a sentence, and what its notes tell a translator."""

from pipeline.extract import explain, extract
from pipeline.glossary import Glossary
from pipeline.model import Block, Container, Document, Kind, Location, Segment, Term

SANDBOX = Term(
    "sandbox",
    "监管沙盒",
    "regulatory sandbox",
    "policy",
    traditional={"zh-Hant": "監理沙盒"},
    admitted=("supervisory sandbox",),
    forbidden=("sand box",),
)
GLOSSARY = Glossary([SANDBOX])


def block(kind: Kind, *texts: str, line: int = 1, **fields: object) -> Block:
    segments, at = [], 0
    for text in texts:
        segments.append(Segment(text, at))
        at += len(text)
    return Block(
        kind, "".join(texts), segments=tuple(segments), location=Location("source/x.md", line), **fields
    )  # type: ignore[arg-type]


def document(*blocks: Block) -> Document:
    return Document("x", "x", {}, blocks)


def test_notes_say_what_a_sentence_is_and_where_it_stands() -> None:
    item = (Container("list", 1), Container("item", 2))
    made = extract(
        document(
            block(Kind.TITLE, "题"),
            block(Kind.METADATA, "编辑部", label="author"),
            block(Kind.PARAGRAPH, "一。", "二。 "),
            block(Kind.HEADING, "**第一**节", level=2),
            block(Kind.PARAGRAPH, "项。", containers=item),
            block(Kind.PARAGRAPH, "引。", containers=(Container("quote", 3), *item)),
            block(Kind.PARAGRAPH, "评。", containers=(Container("quote", 3),)),
            block(Kind.CELL, "格", containers=(Container("table", 4), Container("row", 5))),
            block(Kind.PARAGRAPH, "注。", containers=(Container("note", 6, "1"),)),
            Block(Kind.CODE, "x"),
        )
    )
    assert [(entry.key.text, entry.notes[0]) for entry in made.entries] == [
        ("题", "title"),
        ("编辑部", "author"),
        ("一。", "paragraph, sentence 1 of 2"),
        ("二。", "paragraph, sentence 2 of 2"),
        ("**第一**节", "heading"),
        ("项。", "list item, under “第一节”"),
        ("引。", "list item, under “第一节”"),
        ("评。", "quotation, under “第一节”"),
        ("格", "table cell, under “第一节”"),
        ("注。", "note"),
    ]


def test_a_note_stands_under_the_heading_that_refers_to_it() -> None:
    note = block(Kind.PARAGRAPH, "注。", containers=(Container("note", 1, "a"),))
    text = [
        block(Kind.HEADING, "一", level=2),
        block(Kind.PARAGRAPH, "句。[^a]"),
        block(Kind.HEADING, "二", level=2),
        block(Kind.PARAGRAPH, "又。[^a]"),
    ]
    for added in ([], [block(Kind.HEADING, "三", level=2)]):
        assert extract(document(*text, *added, note)).entries[-1].notes == ("note, under “一”",)


def test_notes_stay_as_they_are_when_a_paragraph_is_added() -> None:
    text = [
        block(Kind.HEADING, "一", level=2),
        block(Kind.PARAGRAPH, "甲。", "乙。"),
        block(Kind.PARAGRAPH, "丙。"),
    ]
    added = [text[0], block(Kind.PARAGRAPH, "新。", "又。"), *text[1:]]
    before = {entry.key: entry.notes for entry in extract(document(*text)).entries}
    after = {entry.key: entry.notes for entry in extract(document(*added)).entries}
    assert before.items() < after.items()


def test_a_name_with_a_space_is_one_reference() -> None:
    spaced = Block(
        Kind.PARAGRAPH, "一。", segments=(Segment("一。", 0),), location=Location("source/a b.md", 3)
    )
    assert extract(document(spaced)).entries[0].references == ("\u2068source/a b.md\u2069:3",)


def test_a_repeated_sentence_is_one_entry_with_its_places() -> None:
    twice = document(block(Kind.PARAGRAPH, "一。", line=3), block(Kind.PARAGRAPH, "一。", "一。 ", line=5))
    (entry,) = extract(twice).entries
    assert entry.references == ("source/x.md:3", "source/x.md:5")
    (entry,) = extract(twice, lines=False).entries
    assert entry.references == ("source/x.md",)


def test_terms_are_named_with_the_renderings_of_the_language() -> None:
    text = document(block(Kind.PARAGRAPH, "在监管**沙盒**里，监管沙盒。"))
    assert extract(text).entries[0].notes == ("paragraph",)
    assert explain(extract(text), GLOSSARY, "en").entries[0].notes == (
        "paragraph",
        "监管沙盒 = regulatory sandbox / supervisory sandbox (not: sand box)",
    )
    assert explain(extract(text), GLOSSARY, "zh-Hant").entries[0].notes == (
        "paragraph",
        "监管沙盒 = 監理沙盒",
    )
    assert explain(extract(text), GLOSSARY, "zh-Hant-HK").entries[0].notes == ("paragraph",)


def test_an_authors_words_reach_the_translator_and_skipped_text_does_not() -> None:
    block_ = Block(
        Kind.PARAGRAPH,
        "一。二。",
        segments=(Segment("一。", 0, "表", ("说明",)), Segment("二。", 2, translate=False)),
    )
    (entry,) = extract(document(block_)).entries
    assert (entry.key.context, entry.notes) == ("表", ("paragraph", "说明"))
