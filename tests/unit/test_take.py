"""Taking back what a reviewer made of a catalog: each outcome, and that nothing is lost."""

import pytest

from pipeline.model import Catalog, Entry, Incoming, Key, digest
from pipeline.results import Fate
from pipeline.take import take

PILOT = Entry(Key("", "**试点**先行。"), "Pilots come first.", comments=("mine",))
FUZZY = Entry(Key("", "再推广。"), "Then more.", fuzzy=True, previous=Key("", "推广。"))
TWICE = (Entry(Key("a", "同。"), "Same."), Entry(Key("b", "同。"), "Alike."))
CATALOG = Catalog("en", entries=(PILOT, FUZZY, *TWICE))
BASE = digest("Pilots come first.")


def outcome(unit: Incoming) -> tuple[Fate, str, Catalog]:
    catalog, (told,) = take(CATALOG, [unit])
    return told.fate, told.why, catalog


@pytest.mark.parametrize("source", ["**试点**先行。", "试点先行。"])
def test_a_change_is_taken_by_the_chinese_as_it_is_written_or_as_it_reads(source: str) -> None:
    fate, _, catalog = outcome(Incoming(source, "Pilots first."))
    assert fate is Fate.CHANGED
    assert catalog.entries[0] == Entry(PILOT.key, "Pilots first.", comments=("mine",))
    assert catalog.entries[1:] == CATALOG.entries[1:]


def test_a_change_of_a_fuzzy_translation_makes_it_final() -> None:
    _, _, catalog = outcome(Incoming("再推广。", "Then everywhere."))
    assert catalog.entries[1] == Entry(FUZZY.key, "Then everywhere.")


def test_a_fuzzy_translation_stays_so_until_it_is_accepted() -> None:
    assert outcome(Incoming("再推广。", "Then more."))[2] == CATALOG
    fate, _, catalog = outcome(Incoming("再推广。", "Then more.", accepted=True))
    assert (fate, catalog.entries[1]) == (Fate.ACCEPTED, Entry(FUZZY.key, "Then more."))


def test_a_signature_stands_for_the_wording_that_came_back() -> None:
    """An earlier one goes; what has become fuzzy since, or is a draft, is signed by nobody."""
    old = PILOT.revised(comments=("mine", "reviewed: A, 2026-01-01"), notes=("reviewed: B, 2026-01-01", "x"))
    unit = Incoming("试点先行。", "Pilots first.", reviewed=True)
    made, _ = take(Catalog("en", entries=(old,)), [unit], "C, 2026-02-02")
    assert made.entries[0].comments == ("mine", "reviewed: C, 2026-02-02") and made.entries[0].notes == ("x",)
    for unit in (
        Incoming("再推广。", "Then more.", reviewed=True),
        Incoming("试点先行。", "", reviewed=True),
    ):
        assert take(CATALOG, [unit], "C, 2026-02-02")[0] == CATALOG


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        (Incoming("没有。", "None."), "in this catalog no more"),
        (Incoming("同。", "New."), "several contexts"),
        (Incoming("试点后行。", "Pilots last.", id=PILOT.key.id), "Chinese was changed"),
        (Incoming("试点先行。", ""), "empty"),
        (Incoming("试点先行。", "Mine.", base=digest("Theirs.")), "another translation"),
    ],
)
def test_what_cannot_be_matched_or_would_lose_something_is_refused(unit: Incoming, why: str) -> None:
    fate, told, catalog = outcome(unit)
    assert fate is Fate.REFUSED
    assert why in told
    assert catalog == CATALOG


def test_the_id_tells_two_contexts_apart() -> None:
    catalog = outcome(Incoming("同。", "New.", id=TWICE[1].key.id))[2]
    assert [entry.target for entry in catalog.entries[2:]] == ["Same.", "New."]


def test_a_file_that_was_left_as_it_was_undoes_nothing() -> None:
    """The catalog has moved on, and the reviewer has touched nothing: the catalog's own word stands."""
    moved = Catalog("en", entries=(Entry(PILOT.key, "Pilots lead."),))
    catalog, (told,) = take(moved, [Incoming("试点先行。", "Pilots come first.", base=BASE)])
    assert (told.fate, catalog) == (Fate.UNCHANGED, moved)


def test_remarks_become_comments_once() -> None:
    unit = Incoming("试点先行。", "Pilots come first.", remarks=("Li: Is this right?",))
    catalog = take(take(CATALOG, [unit])[0], [unit])[0]
    assert catalog.entries[0].comments == ("mine", "review: Li: Is this right?")


def test_two_units_for_one_entry_follow_each_other() -> None:
    units = [Incoming("试点先行。", "One."), Incoming("试点先行。", "Two.")]
    catalog, told = take(CATALOG, units)
    assert catalog.entries[0].target == "Two."
    assert [(one.before, one.after) for one in told] == [("Pilots come first.", "One."), ("One.", "Two.")]
