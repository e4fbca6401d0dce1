"""Laws of PO files: what is written reads the same, and what is read is written to the byte."""

import re

import polib
from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import po
from pipeline.model import Catalog, Entry, Key

# No CR: gettext takes a bare one for a line end, and so an entry never holds it as it is.
TEXT = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=30)
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)
# What stands behind `# `, or a whole line where that is another tool's.
COMMENT = LINE.map(str.strip).filter(lambda line: not line.startswith("#")) | st.sampled_from(
    ["#! tool", "#@ other", "# #1", "#close"]
)
WORD = st.text(st.sampled_from("abc-/.源"), min_size=1, max_size=8)
KEYS = st.builds(Key, TEXT, TEXT.filter(bool))
ENTRIES = st.builds(
    Entry,
    key=KEYS,
    target=TEXT,
    fuzzy=st.booleans(),
    previous=st.none() | KEYS,
    comments=st.lists(COMMENT, max_size=2).map(tuple),
    notes=st.lists(LINE.map(str.strip).filter(bool), max_size=2).map(tuple),
    references=st.lists(WORD, max_size=2).map(tuple),
    flags=st.lists(st.sampled_from(["no-wrap", "c-format"]), unique=True, max_size=2).map(tuple),
)
HEADER = (("Language", "en"), ("Content-Type", "text/plain; charset=UTF-8"))
CATALOGS = st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.key).map(
    lambda entries: Catalog("en", HEADER, tuple(entries))
)


@given(CATALOGS)
def test_what_is_written_reads_the_same(catalog: Catalog) -> None:
    text = "".join(po.serialize(catalog))
    read = po.parse(text, "x.po")
    assert read == catalog
    assert "".join(po.serialize(read)) == text


@given(CATALOGS)
def test_polib_reads_the_same_where_it_reads_rightly(catalog: Catalog) -> None:
    # polib breaks its input at characters that are no line ends in gettext, and takes another tool's
    # comments for syntax errors, so those are left out here.
    text = "".join(po.serialize(catalog))
    foreign = re.search(r"^#[^ .:,|~\n]", text, re.M)
    if text.split("\n") == [*text.splitlines(), ""] and not foreign:
        theirs = [(e.msgctxt or "", e.msgid, e.msgstr, e.fuzzy) for e in polib.pofile(text)]
        assert theirs == [(e.key.context, e.key.text, e.target, e.fuzzy) for e in catalog.entries]


@given(CATALOGS)
def test_an_entry_taken_at_once_is_what_it_is_line_by_line(catalog: Catalog) -> None:
    text = "".join(po.serialize(catalog))
    # A space behind its msgid is read past, and makes an entry one that is taken line by line.
    by_line = re.sub(r'^(msgid ".*")$', r"\1 ", text, flags=re.M)
    assert po.parse(text, "x.po").entries == po.parse(by_line, "x.po").entries
    places = [[entry.location for entry in po.parse(form, "x.po").entries] for form in (text, by_line)]
    assert places[0] == places[1]


@given(CATALOGS)
def test_a_file_begins_with_its_header(catalog: Catalog) -> None:
    text = "".join(po.serialize(catalog))
    assert text.startswith(po.head(catalog) + "\n")
    assert po.parse(po.head(catalog), "x.po").header == catalog.header
