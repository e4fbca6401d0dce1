"""Joining records from elsewhere to a glossary's own."""

import pytest

from pipeline.glossary.columns import Record
from pipeline.glossary.joining import join

OURS: list[Record] = [
    {
        "id": "sandbox",
        "zh_hans": "监管沙盒",
        "zh_hans_variants": "沙盒监管",
        "en": "regulatory sandbox",
        "kind": "policy",
        "en_admitted": "sandbox",
        "en_forbidden": "sand table",
    },
    {"id": "system", "zh_hans": "制度", "en": "system", "kind": "concept", "match": "sense:1"},
    {"id": "institution", "zh_hans": "制度", "en": "institution", "kind": "concept", "match": "sense:2"},
]


def test_what_is_the_same_stays() -> None:
    assert all(not (j.new or j.changes or j.conflicts or j.problem) for j in join(OURS, OURS))


@pytest.mark.parametrize(
    "theirs",
    [
        {"id": "sandbox", "zh_hans": "监管沙盒", "note": "N"},
        {"zh_hans": "监管沙盒", "note": "N"},
        {"id": "another-name", "zh_hans": "沙盒监管", "en": "regulatory sandbox", "note": "N"},
    ],
)
def test_empty_cells_are_filled_whether_known_by_id_or_by_chinese(theirs: Record) -> None:
    (joined,) = join(OURS, [theirs])
    assert (joined.id, joined.changes, joined.conflicts) == ("sandbox", {"note": ("", "N")}, {})


def test_filled_cells_are_left_alone_unless_asked_for() -> None:
    theirs = {"id": "sandbox", "zh_hans": "监管沙盒", "en": "supervisory sandbox"}
    (joined,) = join(OURS, [theirs])
    assert joined.conflicts == {"en": ("regulatory sandbox", "supervisory sandbox")} and not joined.changes
    (joined,) = join(OURS, [theirs], overwrite=True)
    assert joined.changes == {"en": ("regulatory sandbox", "supervisory sandbox")} and not joined.conflicts


def test_values_are_added_to_those_that_are_there() -> None:
    theirs = {"id": "sandbox", "zh_hans": "监管沙盒", "en_admitted": "trial zone|sandbox|regulatory sandbox"}
    (joined,) = join(OURS, [theirs])
    assert joined.changes == {"en_admitted": ("sandbox", "sandbox|trial zone")}


def test_what_is_forbidden_here_is_not_admitted_and_the_other_way_round() -> None:
    theirs = {
        "id": "sandbox",
        "zh_hans": "监管沙盒",
        "en_admitted": "sand table|x",
        "en_forbidden": "sandbox",
    }
    (joined,) = join(OURS, [theirs])
    assert joined.changes == {"en_admitted": ("sandbox", "sandbox|x")}
    assert joined.conflicts == {
        "en_admitted": ("sandbox", "sand table"),
        "en_forbidden": ("sand table", "sandbox"),
    }


def test_an_id_that_stands_for_another_concept_here() -> None:
    (joined,) = join(OURS, [{"id": "sandbox", "zh_hans": "沙箱", "en": "sandbox", "note": "N"}])
    assert joined.conflicts == {"zh_hans": ("监管沙盒", "沙箱")} and not (joined.changes or joined.new)


def test_senses_are_told_apart_by_their_english_or_number() -> None:
    same, other, third = join(
        OURS,
        [
            {"zh_hans": "制度", "en": "institution", "note": "N"},
            {"zh_hans": "制度", "en": "regime"},
            {"zh_hans": "制度", "en": "regime", "match": "sense:3"},
        ],
    )
    assert (same.id, same.changes) == ("institution", {"note": ("", "N")})
    assert other.problem == "could be any of system, institution" and not other.new
    assert third.new == {
        "zh_hans": "制度",
        "en": "regime",
        "match": "sense:3",
        "kind": "concept",
        "id": "regime",
    }


def test_new_concepts_get_a_kind_and_a_free_id() -> None:
    theirs: list[Record] = [
        {"zh_hans": "甲", "en": "Sandbox"},
        {"zh_hans": "乙", "en": "the People’s “Pilot”"},
        {"zh_hans": "丙", "en": "", "id": "own", "kind": "place"},
        {"zh_hans": "丁"},
        {"en": "no Chinese"},
    ]
    joins = join(OURS, theirs, kind="policy")
    assert [j.id for j in joins] == ["sandbox-2", "the-peoples-pilot", "own", "term", ""]
    assert [j.new.get("kind") for j in joins] == ["policy", "policy", "place", "policy", None]
    assert joins[-1].problem == "has no Chinese"


def test_a_concept_that_no_id_leads_to_is_left_alone() -> None:
    ours: list[Record] = [{"zh_hans": "甲"}, {"id": "b", "zh_hans": "乙"}, {"id": "b", "zh_hans": "丙"}]
    theirs: list[Record] = [{"zh_hans": text, "note": "N"} for text in "甲乙丙"]
    problem = "is here without an id of its own"
    assert [(j.id, j.problem, bool(j.changes)) for j in join(ours, theirs)] == [
        ("", problem, False),
        ("b", "", True),
        ("", problem, False),
    ]


def test_what_comes_twice_meets_what_came_first() -> None:
    theirs: list[Record] = [
        {"zh_hans": "监管沙盒", "en_admitted": "x"},
        {"zh_hans": "沙盒监管", "en_admitted": "y"},
        {"zh_hans": "新词", "en": "new"},
        {"zh_hans": "新词", "en": "newer"},
    ]
    one, two, three, four = join(OURS, theirs)
    assert one.changes == {"en_admitted": ("sandbox", "sandbox|x")}
    assert two.changes == {"en_admitted": ("sandbox|x", "sandbox|x|y")}
    assert three.new["id"] == four.id == "new" and four.conflicts == {"en": ("new", "newer")}
