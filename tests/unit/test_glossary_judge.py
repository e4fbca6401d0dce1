"""Judging English: what counts as a rendering, and for what."""

import pytest

from pipeline.glossary import Glossary, Verdict, instead, judge
from pipeline.model import Term


def term(chinese: str, english: str, **fields: object) -> Term:
    return Term(chinese, chinese, english, "concept", **fields)  # type: ignore[arg-type]


def verdicts(chinese: str, english: str, *terms: Term) -> dict[str, Verdict]:
    return {v.terms[0].id: v for v in judge(Glossary(terms).find(chinese), english)}


def fits(chinese: str, english: str, *terms: Term) -> dict[str, list[str]]:
    """By term, the phrases found for it, each with its fit."""
    found = verdicts(chinese, english, *terms)
    return {key: [f"{u.fit}: {english[u.start : u.end]}" for u in v.phrases] for key, v in found.items()}


SANDBOX = term("沙盒", "regulatory sandbox")
TECH = term("硬科技", "hard tech")
RIVER = term("摸着石头过河", "cross the river by feeling the stones")
FEELING = "the river by feeling the stones"
HKMA = term("金管局", "Hong Kong Monetary Authority", acronym="HKMA")
FUND = term("大基金", "Early-Stage Investment Fund")


@pytest.mark.parametrize(
    ("item", "english", "found"),
    [
        (SANDBOX, "a Regulatory Sandbox’s rules", ["full: Regulatory Sandbox"]),
        (SANDBOX, "regulatory sandboxes", ["full: regulatory sandboxes"]),
        (SANDBOX, "a supervisory sandbox", []),
        (SANDBOX, "a regulatory. Sandbox", []),
        (SANDBOX, "regulatory sandboxing", []),
        (TECH, "hard-tech and hardtech", ["full: hard-tech", "full: hardtech"]),
        (term("孤岛", "“isolated islands”"), "'isolated' islands", ["full: isolated' islands"]),
        (term("组织", "labour organisation"), "labor organizations", ["full: labor organizations"]),
        (term("党", "the Party"), "Party members", ["full: Party"]),
        (HKMA, "the HKMA", ["full: HKMA"]),
        (HKMA, "the Hong Kong Monetary Authority (HKMA)", ["full: Hong Kong Monetary Authority"]),
        (term("信息化", "IT"), "it is so", []),
        (term("信息化", "IT"), "It is IT", ["full: IT"]),
        (term("美国", "US"), "U.S. firms", ["full: U.S"]),
        (term("二十国", "G20"), "the G20 summit", ["full: G20"]),
        (term("审批", "approve", forms=("approval", "approved")), "on approval", ["full: approval"]),
        (term("措施", "measure"), "measured", []),
        (term("沙盒", "sandbox", admitted=("trial zone",)), "in trial zones", ["full: trial zones"]),
        (
            term("规则", "Banking (Capital) Rules"),
            "the Banking (Capital) Rules",
            ["full: Banking (Capital) Rules"],
        ),
    ],
)
def test_full_renderings(item: Term, english: str, found: list[str]) -> None:
    assert fits(item.chinese, english, item) == {item.id: found}


@pytest.mark.parametrize(
    ("item", "english", "found"),
    [
        (SANDBOX, "a regulatory pilot sandbox", ["loose: regulatory pilot sandbox"]),
        (SANDBOX, "a regulatory (pilot) sandbox", ["loose: regulatory (pilot) sandbox"]),
        (SANDBOX, "a regulatory and a data sandbox", ["loose: regulatory and a data sandbox"]),
        (SANDBOX, "a regulatory, innovation, data and trade sandbox", []),
        (SANDBOX, "a regulatory regime and a sandbox", []),
        (SANDBOX, "a regulatory regime, the sandbox", []),
        (SANDBOX, "regulatory and sandbox", []),
        (SANDBOX, "a sandbox, regulatory in kind", []),
        (SANDBOX, "regulatory; sandbox", []),
        (SANDBOX, "regulatory work in the sandbox", []),
        (TECH, "hard, tech", []),
        (TECH, "hard (tech)", ["loose: hard (tech"]),
        (SANDBOX, "a regulatory, data sandbox", []),
        (SANDBOX, "a Sandbox, Regulatory in kind", ["loose: Sandbox, Regulatory"]),
        (SANDBOX, "the Sandbox, the Regulatory", []),
        (
            term("早期", "early-stage projects"),
            "early- and late-stage projects",
            ["loose: early- and late-stage projects"],
        ),
        (
            term("稳定", "banking system stability"),
            "the stability of the banking system",
            ["loose: stability of the banking system"],
        ),
        (term("稳定", "banking system stability"), "stability for banking and the system", []),
        (
            term("土地出让金", "land-sale proceeds"),
            "proceeds from land sales",
            ["loose: proceeds from land sales"],
        ),
        (
            term("物理所", "CAS Institute of Physics"),
            "Institute of Physics, CAS",
            ["loose: Institute of Physics, CAS"],
        ),
        (term("信息系统", "IT system"), "it says the system", []),
        (term("信息系统", "IT system"), "IT office systems", ["loose: IT office systems"]),
        (term("银行间", "bank to bank loans"), "bank loans to firms", []),
        (term("早期", "early-stage projects", match=("exact",)), "early- and late-stage projects", []),
        (term("耐心资本", "patient capital"), "capital that is patient", ["loose: capital that is patient"]),
        (term("耐心资本", "patient capital"), "capital that patients hold", []),
        (RIVER, "They crossed the river by feeling the stones.", [f"loose: crossed {FEELING}"]),
        (RIVER, "While crossing the river by feeling the stones", [f"loose: crossing {FEELING}"]),
        (RIVER, "They crossed the river by felt stones.", []),
        (RIVER, "They crossed the stream by feeling the stones.", []),
        (term("先行先试", "try new steps first"), "tried new steps first", ["loose: tried new steps first"]),
        (term("腾笼换鸟", "swap the old birds"), "swapping the old birds", ["loose: swapping the old birds"]),
        (term("支持措施", "support measures"), "a support measured", []),
        (
            term("民企", "private enterprises"),
            "state-owned enterprises and private ones",
            ["loose: private ones"],
        ),
        (term("民企", "private enterprises"), "a private meeting and one enterprising owner", []),
    ],
)
def test_loose_renderings(item: Term, english: str, found: list[str]) -> None:
    assert fits(item.chinese, english, item) == {item.id: found}


@pytest.mark.parametrize(
    ("match", "english", "found"),
    [
        (("case",), "the Party", "full: Party"),
        (("case",), "the party", "variant: party"),
        (("exact",), "the party", "full: party"),
        (("exact",), "the parties", "variant: parties"),
        (("exact", "case"), "a Party", "full: Party"),
        (("exact", "case"), "a party", "variant: party"),
        ((), "the parties", "full: parties"),
    ],
)
def test_options(match: tuple[str, ...], english: str, found: str) -> None:
    assert fits("党", english, term("党", "the Party", match=match)) == {"党": [found]}


@pytest.mark.parametrize(
    ("english", "found"), [("Internet", "full"), ("internet", "full"), ("interNet", "variant")]
)
def test_a_sentence_may_begin_with_a_rendering(english: str, found: str) -> None:
    assert fits("网", english, term("网", "internet", match=("case",))) == {"网": [f"{found}: {english}"]}


def test_initials_that_the_glossary_lacks_are_a_variant() -> None:
    system = term("联汇", "Linked Exchange Rate System")
    assert fits("联汇", "the LERS", system) == {"联汇": ["variant: LERS"]}
    assert fits("联汇", "the lers", system) == {"联汇": []}
    assert fits("开放", "the OD", term("开放", "open door")) == {"开放": []}


def test_one_phrase_counts_once_and_the_longest_first() -> None:
    university, province = term("浙江大学", "Zhejiang University"), term("浙江", "Zhejiang")
    both = (university, province)
    assert fits("浙江的浙江大学", "Zhejiang University", *both)["浙江"] == []
    assert fits("浙江的浙江大学", "Zhejiang University in Zhejiang", *both)["浙江"] == ["full: Zhejiang"]
    assert fits("浙江", "Zhejiang University", province) == {"浙江": ["full: Zhejiang"]}
    spare = fits("浙江大学在浙江", "Zhejiang University, as Zhejiang University says", *both)
    assert spare == {"浙江": ["full: Zhejiang"], "浙江大学": ["full: Zhejiang University"]}


def test_a_phrase_that_two_concepts_claim_goes_to_the_one_that_lacks_it() -> None:
    supervision, regulation = (
        term("监督", "supervision"),
        term("监管", "regulation", admitted=("supervision",)),
    )
    assert fits("监管和监督", "regulation and supervision", supervision, regulation) == {
        "监管": ["full: regulation"],
        "监督": ["full: supervision"],
    }
    assert fits("监管和监督", "supervision and supervision", supervision, regulation) == {
        "监管": ["full: supervision"],
        "监督": ["full: supervision"],
    }


def test_senses_of_one_string_satisfy_it_together() -> None:
    senses = (
        Term("system", "制度", "system", "concept", match=("sense:1",)),
        Term("institution", "制度", "institution", "concept", match=("sense:2",)),
    )
    assert fits("制度和制度", "a system of institutions", *senses) == {
        "system": ["full: system", "full: institutions"]
    }


def test_forbidden_renderings() -> None:
    area = term("浦东新区", "Pudong New Area", forbidden=("Pudong New District", "New Area"))
    pudong = term("浦东", "Pudong")
    assert fits("浦东新区", "Pudong New District", area, pudong) == {
        "浦东新区": ["forbidden: Pudong New District"]
    }
    assert fits("浦东新区", "Pudong New Area", area, pudong) == {"浦东新区": ["full: Pudong New Area"]}
    supervision = term("监督", "supervision")
    regulation = term("监管", "regulation", forbidden=("supervision",))
    assert fits("监管和监督", "supervision and supervision", supervision, regulation) == {
        "监管": ["forbidden: supervision"],
        "监督": ["full: supervision"],
    }
    assert fits("监管和监督", "supervision and regulation", supervision, regulation) == {
        "监管": ["full: regulation"],
        "监督": ["full: supervision"],
    }


@pytest.mark.parametrize(
    ("english", "found"),
    [("startup", "forbidden"), ("Startups", "forbidden"), ("start-up", "full"), ("start up", "full")],
)
def test_a_forbidden_spelling_of_an_approved_rendering(english: str, found: str) -> None:
    item = term("初创企业", "start-up", forbidden=("startup",))
    assert fits("初创企业", english, item) == {"初创企业": [f"{found}: {english}"]}


def test_a_verdict_tells_places_in_both_languages() -> None:
    (verdict,) = judge(Glossary([SANDBOX]).find("“沙盒”和沙盒"), "😀 A regulatory sandbox")
    assert verdict.chinese == ((1, 3), (5, 7))
    assert [(u.start, u.end, u.rendering) for u in verdict.uses] == [(4, 22, "regulatory sandbox")]
    assert (verdict.loose, verdict.variants, verdict.forbidden) == ((), (), ())


def test_an_acronym_counts_as_its_rendering() -> None:
    (verdict,) = judge(Glossary([HKMA]).find("金管局"), "the HKMA")
    assert verdict.uses[0].rendering == "Hong Kong Monetary Authority"


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("Firms may use a supervisory sandbox.", "supervisory sandbox"),
        ("Firms may experiment for two years.", ""),
        ("box", ""),
        ("", ""),
    ],
)
def test_what_stands_instead(english: str, found: str) -> None:
    (verdict,) = judge(Glossary([SANDBOX]).find("沙盒"), english)
    assert instead(verdict, english) == found


def test_no_terms_no_verdicts() -> None:
    assert judge((), "anything") == ()
