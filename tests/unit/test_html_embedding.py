"""Fonts inside the page."""

import base64
import io
import re

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from pipeline.errors import WorkspaceError
from pipeline.formats.html import Face, Settings, serialize
from pipeline.formats.html.embedding import font_rules
from tests.html_sample import edition, paragraph, row, select

ASCII = "".join(map(chr, range(32, 127))) + "•¶…"


def font(characters: str) -> bytes:
    """A font whose glyphs are squares."""
    names = [".notdef", *(f"u{ord(character):X}" for character in characters)]
    pen = TTGlyphPen(None)
    for point in ((0, 0), (0, 500), (500, 500), (500, 0)):
        (pen.moveTo if point == (0, 0) else pen.lineTo)(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"u{ord(character):X}" for character in characters})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    written = io.BytesIO()
    builder.save(written)
    return written.getvalue()


def embedded(css: str) -> dict[str, list[set[str]]]:
    """By family, the characters that each of its embedded fonts holds."""
    found: dict[str, list[set[str]]] = {}
    for family, data in re.findall(r'font-family:"Duizhao ([^"]+)".*?base64,([^"]+)"', css):
        held = TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()
        found.setdefault(family, []).append(set(map(chr, held)))
    return found


PAGE = '<html lang="en"><p lang="zh-Hans">监管<br>a<b>!</b></p><p lang="zh-Hant">監</p><script>監x</script><i aria-label="z">b</i></html>'


def test_each_language_gets_the_characters_of_its_text() -> None:
    held = embedded(font_rules(PAGE, [Face(font(ASCII + "监管監"))]))
    drawn = set("•.¶…0123456789")
    assert held == {
        "zh-Hans": [set("监管a!") | drawn],
        "zh-Hant": [set("監") | drawn],
        "en": [set("bz") | drawn],
    }


def test_the_face_of_a_language_comes_first_and_others_fill_in() -> None:
    simplified = Face(font(ASCII + "监管"), ("zh-Hans",))
    traditional = Face(font(ASCII + "監管"), ("zh-Hant",))
    held = embedded(font_rules('<p lang="zh-Hant">監管监</p>', [simplified, traditional]))["zh-Hant"]
    assert "監" in held[0] and "管" in held[0]
    assert held[1] == {"监"}


def test_a_face_that_brings_nothing_is_left_out() -> None:
    held = embedded(font_rules('<p lang="en">a</p>', [Face(font(ASCII)), Face(font("监"))]))
    assert len(held["en"]) == 1


def test_each_face_says_for_which_characters_it_stands() -> None:
    css = font_rules('<p lang="zh-Hans">监</p>', [Face(font(ASCII + "监"))])
    assert "U+76D1" in css
    assert '--own-zh-Hans:"Duizhao zh-Hans",serif' in css


def test_a_character_that_no_face_has_is_named() -> None:
    with pytest.raises(WorkspaceError, match=r"監 \(U\+76E3\).*zh-Hant"):
        font_rules(PAGE, [Face(font(ASCII + "监管"))])


def test_a_page_with_fonts_admits_them_and_is_the_same_each_time() -> None:
    made = select(edition(paragraph(row(("好",) * 3 + ("Good",))), terms=(), titles=("题",) * 4), ("en",))
    settings = Settings(faces=(Face(font(ASCII + "Чтоа↑–·中文“”’题")),))
    html = "".join(serialize(made, settings))
    assert "font-src data:" in html and "@font-face" in html
    assert "".join(serialize(made, settings)) == html
    assert set("Good") <= embedded(html)["en"][0]
