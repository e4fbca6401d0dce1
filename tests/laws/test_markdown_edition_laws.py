"""Law: the Markdown of a Simplified edition reads as the blocks of its source."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edition import edition
from pipeline.formats import markdown, markdown_edition
from pipeline.glossary import Glossary
from pipeline.model import Block, Document
from pipeline.segment import segment

SOURCES = sorted((Path(__file__).parents[2] / "source").glob("*.md"))
SENTENCES = (
    "试点先行。",
    "**“沙盒”**的*边界*在哪里？",
    "见[公报](https://example.org/a)。",
    "用`a|b`。",
    "1. 开头。",
    "甲\\*乙。",
    "注。[^n]",
)
INLINE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("".join)
PLAIN = INLINE.filter(lambda text: not text.startswith("1."))


def listed(items: list[str], ordered: bool) -> str:
    marks = [f"{number}. " if ordered else "- " for number in range(3, len(items) + 3)]
    return "\n".join(
        mark + item.replace("\n", "\n" + " " * len(mark)) for mark, item in zip(marks, items, strict=True)
    )


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


LEAF = st.one_of(
    PLAIN,
    PLAIN.map("## {}".format),
    st.just("---"),
    st.just("```sh\necho ````\n\nls\n```"),
    st.tuples(PLAIN, PLAIN).map("  \n".join),
    st.tuples(PLAIN, PLAIN).map(
        lambda cells: "| 甲 | 乙 |\n| --- | :-: |\n| {} |  |\n| 丙\\|丁 | {} |".format(
            *(c.replace("|", "\\|") for c in cells)
        )
    ),
)
BLOCK = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2).map("\n\n".join).map(quoted),
        st.tuples(
            st.lists(st.one_of(PLAIN, st.tuples(PLAIN, inner).map("\n\n".join)), min_size=1, max_size=3),
            st.booleans(),
        ).map(lambda made: listed(*made)),
    ),
    max_leaves=6,
)
TEXT = st.lists(BLOCK, min_size=1, max_size=5).map(
    lambda blocks: "# 题\n\n" + "\n\n".join([*blocks, "[^n]: 注文。\n\n    第二段。"]) + "\n"
)


def read(text: str) -> Document:
    document = markdown.parse(text, "x.md")
    cut = (replace(b, segments=segment(b.text, b.marks)) if b.translatable else b for b in document.blocks)
    return replace(document, blocks=tuple(cut))


def shape(block: Block) -> tuple[object, ...]:
    # The number that an author gives an item after the first is nobody's: Markdown counts on from the first.
    around = [(c.kind, "" if c.kind == "item" else c.label) for c in block.containers]
    return (block.kind, block.text, block.level, block.label if block.kind != "title" else "", around)


def again(document: Document) -> Document:
    made = edition(document, {}, ("zh-Hans",), "zh-Hans", Glossary(()))
    return read("".join(markdown_edition.serialize(made)))


@given(TEXT)
def test_what_is_written_reads_as_its_source(text: str) -> None:
    document = read(text)
    assert [shape(block) for block in again(document).blocks] == [shape(block) for block in document.blocks]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_shipped_texts_are_written_as_they_are(path: Path) -> None:
    document = read(path.read_text("utf-8"))
    written = again(document)
    assert [shape(block) for block in written.blocks] == [shape(block) for block in document.blocks]
    assert written.metadata == {**document.metadata, "lang": "zh-Hans"}
