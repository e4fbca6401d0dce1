"""TSV of aligned segments: every cell a line of plain text, and nothing that a spreadsheet computes."""

import pytest

from pipeline.formats import aligned
from pipeline.model import Block, Catalog, Document, Entry, Key, Kind, Segment
from tests.bitext_sample import CATALOG, FUZZY, PILOT
from tests.tsv_reading import rows


def document(*keys: Key) -> Document:
    segments = tuple(Segment(key.text, 0, key.context) for key in keys)
    return Document("pilots", "T", {}, (Block(Kind.PARAGRAPH, "", segments=segments),))


def written(*keys: Key, catalog: Catalog = CATALOG) -> str:
    return "".join(aligned.serialize(document(*keys), {"en": catalog, "zh-Hant": Catalog("zh-Hant")}))


def test_a_line_has_the_segment_in_every_language_as_a_reader_sees_it() -> None:
    assert written(PILOT.key, FUZZY.key, Key("甲", "同。"), Key("", "新。"), FUZZY.key).splitlines() == [
        "document\tnumber\tid\tcontext\tzh-Hans\ten\ten state\tzh-Hant\tzh-Hant state",
        f"pilots\t1\t{PILOT.key.id}\t\t监管沙盒在杭州开放。\tA regulatory sandbox opens in Hangzhou.\ttranslated\t\tuntranslated",
        f"pilots\t2\t{FUZZY.key.id}\t\t再推广。\tThen more.\tfuzzy\t\tuntranslated",
        f"pilots\t3\t{Key('甲', '同。').id}\t甲\t同。\tSame.\ttranslated\t\tuntranslated",
        f"pilots\t4\t{Key('', '新。').id}\t\t新。\t\tuntranslated\t\tuntranslated",
        f"pilots\t5\t{FUZZY.key.id}\t\t再推广。\tThen more.\tfuzzy\t\tuntranslated",
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
        ("C:\\temp", "C:\\\\temp"),
        ("a\u2028b\x0bc", "a\\u2028b\\u000bc"),
        ("=1+1", "\\=1+1"),
        ("+1", "\\+1"),
        ("-1", "\\-1"),
        ("@SUM(A1)", "\\@SUM(A1)"),
        ('"x"', '\\"x"'),
        ("'x", "\\'x"),
        ("a=b", "a=b"),
    ],
)
def test_what_would_break_a_line_or_be_computed_is_escaped(text: str, cell: str) -> None:
    key = Key("", "甲")
    # In a context, which is no Markdown, every character is itself.
    made = written(Key(text, "甲"), catalog=Catalog("en", entries=(Entry(key),)))
    assert made.split("\n")[1].split("\t")[3] == cell
    assert rows(made)[1][3] == text
