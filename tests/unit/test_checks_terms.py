"""Findings on terminology, in one translation and across them."""

from collections.abc import Mapping

import pytest

from pipeline.checks.terms import CODES, check_terms, faults
from pipeline.checks.terms_across import (
    Mention,
    check_consistency,
    check_expired,
    check_first_use,
    mentions_in,
)
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import CONVERTED, Entry, Finding, Key, Location, Severity, Term, Unit, digest

SANDBOX = Term(
    "sandbox",
    "监管沙盒",
    "regulatory sandbox",
    "policy",
    traditional={"zh-Hant": "監管沙盒", "zh-Hant-HK": "監管沙盒制度"},
    admitted=("sandbox scheme",),
    forbidden=("supervision box",),
    acronym="RSX",
    fields={"note": "Box alone says nothing.", "pinyin": "jiānguǎn shāhé"},
)
PUDONG = Term("pudong", "浦东新区", "Pudong New Area", "place", forbidden=("Pudong District",))
CITY = Term("city", "杭州", "Hangzhou", "place", traditional={"zh-Hant": "杭州"})
COMMITTEE = Term("dev", "发改委", "Development and Reform Commission", "organization")
GLOSSARY = Glossary((SANDBOX, PUDONG, CITY, COMMITTEE))


def unit(
    source: str,
    target: str,
    language: str = "en",
    line: int = 1,
    glossary: Glossary = GLOSSARY,
    **fields: object,
) -> Unit:
    location = Location("x.po", line)
    entry = Entry(Key("", source), target, location=location, **fields)  # type: ignore[arg-type]
    return Unit(entry, language, glossary.find(plain(source)))


def mentions(units: list[Unit]) -> list[Mention]:
    return [mention for one in units for mention in mentions_in(one)]


def messages(findings: list[Finding]) -> list[str]:
    return [f"{finding.code}: {finding.message}" for finding in findings]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("设立监管沙盒。", "It set up a regulatory sandbox.", []),
        ("设立**监管**沙盒。", "It set up a regulatory *sandbox*.", []),
        (
            "设立监管沙盒。",
            "It set up a supervisory sandbox.",
            [
                'term-missing: 监管沙盒 needs "regulatory sandbox" or "RSX" or "sandbox scheme"; '
                'found "supervisory sandbox" instead (characters 3-6 of the Chinese)'
            ],
        ),
        ("在杭州。", "There.", ['term-missing: 杭州 needs "Hangzhou" (characters 2-3 of the Chinese)']),
        (
            "监管沙盒、监管沙盒和监管沙盒",
            "a regulatory sandbox and others",
            [
                'term-undercount: 监管沙盒 stands 3 times in the Chinese and "regulatory sandbox" or "RSX" or '
                '"sandbox scheme" once in the English (characters 1-4, 6-9, 11-14 of the Chinese)'
            ],
        ),
        (
            "监管沙盒",
            "a supervision box",
            [
                'term-forbidden: 监管沙盒 must not be "supervision box" (Box alone says nothing); it needs '
                '"regulatory sandbox" or "RSX" or "sandbox scheme" (characters 1-4 of the Chinese)'
            ],
        ),
        (
            "浦东新区",
            "Pudong District",
            [
                'term-forbidden: 浦东新区 must not be "Pudong District"; it needs "Pudong New Area" '
                "(characters 1-4 of the Chinese)"
            ],
        ),
        (
            "发改委",
            "the DRC",
            [
                'term-unapproved-variant: 发改委 needs "Development and Reform Commission"; "DRC" is not in the '
                "glossary (characters 1-3 of the Chinese)"
            ],
        ),
        (
            "监管沙盒",
            "a regulatory pilot sandbox",
            [
                'term-loose: 监管沙盒 has "regulatory sandbox" only loosely, as "regulatory pilot sandbox" '
                "(characters 1-4 of the Chinese)"
            ],
        ),
    ],
)
def test_english(source: str, target: str, found: list[str]) -> None:
    assert messages(list(check_terms(unit(source, target)))) == found


@pytest.mark.parametrize(
    ("source", "target", "fields"),
    [
        ("杭州", "", {}),
        ("杭州", "There.", {"fuzzy": True}),
        ("上海", "There.", {}),
    ],
)
def test_what_is_not_checked(source: str, target: str, fields: Mapping[str, object]) -> None:
    assert list(check_terms(unit(source, target, **fields))) == []
    assert list(check_terms(unit(source, target, "zh-Hant", **fields))) == []


def test_another_language_is_not_checked() -> None:
    assert list(check_terms(unit("杭州", "là-bas", "fr"))) == []


@pytest.mark.parametrize(
    ("language", "source", "target", "found"),
    [
        ("zh-Hant", "监管沙盒在杭州", "監管沙盒在杭州", []),
        ("zh-Hant", "监管**沙盒**", "監管**沙盒**", []),
        (
            "zh-Hant",
            "监管沙盒",
            "監理沙盒",
            ["term-traditional: 监管沙盒 needs 監管沙盒 (characters 1-4 of the Chinese)"],
        ),
        (
            "zh-Hant-HK",
            "监管沙盒在杭州",
            "監管沙盒在杭州",
            [
                "term-traditional: 监管沙盒 needs 監管沙盒制度; found 監管沙盒 instead (characters 1-4 of the Chinese)"
            ],
        ),
        (
            "zh-Hant",
            "监管沙盒和监管沙盒",
            "監管沙盒和",
            [
                "term-traditional: 监管沙盒 needs 監管沙盒 twice, found once (characters 1-4, 6-9 of the Chinese)"
            ],
        ),
        (
            "zh-Hant",
            "监管沙盒和监管沙盒",
            "無",
            [
                "term-traditional: 监管沙盒 needs 監管沙盒 twice, found nowhere (characters 1-4, 6-9 of the Chinese)"
            ],
        ),
        ("zh-Hant", "浦东新区", "浦東新區", []),
        ("zh-Hant", "浦东新区", "浦东", []),
    ],
)
def test_traditional(language: str, source: str, target: str, found: list[str]) -> None:
    assert messages(list(check_terms(unit(source, target, language)))) == found


def test_machine_conversions_are_checked_too() -> None:
    notes = (CONVERTED + digest("监理"),)
    (finding,) = check_terms(unit("监管沙盒", "监理", "zh-Hant", notes=notes))
    assert finding.code == "term-traditional"


def test_a_longer_traditional_form_does_not_pay_for_a_shorter_one() -> None:
    glossary = Glossary(
        (
            Term("a", "制度", "system", "concept", traditional={"zh-Hant": "制度"}),
            Term("b", "沙盒制度", "sandbox", "concept", traditional={"zh-Hant": "沙盒制度"}),
        )
    )
    (finding,) = check_terms(unit("沙盒制度是制度", "沙盒制度", "zh-Hant", glossary=glossary))
    assert finding.message == "制度 needs 制度 (characters 6-7 of the Chinese)"


def test_a_variant_of_the_chinese_has_no_approved_traditional_form() -> None:
    glossary = Glossary(
        (Term("a", "沙盒", "sandbox", "concept", variants=("沙箱",), traditional={"zh-Hant": "沙盒"}),)
    )
    assert list(check_terms(unit("沙箱", "沙箱", "zh-Hant", glossary=glossary))) == []


def test_hong_kong_is_asked_for_its_own_form_alone() -> None:
    """An empty cell leaves the region to the converter: Taiwan's word is not Hong Kong's."""
    term = Term("a", "监管沙盒", "", "concept", traditional={"zh-Hant": "監理沙盒"})
    assert list(check_terms(unit("监管沙盒", "監管沙盒", "zh-Hant-HK", glossary=Glossary((term,))))) == []


def test_a_comment_stands_in_for_a_note() -> None:
    term = Term("a", "甲", "A", "concept", forbidden=("B",), fields={"comment": "Too short."})
    (finding,) = check_terms(unit("甲", "B", glossary=Glossary((term,))))
    assert '"B" (Too short)' in finding.message


def test_faults_are_told_of_the_place_in_the_catalog() -> None:
    (finding,) = check_terms(unit("在杭州。", "There.", line=7))
    assert (finding.location, finding.segment, finding.severity) == (
        Location("x.po", 7),
        "在杭州。",
        Severity.ERROR,
    )
    assert list(faults.__annotations__) == ["verdict", "english", "return"]


@pytest.mark.parametrize(
    ("convention", "targets", "found"),
    [
        ({}, ["a regulatory sandbox"], []),
        ({"policy": "none"}, ["a regulatory sandbox"], []),
        ({"place": "chinese"}, ["a regulatory sandbox"], []),
        ({"policy": "chinese"}, ["a regulatory sandbox (监管沙盒)", "a regulatory sandbox"], []),
        ({"policy": "chinese"}, ["a “regulatory sandbox” (监管沙盒, jianguan shahe)"], []),
        ({"policy": "chinese"}, ["", "a regulatory sandbox (监管沙盒)"], []),
        (
            {"*": "chinese"},
            ["a regulatory sandbox", "a regulatory sandbox (监管沙盒)"],
            ['监管沙盒: the first mention needs its Chinese: "regulatory sandbox (监管沙盒)"'],
        ),
        ({"policy": "pinyin"}, ["a regulatory sandbox (Jianguan Shahe)"], []),
        (
            {"policy": "pinyin"},
            ["a regulatory sandbox (监管沙盒)"],
            ['监管沙盒: the first mention needs its pinyin: "regulatory sandbox (jiānguǎn shāhé)"'],
        ),
        ({"policy": "acronym"}, ["a regulatory sandbox (RSX)", "an RSX"], []),
        ({"policy": "acronym"}, ["a regulatory sandbox", "a regulatory sandbox"], []),
        (
            {"policy": "acronym"},
            ["an RSX", "a regulatory sandbox"],
            ['监管沙盒: the acronym comes before the full name: "regulatory sandbox (RSX)"'],
        ),
        (
            {"policy": "acronym"},
            ["a regulatory sandbox", "an RSX"],
            ['监管沙盒: the acronym that is used later needs to be introduced: "regulatory sandbox (RSX)"'],
        ),
    ],
)
def test_first_use(convention: Mapping[str, str], targets: list[str], found: list[str]) -> None:
    units = [unit("监管沙盒", target, line=line) for line, target in enumerate(targets, 1)]
    expected = [f"{message} (characters 1-4 of the Chinese)" for message in found]
    assert [finding.message for finding in check_first_use(mentions(units), convention)] == expected


@pytest.mark.parametrize(
    ("own", "count"),
    [("", 1), ("chinese", 1), ("none", 0), ("pinyin", 0), ("acronym", 0), ("every reader knows it", 0)],
)
def test_a_term_may_have_its_own_convention(own: str, count: int) -> None:
    glossary = Glossary((Term("a", "甲", "A1", "concept", fields={"first_use": own}),))
    findings = list(check_first_use(mentions([unit("甲", "A1", glossary=glossary)]), {"*": "chinese"}))
    assert len(findings) == count


def test_one_concept_under_several_names() -> None:
    targets = [
        "a regulatory sandbox",
        "a sandbox scheme",
        "two regulatory sandboxes",
        "an RSX",
        "a sandbox scheme",
    ]
    units = [unit("监管沙盒", target, line=line) for line, target in enumerate(targets, 1)]
    (finding,) = check_consistency(mentions(units))
    assert finding.location == Location("x.po", 2)
    assert finding.message == (
        '监管沙盒 is "sandbox scheme" at x.po:2, x.po:5; in all "regulatory sandbox" 3×, "sandbox scheme" 2× '
        "(characters 1-4 of the Chinese)"
    )
    assert list(check_consistency(mentions(units[:1] + units[2:4]))) == []


def test_traditional_editions_have_no_english_names() -> None:
    assert list(check_consistency(mentions([unit("监管沙盒", "監管沙盒", "zh-Hant")]))) == []


@pytest.mark.parametrize(
    ("fields", "date", "message"),
    [
        ({}, "2024-05-01", ""),
        ({"valid_to": "2018"}, "2018-05-01", ""),
        ({"valid_to": "2018"}, "2019-01-01", "甲 was in use until 2018, the text is of 2019-01-01"),
        (
            {"valid_to": "2018-03-17"},
            "2018-03-18",
            "甲 was in use until 2018-03-17, the text is of 2018-03-18",
        ),
        ({"valid_to": "2018-03-17"}, "2018", ""),
        ({"valid_to": "2018"}, "", ""),
        ({"valid_from": "2018-03"}, "2018-03-01", ""),
        ({"valid_from": "2018-03"}, "2018-02-28", "甲 is in use since 2018-03, the text is of 2018-02-28"),
        ({"valid_from": "2018-03"}, "2018", ""),
        ({"status": "deprecated"}, "", "甲 is deprecated in the glossary"),
        ({"status": "approved"}, "2024", ""),
    ],
)
def test_terms_outside_their_time(fields: Mapping[str, str], date: str, message: str) -> None:
    glossary = Glossary((Term("a", "甲", "A", "concept", fields=fields),))
    units = [unit("甲", "A", glossary=glossary), unit("甲乙", "A", glossary=glossary)]
    expected = [f"{message} (characters 1-1 of the Chinese)"] if message else []
    assert [finding.message for finding in check_expired(units, date)] == expected


def test_every_code_says_what_it_is_about() -> None:
    assert [code.name for code in CODES] == [
        "term-missing",
        "term-undercount",
        "term-forbidden",
        "term-unapproved-variant",
        "term-loose",
        "term-traditional",
        "term-first-use",
        "term-inconsistent",
        "term-expired",
    ]
    assert all(code.title and code.why and code.wrong != code.right for code in CODES)
