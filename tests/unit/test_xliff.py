"""XLIFF 2.1: what goes out, by its grammar and its further rules; what comes back; and files that are none."""

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from pipeline.errors import FormatError
from pipeline.formats import xliff
from pipeline.model import Catalog, Delivery, Entry, Incoming, Key, digest
from pipeline.results import Fate
from pipeline.take import take
from tests.bitext_sample import CATALOG, EMPTY, FUZZY, MACHINE, PILOT, TWICE, laid_out
from tests.xliff_rules import broken

MADE = xliff.render(laid_out(), CATALOG).decode()
GRAMMAR = etree.RelaxNG(file=Path(__file__).parents[1] / "schemas/xliff-2.1.rng")
HEAD = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en">'


def problems(text: str) -> list[str]:
    root = etree.fromstring(text.encode())
    return broken(root) if GRAMMAR.validate(root) else [str(GRAMMAR.error_log.last_error)]


def delivered(text: str) -> Delivery:
    (delivery,) = xliff.parse(text.encode(), "x.xlf")
    return delivery


def unit(content: str, more: str = "") -> Incoming:
    file = f'{HEAD}<file id="f" original="pilots"><unit id="u">{more}{content}</unit></file></xliff>'
    return delivered(file).units[0]


def test_a_unit_tells_all_that_a_translator_should_know() -> None:
    start = MADE.index("    <unit")
    assert MADE[start : MADE.index("</unit>")].splitlines() == [
        f'    <unit id="{PILOT.key.id}" dz:base="{digest(PILOT.target)}" dz:state="translated">',
        "      <gls:glossary>",
        '        <gls:glossEntry id="g1" ref="#m1">',
        "          <gls:term>监管沙盒</gls:term>",
        "          <gls:translation>regulatory sandbox</gls:translation>",
        "          <gls:translation>supervisory sandbox</gls:translation>",
        '          <gls:definition source="Financial Conduct Authority, 2015">A scheme under which firms test new products on real customers for a limited time.</gls:definition>',
        "        </gls:glossEntry>",
        '        <gls:glossEntry id="g2" ref="#m2">',
        "          <gls:term>杭州</gls:term>",
        "          <gls:translation>Hangzhou</gls:translation>",
        "          <gls:definition>The capital of Zhejiang Province.</gls:definition>",
        "        </gls:glossEntry>",
        "      </gls:glossary>",
        "      <notes>",
        '        <note appliesTo="source" category="place">paragraph</note>',
        '        <note appliesTo="target" category="comment">note: Since 2019.</note>',
        '        <note appliesTo="target" category="comment">mine</note>',
        "      </notes>",
        "      <originalData>",
        '        <data id="d1">[^n]</data>',
        "      </originalData>",
        '      <segment state="translated">',
        '        <source>**<mrk id="m1" type="term">监管沙盒</mrk>**在<mrk id="m2" type="term">杭州</mrk>开放。<ph id="1" dataRef="d1" disp="[^n]"/></source>',
        '        <target>A **regulatory sandbox** opens in Hangzhou.<ph id="1" dataRef="d1" disp="[^n]"/></target>',
        "      </segment>",
        "    ",
    ]


def test_states_are_told_and_what_is_obsolete_is_not() -> None:
    states = [(s.get("state"), s.get("subState")) for s in etree.fromstring(MADE.encode()).iter("{*}segment")]
    waiting, fresh = ("initial", "duizhao:fuzzy"), ("initial", None)
    done, machine = ("translated", None), ("translated", "duizhao:machine")
    assert states == [done, waiting, fresh, machine, done, done]
    assert "推广。</note>" in MADE
    assert "旧。" not in MADE


def test_it_is_valid() -> None:
    assert problems(MADE) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('version="2.1"', 'version="1.2"'),
        ("urn:oasis:names:tc:xliff:glossary:2.0", "urn:other"),
        ("<notes>", "<notes/><notes>"),
        ('segment state="translated"', 'segment state="done"'),
        ("duizhao:fuzzy", "fuzzy"),
        (' trgLang="en"', ""),
        (f'id="{FUZZY.key.id}"', f'id="{PILOT.key.id}"'),
        ('<data id="d1">', '<data id="d2">'),
        ('id="m2"', 'id="m1"'),
        ('ref="#m1"', 'ref="#m9"'),
        ("<target>Machine.</target>", ""),
        ('Hangzhou.<ph id="1"', 'Hangzhou.<ph id="m1"'),
        ('Hangzhou.<ph id="1"', 'Hangzhou.<ph id="9"'),
        ('state="initial" subState', "subState"),
    ],
)  # fmt: skip
def test_the_judges_refuse_what_is_no_xliff(good: str, bad: str) -> None:
    assert good in MADE
    assert problems(MADE.replace(good, bad, 1))


def test_what_was_written_comes_back_and_changes_nothing() -> None:
    delivery = delivered(MADE)
    assert (delivery.slug, delivery.language) == ("pilots", "en")
    entries = (PILOT, FUZZY, EMPTY, MACHINE, *TWICE)
    assert [(u.id, u.source, u.target) for u in delivery.units] == [
        (entry.key.id, entry.key.text, entry.target) for entry in entries
    ]
    assert not any(u.remarks or u.problem or u.accepted for u in delivery.units)
    catalog, told = take(CATALOG, delivery.units)
    assert catalog == CATALOG
    assert {one.fate for one in told} == {Fate.UNCHANGED}


def after(text: str) -> Catalog:
    return take(CATALOG, delivered(text).units)[0]


@pytest.mark.parametrize("state", ["translated", "reviewed", "final"])
def test_a_fuzzy_translation_is_accepted_by_its_state(state: str) -> None:
    text = MADE.replace('state="initial" subState="duizhao:fuzzy"', f'state="{state}"')
    assert after(text).entries[1] == Entry(FUZZY.key, "Then more.")


def test_a_translation_comes_back_final_or_to_be_reviewed_by_its_state() -> None:
    source = '<source>未译 <ph id="1" dataRef="d1" disp="`a&lt;b`"/>。</source>'
    assert source in MADE
    text = MADE.replace(source, f"{source}<target>New.</target>")
    assert after(text).entries[2] == Entry(EMPTY.key, "New.", fuzzy=True)
    at = text.index(EMPTY.key.id)
    text = text[:at] + text[at:].replace('state="initial"', 'state="final"', 1)
    assert after(text).entries[2] == Entry(EMPTY.key, "New.")


SIGNED = Entry(Key("", "已审。"), "Read.", comments=("reviewed: Chen Li, 2026-11-25",))


def test_what_somebody_signed_goes_out_as_reviewed_and_comes_back_as_it_was() -> None:
    catalog = Catalog("en", entries=(SIGNED, SIGNED.revised(fuzzy=True, key=Key("", "又。")), PILOT))
    text = xliff.render(laid_out(catalog), catalog).decode()
    states = [segment.get("state") for segment in etree.fromstring(text.encode()).iter("{*}segment")]
    assert states == ["reviewed", "initial", "translated"] and problems(text) == []
    units = delivered(text).units
    assert not any(unit.reviewed for unit in units)  # nobody has reviewed anything there
    assert take(catalog, units, "Wu, 2026-12-01")[0] == catalog


@pytest.mark.parametrize("state", ["reviewed", "final"])
def test_what_was_reviewed_there_is_signed_if_it_is_said_by_whom(state: str) -> None:
    text = MADE.replace('segment state="translated"', f'segment state="{state}"', 1)
    units = delivered(text).units
    assert [unit.reviewed for unit in units] == [True, *[False] * 5]
    assert take(CATALOG, units)[0] == CATALOG
    catalog, told = take(CATALOG, units, "Wu, 2026-12-01")
    assert catalog.entries[0].reviewed == "Wu, 2026-12-01" and catalog.entries[1:] == CATALOG.entries[1:]
    assert [one.fate for one in told] == [Fate.ACCEPTED, *[Fate.UNCHANGED] * 5]


def test_an_old_file_does_not_accept_what_has_become_fuzzy_since() -> None:
    now = PILOT.revised(fuzzy=True)
    catalog, _ = take(Catalog("en", entries=(now,)), delivered(MADE).units[:1])
    assert catalog.entries == (now,)


def test_a_translator_may_move_codes_repeat_them_and_reorder_units() -> None:
    root = etree.fromstring(MADE.encode())
    file = root[0]
    file[:] = list(reversed(file))
    target = file[-1].find(".//{*}target")
    assert target is not None
    target[0].tail, target.text = " opens.", ""
    target.append(deepcopy(target[0]))
    catalog = after(etree.tostring(root).decode())
    assert catalog.entries[0].target == "[^n] opens.[^n] opens."
    assert catalog.entries[1:] == CATALOG.entries[1:]


SEGMENTS = (
    '<segment state="final"><source>甲。</source><target order="3">A.</target></segment>'
    "<ignorable><source> </source></ignorable>"
    '<segment state="{}"><source>乙。</source>{}</segment>'
)


def test_a_unit_that_was_cut_is_put_together_in_the_order_of_its_targets() -> None:
    found = unit(SEGMENTS.format("final", '<target order="1">B.</target>'))
    assert (found.source, found.target, found.accepted, found.draft) == ("甲。 乙。", "B. A.", True, False)
    half = unit(SEGMENTS.format("initial", ""))
    assert (half.target, half.accepted, half.draft) == (" A.", False, True)


def test_new_notes_and_comments_in_the_text_are_remarks() -> None:
    more = '<notes><note category="comment">ours</note><note>Is this\n  right?</note></notes>'
    content = '<segment><source>甲</source><target>A<mrk id="m" type="comment" value="Hm."> b</mrk></target></segment>'
    found = unit(content, more)
    assert (found.target, found.remarks) == ("A b", ("Is this right?", "Hm."))


@pytest.mark.parametrize(
    ("inside", "target"),
    [
        ('<pc id="1" type="fmt" subType="xlf:b">x</pc>', "**x**"),
        ('<pc id="1" dataRefStart="d" dataRefEnd="d">x</pc>', "[^n]x[^n]"),
        ('<sc id="1" dataRef="d"/>x<ec startRef="1" dataRef="d"/>', "[^n]x[^n]"),
        ('<sm id="1" type="generic"/>x<em startRef="1"/>', "x"),
        ('x<cp hex="0007"/>', "x\x07"),
        ("x<!-- y -->z", "xz"),
    ],
)
def test_inline_content_of_other_tools_is_markdown_again(inside: str, target: str) -> None:
    data = '<originalData><data id="d">[^n]</data></originalData>'
    found = unit(f"<segment><source>甲</source><target>{inside}</target></segment>", data)
    assert (found.target, found.problem) == (target, "")


@pytest.mark.parametrize("inside", ['<ph id="1"/>', '<ph id="1" dataRef="d"/>', '<cp hex="D800"/>', '<cp hex="0000"/>', '<cp hex="x"/>'])  # fmt: skip
def test_a_code_that_says_nothing_is_refused(inside: str) -> None:
    found = unit(f"<segment><source>同。</source><target>A{inside}</target></segment>")
    _, (told,) = take(CATALOG, [found])
    assert (told.fate, told.why) == (Fate.REFUSED, "it has a code of which the file does not say what it is")


def test_a_note_on_the_whole_file_is_told_though_nothing_can_keep_it() -> None:
    text = MADE.replace("<unit", "<notes><note>All well.</note></notes><unit", 1)
    _, told = take(CATALOG, delivered(text).units)
    assert (told[0].fate, told[0].remarks) == (Fate.REFUSED, ("All well.",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no well-formed XML"),
        ("<xliff", "no well-formed XML"),
        ("<html/>", "no XLIFF file"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "declares entities"),
        ('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "XLIFF version '1.2'"),
        (f"{HEAD}</xliff>", "no file in it"),
        (f"{HEAD.replace('zh-CN', 'zh-TW')}</xliff>", "source language is 'zh-TW'"),
        (f"{HEAD.replace(' trgLang=', ' other=')}</xliff>", "no trgLang"),
        (f'{HEAD}<file id="f"><unit id="u"/></file></xliff>', "x.xlf:1: a unit without a segment"),
        (f'{HEAD}<file id="f"><unit id="u"><segment/></unit></file></xliff>', "without its Chinese"),
    ],
)
def test_what_is_no_xliff_for_us_is_refused(text: str, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        xliff.parse(text.encode(), "x.xlf")


def test_a_catalog_without_entries_is_no_file() -> None:
    with pytest.raises(FormatError, match="nothing to translate"):
        xliff.render(laid_out(), Catalog("en"))


def test_terms_that_overlap_or_lie_across_a_mark_are_told_without_a_place() -> None:
    entry = Entry(Key("", "监管**沙盒**"), "x")
    catalog = Catalog("en", entries=(entry,))
    made = xliff.render(laid_out(catalog), catalog).decode()
    assert "<gls:term>监管沙盒</gls:term>" in made
    assert "<mrk" not in made
    assert problems(made) == []
