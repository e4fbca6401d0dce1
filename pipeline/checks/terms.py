"""Terminology in one translation: what the glossary asks for the terms of its Chinese."""

from collections.abc import Iterable, Iterator

from pipeline.checks import terms_across
from pipeline.checks.codes import Code
from pipeline.checks.places import in_chinese
from pipeline.checks.verdicts import verdicts
from pipeline.glossary import Use, Verdict, chinese_forms, instead
from pipeline.markup import plain
from pipeline.model import Finding, Severity, Span, State, Term, TermMatch, Unit

MISSING = Code(
    "term-missing",
    Severity.ERROR,
    "A term without any of its renderings",
    "Readers who meet a concept under another name take it for another concept. The Chinese has a term of "
    "the glossary and the English has neither its rendering, nor an admitted one, nor its acronym or one of "
    "its forms. Number, case, hyphens and British or American spelling do not matter. If the English is "
    "right, add what it says to `en_admitted` or `forms`.",
    "企业可在监管沙盒中试错。\nFirms may experiment under a trial scheme.",
    "企业可在监管沙盒中试错。\nFirms may experiment in a regulatory sandbox.",
)
UNDERCOUNT = Code(
    "term-undercount",
    Severity.NOTE,
    "Fewer renderings than the Chinese has terms",
    "Often right, since English says “it” where Chinese repeats a name; sometimes the one place where a "
    "translator slipped into another word.",
    "沙盒由市里设立，沙盒企业须备案。\nThe city runs the sandbox; firms in the trial scheme must file.",
    "沙盒由市里设立，沙盒企业须备案。\nThe city runs the sandbox; sandbox firms must file.",
)
FORBIDDEN = Code(
    "term-forbidden",
    Severity.ERROR,
    "A rendering that the glossary rules out",
    "It has been weighed and found wrong; the glossary's note says why.",
    "试点设在浦东新区。\nThe pilot is in Pudong New District.",
    "试点设在浦东新区。\nThe pilot is in the Pudong New Area.",
)
VARIANT = Code(
    "term-unapproved-variant",
    Severity.WARNING,
    "A rendering in a shape that the glossary does not list",
    "An abbreviation, a shortened name, or another case or spelling where the glossary asks for one. Readers "
    "guess what is meant, and a search misses it. Write the rendering out, or add the shape to `acronym`, "
    "`forms` or `en_admitted`.",
    "知识产权保护中心\nthe IPPC",
    "知识产权保护中心\nthe Intellectual Property Protection Center",
)
LOOSE = Code(
    "term-loose",
    Severity.NOTE,
    "The words of a rendering, moved, parted or inflected",
    "“Early- and late-stage projects” is good English for “early-stage projects”. Look whether the concept "
    "is still the same.",
    "监管沙盒\na sandbox of a new regulatory kind",
    "监管沙盒\na regulatory sandbox",
)
TRADITIONAL = Code(
    "term-traditional",
    Severity.ERROR,
    "The Traditional edition lacks the approved form of a term",
    "Regions differ in more than characters; the glossary has the form that is approved for this one.",
    "杜绝内卷。\n杜絕內卷。",
    "杜绝内卷。\n杜絕內捲。",
)
CODES = (MISSING, UNDERCOUNT, FORBIDDEN, VARIANT, LOOSE, TRADITIONAL, *terms_across.CODES)


def check_terms(unit: Unit) -> Iterator[Finding]:
    """What the glossary finds amiss in a finished translation, English or Traditional."""
    if not unit.terms or unit.entry.state in (State.UNTRANSLATED, State.FUZZY):
        return
    if unit.language == "en":
        english = plain(unit.target)
        for verdict in verdicts(unit):
            for code, message in faults(verdict, english):
                message = f"{_chinese(unit, verdict)} {message} {in_chinese(verdict.chinese)}"
                yield code.on(unit, message, verdict.chinese, _spans(code, verdict))
    elif unit.language.startswith("zh-Hant"):
        yield from _check_traditional(unit)


def faults(verdict: Verdict, english: str) -> Iterator[tuple[Code, str]]:
    """The codes that fit a verdict, each with a message that lacks the Chinese at its head."""
    needed, found = len(verdict.chinese), len(verdict.phrases)
    if len(verdict.uses) == found >= needed:
        return
    wanted = renderings_of(verdict.terms)
    for use in verdict.forbidden:
        yield FORBIDDEN, f"must not be {_quote(use, english)}{_reason(use.term)}; it needs {wanted}"
    for use in verdict.variants:
        yield VARIANT, f"needs {wanted}; {_quote(use, english)} is not in the glossary"
    for use in verdict.loose:
        yield LOOSE, f'has "{use.rendering}" only loosely, as {_quote(use, english)}'
    if not found:
        near = instead(verdict, english)
        yield MISSING, f"needs {wanted}" + (f'; found "{near}" instead' if near else "")
    elif found < needed:
        yield (
            UNDERCOUNT,
            f"stands {_times(needed)} in the Chinese and {wanted} {_times(found)} in the English",
        )


def _check_traditional(unit: Unit) -> Iterator[Finding]:
    source, target = plain(unit.source), plain(unit.target)
    wanted: dict[str, list[TermMatch]] = {}
    for match in unit.terms:
        form = match.term.traditional.get(unit.language, "")
        if form and source[match.start : match.end] == match.term.chinese:
            wanted.setdefault(form, []).append(match)
    for form, matches in sorted(wanted.items(), key=lambda item: -len(item[0])):
        found = target.count(form)
        target = target.replace(form, "\0")
        if found < len(matches):
            place = in_chinese((match.start, match.end) for match in matches)
            message = _lacking(matches[0].term, form, len(matches), found, target)
            spans = [(match.start, match.end) for match in matches]
            yield TRADITIONAL.on(unit, f"{matches[0].term.chinese} needs {form}{message} {place}", spans)


def _lacking(term: Term, form: str, needed: int, found: int, target: str) -> str:
    """How often a form is lacking, and the form of another region that stands instead."""
    count = f" {_times(needed)}, found {_times(found) if found else 'nowhere'}" if needed > 1 else ""
    other = next((other for other in chinese_forms(term) if other != form and other in target), "")
    return count + (f"; found {other} instead" if other else "")


def renderings_of(terms: Iterable[Term]) -> str:
    """The renderings that satisfy one of `terms`, for a message: `"AI" or "artificial intelligence"`."""
    listed = dict.fromkeys(
        text for term in terms for text in (term.english, term.acronym, *term.admitted) if text
    )
    return " or ".join(f'"{text}"' for text in listed)


def _chinese(unit: Unit, verdict: Verdict) -> str:
    start, end = verdict.chinese[0]
    return plain(unit.source)[start:end]


def _spans(code: Code, verdict: Verdict) -> Iterator[Span]:
    """Where the English has what a finding of this code is about."""
    about = {FORBIDDEN: verdict.forbidden, VARIANT: verdict.variants, LOOSE: verdict.loose}
    return ((use.start, use.end) for use in about.get(code, verdict.uses))


def _quote(use: Use, english: str) -> str:
    return f'"{english[use.start : use.end]}"'


def _reason(term: Term) -> str:
    reason = term.fields.get("note") or term.fields.get("comment") or ""
    return f" ({reason.rstrip('.')})" if reason else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
