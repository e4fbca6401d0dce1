"""Filling a Traditional catalog: the machine's strings are refreshed, a person's are kept."""

from pipeline.convert import convert
from pipeline.model import CONVERTED, Catalog, Entry, Key, State, digest
from pipeline.results import Refresh

A = Key("", "这里")


def one(entry: Entry, written: str) -> tuple[Entry, tuple[Refresh, ...]]:
    catalog, refreshed = convert(Catalog("zh-Hant", entries=(entry,)), lambda _: written)
    return catalog.entries[0], refreshed


def mark(text: str) -> str:
    return CONVERTED + digest(text)


def test_what_is_untranslated_is_filled_in_and_marked() -> None:
    entry, refreshed = one(Entry(A, notes=("paragraph",)), "這裡")
    assert (entry.target, entry.state, entry.notes) == ("這裡", State.MACHINE, ("paragraph", mark("這裡")))
    assert refreshed == ()


def test_the_machines_string_is_refreshed_when_it_writes_otherwise() -> None:
    entry, refreshed = one(Entry(A, target="這里", notes=(mark("這里"),)), "這裡")
    assert (entry.target, entry.notes) == ("這裡", (mark("這裡"),))
    assert refreshed == (Refresh(A, "這里", "這裡", kept=False),)
    same, refreshed = one(entry, "這裡")
    assert same is entry and refreshed == ()


def test_a_persons_string_is_kept_and_told_of_once_when_the_machine_changes_its_mind() -> None:
    theirs = Entry(A, target="此處", notes=(mark("這里"),))
    entry, refreshed = one(theirs, "這裡")
    assert (entry.target, entry.state) == ("此處", State.TRANSLATED)
    assert refreshed == (Refresh(A, "此處", "這裡", kept=True),)
    assert one(entry, "這裡") == (entry, ())


def test_a_persons_string_in_a_file_from_elsewhere_is_kept_without_a_word() -> None:
    entry, refreshed = one(Entry(A, target="此處"), "這裡")
    assert (entry.target, entry.state, refreshed) == ("此處", State.TRANSLATED, ())


def test_fuzzy_and_obsolete_entries_wait_for_a_person() -> None:
    for entry in (Entry(A, target="此處", fuzzy=True), Entry(A, target="此處", obsolete=True)):
        assert one(entry, "這裡") == (entry, ())
