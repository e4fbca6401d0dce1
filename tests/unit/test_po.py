"""PO files: what is read, what is refused with its line, and that nothing else is touched."""

from dataclasses import replace

import pytest

from pipeline.errors import FormatError
from pipeline.formats import po
from pipeline.model import Catalog, Key, State

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(body: str) -> Catalog:
    return po.parse(HEADER + body, "x.po")


def write(catalog: Catalog) -> str:
    return "".join(po.serialize(catalog))


def test_every_field_of_an_entry_is_read() -> None:
    catalog = read(
        "# a translator's word\n#. list item\n#: source/x.md:3 source/x.md:9\n#, fuzzy, no-wrap\n"
        '#| msgctxt "before"\n#| msgid "旧"\nmsgctxt "now"\nmsgid "新"\nmsgstr ""\n"New, "\n"\\"quoted\\"\\n"\n'
    )
    (entry,) = catalog.entries
    assert entry.key == Key("now", "新")
    assert entry.target == 'New, "quoted"\n'
    assert (entry.fuzzy, entry.obsolete, entry.state) == (True, False, State.FUZZY)
    assert entry.previous == Key("before", "旧")
    assert entry.comments == ("a translator's word",)
    assert entry.notes == ("list item",)
    assert entry.references == ("source/x.md:3", "source/x.md:9")
    assert entry.flags == ("no-wrap",)
    assert str(entry.location) == "x.po:13"


@pytest.mark.parametrize(
    ("code", "tag"),
    [("en", "en"), ("zh_TW", "zh-Hant"), ("zh_Hant", "zh-Hant"), ("zh_HK", "zh-Hant-HK"), ("pt_BR", "pt-BR")],
)
def test_language_is_read_as_a_tag(code: str, tag: str) -> None:
    assert po.parse(HEADER.replace("en", code, 1), "x.po").language == tag


UNTOUCHED = {
    "wrapped": 'msgid ""\n"一段"\n"话"\nmsgstr ""\n"a "\n"b"\n',
    "comment order": '#, fuzzy\n#: a:1\n#. note\n# mine\nmsgid "一"\nmsgstr "x"\n',
    "obsolete with previous": '#~| msgid "旧"\n#~ msgid "新"\n#~ msgstr "x"\n',
    "unknown comment": '#! tool\n#@ other\nmsgid "一"\nmsgstr ""\n',
    "no empty lines": 'msgid "一"\nmsgstr "1"\nmsgid "二"\nmsgstr "2"\n',
    "two empty lines": 'msgid "一"\nmsgstr "1"\n\n\nmsgid "二"\nmsgstr "2"\n',
    "comment at the end": 'msgid "一"\nmsgstr "1"\n\n# the end\n',
    "no final newline": 'msgid "一"\nmsgstr "1"',
    "empty lines at the end": 'msgid "一"\nmsgstr "1"\n\n\n',
    "line separators": 'msgid "一\u2028二\u0085三\x0b"\nmsgstr "1\u2028"\n',
    "only a header": "",
}


@pytest.mark.parametrize("body", UNTOUCHED.values(), ids=UNTOUCHED.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_what_is_not_changed_is_written_as_it_was_read(body: str, newline: str, bom: str) -> None:
    text = bom + (HEADER + body).replace("\n", newline)
    assert write(po.parse(text, "x.po")) == text


def test_a_changed_entry_leaves_its_neighbours_alone() -> None:
    body = 'msgid "一"\nmsgstr ""\n"wrapped "\n"text"\n\nmsgid "二"\nmsgstr ""\n\nmsgid   "三"\nmsgstr "3"\n'
    catalog = read(body)
    one, two, three = catalog.entries
    changed = replace(catalog, entries=(one, two.revised(target='"2"\n\\'), three))
    assert write(changed) == HEADER + body.replace(
        'msgid "二"\nmsgstr ""', 'msgid "二"\nmsgstr ""\n"\\"2\\"\\n"\n"\\\\"'
    )


def test_an_entry_written_anew_reads_the_same() -> None:
    catalog = read(
        '# mine\n#\n#. note\n#: a.md:1\n#, fuzzy, x\n#| msgctxt "c"\n#| msgid "旧"\nmsgctxt "d"\nmsgid "新\\t"\nmsgstr "a\\n"\n'
    )
    anew = replace(catalog, entries=tuple(replace(entry, raw="") for entry in catalog.entries))
    assert po.parse(write(anew), "x.po") == catalog
    assert "#\n" in write(anew), "an empty comment has no space at its end"


def test_a_moved_last_entry_is_set_apart_from_the_next() -> None:
    catalog = read('msgid "一"\nmsgstr "1"\n\nmsgid "二"\nmsgstr "2"\n')
    turned = replace(catalog, entries=tuple(reversed(catalog.entries)))
    assert write(turned) == HEADER + 'msgid "二"\nmsgstr "2"\n\nmsgid "一"\nmsgstr "1"\n'


def test_a_file_without_a_header_is_read() -> None:
    catalog = po.parse('msgid "一"\nmsgstr "1"\n', "x.po")
    assert (catalog.header, catalog.language, len(catalog.entries)) == ((), "", 1)


REFUSED = {
    "unclosed msgid": ('msgid "一\nmsgstr "1"\n', 6, "not closed"),
    "unquoted line": ('msgid "一"\nmsgstr 1\n', 7, "not closed"),
    "bare text": ('msgid "一"\nmsgstr "1"\nstray\n', 8, "neither"),
    "quotation mark inside": ('msgid "一"\nmsgstr "a "b" c"\n', 7, "without a backslash"),
    "bad escape": ('msgid "一"\nmsgstr "a\\q"\n', 7, "backslash"),
    "duplicate": ('msgid "一"\nmsgstr "1"\n\nmsgid "一"\nmsgstr "2"\n', 9, "stands here again"),
    "conflict": ('<<<<<<< HEAD\nmsgid "一"\nmsgstr "1"\n=======\n', 6, "merge conflict"),
    "plural": ('msgid "一"\nmsgid_plural "二"\nmsgstr[0] "1"\n', 7, "plural"),
    "msgstr alone": ('msgstr "1"\n', 6, "none is due"),
    "msgid twice": ('msgid "一"\nmsgid "二"\nmsgstr ""\n', 7, "none is due"),
    "string alone": ('# a comment\n"一"\n', 7, "belongs to no"),
    "cut off": ('msgid "一"\n', 7, "no msgstr"),
    "empty msgid": ('msgid "一"\nmsgstr ""\n\nmsgid ""\nmsgstr "1"\n', 9, "empty msgid"),
}


@pytest.mark.parametrize(("body", "line", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_would_be_lost_is_refused_with_its_line(body: str, line: int, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(body)
    assert caught.value.location is not None
    assert (caught.value.location.path, caught.value.location.line) == ("x.po", line)
    assert message in caught.value.message


def test_an_obsolete_entry_may_repeat_one_in_use() -> None:
    catalog = read('msgid "一"\nmsgstr "1"\n\n#~ msgid "一"\n#~ msgstr "old"\n')
    assert [entry.obsolete for entry in catalog.entries] == [False, True]
    assert catalog.by_key()[Key("", "一")].target == "1"


def test_a_new_header_is_written_whole_and_a_template_is_fuzzy() -> None:
    fields = (("Language", "en"), ("Content-Type", "text/plain; charset=UTF-8"))
    assert write(Catalog("en", fields)) == HEADER.rstrip("\n") + "\n"
    assert write(Catalog("", fields)).startswith("#, fuzzy\nmsgid")
