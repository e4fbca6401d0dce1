"""Joining records from elsewhere to those that a glossary has: new ones, filled cells, conflicts.

Nothing that is filled here is replaced unless that is asked for; a value that two sides see differently is
told with both. Values of cells that can hold several are added to those that are there.
"""

import re
from collections.abc import Iterable, Sequence

from pipeline.glossary.columns import SEPARATOR, SEVERAL, Record, chinese_of, several
from pipeline.results import Join

_OPPOSITES = {"en_admitted": ("en_forbidden",), "en_forbidden": ("en", "en_admitted", "forms", "acronym")}
"""Columns whose values rule each other out."""


def join(
    ours: Sequence[Record], theirs: Iterable[Record], *, kind: str = "concept", overwrite: bool = False
) -> list[Join]:
    """What becomes of each of `theirs`, in their order; a concept is known by its id, then by its Chinese.

    `kind` is that of new concepts that come without one. With `overwrite`, theirs takes the place of ours.
    """
    known = _Known(ours)
    joins = []
    for record in theirs:
        if "zh_hans" not in record:
            joins.append(Join(record.get("id", ""), "", problem="has no Chinese"))
            continue
        twins = known.twins(record)
        if len(twins) > 1:
            ids = ", ".join(twin.get("id", "") for twin in twins)
            joins.append(Join(record.get("id", ""), record["zh_hans"], problem=f"could be any of {ids}"))
        elif twins and not known.has_own_id(twins[0]):
            joins.append(Join("", record["zh_hans"], problem="is here without an id of its own"))
        elif twins:
            joins.append(_meet(twins[0], record, overwrite))
            known.update(twins[0], {column: after for column, (_, after) in joins[-1].changes.items()})
        else:
            new = {"kind": kind, **record, "id": known.free_id(record)}
            known.add(new)
            joins.append(Join(new["id"], new["zh_hans"], new=new))
    return joins


class _Known:
    """The records that there are so far, by id and by Chinese."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_id: dict[str, dict[str, str]] = {}
        self._by_chinese: dict[str, list[dict[str, str]]] = {}
        for record in records:
            self.add(dict(record))

    def add(self, record: dict[str, str]) -> None:
        self._by_id.setdefault(record.get("id", ""), record)
        self.update(record, {})

    def update(self, record: dict[str, str], cells: Record) -> None:
        """Changes a record, so that what comes later meets it as it will be."""
        record.update(cells)
        for form in chinese_of(record):
            same = self._by_chinese.setdefault(form, [])
            if record not in same:
                same.append(record)

    def twins(self, record: Record) -> list[dict[str, str]]:
        """The records that may be the same concept: one at most, unless senses share their Chinese."""
        same_id = self._by_id.get(record.get("id", "") or "\0")
        if same_id is not None:
            return [same_id]
        same = self._by_chinese.get(record["zh_hans"], [])
        alike = [twin for twin in same if twin.get("en") == record.get("en")]
        if alike and len(same) > 1:
            return alike
        senses = [twin for twin in same if _sense(twin) and _sense(record) and _sense(twin) != _sense(record)]
        return [] if senses == same else same

    def has_own_id(self, record: Record) -> bool:
        """Whether a record has an id, and is the one that it stands for."""
        return bool(record.get("id")) and self._by_id.get(record["id"]) is record

    def free_id(self, record: Record) -> str:
        """The record's own id, or one that is made of its English."""
        wanted = record.get("id", "") or _slug(record.get("en", "")) or "term"
        number, free = 1, wanted
        while free in self._by_id:
            number += 1
            free = f"{wanted}-{number}"
        return free


def _sense(record: Record) -> str:
    options = several(record.get("match", ""))
    return next((option for option in options if option.startswith("sense:")), "")


def _slug(english: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", english.lower().replace("’", "").replace("'", "")))


def _meet(ours: Record, theirs: Record, overwrite: bool) -> Join:
    changes: dict[str, tuple[str, str]] = {}
    conflicts: dict[str, tuple[str, str]] = {}
    is_same_chinese = theirs["zh_hans"] in chinese_of(ours)
    if not is_same_chinese and not overwrite:
        conflicts["zh_hans"] = ours.get("zh_hans", ""), theirs["zh_hans"]
        theirs = {}
    for column, value in theirs.items():
        mine = ours.get(column, "")
        if value == mine or column == "id" or (column == "zh_hans" and is_same_chinese):
            continue
        if column in SEVERAL:
            _add_values(ours, column, value, changes, conflicts)
        elif not mine or overwrite:
            changes[column] = mine, value
        else:
            conflicts[column] = mine, value
    return Join(ours.get("id", ""), ours.get("zh_hans", ""), changes=changes, conflicts=conflicts)


def _add_values(
    ours: Record,
    column: str,
    cell: str,
    changes: dict[str, tuple[str, str]],
    conflicts: dict[str, tuple[str, str]],
) -> None:
    mine, there = several(ours.get(column, "")), _taken(ours, column)
    extra = [value for value in several(cell) if value not in there]
    opposed = {value for other in _OPPOSITES.get(column, ()) for value in several(ours.get(other, ""))}
    if refused := [value for value in extra if value in opposed]:
        conflicts[column] = ours.get(column, ""), SEPARATOR.join(refused)
    if wanted := [value for value in extra if value not in opposed]:
        changes[column] = ours.get(column, ""), SEPARATOR.join((*mine, *wanted))


def _taken(ours: Record, column: str) -> tuple[str, ...]:
    """What need not be added to a column: its own values, and for renderings those of any other column."""
    if column == "zh_hans_variants":
        return chinese_of(ours)
    own = several(ours.get(column, ""))
    if column != "en_admitted":
        return own
    return (*own, ours.get("en", ""), ours.get("acronym", ""), *several(ours.get("forms", "")))
