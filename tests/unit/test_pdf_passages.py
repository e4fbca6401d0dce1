"""Passages: notes and terms at their first mark, gaps, and sentences joined as each language does."""

from dataclasses import replace
from typing import Any

import pytest

from pipeline.formats.pdf import passages
from pipeline.formats.pdf.breaks import Piece
from pipeline.formats.pdf.content import Layout, content
from pipeline.model import Annotation, Container, Edition, EditionBlock, Kind, Passage, Row, State, Term
from tests.pdf_sample import SANDBOX, edition, note, only, paragraph, passage, row


def body(made: Edition, layout: Layout = Layout.COLUMNS) -> list[list[list[Piece]]]:
    """The cells of each row of the body's paragraphs."""
    return [line["cells"] for node in content(made, layout)["body"] for line in node["rows"]]


def marks(pieces: Any) -> list[dict[str, Any]]:
    """The marks of notes in their order, wherever they are nested."""
    if isinstance(pieces, list):
        return [mark for piece in pieces for mark in marks(piece)]
    if not isinstance(pieces, dict):
        return []
    return [pieces] if pieces.get("k") in ("note", "ref") else marks(pieces.get("b", []))


def test_an_authors_note_stands_at_its_first_mark_in_both_languages_and_is_pointed_to_from_the_others() -> (
    None
):
    made = edition(paragraph(row("甲[^a]", "A[^a]"), row("乙[^a]", "B")), note(9, "a", row("注。", "Note.")))
    first, again, third = marks(body(made))
    assert first == {"k": "note", "id": "note-1", "rows": [[["注。"], ["Note."]]]}
    assert again == third == {"k": "ref", "id": "note-1"}


def test_notes_may_hold_several_blocks_and_marks_of_each_other_even_of_themselves() -> None:
    item = (Container("note", 9, "a"), Container("list", 10), Container("item", 11))
    code = EditionBlock(Kind.CODE, 0, "", (Container("note", 9, "a"),), (), "x = 1")
    made = edition(
        paragraph(row("甲[^a]", "A")),
        note(9, "a", row("见[^b]与[^a]", "see")),
        paragraph(row("项", "item"), inside=item),
        code,
        note(12, "b", row("又[^a]", "again")),
    )
    (first,) = marks(body(made))
    assert [len(line) for line in first["rows"]] == [2, 2, 1]
    assert first["rows"][1] == [["• ", "项"], ["• ", "item"]]
    assert first["rows"][2] == [[{"t": "x = 1", "s": ["code"]}]]
    inner, own = marks(first["rows"][0])
    assert (inner["id"], own) == ("note-2", {"k": "ref", "id": "note-1"})
    assert marks(inner["rows"]) == [{"k": "ref", "id": "note-1"}]


def noted(count: int) -> Edition:
    """An edition of one long sentence with so many notes, of which the first has the second's mark."""
    marks = "".join(f"甲[^{n}]" for n in range(count))
    notes = (note(9 + n, str(n), row("见[^1]。" if n == 0 else "注。", "Note.")) for n in range(count))
    return edition(paragraph(row(marks, f"{marks}A")), *notes)


def test_very_many_notes_stand_at_the_end_in_the_order_of_their_marks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Below the line they would take ever more time and memory each in one long sentence."""
    monkeypatch.setattr(passages, "MOST_BELOW", 3)
    below, at_end = noted(3), noted(4)
    assert content(below, Layout.COLUMNS)["notes"] == []
    assert "rows" in marks(body(below))[0]
    data = content(at_end, Layout.COLUMNS)
    assert marks(body(at_end)) == [
        {"k": "note", "id": "note-1"},
        {"k": "ref", "id": "note-2"},  # its first mark is in the first note
        {"k": "note", "id": "note-3"},
        {"k": "note", "id": "note-4"},
        *({"k": "ref", "id": f"note-{n}"} for n in (1, 2, 3, 4)),
    ]
    assert [one["id"] for one in data["notes"]] == ["note-1", "note-2", "note-3", "note-4"]
    assert marks(data["notes"][0]["rows"]) == [{"k": "note", "id": "note-2"}]
    assert data["notes"][3]["rows"] == [[["注。"], ["Note."]]]


def test_translators_notes_count_and_stand_at_the_end_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "MOST_BELOW", 1)
    remarked = Passage("A", "en", State.TRANSLATED, notes=("One.", "Two."))
    made = edition(paragraph(Row("s-1", (Passage("甲", "zh-Hans", State.TRANSLATED), remarked))))
    data = content(made, Layout.COLUMNS)
    assert [(one["id"], one["lang"], one["remark"]) for one in data["notes"]] == [
        ("note-1", "en", ["One."]),
        ("note-2", "en", ["Two."]),
    ]


def test_a_mark_without_a_note_is_shown_as_it_is_written_and_a_note_without_a_mark_is_kept() -> None:
    made = edition(paragraph(row("甲[^zz]", "A")), note(9, "a", row("孤注。", "Alone.")))
    assert body(made)[0][0] == ["甲", "[^zz]"]
    (rest,) = content(made, Layout.COLUMNS)["rest"]
    assert rest["rows"] == [[["孤注。"], ["Alone."]]]


def test_a_translators_note_follows_the_sentence() -> None:
    made = edition(paragraph(row("甲。 ", "A **b**. ", notes=("See 乙 *there*.",))))
    (mark,) = marks(body(made)[0][1])
    assert mark["remark"] == ["See ", {"t": "乙", "lang": "zh-Hans"}, " ", {"t": "there", "s": ["em"]}, "."]
    assert body(made)[0][1][-2]["b"][-1] == mark  # type: ignore[index, call-overload]


def test_a_term_is_explained_at_its_first_use_and_every_use_is_counted() -> None:
    lines = (
        row("用监管沙盒。", "Use.", 监管沙盒="sandbox"),
        row("监管沙盒又来。", "Again.", 监管沙盒="sandbox"),
    )
    made = edition(paragraph(*lines), terms=(SANDBOX,))
    (mark,) = marks(body(made))
    assert mark["term"]["english"] == ["regulatory sandbox"]
    uses = [
        piece for line in body(made) for piece in line[0] if isinstance(piece, dict) and piece["k"] == "use"
    ]
    assert uses == [{"k": "use", "id": "sandbox"}] * 2


@pytest.mark.parametrize(
    ("english", "before"),
    [
        ("A sandbox, then", "A sandbox,"),
        ("The “sandbox.” It", "The “sandbox.”"),
        ("The “sandbox”, it", "The “sandbox”,"),
        ("The sandbox’s rules", "The sandbox’s"),
        ("Rules (of a sandbox) apply", "Rules (of a sandbox"),
        ("A sandbox—or", "A sandbox"),
        ("A **sandbox**; it", "A sandbox;"),
        ("A sandbox", "A sandbox"),
    ],
)
def test_in_english_the_mark_stands_behind_the_punctuation_of_its_word(english: str, before: str) -> None:
    both = (passage("沙盒。", "zh-Hans"), passage(english, "en", terms=(("sandbox", "sandbox"),)))
    made = edition(paragraph(Row("s-1", both, "", "沙盒。")), terms=(SANDBOX,))
    assert written(body(made)[0][1]).partition("*")[0] == before


def written(pieces: Any) -> str:
    """The text of pieces, with an asterisk for the mark of a note."""
    if isinstance(pieces, list):
        return "".join(map(written, pieces))
    if isinstance(pieces, str):
        return pieces
    return "*" if pieces.get("k") == "note" else written(pieces.get("t") or pieces.get("b", []))


def test_a_traditional_definition_serves_a_traditional_page() -> None:
    fields = {**SANDBOX.fields, "definition_zh_hant": "企業測試產品的安排。"}
    for tag in ("zh-Hant", "zh-Hant-HK"):
        made = replace(only(edition(terms=(replace(SANDBOX, fields=fields),)), "zh-Hans"), languages=(tag,))
        (entry,) = content(made, Layout.COLUMNS)["glossary"]
        assert entry["meanings"] == [{"lang": "zh-Hant", "b": ["企業測試產品的安排。"]}]


def test_names_are_left_to_the_glossary_unless_asked_for() -> None:
    place = replace(SANDBOX, kind="place")
    made = edition(paragraph(row("用监管沙盒。", "Use.", 监管沙盒="sandbox")), terms=(place,))
    assert marks(body(made)) == []
    (node,) = content(made, Layout.COLUMNS, explained={"place"})["body"]
    assert [mark["term"]["id"] for mark in marks(node["rows"][0]["cells"])] == ["sandbox"]


def test_a_term_is_explained_in_running_text_and_not_in_titles_headings_or_notes() -> None:
    line = row("用监管沙盒。", "Use.", 监管沙盒="sandbox")
    noted = row("见注[^a]。", "See.")
    made = edition(
        EditionBlock(Kind.TITLE, 0, "", (), (line,)),
        EditionBlock(Kind.METADATA, 0, "description", (), (line,)),
        EditionBlock(Kind.HEADING, 1, "", (), (line,)),
        paragraph(noted),
        paragraph(line),
        note(9, "a", line),
        terms=(SANDBOX,),
    )
    data = content(made, Layout.COLUMNS)
    assert [marks(cells) for cells in data["front"].values()] == [[], []]
    heading, first, second = data["body"]
    assert marks(heading["cells"]) == []
    (author,) = marks([line["cells"] for line in first["rows"]])
    assert marks(author["rows"]) == []
    (term,) = marks([line["cells"] for line in second["rows"]])
    assert term["term"]["id"] == "sandbox"


def test_a_term_with_no_meaning_to_tell_gets_no_note_and_other_annotations_none_either() -> None:
    bare = Term("bare", "监管沙盒", "sandbox", "policy", fields={"pinyin": "x", "definition": ""})
    other = Annotation(0, 1, "date", "2020"), Annotation(0, 1, "term", "unknown")
    line = row("用监管沙盒。", "Use.", 监管沙盒="bare")
    first = replace(line.passages[0], annotations=(*line.passages[0].annotations, *other))
    made = edition(paragraph(replace(line, passages=(first, line.passages[1]))), terms=(bare,))
    assert marks(body(made)) == []


@pytest.mark.parametrize(
    ("tag", "chinese", "written", "sound", "meanings"),
    [
        ("zh-Hans", "监管沙盒", "zh-Hans", "jiānguǎn shāhé", ["zh-Hans"]),
        ("zh-Hant", "監理沙盒", "zh-Hant", "jiānlǐ shā hé", ["en"]),  # another word
        ("zh-Hant-HK", "監管沙盒", "zh-Hant-HK", "jiānguǎn shāhé", ["en"]),
        ("en", "监管沙盒", "zh-Hans", "jiānguǎn shāhé", ["en"]),
    ],
)
def test_a_term_is_shown_in_the_script_of_the_page(
    tag: str, chinese: str, written: str, sound: str, meanings: list[str]
) -> None:
    made = replace(only(edition(terms=(SANDBOX,)), "zh-Hans"), languages=(tag,))
    (entry,) = content(made, Layout.COLUMNS)["glossary"]
    assert (entry["chinese"], entry["tag"], entry["pinyin"]) == (chinese, written, sound)
    assert [meaning["lang"] for meaning in entry["meanings"]] == meanings


def test_without_a_form_of_its_region_a_term_takes_the_neighbours_then_the_source() -> None:
    term = replace(
        SANDBOX,
        traditional={"zh-Hant": "監理沙盒"},
        acronym="RS",
        fields={"note": "See 张江.", "definition_zh": "义。"},
    )
    for tag, expected in (("zh-Hant-HK", "監理沙盒"), ("zh-Hans", "监管沙盒")):
        made = replace(only(edition(terms=(term,)), "zh-Hans"), languages=(tag,))
        (entry,) = content(made, Layout.COLUMNS)["glossary"]
        assert entry["chinese"] == expected
        assert [meaning["lang"] for meaning in entry["meanings"]] == ["zh-Hans"]
        assert entry["note"][0]["b"] == ["See ", {"t": "张江", "lang": tag}, "."]
        assert entry["english"] == ["regulatory sandbox (RS)"]


@pytest.mark.parametrize("state", [State.UNTRANSLATED, State.FUZZY])
def test_a_gap_shows_the_chinese_and_says_why(state: State) -> None:
    line = Row("s", (Passage("甲。", "zh-Hans", State.TRANSLATED), Passage("甲。", "zh-Hans", state)))
    (cells,) = body(edition(paragraph(line)))
    gap = {"k": "other", "lang": "zh-Hans", "b": ["甲。"], "state": str(state), "for": "en"}
    assert cells == [["甲。"], [gap]]


def test_a_sentence_that_stays_chinese_is_told_by_its_language_alone() -> None:
    kept = Passage("甲。", "zh-Hans", State.TRANSLATED)
    (cells,) = body(edition(paragraph(Row("s", (kept, kept)))))
    assert cells == [["甲。"], [{"k": "other", "lang": "zh-Hans", "b": ["甲。"]}]]


def test_sentences_are_joined_as_each_language_does() -> None:
    lines = (
        row("甲。", "A."),
        row("乙。", "B.", gap=" "),
        row("丙。", "C.", gap="\n"),
        row("丁。", "D.", gap="\n"),
    )
    (cells,) = body(edition(paragraph(*lines)), Layout.STACKED)
    assert cells[0] == ["甲。", "乙。", " ", "丙。", {"k": "break"}, "丁。"]
    assert cells[1] == ["A.", " ", "B.", " ", "C.", " ", "D."]
