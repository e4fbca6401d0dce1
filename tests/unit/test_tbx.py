"""TBX: what is written where, and reading the files of others."""

import pytest

from pipeline.errors import FormatError
from pipeline.formats import tbx

SANDBOX = {
    "id": "sandbox",
    "zh_hans": "监管沙盒",
    "en": "regulatory sandbox",
    "kind": "policy",
    "zh_hans_variants": "沙盒监管",
    "zh_hant": "監理沙盒",
    "en_admitted": "sandbox",
    "en_forbidden": "sand table",
    "forms": "sandboxed",
    "acronym": "RS",
    "domain": "finance",
    "definition": "A trial.",
    "note": "[a] note",
    "decided_on": "2026-11",
}


def test_version_3_has_each_column_where_the_standard_wants_it() -> None:
    text = tbx.serialize([SANDBOX], "T").decode()
    assert '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="zh-Hans">' in text
    assert '<descrip type="subjectField">finance</descrip>' in text
    assert "<note>[note] [a] note</note>" in text and "<note>[kind] policy</note>" in text
    assert "<note>[decided_on] 2026-11</note>" in text and "transacGrp" not in text
    english = text.split('<langSec xml:lang="en">')[1].split("</langSec>")[0]
    assert '<descrip type="definition">A trial.</descrip>' in english
    terms = [part.split("</term>")[0] for part in english.split("<term>")[1:]]
    assert terms == ["regulatory sandbox", "RS", "sandbox", "sandboxed", "sand table"]
    assert english.count("admittedTerm-admn-sts") == 3 and english.count("deprecatedTerm-admn-sts") == 1


def test_martif_has_only_terms_that_may_be_used() -> None:
    text = tbx.serialize_martif([SANDBOX], "T").decode()
    terms = [part.split("</term>")[0] for part in text.split("<term>")[1:]]
    assert terms == ["监管沙盒", "沙盒监管", "regulatory sandbox", "RS", "sandbox"]
    assert "<note>[en_forbidden] sand table</note>" in text and "administrativeStatus" not in text
    assert tbx.parse(text.encode(), "x.tbx") == (SANDBOX,)


def test_a_file_of_2008_with_groups_and_other_languages() -> None:
    text = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body><termEntry id="c1">
  <descripGrp><descrip type="definition">A group
      of stars.</descrip><admin type="source">Oxford</admin></descripGrp><!-- a comment -->
  <langSet xml:lang="zh-TW"><ntig><termGrp><term>星團</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet>
  <langSet xml:lang="zh-CN"><tig><term>星<hi>团</hi></term></tig></langSet>
  <langSet xml:lang="en-GB"><tig><term>cluster</term></tig><tig><term>star group</term></tig>
    <tig><term>heap</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>
  <langSet xml:lang="de"><tig><term>Haufen</term></tig></langSet>
</termEntry></body></text></martif>"""
    assert tbx.parse(text.encode(), "x.tbx") == (
        {
            "id": "c1",
            "definition": "A group of stars.",
            "source": "Oxford",
            "zh_hant": "星團",
            "partOfSpeech": "noun",
            "zh_hans": "星团",
            "en": "cluster",
            "en_admitted": "star group",
            "en_forbidden": "heap",
            "term_de": "Haufen",
        },
    )


def test_a_file_in_which_categories_are_elements() -> None:
    text = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="c1"><min:subjectField>stars</min:subjectField>
<langSec xml:lang="zh"><basic:definition>星。</basic:definition><termSec><term>星</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>S</term><basic:termType>acronym</basic:termType></termSec>
<termSec><term>star</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""
    assert tbx.parse(text.encode(), "x.tbx") == (
        {
            "id": "c1",
            "domain": "stars",
            "definition_zh": "星。",
            "zh_hans": "星",
            "acronym": "S",
            "en": "star",
        },
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tbx>", "x.tbx:1: no valid XML: "),
        ("", "x.tbx:1: no valid XML: "),
        ("<html/>", "x.tbx:1: no TBX: its root is 'html'"),
        (
            '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><tbx><term>&b;</term></tbx>',
            "x.tbx:1: declares entities, which are not read: take them out",
        ),
        (
            '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx><term>&a;</term></tbx>',
            "x.tbx:1: declares entities, which are not read: take them out",
        ),
    ],
)
def test_what_is_not_read(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        tbx.parse(text.encode(), "x.tbx")
    assert str(caught.value).startswith(message)


def test_a_character_that_xml_cannot_hold() -> None:
    with pytest.raises(FormatError, match="sandbox has a character that XML cannot hold"):
        tbx.serialize([{**SANDBOX, "note": "a\x08"}], "")


def test_ids_that_cannot_be_names_or_stand_twice_are_kept_in_notes() -> None:
    given = [{"id": name, "zh_hans": "甲"} for name in ("36kr", "a", "a", "concept.1", "监管")]
    text = tbx.serialize(given, "")
    names = [part.split('"')[0] for part in text.decode().split('conceptEntry id="')[1:]]
    assert names == ["concept.1", "a", "concept.3.2", "concept.4.3", "concept.5"]
    assert list(tbx.parse(text, "x.tbx")) == given
