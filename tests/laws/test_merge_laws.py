"""Laws of merging, over random histories of a source and of its translator.

Some hundred histories by default; DUIZHAO_HISTORIES=10000 runs as many as it says.
"""

import os
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.formats import po
from pipeline.merge import merge
from pipeline.model import Catalog, Entry, Key

HISTORIES = int(os.environ.get("DUIZHAO_HISTORIES", "150"))
WORDS = [
    "试点",
    "先行",
    "企业",
    "补贴",
    "不得",
    "必须",
    "可以",
    "三年",
    "10万元",
    "评估",
    "公布",
    "，",
    "；",
    "数据",
]
HEADER = (("Language", "en"), ("Content-Type", "text/plain; charset=UTF-8"))


def sentence(random: Random) -> str:
    return "".join(random.choices(WORDS, k=random.randint(1, 8))) + random.choice("。。。！？")


def put(source: list[str], random: Random) -> None:
    source.insert(random.randint(0, len(source)), sentence(random))


def take(source: list[str], random: Random) -> None:
    del source[random.randrange(len(source))]


def change(source: list[str], random: Random) -> None:
    at = random.randrange(len(source))
    place = random.randrange(len(source[at]))
    source[at] = source[at][:place] + random.choice(WORDS) + source[at][place + random.randint(0, 2) :]


def split(source: list[str], random: Random) -> None:
    at = random.randrange(len(source))
    place = random.randint(1, len(source[at]))
    source[at : at + 1] = [source[at][:place] + "。", source[at][place:]]


def join(source: list[str], random: Random) -> None:
    at = random.randrange(len(source))
    source[at : at + 2] = ["".join(source[at : at + 2])]


def move(source: list[str], random: Random) -> None:
    source.insert(random.randrange(len(source)), source.pop(random.randrange(len(source))))


EDITS = [put, put, take, change, change, split, join, move]


class History:
    """A source as its author revises it, and what the translator has made of it so far."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.source: list[str] = []
        self.revisions: list[list[str]] = []
        self.made: set[str] = set()

    def revise(self) -> list[str]:
        """The next revision; now and then the author goes back to an earlier one."""
        if self.revisions and self.random.random() < 0.1:
            self.source = list(self.random.choice(self.revisions))
        for _ in range(self.random.randint(1, 5)):
            edit = self.random.choice(EDITS) if self.source else put
            edit(self.source, self.random)
            self.source = [text for text in dict.fromkeys(self.source) if text.strip()]
        self.revisions.append(list(self.source))
        return self.source

    def translate(self, catalog: Catalog) -> Catalog:
        """The catalog after the translator's visit: some is translated, some of the fuzzy accepted."""
        entries = []
        for entry in catalog.entries:
            chance = self.random.random()
            if entry.obsolete or chance < 0.3:
                entries.append(entry)
            elif not entry.target:
                entries.append(entry.revised(target=self.words()))
            elif entry.fuzzy and chance < 0.6:
                entries.append(entry.revised(fuzzy=False, previous=None))
            elif entry.fuzzy and chance < 0.7:
                entries.append(entry.revised(target=f"{entry.target} {self.words()}"))
            elif chance > 0.95:
                entries.append(entry.revised(comments=(*entry.comments, self.words())))
            else:
                entries.append(entry)
        return Catalog("en", HEADER, tuple(entries))

    def words(self) -> str:
        some = [f"Sentence {len(self.made)} {part}." for part in "ab"[: self.random.randint(1, 2)]]
        self.made.update(some)
        return " ".join(some)


def template(texts: list[str]) -> Catalog:
    return Catalog("en", entries=tuple(Entry(Key("", text), notes=("paragraph",)) for text in texts))


@settings(max_examples=HISTORIES, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**64), st.integers(1, 8))
def test_no_translation_is_ever_lost_and_nothing_is_done_twice(seed: int, revisions: int) -> None:
    history = History(Random(seed))
    catalog = Catalog("en", HEADER)
    for _ in range(revisions):
        source = history.revise()
        catalog, _ = merge(template(source), catalog)
        again, changes = merge(template(source), catalog)
        assert again == catalog and changes == ()
        assert [e.key.text for e in catalog.entries if not e.obsolete] == source
        assert len({e.key for e in catalog.entries}) == len(catalog.entries), "gettext refuses twins"
        everywhere = " ".join(" ".join((entry.target, *entry.comments)) for entry in catalog.entries)
        assert [words for words in history.made if words not in everywhere] == []
        assert [e for e in catalog.entries if e.fuzzy and not (e.target and e.previous)] == []
        read = po.parse("".join(po.serialize(catalog)), "x.po")
        assert read.entries == catalog.entries
        catalog = history.translate(read)
