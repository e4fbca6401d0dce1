"""What makes foreign text harmless in a page."""

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pipeline.formats.html.safety import address, clean, data_block, identifier, policy_hash, safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("监管 sandbox\n", "监管 sandbox\n"),
        ("a\x00b\x0bc\x1fd\x7fe\x85f", "abcdef"),
        ("\u202eabc\u202c", "abc"),
        ("\u2066x\u2069", "x"),
        ("\u200fא", "\u200fא"),  # a direction mark only hints at its own place
        ("a\ud800b", "a\ufffdb"),
        ("\ufdd0\uffff", ""),
        ("𠮷😀", "𠮷😀"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_clean_drops_what_html_forbids_or_what_reorders_text(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_safe_escapes_what_html_reads() -> None:
    assert safe("<b a='\"'>&amp;") == Markup("&lt;b a=&#39;&#34;&#39;&gt;&amp;amp;")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("http://例子.cn/路径", "http://%E4%BE%8B%E5%AD%90.cn/%E8%B7%AF%E5%BE%84"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("other.html#s-1", "other.html#s-1"),
        ("a%20b", "a%20b"),
        ("100%", "100%25"),
        ("a b[1]", "a%20b%5B1%5D"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        (" \x01javascript:alert(1)", ""),
        ("java\x00script:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
    ],
)
def test_address_admits_only_pages_and_mail(target: str, expected: str) -> None:
    assert address(target) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("regulatory-sandbox", "t-regulatory-sandbox"), ("监管.1", "t-监管.1")]
)
def test_identifier_keeps_a_name_that_can_be_an_id(name: str, expected: str) -> None:
    assert identifier("t-", name) == expected


@pytest.mark.parametrize("name", ['a b"c', "", "a/b", "<x>"])
def test_identifier_replaces_any_other_name_by_its_digest(name: str) -> None:
    assert identifier("t-", name).startswith("t-")
    assert len(identifier("t-", name)) == len("t-") + 12
    assert identifier("", name) != identifier("", name + "!")


_PRINTED = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cn", "Cs")))


@given(st.dictionaries(_PRINTED, _PRINTED))
def test_a_data_block_is_json_that_cannot_end_its_element(value: dict[str, str]) -> None:
    block = data_block(value)
    assert not set("<>&") & set(block)
    assert json.loads(block) == value


def test_policy_hash_is_that_of_the_content() -> None:
    digest = base64.b64encode(hashlib.sha256(b"a{}").digest()).decode()
    assert policy_hash("a{}") == f"'sha256-{digest}'"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert safe(text) == safe(clean(text))
