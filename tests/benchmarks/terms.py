"""How often the terminology check flags good translations, and how many injected errors it catches.

    python -m tests.benchmarks.terms DATA      (or DUIZHAO_DATA=DATA)

DATA holds `hkma/*.jsonl`: annual reports with a term dictionary. A pair is a term in a paragraph; each rate
is printed with its n. Injections find renderings by a regular expression of their own, not by the judge, and
one counts only where the rule had nothing to say of the pair before.
"""

import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.checks.terms import faults
from pipeline.glossary import Glossary, judge
from pipeline.model import Term

SYNONYMS = """account=profile activity=exercise agreement=pact application=proposal area=region arrangement=setup
asset=property authority=agency bank=lender board=panel business=firm buffer=cushion capital=equity
center=hub centre=hub channel=route committee=panel company=firm conference=meeting cost=expense credit=lending
currency=money department=office deposit=saving development=growth director=head document=paper economy=trade
environment=climate exchange=trading executive=manager facility=tool finance=funding financial=monetary
framework=scheme fund=pool government=administration growth=expansion guideline=instruction income=earnings
industry=trade information=data infrastructure=facility initiative=campaign institution=body interest=yield
investment=placement lending=credit liquidity=cash loan=credit management=control market=bourse measure=step
mechanism=device meeting=session monetary=financial note=bill office=bureau operation=working payment=settlement
period=term plan=scheme platform=base policy=strategy portfolio=holding position=stance price=value product=item
programme=scheme project=venture property=realty proposal=plan rate=level ratio=share regime=order report=account
requirement=demand reserve=stock review=study risk=danger rule=law scheme=plan sector=branch security=safety
service=offering staff=personnel stability=steadiness standard=norm statement=notice strategy=policy
supervision=oversight supervisory=oversight system=scheme technology=technique trade=commerce training=teaching
treasury=cashier volatility=turbulence workshop=class"""
"""Near-synonyms, none of which this kind of text takes for the other word."""

Rule = Callable[[str, str], Mapping[str, bool]]
"""A paragraph's Chinese and English to the terms that a rule looks for, and whether it flags them."""


@dataclass(frozen=True, slots=True)
class Report:
    """A year: its paragraphs, Chinese and English, and its dictionary of terms with their renderings."""

    name: str
    texts: tuple[tuple[str, str], ...]
    terms: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Injection:
    """A paragraph before and after renderings of `term` were harmed; `written` stands there now."""

    report: Report
    zh: str
    before: str
    after: str
    term: str
    written: str = ""


def reports(folder: Path) -> Iterator[Report]:
    for path in sorted((folder / "hkma").glob("*.jsonl")):
        chapters = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        pairs = [
            pair for c in chapters for pair in zip(c["zh"].split("\n"), c["en"].split("\n"), strict=True)
        ]
        yield Report(path.stem, tuple((zh, en) for zh, en in pairs if zh.strip()), chapters[0]["proper"])


# Rules: three baselines and the check.


def exact_substring(report: Report) -> Rule:
    return _nested(report, lambda rendering, english: rendering in english)


def weblates_rule(report: Report) -> Rule:
    """Whole words without regard to case, for every term in the Chinese, nested ones too."""
    return _nested(report, has_words)


def has_words(rendering: str, english: str) -> bool:
    return re.search(rf"\b{re.escape(rendering)}\b", english, re.IGNORECASE) is not None


def _nested(report: Report, has: Callable[[str, str], bool]) -> Rule:
    def rule(zh: str, en: str) -> Mapping[str, bool]:
        return {t: not any(has(r, en) for r in rs) for t, rs in report.terms.items() if t in zh}

    return rule


def longest_match(report: Report) -> Rule:
    """The longest terms of the Chinese; English words without regard to case and a plural s."""
    names = list(report.terms)
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)

    def rule(zh: str, en: str) -> Mapping[str, bool]:
        english = _stems(en)
        found = {names[index] for index, _, _ in automaton.find_matches_as_indexes(zh)}
        return {t: not any(_stems(r) in english for r in report.terms[t]) for t in found}

    return rule


def _stems(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return f" {' '.join(w[:-1] if len(w) > 3 and w.endswith('s') else w for w in words)} "


def the_check(*codes: str, forbidden: Mapping[str, Sequence[str]] | None = None) -> Callable[[Report], Rule]:
    """Our rule: a finding of one of `codes` is a flag. `forbidden` maps a term to renderings to forbid."""
    bans = forbidden or {}

    def make(report: Report) -> Rule:
        terms = [
            Term(zh, zh, first, "concept", admitted=tuple(rest), forbidden=tuple(bans.get(zh, ())))
            for zh, (first, *rest) in report.terms.items()
        ]
        glossary = Glossary(terms)

        def rule(zh: str, en: str) -> Mapping[str, bool]:
            verdicts = judge(glossary.find(zh), en)
            return {v.terms[0].id: any(code.name in codes for code, _ in faults(v, en)) for v in verdicts}

        return rule

    return make


RULES = {
    "exact substring": exact_substring,
    "Weblate's rule": weblates_rule,
    "longest match, plural s": longest_match,
    "`term-missing`": the_check("term-missing"),
    "… or `term-unapproved-variant`": the_check("term-missing", "term-unapproved-variant"),
    "… or `term-undercount`": the_check("term-missing", "term-unapproved-variant", "term-undercount"),
}


# Injections.


def uses(renderings: Sequence[str], english: str) -> list[re.Match[str]]:
    """Where renderings stand, in any case, with or without a plural ending."""
    ordered = sorted(renderings, key=len, reverse=True)
    pattern = "|".join(re.escape(rendering.removesuffix("s")) for rendering in ordered)
    return list(re.finditer(rf"(?<!\w)(?:{pattern})(?:es|s)?(?!\w)", english, re.IGNORECASE))


def replaced(english: str, places: Sequence[re.Match[str]], words: Callable[[str], str]) -> str:
    for place in reversed(places):
        english = english[: place.start()] + words(place[0]) + english[place.end() :]
    return english


def near_synonym(rendering: str) -> str:
    """The rendering with its last word that has a near-synonym replaced; itself where none has."""
    table = dict(pair.split("=") for pair in SYNONYMS.split())
    for word in reversed(re.findall(r"[A-Za-z]+", rendering)):
        singular = word.lower().removesuffix("s")
        if singular in table:
            return rendering.replace(word, table[singular] + ("s" if word.lower() != singular else ""))
    return rendering


def pairs(years: Iterable[Report]) -> Iterator[tuple[Report, str, str, str, list[re.Match[str]]]]:
    """Each term in each paragraph whose official English has a rendering of it, with those renderings."""
    for report in years:
        rule = longest_match(report)
        for zh, en in report.texts:
            for term in sorted(rule(zh, en)):
                if found := uses(report.terms[term], en):
                    yield report, zh, en, term, found


def dropped(years: Iterable[Report]) -> Iterator[Injection]:
    """Every rendering of one term in a paragraph deleted."""
    for report, zh, en, term, found in pairs(years):
        yield Injection(report, zh, en, replaced(en, found, lambda _: ""), term)


def one_changed(years: Iterable[Report]) -> Iterator[Injection]:
    """One of several renderings replaced, where the Chinese has the term several times as well."""
    chance = random.Random(0)
    for report, zh, en, term, found in pairs(years):
        if len(found) > 1 and zh.count(term) > 1:
            yield Injection(
                report, zh, en, replaced(en, [chance.choice(found)], lambda _: "this matter"), term
            )


def synonyms(years: Iterable[Report]) -> Iterator[Injection]:
    """Every rendering of one term replaced by a near-synonym."""
    for report, zh, en, term, found in pairs(years):
        if all(near_synonym(place[0]) != place[0] for place in found):
            yield Injection(report, zh, en, replaced(en, found, near_synonym), term)


def banned(years: Iterable[Report]) -> Iterator[Injection]:
    """One rendering replaced by a near-synonym that the glossary forbids."""
    for report, zh, en, term, found in pairs(years):
        other = near_synonym(found[0][0])
        if other != found[0][0]:
            yield Injection(report, zh, en, replaced(en, found[:1], near_synonym), term, other)


# Rates.


def flags(years: Iterable[Report], make: Callable[[Report], Rule]) -> str:
    flagged = [
        flag
        for report in years
        for rule in [make(report)]
        for pair in report.texts
        for flag in rule(*pair).values()
    ]
    return _rate(sum(flagged), len(flagged))


def catches(injections: Iterable[Injection], make: Callable[[Report], Rule]) -> str:
    rules: dict[str, Rule] = {}
    caught = []
    for case in injections:
        if case.report.name not in rules:
            rules[case.report.name] = make(case.report)
        rule = rules[case.report.name]
        if rule(case.zh, case.before).get(case.term) is False:
            caught.append(rule(case.zh, case.after)[case.term])
    return _rate(sum(caught), len(caught))


def forbidding(injections: Sequence[Injection]) -> Callable[[Report], Rule]:
    """The check with a glossary that forbids what the injections write."""
    written: dict[str, list[str]] = {}
    for case in injections:
        written.setdefault(case.term, []).append(case.written)
    return the_check(
        "term-forbidden", forbidden={term: list(dict.fromkeys(w)) for term, w in written.items()}
    )


def _rate(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % of {whole:,}" if whole else "none"


def main() -> None:
    data = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DUIZHAO_DATA", "")
    years = list(reports(Path(data))) if data else []
    if not years:
        sys.exit("no data: give the folder that holds hkma/*.jsonl, or set DUIZHAO_DATA")
    kinds = (list(dropped(years)), list(one_changed(years)), list(synonyms(years)))
    print("| rule | flags on the official English | all dropped | one of several changed | near-synonym |")
    print("| --- | --- | --- | --- | --- |")
    for name, make in RULES.items():
        cells = [flags(years, make), *(catches(kind, make) for kind in kinds)]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    bans = list(banned(years))
    make = forbidding(bans)
    print(f"\n`term-forbidden`: flags {flags(years, make)} pairs, catches {catches(bans, make)} injected.")


if __name__ == "__main__":
    main()
