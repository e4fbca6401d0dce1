"""Findings on the glossary itself."""

import pytest

from pipeline.checks.glossary_file import CODES, check_glossary
from pipeline.model import Location, Term


def term(name: str, chinese: str, english: str, line: int = 2, **fields: object) -> Term:
    fields = {"kind": "concept", **fields}
    return Term(name, chinese, english, location=Location("x.csv", line), **fields)  # type: ignore[arg-type]


GOOD = term("sandbox", "沙盒", "sandbox", traditional={"zh-Hant": "沙盒"})


def findings(*terms: Term) -> list[str]:
    return [f"{finding.code}: {finding.message}" for finding in check_glossary(terms)]


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (term("", "甲", "A"), "glossary-empty: 甲 has nothing in the column 'id'"),
        (term("a", "", "A"), "glossary-empty: a has nothing in the column 'zh_hans'"),
        (term("a", "甲", ""), "glossary-empty: a has nothing in the column 'en'"),
        (term("a", "甲", "A", kind=""), "glossary-empty: a has nothing in the column 'kind'"),
        (
            term("a", "甲", "A", kind="thing"),
            "glossary-kind: a: there is no kind 'thing', only policy, organization, person, place, concept, idiom, "
            "title, document",
        ),
        (term("a", "甲", "TODO"), "glossary-placeholder: a has a placeholder: TODO"),
        (term("a", "甲", "A", admitted=("??",)), "glossary-placeholder: a has a placeholder: ??"),
        (
            term("a", "甲", "A", fields={"definition_zh": "待补"}),
            "glossary-placeholder: a has a placeholder: 待补",
        ),
        (term("a", "甲", "A", fields={"note": "n/a"}), "glossary-placeholder: a has a placeholder: n/a"),
        (term("a", "監管", "A"), "glossary-script: 監管 is not Simplified: 監"),
        (
            term("a", "监管", "A", traditional={"zh-Hant": "监管"}),
            "glossary-script: 监管 is not Traditional: 监",
        ),
        (
            term("a", "甲", "A", forbidden=("a",)),
            'glossary-contradiction: a: "a" is both approved and forbidden',
        ),
        (
            term("a", "甲", "A", match=("cases",)),
            "is no option; there are case, exact, not-in, sense, shares",
        ),
        (term("a", "甲", "A", match=("case:1",)), "glossary-option: a: 'case:1' takes no value"),
        (term("a", "甲", "A", match=("sense",)), "glossary-option: a: 'sense' lacks its value"),
        (term("a", "甲", "A", match=("sense:x",)), "glossary-option: a: 'sense:x' needs a number"),
        (term("a", "甲", "A", match=("shares:z",)), "'shares:z' names no term of the glossary"),
        (term("a", "甲", "A", match=("not-in:乙丙",)), "'not-in:乙丙' does not hold 甲"),
    ],
)
def test_one_term(wrong: Term, found: str) -> None:
    (message,) = findings(GOOD, wrong)
    assert message.endswith(found)


@pytest.mark.parametrize(
    "fields",
    [
        {"traditional": {"zh-Hant": "產業集群", "zh-Hant-HK": "產業集群"}},
        {"match": ("case", "exact", "sense:1", "not-in:甲等", "shares:sandbox")},
        {"forbidden": ("A-1",), "admitted": ("A1",)},
        {"fields": {"note": "Ask: who?", "definition": "One of two."}},
        {"acronym": "AX", "forms": ("As",), "variants": ("乙",)},
    ],
)
def test_nothing_to_say(fields: dict[str, object]) -> None:
    assert findings(GOOD, term("a", "甲", "A1", **fields)) == []


def test_ids_are_unique_across_files() -> None:
    other = term("sandbox", "乙", "B", line=9)
    (finding,) = check_glossary((GOOD, other))
    assert (finding.code, finding.location.line) == ("glossary-duplicate", 9)
    assert finding.message == "the id 'sandbox' is taken by x.csv:2"


def test_a_chinese_string_has_one_term_or_several_senses() -> None:
    one, other = term("one", "制度", "system"), term("two", "规制", "institution", variants=("制度",))
    assert findings(one, other) == ["glossary-senses: 制度 is a form of one (x.csv:2) as well as of two"]
    senses = (
        term("one", "制度", "system", match=("sense:1",)),
        term("two", "制度", "institution", match=("sense:2",)),
    )
    assert findings(*senses) == []


def test_a_rendering_belongs_to_one_term_unless_it_is_shared() -> None:
    one, other = (
        term("one", "监管", "supervision"),
        term("two", "监督", "oversight", admitted=("Supervision",)),
    )
    message = 'glossary-ambiguous: "Supervision" of 监督 would also satisfy 监管 (x.csv:2); write shares:one if that is meant'
    assert findings(one, other) == [message]
    meant = term("two", "监督", "supervision", match=("shares:one",))
    assert findings(one, meant) == findings(meant, one) == []
    assert findings(one, term("two", "监督", "oversight", forbidden=("supervision",))) == []


def test_every_code_says_what_it_is_about() -> None:
    assert len({code.name for code in CODES}) == len(CODES) == 11
    assert all(code.title and code.why and code.wrong != code.right for code in CODES)
