"""Editions: what stands where, in which language, and what shows where a translation is missing."""

from pipeline.annotate import annotate
from pipeline.edition import edition
from pipeline.glossary import Glossary
from pipeline.model import Block, Catalog, Document, Entry, Key, Kind, Segment, State, Term

SANDBOX = Term("sandbox", "监管沙盒", "regulatory sandbox", "policy", traditional={"zh-Hant": "監理沙盒"})
GLOSSARY = Glossary([SANDBOX, Term("pilot", "试点", "pilot", "policy")])


def paragraph(*texts: str, translate: bool = True) -> Block:
    starts = [sum(map(len, texts[:n])) for n in range(len(texts))]
    segments = tuple(Segment(t, at, translate=translate) for t, at in zip(texts, starts, strict=True))
    return Block(Kind.PARAGRAPH, "".join(texts), segments=segments)


TITLE = Block(Kind.TITLE, "**题**。又。", segments=(Segment("**题**。", 0), Segment("又。", 6)))
DOCUMENT = Document(
    "x", "题。又。", {"date": "2026"}, (TITLE, paragraph("监管沙盒。 ", "一。"), Block(Kind.CODE, "x=1"))
)


def english(**targets: str) -> Catalog:
    entries = tuple(Entry(Key("", text), target=target) for text, target in targets.items())
    return Catalog("en", entries=entries)


def test_rows_hold_every_language_in_order() -> None:
    catalogs = {
        "en": english(
            **{"**题**。": "**Title.**", "又。": "More.", "监管沙盒。": "A sandbox.", "一。": "One."}
        )
    }
    made = edition(DOCUMENT, catalogs, ("zh-Hans", "en"), "parallel", GLOSSARY)
    assert made.titles == ("题。又。", "Title. More.")
    assert made.metadata == {"date": "2026"}
    first, second = made.blocks[1].rows
    assert [(p.language, p.text) for p in first.passages] == [("zh-Hans", "监管沙盒。"), ("en", "A sandbox.")]
    assert (first.gap, second.gap, first.source) == (" ", "", "监管沙盒。")
    assert (made.blocks[2].text, made.blocks[2].rows) == ("x=1", ())
    assert [term.id for term in made.terms] == ["sandbox"]


def test_what_is_not_finished_shows_the_chinese_with_its_state() -> None:
    entries = (Entry(Key("", "监管沙盒。"), target="Old.", fuzzy=True), Entry(Key("", "一。")))
    made = edition(DOCUMENT, {"en": Catalog("en", entries=entries)}, ("en",), "en", GLOSSARY)
    shown = [(p.text, p.language, p.state) for row in made.blocks[1].rows for p in row.passages]
    assert shown == [("监管沙盒。", "zh-Hans", State.FUZZY), ("一。", "zh-Hans", State.UNTRANSLATED)]
    assert (
        edition(DOCUMENT, {}, ("en",), "en", GLOSSARY).blocks[1].rows[0].passages[0].state
        is State.UNTRANSLATED
    )


def test_what_an_author_skips_is_chinese_in_every_edition_and_no_gap() -> None:
    text = Document("x", "x", {}, (paragraph("不译。", translate=False),))
    made = edition(text, {}, ("en",), "en", GLOSSARY)
    assert made.blocks[0].rows[0].passages[0].state is State.TRANSLATED
    assert made.titles == ("x",)


def test_permalinks_stay_when_other_paragraphs_change_and_differ_where_a_sentence_recurs() -> None:
    def ids(*blocks: Block) -> list[str]:
        made = edition(Document("x", "x", {}, blocks), {}, ("zh-Hans",), "zh-Hans", GLOSSARY)
        return [row.id for block in made.blocks for row in block.rows]

    one, two, again = ids(paragraph("一。", "二。"), paragraph("一。"))
    assert len({one, two, again}) == 3 and again == f"{one}-2"
    assert ids(paragraph("零。"), paragraph("二。"))[1] == two


def test_a_translators_note_goes_with_its_passage() -> None:
    entry = Entry(Key("", "一。"), target="One.", comments=("note: said with irony", "not for print"))
    made = edition(DOCUMENT, {"en": Catalog("en", entries=(entry,))}, ("zh-Hans", "en"), "parallel", GLOSSARY)
    assert [p.notes for p in made.blocks[1].rows[1].passages] == [(), ("said with irony",)]


def test_a_term_is_marked_in_every_language_under_one_id() -> None:
    catalogs = {
        "zh-Hant": Catalog("zh-Hant", entries=(Entry(Key("", "监管沙盒。"), target="監理沙盒。"),)),
        "en": english(**{"监管沙盒。": "Two *regulatory* sandboxes."}),
    }
    made = annotate(edition(DOCUMENT, catalogs, ("zh-Hans", "zh-Hant", "en"), "parallel", GLOSSARY), GLOSSARY)
    marked = [p.annotations for p in made.blocks[1].rows[0].passages]
    assert [[(a.start, a.end, a.kind, a.body) for a in annotations] for annotations in marked] == [
        [(0, 4, "term", "sandbox")],
        [(0, 4, "term", "sandbox")],
        [(4, 24, "term", "sandbox")],
    ]
    alone = annotate(edition(DOCUMENT, catalogs, ("en",), "en", GLOSSARY), GLOSSARY)
    assert alone.blocks[1].rows[0].passages[0].annotations == marked[2]
