"""Finding terms in Chinese."""

import pytest

from pipeline.glossary import Glossary
from pipeline.model import Term

TERMS = (
    Term("regulation", "监管", "regulation", "concept", traditional={"zh-Hant": "監管"}),
    Term(
        "sandbox",
        "监管沙盒",
        "regulatory sandbox",
        "policy",
        variants=("沙盒监管",),
        traditional={"zh-Hant": "監管沙盒"},
    ),
    Term("zhangjiang", "张江", "Zhangjiang", "place"),
    Term(
        "hi-tech",
        "张江高科",
        "Zhangjiang Hi-Tech",
        "organization",
        match=("not-in:张江高科技", "not-in:张江高科园"),
    ),
    Term("park", "高科技园", "high-tech park", "concept"),
    Term("ai", "AI", "AI", "concept", variants=("人工智能",)),
    Term("system", "制度", "system", "concept", match=("sense:1",)),
    Term("institution", "制度", "institution", "concept", match=("sense:2",)),
)
GLOSSARY = Glossary(TERMS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("监管沙盒", [(0, 4, "sandbox")]),
        ("沙盒监管与监管", [(0, 4, "sandbox"), (5, 7, "regulation")]),
        ("監管沙盒和監管", [(0, 4, "sandbox"), (5, 7, "regulation")]),
        ("“监管”沙盒", [(1, 3, "regulation")]),
        ("😀监管", [(1, 3, "regulation")]),
        ("张江高科成立", [(0, 4, "hi-tech")]),
        ("张江高科技园区", [(0, 2, "zhangjiang"), (2, 6, "park")]),
        ("张江高科园区", [(0, 2, "zhangjiang")]),
        ("张江高科技与张江高科", [(0, 2, "zhangjiang"), (6, 10, "hi-tech")]),
        ("AI企业", [(0, 2, "ai")]),
        ("AIGC和OpenAI", []),
        ("人工智能", [(0, 4, "ai")]),
        ("制度", [(0, 2, "system"), (0, 2, "institution")]),
        ("杭州", []),
        ("", []),
    ],
)
def test_find(text: str, found: list[tuple[int, int, str]]) -> None:
    assert [(m.start, m.end, m.term.id) for m in GLOSSARY.find(text)] == found


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary(()).find("监管") == ()
    assert Glossary([Term("empty", "", "", "")]).find("监管") == ()
