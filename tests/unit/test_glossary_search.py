"""Looking concepts up."""

import pytest

from pipeline.glossary.search import search
from pipeline.model import Term

TERMS = (
    Term(
        "regulatory-sandbox", "监管沙盒", "regulatory sandbox", "policy", traditional={"zh-Hant": "監理沙盒"}
    ),
    Term("sandbox", "沙盒", "sandbox", "concept", forbidden=("sand table",), fields={"pinyin": "shāhé"}),
    Term("hkma", "香港金融管理局", "Hong Kong Monetary Authority", "organization", acronym="HKMA"),
    Term(
        "policy",
        "政策",
        "policy",
        "concept",
        forms=("hard-line policies",),
        fields={"definition": "What a sandbox is part of."},
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("沙盒", [("sandbox", "zh_hans"), ("regulatory-sandbox", "zh_hans")]),
        ("監理", [("regulatory-sandbox", "zh_hans")]),
        ("Sandboxes", [("sandbox", "en"), ("regulatory-sandbox", "en")]),
        ("sandb", [("sandbox", "en"), ("regulatory-sandbox", "en"), ("policy", "definition")]),
        ("policies", [("policy", "en")]),
        ("hardline", [("policy", "forms")]),
        ("hkma", [("hkma", "acronym")]),
        ("shahe", [("sandbox", "pinyin"), ("regulatory-sandbox", "pinyin")]),
        ("Jianguan Shahe", [("regulatory-sandbox", "pinyin")]),
        ("jgsh", [("regulatory-sandbox", "initials")]),
        ("sand table", [("sandbox", "en_forbidden")]),
        ("regulatory-sandbox", [("regulatory-sandbox", "en")]),
        ("nothing of the kind", []),
        ("  ", []),
        ("", []),
    ],
)
def test_what_a_text_finds_and_where(text: str, found: list[tuple[str, str]]) -> None:
    assert [(hit.term.id, hit.column) for hit in search(TERMS, text)] == found
