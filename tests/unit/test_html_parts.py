"""The parts of a page: words, references, readings, search tables, glossary, metadata."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from pipeline.formats.html.head import citation, counts, field, linked_data, open_graph
from pipeline.formats.html.references import Reference, References, letters
from pipeline.formats.html.ruby import LIMIT, pinyin_of, ruby, unusual
from pipeline.formats.html.search import characters, folding, syllables, usual_readings
from pipeline.formats.html.settings import Link, Settings
from pipeline.formats.html.templating import policy
from pipeline.formats.html.terms import Form, term_views
from pipeline.formats.words import _WORDS as WORDS
from pipeline.formats.words import language_name, page_language, word
from pipeline.model import Edition, Kind, Row, State, Term
from pipeline.script.readings import readings, usual
from tests.html_sample import SANDBOX, TERMS, block, edition, paragraph, passage, rich, row, select

ONE = row(("发展监管。", "發展監管。", "發展監管。", "Develop."))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant", "zh-Hant-HK"])
def test_every_word_is_there_in_every_language(language: str) -> None:
    assert all(word(key, language) for key in WORDS)


def test_words_differ_where_regions_do() -> None:
    assert [word("copy_link", tag) for tag in ("zh-Hans", "zh-Hant", "zh-Hant-HK")] == [
        "复制链接",
        "複製連結",
        "複製連結",
    ]
    assert [word("licence", tag) for tag in ("zh-Hant", "zh-Hant-HK")] == ["授權", "許可"]
    assert word("glossary", "fr") == "Glossary"


def test_languages_name_themselves() -> None:
    assert [language_name(tag) for tag in ("zh-Hans", "zh-Hant", "zh-Hant-HK", "en", "fr")] == [
        "简体",
        "繁體（臺灣）",
        "繁體（香港）",
        "English",
        "fr",
    ]
    assert page_language(("zh-Hans", "en")) == "en"
    assert page_language(("zh-Hant", "zh-Hans")) == "zh-Hant"


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")],
)
def test_letters_go_on_after_z(index: int, expected: str) -> None:
    assert letters(index) == expected


def test_a_block_that_uses_a_term_twice_is_listed_once() -> None:
    references = References(edition())
    here, there = Reference("p-1", label="1"), Reference("p-2", label="2")
    for place in (here, here, there, here):
        references.use(SANDBOX, place)
    assert references.places("t-regulatory-sandbox") == (here, there, here)
    assert references.places("t-other") == ()


def test_ruby_escapes_its_text() -> None:
    assert ruby("<沙>", ("", "shā", "")) == "&lt;<ruby>沙<rt>shā</rt></ruby>&gt;"


def test_pinyin_stands_in_the_markup_up_to_a_limit() -> None:
    sentence = "好" * (LIMIT // 3)
    short = edition(paragraph(row((sentence,) * 3 + ("x",))))
    long = edition(paragraph(row((sentence + "好",) * 3 + ("x",))))
    assert pinyin_of(short, wanted=True) == "markup"
    assert pinyin_of(long, wanted=True) == "script"
    assert pinyin_of(short, wanted=False) == ""
    assert pinyin_of(select(rich(), ("en",)), wanted=True) == ""


def test_readings_that_are_not_the_usual_ones_are_told_apart() -> None:
    text = "银行很行，OK"
    assert usual("行") == "xíng" and usual("，") == ""
    assert unusual(text, readings(text)) == "1háng"
    assert unusual("银", readings("银")) == ""


def test_the_usual_readings_of_an_edition() -> None:
    assert usual_readings("行星") == {"xíng": "行", "xīng": "星"}


def test_search_knows_all_readings_of_a_character() -> None:
    table = syllables("长绿")
    assert "长" in table["chang"] and "长" in table["zhang"]
    assert "绿" in table["lv"]
    assert list(table) == sorted(table)


def folded(made: Edition, known: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    return folding(made, characters(made), known)


def test_folding_comes_from_the_scripts_of_the_edition() -> None:
    assert folded(edition(paragraph(ONE))) == {"發": "发", "監": "监"}


def test_folding_of_a_single_edition_comes_from_its_source() -> None:
    one = Row("s-1", (passage("發展", "zh-Hant"),), source="发展")
    assert folded(Edition("a", "a", ("zh-Hant",), ("題",), {}, (paragraph(one),))) == {"發": "发"}


def test_folding_takes_what_is_known_for_the_characters_present() -> None:
    single = select(edition(paragraph(ONE)), ("zh-Hans",))
    assert folded(single, {"發": "发", "髮": "发", "頭": "头"}) == {"發": "发", "髮": "发"}


def test_folding_ignores_texts_of_another_length() -> None:
    assert folded(edition(paragraph(row(("信息", "資訊化", "資訊", "x"))))) == {"資": "信", "訊": "息"}


def test_a_term_shows_its_forms_once() -> None:
    term = Term("a", "优", "good", "concept", traditional={"zh-Hant": "優", "zh-Hant-HK": "優", "x": ""})
    (view,) = term_views(edition(terms=(term,)), References(edition()))
    assert view.others == (Form("zh-Hant", "優"),)
    assert view.pinyin == "yōu"


def test_a_traditional_page_has_its_own_form_first_and_the_sound_of_that() -> None:
    fields = {
        "pinyin": "liúpiàn",
        "definition_zh": "交厂试产。",
        "definition_zh_hant": "交廠試產。",
        "authority": "house",
    }
    term = Term("a", "流片", "tape-out", "idiom", traditional={"zh-Hant": "投片"}, fields=fields)
    taiwan = edition(languages=("zh-Hant",), terms=(term,))
    (view,) = term_views(taiwan, References(taiwan))
    assert (view.chinese, view.others) == (Form("zh-Hant", "投片"), (Form("zh-Hans", "流片"),))
    assert view.pinyin == "tóu piàn"
    assert view.definitions == (Form("zh-Hant", "交廠試產。"),)
    assert view.facts == (("authority", Form("zh-Hant", "本部自定")),)


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("zh-Hans",), ["zh-Hans"]),
        (("en",), ["en"]),
        (("zh-Hans", "en"), ["en", "zh-Hans"]),
        (("zh-Hant",), ["en"]),
    ],
)
def test_definitions_are_in_the_languages_of_the_edition(
    languages: tuple[str, ...], expected: list[str]
) -> None:
    (view,) = term_views(edition(languages=languages, terms=(SANDBOX,)), References(edition()))
    assert [form.language for form in view.definitions] == expected


def test_a_definition_in_the_other_language_is_better_than_none() -> None:
    (view,) = term_views(edition(languages=("zh-Hans",), terms=(TERMS[1],)), References(edition()))
    assert view.definitions == (Form("en", "The capital of Zhejiang Province."),)


def test_facts_say_their_language() -> None:
    term = Term("a", "优", "good", "concept", fields={"source": "《规划纲要》", "note": "Plain."})
    (view,) = term_views(edition(terms=(term,)), References(edition()))
    assert view.facts == (("source", Form("zh-Hans", "《规划纲要》")), ("note", Form("en", "Plain.")))


def test_chinese_in_an_english_note_leaves_its_quotation_marks_english() -> None:
    note = Form("en", "The lab’s name is no pinyin of 之江.")
    assert note.html == 'The lab’s name is no pinyin of <span lang="zh-Hans">之江</span>.'
    term = Term("a", "之江实验室", "Zhejiang Lab", "name", fields={"note": note.text})
    (view,) = term_views(edition(terms=(term,)), References(edition()))
    assert view.facts == (("note", note),)


def test_counts_leave_out_the_source() -> None:
    found = {count.language: count.numbers for count in counts(rich())}
    assert set(found) == {"zh-Hant", "zh-Hant-HK", "en"}
    rows = sum(len(block.rows) for block in rich().blocks)
    assert found["en"] == (rows - 1, 0, 0, 1)
    assert found["zh-Hant"] == (0, rows, 0, 0)


def test_a_field_is_read_from_the_prose_or_else_from_the_metadata() -> None:
    assert field(rich(), "author") == ("林一舟", "林一舟", "林一舟", "Lin Yizhou")
    assert field(rich(), "translator") == ("A. Reader",) * 4
    assert field(rich(), "nothing") == ()


def test_linked_data_leaves_out_what_is_unknown() -> None:
    bare = linked_data(edition(), Settings(), ("示例", "Sample"))
    assert bare == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Sample",
        "alternativeHeadline": ["示例"],
        "inLanguage": ["zh-Hans", "zh-Hant", "zh-Hant-HK", "en"],
    }
    settings = Settings(
        site="Notes",
        address="https://e.org/a",
        editions=(Link("a.html", "English", "en"), Link("a.pdf", "PDF")),
    )
    full = linked_data(rich(), settings, rich().titles)
    assert full["isPartOf"] == {"@type": "WebSite", "name": "Notes"}
    assert full["workTranslation"] == [
        {"@type": "Article", "inLanguage": "en", "url": "https://e.org/a.html"}
    ]
    assert full["isBasedOn"] == "https://example.org/sandbox"
    assert full["datePublished"] == "2026-05-04"


def test_open_graph_names_the_languages_as_it_wants_them() -> None:
    found = list(open_graph(rich(), Settings(site="Notes"), rich().titles, "en"))
    assert ("og:locale", "en_US") in found
    assert [content for name, content in found if name == "og:locale:alternate"] == [
        "zh_CN",
        "zh_TW",
        "zh_HK",
    ]
    assert ("og:site_name", "Notes") in found
    assert "og:url" not in dict(found)


def test_a_citation_quotes_as_its_language_does() -> None:
    english = citation(rich(), Settings(site="Notes"), "en", "Cities")
    chinese = citation(rich(), Settings(), "zh-Hans", "城市")
    assert english == "Lin Yizhou, “Cities”, Notes, 2026-05-04"
    assert chinese == "林一舟, 《城市》, 2026-05-04"
    assert citation(edition(), Settings(), "en", "Cities") == "“Cities”"


def test_a_policy_admits_nothing_that_is_not_named() -> None:
    assert policy([], []).startswith("default-src 'none'; ")
    assert "script-src 'none'" in policy(["a"], [])
    assert "font-src" not in policy([], []) and "font-src data:" in policy([], [], fonts=True)
    assert "connect-src" not in policy([], []) and "connect-src 'self'" in policy([], [], connect=True)


def test_states_are_counted_by_language() -> None:
    rows = [
        Row("s-1", (passage("好", "zh-Hans"), passage("好", "zh-Hans", State.FUZZY))),
        Row("s-2", (passage("好", "zh-Hans"), passage("好", "en"))),
    ]
    made = Edition("a", "a", ("zh-Hans", "en"), ("好", "Good"), {}, (block(Kind.PARAGRAPH, *rows),))
    assert [count.numbers for count in counts(made)] == [(1, 0, 1, 0)]
