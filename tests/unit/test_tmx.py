"""TMX 1.4b: what goes out, by its document type; what comes back; and files that are none."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.errors import FormatError
from pipeline.formats import tmx
from pipeline.formats.foreign import bilingual
from pipeline.model import Catalog, Entry, Key, Location, digest
from pipeline.results import Fate
from pipeline.take import take
from tests.bitext_sample import CATALOG, MACHINE, PILOT, TWICE

MADE = tmx.render("pilots", CATALOG).decode()
with (Path(__file__).parents[1] / "schemas/tmx-1.4.dtd").open("rb") as _file:
    DTD = etree.DTD(_file)
HEADER = '<header srclang="{}"/>'
UNIT = '<tu><tuv xml:lang="zh-CN"><seg>甲</seg></tuv><tuv xml:lang="EN-US"><seg>A</seg></tuv></tu>'


def memory(body: str, version: str = "1.4", srclang: str = "zh-CN") -> bytes:
    return f'<tmx version="{version}">{HEADER.format(srclang)}<body>{body}</body></tmx>'.encode()


def test_a_unit_has_the_chinese_the_translation_and_where_it_belongs() -> None:
    start = MADE.index("    <tu ")
    assert MADE[start : MADE.index("</tu>")].splitlines() == [
        f'    <tu tuid="{PILOT.key.id}">',
        '      <prop type="x-document">pilots</prop>',
        f'      <prop type="x-base">{digest(PILOT.target)}</prop>',
        '      <tuv xml:lang="zh-Hans">',
        "        <seg>**监管沙盒**在杭州开放。[^n]</seg>",
        "      </tuv>",
        '      <tuv xml:lang="en">',
        "        <note>Since 2019.</note>",
        "        <seg>A **regulatory sandbox** opens in Hangzhou.[^n]</seg>",
        "      </tuv>",
        "    ",
    ]


def test_only_what_is_finished_goes_out() -> None:
    found = [unit.get("tuid") for unit in etree.fromstring(MADE.encode()).iter("tu")]
    assert found == [entry.key.id for entry in (PILOT, MACHINE, *TWICE)]


def test_it_is_valid_without_a_time() -> None:
    DTD.assertValid(etree.fromstring(MADE.encode()))
    assert "date" not in MADE


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('version="1.4"', 'version="2.0"'),
        (' srclang="zh-Hans"', ""),
        ("sentence", "line"),
        (' type="x-document"', ""),
        ("<seg>Machine.</seg>", ""),
        ('<tuv xml:lang="en">', "<tuv>"),
        ("<seg>Machine.</seg>", "<seg>Machine.</seg><note>x</note>"),
    ],
)
def test_the_judge_refuses_what_is_no_tmx(good: str, bad: str) -> None:
    assert good in MADE
    assert not DTD.validate(etree.fromstring(MADE.replace(good, bad, 1).encode()))


def test_what_was_written_comes_back_and_changes_nothing() -> None:
    (delivery,) = tmx.parse(MADE.encode(), "x.tmx")
    assert (delivery.slug, delivery.language) == ("pilots", "en")
    catalog, told = take(CATALOG, delivery.units)
    assert catalog == CATALOG
    assert [one.fate for one in told] == [Fate.UNCHANGED] * 4


def test_a_change_comes_back_where_it_belongs() -> None:
    (delivery,) = tmx.parse(MADE.replace("Alike.", "&lt;Equal&gt;.").encode(), "x.tmx")
    catalog, _ = take(CATALOG, delivery.units)
    expected = [replace(e, target="<Equal>.") if e is TWICE[1] else e for e in CATALOG.entries]
    assert list(catalog.entries) == expected


def test_a_character_that_it_cannot_hold_is_told_with_its_place() -> None:
    bad = Entry(Key("", "甲"), "A\x07", location=Location("x.po", 7))
    with pytest.raises(FormatError, match=r"x\.po:7: a character"):
        tmx.render("pilots", Catalog("en", entries=(bad,)))


def test_documents_and_languages_are_told_apart() -> None:
    body = "".join(
        f'<tu><prop type="x-document">{slug}</prop><tuv xml:lang="zh"><seg>甲</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{slug}</seg></tuv><tuv xml:lang="zh-TW"><seg>乙</seg></tuv></tu>'
        for slug in ("b", "a", "b")
    )
    found = tmx.parse(memory(body), "x.tmx")
    assert [(d.slug, d.language, len(d.units)) for d in found] == [
        ("a", "en", 1), ("a", "zh-TW", 1), ("b", "en", 2), ("b", "zh-TW", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["xml:lang", "lang"])
@pytest.mark.parametrize("srclang", ["ZH-HANS", "*all*", "zh_CN"])
def test_the_memories_of_other_tools_are_read(lang: str, srclang: str) -> None:
    text = UNIT.replace("xml:lang", lang).replace("<seg>A<", '<seg><bpt i="1">**</bpt>A<ept i="1">**</ept><')
    (delivery,) = tmx.parse(memory(text, "1.1", srclang), "x.tmx")
    (unit,) = delivery.units
    assert (delivery.slug, delivery.language, unit.source, unit.target) == ("", "EN-US", "甲", "**A**")


def test_utf_16_and_a_document_type_without_entities_are_read() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">' + memory(UNIT).decode()
    assert len(tmx.parse(text.encode("utf-16"), "x.tmx")) == 1


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no well-formed XML"),
        (memory(UNIT)[:-9], "no well-formed XML"),
        (BOMB.encode() + memory(UNIT), "declares entities"),
        (b"<html/>", "no TMX file"),
        (b'<!DOCTYPE tmx SYSTEM "x">' + memory(UNIT.replace("A<", "&a;<")), "&a; stands for"),
        (memory(UNIT, version="2.0"), "TMX version '2.0'"),
        (b'<tmx version="1.4"><body/></tmx>', "no header"),
        (memory(UNIT, srclang="en"), "source language is 'en'"),
        (memory(UNIT, srclang=""), "source language is ''"),
        (memory(""), "no translation in it"),
        (memory(UNIT.replace("zh-CN", "de")), "x.tmx:1: a unit without Simplified Chinese"),
        (memory(UNIT.replace("<seg>A</seg>", "")), "without its language or its text"),
        (memory(UNIT.replace(' xml:lang="EN-US"', "")), "without its language or its text"),
    ],
)
def test_what_is_no_memory_for_us_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        tmx.parse(data, "x.tmx")


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bilingual, "LARGEST", 1_000_000)
    with pytest.raises(FormatError, match="larger than 1 MB"):
        tmx.parse(b"<" * 1_000_001, "x.tmx")
