"""The glossary itself: rows that contradict themselves or each other, and cells that cannot be right."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks.codes import Code
from pipeline.glossary import chinese_forms, options, renderings
from pipeline.glossary.columns import KINDS
from pipeline.model import Finding, Severity, Term
from pipeline.script import residue
from pipeline.script.characters import traditional

ROW = Code(
    "glossary-row",
    Severity.ERROR,
    "A row with more cells than the glossary has columns",
    "A comma that is not within quotation marks has shifted what follows it, so that cells stand under the "
    "wrong heading or under none.",
    "sandbox,沙盒,sandbox,concept,A trial, under supervision",
    'sandbox,沙盒,sandbox,concept,"A trial, under supervision"',
    waivable=False,
)
SPACE = Code(
    "glossary-space",
    Severity.WARNING,
    "Stray spaces in a cell",
    "Nobody sees them in a spreadsheet, and other tools compare them: spaces around a value, two in a row.",
    "sandbox, 沙盒 ,sandbox,concept",
    "sandbox,沙盒,sandbox,concept",
    waivable=False,
)
EMPTY = Code(
    "glossary-empty",
    Severity.ERROR,
    "A required cell is empty",
    "A term has an id, its Chinese, its English and a kind.",
    "sandbox,沙盒,,concept",
    "sandbox,沙盒,sandbox,concept",
    waivable=False,
)
DUPLICATE = Code(
    "glossary-duplicate",
    Severity.ERROR,
    "Two terms with one id",
    "Pages, exports and decisions refer to a term by its id, across all files of the glossary.",
    "sandbox,监管沙盒,…\nsandbox,沙盒,…",
    "regulatory-sandbox,监管沙盒,…\nsandbox,沙盒,…",
    waivable=False,
)
SENSES = Code(
    "glossary-senses",
    Severity.WARNING,
    "Two terms with one Chinese string",
    "Either rendering satisfies the check wherever the string stands. Say that it has two meanings by "
    "`sense:1` and `sense:2` in `match`, or tell them apart by `not-in`.",
    "system,制度,system,…\ninstitution,制度,institution,…",
    "system,制度,system,…,sense:1\ninstitution,制度,institution,…,sense:2",
    waivable=False,
)
KIND = Code(
    "glossary-kind",
    Severity.ERROR,
    "A kind that does not exist",
    f"A term is one of: {', '.join(KINDS)}.",
    "sandbox,沙盒,sandbox,thing",
    "sandbox,沙盒,sandbox,concept",
    waivable=False,
)
CONTRADICTION = Code(
    "glossary-contradiction",
    Severity.ERROR,
    "A rendering that is both approved and forbidden",
    "No translator could follow it: whichever is written, one column is disobeyed.",
    "en: sandbox, en_forbidden: sandbox",
    "en: sandbox, en_forbidden: sandpit",
    waivable=False,
)
AMBIGUOUS = Code(
    "glossary-ambiguous",
    Severity.WARNING,
    "A rendering that would also satisfy another term",
    "A reader of the English cannot tell the two apart, nor can the check. Where that is meant, put "
    "`shares:` and the other's id into `match`.",
    "supervision,监督,supervision,…\nregulation,监管,supervision,…",
    "supervision,监督,supervision,…\nregulation,监管,regulation,…",
    waivable=False,
)
SCRIPT = Code(
    "glossary-script",
    Severity.ERROR,
    "A form in the wrong script",
    "A Traditional form with a character that only Simplified has, or the other way round.",
    "zh_hans: 监管沙盒, zh_hant: 监管沙盒",
    "zh_hans: 监管沙盒, zh_hant: 監管沙盒",
    waivable=False,
)
PLACEHOLDER = Code(
    "glossary-placeholder",
    Severity.ERROR,
    "A placeholder in a cell",
    "TODO, TBD, question marks and the like would be printed as if they were meant. Leave the cell empty.",
    "sandbox,沙盒,TODO,concept",
    "sandbox,沙盒,sandbox,concept",
    waivable=False,
)
OPTION = Code(
    "glossary-option",
    Severity.ERROR,
    "An option in `match` that does nothing",
    "It is misspelt, lacks its value, or names a context or a term that there is not. Options are `case`, "
    "`exact`, `not-in:`, `sense:` and `shares:`.",
    "match: not in 张江高科技",
    "match: not-in:张江高科技",
    waivable=False,
)
CODES = (
    *(ROW, SPACE, EMPTY, DUPLICATE, SENSES, KIND),
    *(CONTRADICTION, AMBIGUOUS, SCRIPT, PLACEHOLDER, OPTION),
)

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|TKTK|FIXME|XXX+)\b|\?{2,}|？{2,}|lorem ipsum|待定|待译|待補|待补"
    r"|^(?:n/?a|[-–—?？]+)$",
    re.IGNORECASE,
)


def check_glossary(terms: Sequence[Term]) -> Iterator[Finding]:
    """What is wrong with the terms of all the glossary's files, taken as one list."""
    ids = frozenset(term.id for term in terms)
    for term in terms:
        yield from _check_cells(term)
        yield from _check_script(term)
        yield from _check_options(term, ids)
        yield from _check_contradiction(term)
    yield from _check_ids(terms)
    yield from _check_senses(terms)
    yield from _check_renderings(terms)


def _check_cells(term: Term) -> Iterator[Finding]:
    required = {"id": term.id, "zh_hans": term.chinese, "en": term.english, "kind": term.kind}
    for column, value in required.items():
        if not value:
            yield EMPTY.at(term.location, f"{_name(term)} has nothing in the column {column!r}")
    if term.kind and term.kind not in KINDS:
        yield KIND.at(
            term.location, f"{_name(term)}: there is no kind {term.kind!r}, only {', '.join(KINDS)}"
        )
    for value in (*required.values(), *chinese_forms(term), *_english(term), *term.fields.values()):
        if found := _PLACEHOLDER.search(value):
            yield PLACEHOLDER.at(term.location, f"{_name(term)} has a placeholder: {found[0]}")
            break


def _check_script(term: Term) -> Iterator[Finding]:
    for form in (term.chinese, *term.variants):
        if wrong := [character for character in form if character in traditional()]:
            yield SCRIPT.at(term.location, f"{form} is not Simplified: {''.join(wrong)}")
    for language, form in term.traditional.items():
        if left := [character for _, character in residue(form, language)]:
            yield SCRIPT.at(term.location, f"{form} is not Traditional: {''.join(left)}")


def _check_options(term: Term, ids: frozenset[str]) -> Iterator[Finding]:
    for option in term.match:
        name, _, value = option.partition(":")
        if problem := _option_problem(term, name.strip(), value.strip(), ids):
            yield OPTION.at(term.location, f"{_name(term)}: {option!r} {problem}")


def _option_problem(term: Term, name: str, value: str, ids: frozenset[str]) -> str:
    if name in options.FLAGS:
        return "takes no value" if value else ""
    if name not in options.VALUED:
        return f"is no option; there are {', '.join((*options.FLAGS, *options.VALUED))}"
    if not value:
        return "lacks its value"
    if name == "shares" and value not in ids:
        return "names no term of the glossary"
    if name == "not-in" and not any(form in value for form in chinese_forms(term)):
        return f"does not hold {term.chinese}"
    return "needs a number" if name == "sense" and not value.isdecimal() else ""


def _check_contradiction(term: Term) -> Iterator[Finding]:
    # Spelling may be all that parts the two, so only the same letters contradict each other.
    approved = {text.casefold() for text in _english(term)}
    for text in term.forbidden:
        if text.casefold() in approved:
            yield CONTRADICTION.at(term.location, f'{_name(term)}: "{text}" is both approved and forbidden')


def _check_ids(terms: Sequence[Term]) -> Iterator[Finding]:
    first: dict[str, Term] = {}
    for term in terms:
        known = first.setdefault(term.id, term)
        if term.id and known is not term:
            yield DUPLICATE.at(term.location, f"the id {term.id!r} is taken by {known.location}")


def _check_senses(terms: Sequence[Term]) -> Iterator[Finding]:
    first: dict[str, Term] = {}
    for term in terms:
        for form in dict.fromkeys(chinese_forms(term)):
            known = first.setdefault(form, term)
            if known is not term and not _are_senses(known, term):
                message = f"{form} is a form of {_name(known)} ({known.location}) as well as of {_name(term)}"
                yield SENSES.at(term.location, message)


def _are_senses(one: Term, other: Term) -> bool:
    return all(options.values(term, "sense") or options.values(term, "not-in") for term in (one, other))


def _check_renderings(terms: Sequence[Term]) -> Iterator[Finding]:
    first: dict[str, Term] = {}
    for term in terms:
        told = set()
        for rendering in renderings(term):
            if rendering.forbidden:
                continue
            known = first.setdefault(rendering.phrase, term)
            if known is not term and known.id not in told and not _is_shared(known, term):
                told.add(known.id)
                message = (
                    f'"{rendering.text}" of {term.chinese} would also satisfy {known.chinese} '
                    f"({known.location}); write shares:{known.id} if that is meant"
                )
                yield AMBIGUOUS.at(term.location, message)


def _is_shared(one: Term, other: Term) -> bool:
    return other.id in options.values(one, "shares") or one.id in options.values(other, "shares")


def _english(term: Term) -> Iterable[str]:
    return (term.english, *term.admitted, *term.forms, *([term.acronym] if term.acronym else []))


def _name(term: Term) -> str:
    return term.id or term.chinese or term.english or "a row"
