"""Laws of merging, over random histories of a source and of its translator."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.formats import po
from pipeline.merge import merge
from pipeline.model import Catalog, Entry, Key

WORDS = st.lists(st.sampled_from("试点先行企业补贴不得必须一二三，"), min_size=1, max_size=12).map("".join)
SOURCES = st.lists(WORDS, max_size=8, unique=True)
HEADER = (("Language", "en"), ("Content-Type", "text/plain; charset=UTF-8"))
HISTORY = st.lists(st.tuples(SOURCES, st.randoms(use_true_random=False)), min_size=1, max_size=6)


def template(texts: list[str]) -> Catalog:
    return Catalog("en", entries=tuple(Entry(Key("", text), notes=("paragraph",)) for text in texts))


def translate(catalog: Catalog, random: object, made: set[str]) -> Catalog:
    entries = []
    for entry in catalog.entries:
        if not entry.obsolete and not entry.target and random.random() < 0.7:  # type: ignore[attr-defined]
            sentences = [f"Sentence {len(made)} {part}." for part in "ab"[: random.randint(1, 2)]]  # type: ignore[attr-defined]
            made.update(sentences)
            target = " ".join(sentences)
            entry = entry.revised(target=target)
        entries.append(entry)
    return Catalog("en", HEADER, tuple(entries))


@given(HISTORY)
def test_no_translation_is_ever_lost_and_nothing_is_done_twice(
    history: list[tuple[list[str], object]],
) -> None:
    catalog = Catalog("en", HEADER)
    made: set[str] = set()
    for source, random in history:
        catalog, _ = merge(template(source), catalog)
        again, changes = merge(template(source), catalog)
        assert again == catalog and changes == ()
        assert [e.key.text for e in catalog.entries if not e.obsolete] == source
        everywhere = " ".join(entry.target for entry in catalog.entries)
        assert [sentence for sentence in made if sentence not in everywhere] == []
        assert po.parse("".join(po.serialize(catalog)), "x.po").entries == catalog.entries
        catalog = translate(catalog, random, made)
