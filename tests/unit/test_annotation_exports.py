"""Annotations as data: each format by its judge, read back by a reader that is not ours, and what a judge refuses."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import spacy
from lxml import etree
from spacy.tokens import DocBin
from spacy.training.converters import conllu_to_docs

from pipeline.annotate import annotate
from pipeline.errors import FormatError
from pipeline.formats.annotation import conll, docbin, jsonl, tei, web
from pipeline.model import Annotation, Edition, Kind, Passage, Remark, Row, State
from tests.annotation_sample import GLOSSARY, block, row, sample

HERE = Path(__file__).parent.parent
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return sample([Remark("en", "opens", "note", "Since 2023.", "Li", "s-0", 10, 15)])


@pytest.fixture(scope="module")
def lines(edition: Edition) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl.serialize(edition)]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json.loads((HERE.parent / "docs/annotation.schema.json").read_text("utf-8"))


def test_every_line_is_as_the_schema_says(lines: list[dict[str, Any]], schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert len(lines) == 15 and not [error.message for line in lines for error in validator.iter_errors(line)]


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"language": "fr"}, {"annotations": [{"start": -1}]}, {"more": 1}]
)
def test_the_schema_refuses(
    change: dict[str, Any], lines: list[dict[str, Any]], schema: dict[str, Any]
) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**lines[0], **change}, schema)


def test_offsets_are_code_points_and_not_utf_16(lines: list[dict[str, Any]]) -> None:
    first = next(line for line in lines if line["segment"] == "s-0" and line["language"] == "zh-Hans")
    text = first["text"]
    assert text.startswith("🏙️𠮷野在张江")
    found = {one["quote"]: (one["start"], one["end"]) for one in first["annotations"]}
    assert found == {"张江": (5, 7), "监管沙盒": (8, 12)}
    assert all(text[start:end] == quote for quote, (start, end) in found.items())
    units = text.encode("utf-16-le")
    assert units[2 * 5 : 2 * 7].decode("utf-16-le") != "张江"
    assert units[2 * 7 : 2 * 9].decode("utf-16-le") == "张江"  # two characters before it take two units each


def test_what_is_not_translated_is_not_told_twice(lines: list[dict[str, Any]]) -> None:
    assert [line["language"] for line in lines if line["segment"] == "s-4"] == ["zh-Hans"]


def test_notes_of_both_sorts_are_told_with_their_author(lines: list[dict[str, Any]]) -> None:
    english = next(line for line in lines if line["segment"] == "s-0" and line["language"] == "en")
    notes = [
        (one["quote"], one["body"], one["by"]) for one in english["annotations"] if one["kind"] == "note"
    ]
    assert notes == [(english["text"], "Yoshino is a town.", "translator"), ("opens", "Since 2023.", "Li")]


def test_web_annotation_is_as_the_recommendation_has_it(edition: Edition) -> None:
    schema = json.loads((HERE / "schemas/web-annotation.schema.json").read_text("utf-8"))
    collection = json.loads(web.serialize(edition))
    jsonschema.validate(collection, schema)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items}) > 20
    del items[0]["target"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(collection, schema)


def test_a_web_annotation_names_its_place_twice(edition: Edition) -> None:
    items = json.loads(web.serialize(edition))["first"]["items"]
    item = next(one for one in items if one["id"] == "urn:duizhao:x:zh-Hans:s-0:2")
    position, quote = (one["refinedBy"] for one in item["target"]["selector"])
    assert item["target"]["source"] == "x.zh-Hans.html"
    assert position == {"type": "TextPositionSelector", "start": 8, "end": 12}
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "监管沙盒",
        "prefix": "🏙️𠮷野在张江设",
        "suffix": "。",
    }


def test_conll_is_read_by_spacy_with_the_longest_spans(edition: Edition) -> None:
    text = "".join(conll.serialize(edition))
    assert "# duizhao = longest spans only" in text
    docs = list(conllu_to_docs(text, n_sents=1, no_print=True))
    named = [(entity.text, entity.label_) for doc in docs for entity in doc.ents]
    assert ("监管沙盒", "POLICY") in named and ("Zhangjiang", "PLACE") in named
    assert ("沙盒", "CONCEPT") in named and ("September 14, 2020", "DATE") in named
    assert ("《关于〈沙盒〉的意见》", "DOCUMENT") in named  # the term within the title is not told


def test_docbin_comes_back_from_spacy_as_it_went(edition: Edition) -> None:
    docs = list(DocBin().from_bytes(docbin.render(edition)).get_docs(spacy.blank("zh").vocab))
    lines = [json.loads(line) for line in jsonl.serialize(edition)]
    assert [doc.text for doc in docs] == [line["text"] for line in lines]
    for doc, line in zip(docs, lines, strict=True):
        spans = [
            (*offsets, span.label_, span.kb_id_)
            for offsets, span in zip(doc.user_data["offsets"], doc.spans["annotations"], strict=True)
        ]
        told = [one for one in line["annotations"] if one["start"] < one["end"]]
        assert [(one["start"], one["end"], one["type"].upper(), one.get("body", "")) for one in told] == spans
        if line["language"] == "zh-Hans" and "\n" not in doc.text:
            assert [(span.start_char, span.end_char) for span in doc.spans["annotations"]] == list(
                doc.user_data["offsets"]
            )
    title = next(doc for doc in docs if doc.text.startswith("《关于"))
    assert [entity.text for entity in title.ents] == ["《关于〈沙盒〉的意见》"]
    assert {span.text for span in title.spans["annotations"]} == {"《关于〈沙盒〉的意见》", "沙盒"}


def test_spans_that_cross_and_nest_are_kept_by_every_format_that_can() -> None:
    """CoNLL and `ents` have one span a token: the longest, and of equals the first."""
    spans = [(0, 4, "term"), (2, 6, "document"), (2, 4, "date"), (5, 6, "number")]
    found = tuple(Annotation(start, end, kind, "x") for start, end, kind in spans)
    passage = Passage("𠮷设监管沙盒", "zh-Hans", State.TRANSLATED, annotations=found)
    made = Edition(
        "x", "x", ("zh-Hans",), ("x",), {}, (block(Kind.PARAGRAPH, Row("s", (passage,), source="x")),)
    )
    (line,) = map(json.loads, jsonl.serialize(made))
    assert [(one["start"], one["end"], one["kind"]) for one in line["annotations"]] == spans
    assert len(json.loads(web.serialize(made))["first"]["items"]) == 4
    (doc,) = DocBin().from_bytes(docbin.render(made)).get_docs(spacy.blank("zh").vocab)
    assert [
        (span.start_char, span.end_char, span.label_.lower()) for span in doc.spans["annotations"]
    ] == spans
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("𠮷设监管", "TERM"), ("盒", "NUMBER")]
    tags = [row.rsplit("=")[1] for row in "".join(conll.serialize(made)).splitlines() if row[:1].isdigit()]
    assert [tag.partition("|")[0] for tag in tags] == ["B-TERM", *["I-TERM"] * 3, "O", "B-NUMBER"]
    texts = ["".join(element.itertext()) for element in parsed(made).iterfind(".//t:s//t:title", NAMES)]
    assert "".join(texts) == "监管沙盒"  # in parts


def test_a_damaged_docbin_is_refused() -> None:
    with pytest.raises(Exception, match=r"."):
        DocBin().from_bytes(docbin.render(sample())[:40])


def parsed(edition: Edition) -> etree._Element:
    return etree.fromstring(tei.render(edition), etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(HERE / "schemas/tei-edition.rng"))


def test_tei_is_as_its_grammar_says(edition: Edition, grammar: etree.RelaxNG) -> None:
    tree = parsed(edition)
    grammar.assertValid(tree)
    for wrong in ("term/@key", "s/@xml:id", "linkGrp", "link/@target"):
        broken = parsed(edition)
        name, _, attribute = wrong.partition("/@")
        element = broken.find(f".//t:{name}", NAMES)
        assert element is not None
        if attribute:
            del element.attrib[ID if attribute == "xml:id" else attribute]
        else:
            element.clear()
        assert not grammar.validate(broken), wrong


def test_tei_aligns_the_sentences_that_it_has(edition: Edition) -> None:
    tree = parsed(edition)
    ids = {element.get(ID) for element in tree.iter() if element.get(ID)}
    targets = [link.get("target", "").split() for link in tree.iterfind(".//t:link", NAMES)]
    assert ["#zh-Hans.s-0", "#en.s-0"] in targets and not any("#en.s-4" in pair for pair in targets)
    assert {target.removeprefix("#") for pair in targets for target in pair} <= ids


def test_tei_loses_no_word(edition: Edition) -> None:
    tree = parsed(edition)
    for line in jsonl.serialize(edition):
        told = json.loads(line)
        (sentence,) = tree.xpath(f"//t:s[@xml:id='{told['language']}.{told['segment']}']", namespaces=NAMES)
        for note in sentence.findall("t:note", NAMES):
            sentence.remove(note)
        assert "".join(sentence.itertext()) == told["text"].replace("\n", "")


def inner(edition: Edition, name: str) -> str:
    (sentence,) = parsed(edition).xpath(f"//t:s[@xml:id='{name}']", namespaces=NAMES)
    text = etree.tostring(sentence, encoding="unicode", with_tail=False)
    return text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "").partition(">")[2].removesuffix("</s>")


def test_tei_elements(edition: Edition) -> None:
    assert inner(edition, "zh-Hans.s-1") == (
        '<date when="2020-09-14">2020年9月14日</date>，投入<measure type="currency" quantity="1550000000">15.5亿元'
        '</measure>，占<num type="percentage" value="5">5%</num>。'
    )
    assert inner(edition, "zh-Hans.s-2") == (
        '<title key="关于〈沙盒〉的意见">《关于〈<term type="concept" key="box">沙盒</term>〉的意见》</title>'
        '见报<ptr type="note" target="#zh-Hans.note.1"/>。'
    )


def test_a_term_across_a_mark_or_a_line_break_is_one_in_parts(edition: Edition) -> None:
    assert inner(edition, "zh-Hans.s-0").endswith(
        '<term type="policy" key="sandbox"><hi rend="bold">监管</hi>沙盒</term>。'
    )
    assert inner(edition, "zh-Hans.s-3").startswith(
        '<persName key="liang"><hi rend="bold">梁文</hi>锋</persName>与'
    )


def test_what_crosses_a_mark_is_chained(grammar: etree.RelaxNG) -> None:
    """Elements nest: a term of which a part is bold, with words that are bold too, is in two parts."""
    made = replace(
        sample(), blocks=(block(Kind.PARAGRAPH, row("s", "**设监管**沙盒。", "*Open regulatory* sandboxes")),)
    )
    made = annotate(made, GLOSSARY)
    grammar.assertValid(parsed(made))
    assert inner(made, "zh-Hans.s") == (
        '<hi rend="bold">设<term type="policy" key="sandbox" xml:id="zh-Hans.s.1.1" next="#zh-Hans.s.1.2">监管</term></hi>'
        '<term type="policy" key="sandbox" xml:id="zh-Hans.s.1.2" prev="#zh-Hans.s.1.1">沙盒</term>。'
    )


def test_tei_of_one_language_links_to_the_chinese_file(edition: Edition) -> None:
    def alone(block):  # type: ignore[no-untyped-def]
        return replace(block, rows=tuple(replace(one, passages=one.passages[1:]) for one in block.rows))

    english = replace(
        edition, languages=("en",), titles=("Zhangjiang",), blocks=tuple(map(alone, edition.blocks))
    )
    link = parsed(english).find(".//t:link", NAMES)
    assert link is not None and link.get("target") == "x.zh-Hans.tei.xml#zh-Hans.s-title #en.s-title"


def test_a_character_that_xml_cannot_hold_is_told() -> None:
    made = Edition(
        "x", "x", ("zh-Hans", "en"), ("x", "x"), {}, (block(Kind.PARAGRAPH, row("s", "铃\x07声", "a")),)
    )
    with pytest.raises(FormatError, match="XML cannot hold"):
        tei.render(made)
