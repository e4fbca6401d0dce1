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
    "plural forms": 'msgid "一"\nmsgid_plural "们"\nmsgstr[0] "1"\nmsgstr[1] "2"\n',
    "previous plural": '#| msgid "旧"\n#| msgid_plural "旧们"\nmsgid "一"\nmsgid_plural "们"\nmsgstr[0] ""\n',
    "flags": '#, no-wrap, c-format,fuzzy\n#, x-unknown\nmsgid "一"\nmsgstr "1"\n',
    "context": 'msgctxt "表"\nmsgid "一"\nmsgstr "1"\n\nmsgid "一"\nmsgstr "2"\n',
    "indented": '  # mine\n  msgid "一"\n\tmsgstr "1"\n',
    "control characters": 'msgid "一\x01\x1b"\nmsgstr "1\x0c"\n',
    "separators in a comment": '# one\u2028two\u0085three\nmsgid "一"\nmsgstr "1"\n',
    "name with a space": '#: \u2068source/my text.md\u2069:3 b.md:4\nmsgid "一"\nmsgstr "1"\n',
    "ten megabytes": 'msgid "一"\nmsgstr "' + "long text. " * 950_000 + '"\n',
    "odd comments": '#mine\n#! tool\n# #1\n#\n#  two\nmsgid "一"\nmsgstr "1"\n',
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


def test_line_ends_that_differ_stay_where_they_are() -> None:
    text = (HEADER + 'msgid "一"\nmsgstr "1"\n\n# mine\nmsgid "二"\nmsgstr "2"\n').replace('"1"\n', '"1"\r\n')
    catalog = po.parse(text.replace("# mine\n", "# mine\r\n"), "x.po")
    assert write(catalog) == text.replace("# mine\n", "# mine\r\n")
    assert catalog.entries[1].comments == ("mine",)


def test_plural_forms_are_kept_for_whoever_wrote_them() -> None:
    body = (
        '#| msgid "旧"\n#| msgid_plural "旧们"\nmsgid "一"\nmsgid_plural "们"\nmsgstr[0] "1"\nmsgstr[1] "2"\n'
    )
    (entry,) = read(body).entries
    assert (entry.target, entry.foreign[1:]) == ("1", (("msgid_plural", "们"), ("msgstr[1]", "2")))
    anew = write(replace(read(body), entries=(entry.revised(obsolete=True),)))
    assert anew == HEADER + body.replace("#|", "#~|").replace("msgid_plural", "msgid_plural").replace(
        "\nmsg", "\n#~ msg"
    )


@pytest.mark.parametrize("charset", ["GB18030", "gbk", "BIG5", "ISO-8859-1"])
def test_another_charset_is_refused_where_it_is_said(charset: str) -> None:
    with pytest.raises(FormatError, match=f"charset={charset}") as caught:
        po.parse(HEADER.replace("UTF-8", charset), "x.po")
    assert str(caught.value.location) == "x.po:4"


def test_many_entries_are_read_in_time_that_grows_with_their_number() -> None:
    body = "".join(f'msgid "第{n}句"\nmsgstr "Sentence {n}."\n\n' for n in range(20_000))
    catalog = read(body)
    assert len(catalog.entries) == 20_000
    assert write(catalog) == (HEADER + body).rstrip("\n") + "\n\n"


LONG = "The county government sets up a special fund, which is audited every year and made public. " * 2


def test_many_references_are_wrapped_at_their_spaces_and_none_is_changed() -> None:
    wrapped = (
        'msgid "一"\nmsgstr ""\n"One string that was wrapped at "\n"a space."\n\nmsgid "二"\nmsgstr "2"\n'
    )
    first, second = read(wrapped).entries
    places = tuple(f"source/a-long-*-name-{number}.md:{number}" for number in range(6))
    catalog = replace(read(wrapped), entries=(first, second.revised(references=places)))
    lines = [line for line in write(catalog).split("\n") if line.startswith("#: ")]
    assert len(lines) == 3
    assert max(map(len, lines)) <= 77
    assert " ".join(line.removeprefix("#: ") for line in lines).split() == list(places)
    assert read(write(catalog).removeprefix(HEADER)).entries[1].references == places


@pytest.mark.parametrize(("wrapped", "lines"), [(True, 4), (False, 1)])
def test_an_entry_written_anew_is_wrapped_if_its_file_is(wrapped: bool, lines: int) -> None:
    first = 'msgid "一"\nmsgstr ""\n"One string that was wrapped at "\n"a space."\n\n' if wrapped else ""
    catalog = read(first + 'msgid "二"\nmsgstr ""\n')
    anew = replace(catalog, entries=(*catalog.entries[:-1], catalog.entries[-1].revised(target=LONG)))
    *_, last = write(anew).rstrip("\n").split("msgstr ")
    assert len(last.split("\n")) == lines
    assert po.parse(write(anew), "x.po").entries == anew.entries


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
    "plural form out of turn": (
        'msgid "一"\nmsgid_plural "二"\nmsgstr[0] "1"\nmsgstr[2] "3"\n',
        9,
        "msgstr[1] is due",
    ),
    "plural form alone": ('msgid "一"\nmsgstr[0] "1"\n', 7, "none is due"),
    "no plural form": ('msgid "一"\nmsgid_plural "二"\nmsgstr "1"\n', 8, "none is due"),
    "plural form without end": ('msgid "一"\nmsgid_plural "二"\n', 8, "ends too early"),
    "half obsolete": ('#~ msgid "一"\nmsgstr "1"\n', 7, "the rest of its entry is not"),
    "conflict inside": ('msgid "一"\n<<<<<<< ours\nmsgstr "1"\n', 7, "merge conflict"),
    "last line cut": ('msgid "一"\nmsgstr "1"\n\nmsgid "二"\nmsgst', 10, "not closed"),
    "last string cut": ('msgid "一"\nmsgstr "tw', 7, "not closed"),
    "bare carriage return": ('msgid "一"\rmsgstr "1"\n', 6, "carriage return"),
    "octal escape": ('msgid "一"\nmsgstr "\\101"\n', 7, "backslash"),
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
