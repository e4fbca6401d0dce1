"""Every finding fires on its failing fixture and stays away from its passing one.

In `checks/fail/*.po` an entry's comment `# expect: CODE` names all that is found on it; in
`checks/pass/*.po`, where nothing may be found, `# passes: CODE` names what it comes close to.
"""

import re
from pathlib import Path

import pytest

from pipeline.checks import CODES, check_unit
from pipeline.checks.hygiene import CODES as HYGIENE_CODES
from pipeline.formats import glossary_csv, po
from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import Entry, Style, Unit
from pipeline.workspace.check import explain

TESTS = Path(__file__).parent
ROOT = TESTS.parent
HERE = TESTS / "checks"
STYLE = Style("us", frozenset({"yicun"}), {"going forward": "say when", "forward": ""})
GLOSSARY = Glossary(glossary_csv.parse((HERE / "glossary.csv").read_text("utf-8"), "glossary.csv")[0])


def entries(folder: str) -> list[tuple[str, Entry]]:
    found = []
    for path in sorted((HERE / folder).glob("*.po")):
        catalog = po.parse(path.read_text("utf-8"), path.name)
        found += [(catalog.language, entry) for entry in catalog.entries]
    return found


def codes(language: str, entry: Entry) -> list[str]:
    unit = Unit(entry, language, GLOSSARY.find(plain(entry.key.text)), STYLE)
    return sorted(finding.code for finding in check_unit(unit))


def named(entry: Entry, word: str) -> list[str]:
    lines = [line.partition(":")[2] for line in entry.comments if line.startswith(f"{word}:")]
    return sorted(re.findall(r"[a-z-]+", " ".join(lines)))


@pytest.mark.parametrize(
    ("language", "entry"), entries("fail"), ids=lambda value: str(getattr(value, "location", ""))
)
def test_a_failing_fixture_fails_as_it_says(language: str, entry: Entry) -> None:
    expected = named(entry, "expect")
    assert expected, f"{entry.location} names no code"
    assert codes(language, entry) == expected


@pytest.mark.parametrize(
    ("language", "entry"), entries("pass"), ids=lambda value: str(getattr(value, "location", ""))
)
def test_a_passing_fixture_passes(language: str, entry: Entry) -> None:
    assert codes(language, entry) == []


ELSEWHERE = {
    *("source-loss", "source-empty", "out-of-sync", "file-broken", "baseline-stale"),
    "annotation-orphaned",
    *(code.name for code in HYGIENE_CODES),
    *("term-first-use", "term-inconsistent", "term-expired"),
    *("length-outlier", "inconsistent-translation", "same-translation"),
}
"""Codes that are about more than one entry: the unit tests of their module have their cases."""


def test_every_code_has_a_failing_and_a_passing_fixture() -> None:
    of_entries = {name for name in CODES if not name.startswith("glossary-")} - ELSEWHERE
    assert of_entries == {code for _, entry in entries("fail") for code in named(entry, "expect")}
    assert of_entries == {code for _, entry in entries("pass") for code in named(entry, "passes")}


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_is_emitted(name: str) -> None:
    """Some check makes findings of it, under the name that it has in its module."""
    modules = [path.read_text("utf-8") for path in (ROOT / "pipeline").rglob("*.py")]
    (constant,) = (
        found[1] for text in modules if (found := re.search(rf'^(\w+) = Code\(\s*"{name}"', text, re.M))
    )
    used = rf"\b{constant}\b(?:\.(?:on|at)\(|, )"
    assert any(re.search(used, text) for text in modules)


@pytest.mark.parametrize("name", sorted(ELSEWHERE | {name for name in CODES if name.startswith("glossary-")}))
def test_every_other_code_is_exercised_in_a_test(name: str) -> None:
    others = (
        path for path in TESTS.rglob("*") if path.suffix in (".py", ".md", ".txt") and path != Path(__file__)
    )
    assert any(name in path.read_text("utf-8") for path in others)


def test_every_code_is_documented_as_it_is() -> None:
    """docs/checks.md has a row for each code, with its severity and title."""
    page = (ROOT / "docs/checks.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\w+ \| [^|]+?) \|", page, re.M))
    assert rows == {name: f"{code.severity} | {code.title}" for name, code in CODES.items()}


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_is_explained(name: str) -> None:
    text = explain(name)
    assert text.startswith(f"{name}: ") and "Not so:" in text and "But so:" in text


def test_every_code_is_told_in_full() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
        assert code.title and code.wrong and code.right and len(code.why) > 40
