"""Laws of tidying, for any text: no word changes, no block, nothing that is no prose; once is enough."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.checks.hygiene import inspect, repair
from pipeline.formats import manuscript, markdown
from pipeline.glossary import Glossary
from pipeline.markup import protected
from pipeline.model import Kind

PIECES = [
    *"。！？!?…．.，、；：,:;“”‘’\"'「」（）()[]【】《》—-*_~`\\<>#|+ \u3000\n\t\u200b\u202e\ufeff３Ａ",
    *"甲乙从的aB12一",
    *("从从", "我们我们", "……", "。。。", "...", "--", " — ", "**", "  \n", "\\\n", "\n\n", "\n> ", "\n- "),
    *("\n1. ", "\n# ", "\n| a | 乙,丙 |\n| - | - |\n", "\n```\n甲,乙\n```\n", "`甲,乙`", "https://a.cn/甲,b"),
    *("[甲,乙](http://a.cn/b,c)", "![甲:乙](a,b.png)", "[^1]", "\n[^1]: ", "<b>", "<!-- 甲,乙 -->", "&amp;"),
    *(
        "AI 技术",
        "用AI 的",
        "Yes, we can.",
        "10:30",
        "1,000",
        "TODO",
        "(一)",
        "(a)",
        "二〇二五年",
        "2025年",
        "---",
    ),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=40)
sources = texts.map(lambda text: text.replace("\r", "").replace("\0", ""))
fronts = st.sampled_from(["", "---\ntitle: 甲,乙:丙\nauthor: '甲(乙)'\ndate: 2025,1\ntags: [甲,乙]\n---\n"])


def tidy(text: str) -> str:
    """One round, as `duizhao tidy` makes them."""
    read = manuscript.parse(text, "x.md")
    return repair(read, inspect(read, Glossary(())), manuscript.shape)[0]


def settled(text: str) -> str:
    """What `duizhao tidy` makes of a text."""
    for _ in range(8):
        before, text = text, tidy(text)
        if text == before:
            break
    return text


def words(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(character for character in folded if character.isalnum())


def structure(text: str) -> list[object]:
    document = markdown.parse(text, "x.md")
    kinds = [
        (
            block.kind,
            block.level,
            block.label,
            block.containers,
            block.text if block.kind is Kind.CODE else "",
        )
        for block in document.blocks
    ]
    return [kinds, dict(document.metadata), manuscript.shape(text)]


def kept(text: str) -> list[str]:
    """What of a text is code, address, note mark or HTML, block by block."""
    blocks = markdown.parse(text, "x.md").blocks
    return [block.text[start:end] for block in blocks for start, end in protected(block.text)]


@given(fronts, sources)
@example("", "**- 甲")
def test_a_repair_changes_no_word(front: str, text: str) -> None:
    assert words(settled(front + text)) == words(front + text)


@given(fronts, sources)
def test_a_repair_changes_no_block_emphasis_link_or_field(front: str, text: str) -> None:
    assert structure(settled(front + text)) == structure(front + text)


@given(sources)
def test_a_repair_touches_no_code_address_or_note_mark(text: str) -> None:
    assert kept(settled(text)) == kept(text)


@given(fronts, sources)
def test_tidying_comes_to_rest(front: str, text: str) -> None:
    once = settled(front + text)
    assert tidy(once) == once


@given(sources)
def test_every_fault_is_at_a_place_of_the_file(text: str) -> None:
    read = manuscript.parse(text, "x.md")
    for fault in inspect(read, Glossary(())):
        assert 0 <= fault.start < len(text)
        location = read.location(fault.start)
        line = text.split("\n")[location.line - 1]
        assert 1 <= location.column <= len(line)


@given(sources)
def test_a_stretch_stands_in_the_file_as_it_is_read(text: str) -> None:
    for stretch in manuscript.parse(text, "x.md").stretches:
        shown = "".join(text[place] for place in stretch.places)
        assert shown == stretch.text.replace("\r", "\n")
        assert list(stretch.places) == sorted(set(stretch.places))
