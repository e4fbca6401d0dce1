"""What comes back, into a catalog: a reviewer's changes are taken, and nothing is lost or overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.markup import plain
from pipeline.model import REVIEWED, Catalog, Entry, Incoming, digest
from pipeline.results import Fate, Returned

_REMARK = "review: "


def take(
    catalog: Catalog, units: Iterable[Incoming], signature: str = ""
) -> tuple[Catalog, tuple[Returned, ...]]:
    """The catalog with the translations that came back, and what became of each.

    A unit belongs to the entry that its id names, else to the one that has its Chinese. It is refused where
    there is no such entry, where its Chinese was changed, where it is empty or cannot be read, and where the
    entry has been translated otherwise since it was given out. What comes back as reviewed is signed with
    `signature`, such as `Chen Li, 2026-11-25`, if there is one.
    """
    by_id, by_source = _indexes(catalog)
    changed: dict[int, Entry] = {}
    told = []
    for unit in units:
        found, why = _find(unit, by_id, by_source)
        if found is None:
            told.append(refused(unit, why))
            continue
        changed[id(found)], result = _place(changed.get(id(found), found), unit, signature)
        told.append(result)
    kept = tuple(changed.get(id(entry), entry) for entry in catalog.entries)
    return replace(catalog, entries=kept), tuple(told)


def refused(unit: Incoming, why: str) -> Returned:
    """What is told of a unit that no entry can take."""
    return Returned(Fate.REFUSED, str(unit.location), unit.source, "", unit.target, why, unit.remarks)


def known(catalog: Catalog, units: Iterable[Incoming]) -> tuple[Incoming, ...]:
    """Those of the units whose Chinese, or whose id, is in the catalog."""
    by_id, by_source = _indexes(catalog)
    return tuple(unit for unit in units if unit.id in by_id or unit.source in by_source)


def _indexes(catalog: Catalog) -> tuple[dict[str, Entry], dict[str, list[Entry]]]:
    """The entries in use by their ids, and by their Chinese as it is written and as it reads."""
    entries = [entry for entry in catalog.entries if not entry.obsolete]
    by_source: dict[str, list[Entry]] = {}
    for entry in entries:
        for text in {entry.key.text, plain(entry.key.text)}:
            by_source.setdefault(text, []).append(entry)
    return {entry.key.id: entry for entry in entries}, by_source


def _find(
    unit: Incoming, by_id: Mapping[str, Entry], by_source: Mapping[str, list[Entry]]
) -> tuple[Entry | None, str]:
    if unit.problem:
        return None, unit.problem
    found = [by_id[unit.id]] if unit.id in by_id else by_source.get(unit.source, [])
    if not found:
        return None, "its Chinese is in this catalog no more: it was changed in the source, or in the file"
    if len(found) > 1:
        return None, "its Chinese stands in several contexts, and the file does not say which is meant"
    if unit.source not in (found[0].key.text, plain(found[0].key.text)):
        return None, "its Chinese was changed: change the source text instead"
    return found[0], ""


def _place(entry: Entry, unit: Incoming, signature: str) -> tuple[Entry, Returned]:
    remarks = tuple(line for remark in unit.remarks if (line := _REMARK + remark) not in entry.comments)
    noted = entry.revised(comments=(*entry.comments, *remarks)) if remarks else entry

    def told(fate: Fate, why: str = "") -> Returned:
        return Returned(fate, str(unit.location), unit.source, entry.target, unit.target, why, unit.remarks)

    if unit.target == entry.target:
        accepted = noted.revised(fuzzy=False, previous=None) if unit.accepted else noted
        if not accepted.fuzzy:
            accepted = _signed(accepted, unit, signature)
        return accepted, told(Fate.UNCHANGED if accepted == noted else Fate.ACCEPTED)
    if unit.base and digest(unit.target) == unit.base:
        return noted, told(Fate.UNCHANGED)
    if not unit.target:
        return noted, told(Fate.REFUSED, "it is empty, and a translation would be lost")
    if unit.base and digest(entry.target) != unit.base:
        return noted, told(Fate.REFUSED, "the catalog has another translation since the file was made")
    previous = noted.previous if unit.draft else None
    taken = noted.revised(target=unit.target, fuzzy=unit.draft, previous=previous)
    return _signed(taken, unit, signature), told(Fate.CHANGED)


def _signed(entry: Entry, unit: Incoming, signature: str) -> Entry:
    """The entry with the reviewer's signature, in the place of an earlier one."""
    if not (signature and unit.reviewed and entry.target) or entry.reviewed == signature:
        return entry
    comments = (line for line in entry.comments if not line.strip().startswith(REVIEWED))
    notes = tuple(line for line in entry.notes if not line.startswith(REVIEWED))
    return entry.revised(comments=(*comments, REVIEWED + signature), notes=notes)
