"""Realistic revisions: whose translation stands beside each new sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.merge import merge
from pipeline.model import Catalog, Entry, Key

Line = tuple[str, str]


@dataclass(frozen=True)
class Revision:
    name: str
    old: list[Line]
    new: list[Line]


def revisions() -> Iterator[Revision]:
    text = Path(__file__).with_name("merge_revisions.txt").read_text("utf-8")
    for case in text.split("\n## ")[1:]:
        name, _, body = case.partition("\n")
        before, _, after = body.partition("=>\n")
        yield Revision(name, lines(before), lines(after))


def lines(text: str) -> list[Line]:
    return [(label, sentence) for label, sentence in re.findall(r"^(\S+) +(.+)$", text, re.M)]


def found(merged: Catalog, old: list[Line]) -> Iterator[str]:
    """The letters of the sentences whose translations the entries in use carry."""
    texts = {sentence: label for label, sentence in old}
    for entry in merged.entries:
        if entry.obsolete:
            continue
        if not entry.target:
            yield "-"
        elif not entry.fuzzy:
            yield texts[entry.key.text]
        else:
            assert entry.previous
            yield "+".join(label for label, sentence in old if sentence in entry.previous.text)


@pytest.mark.parametrize("case", list(revisions()), ids=lambda case: case.name)
def test_a_revision_carries_what_a_careful_translator_wants(case: Revision) -> None:
    done = [Entry(Key("", text), target=f"What {label} says.") for label, text in case.old]
    template = Catalog("en", entries=tuple(Entry(Key("", text)) for _, text in case.new))
    merged, _ = merge(template, Catalog("en", entries=tuple(done)))
    assert list(found(merged, case.old)) == [label for label, _ in case.new]
    everywhere = " ".join(entry.target for entry in merged.entries)
    assert [entry.target for entry in done if entry.target not in everywhere] == []
