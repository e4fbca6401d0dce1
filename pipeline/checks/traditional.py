"""Traditional editions: what is left in Simplified, of another region, or in doubt."""

from collections.abc import Iterable, Iterator

from pipeline.checks.codes import Code
from pipeline.model import Finding, Severity, State, Unit
from pipeline.script import mixed, residue

AMBIGUOUS = Code(
    "hant-ambiguous",
    Severity.WARNING,
    "A conversion that a person should confirm",
    "One Simplified character can stand for several Traditional ones, and here the words around it leave two "
    "readings: the dictionary has a phrase across the border of the word, or only a guess was possible. "
    "Settle it with `duizhao decide`, which remembers the form for the same words in the same context; or "
    "write the string yourself; or sign the machine's with a comment, `# reviewed: your name, the date`.",
    "大军征西域。\n大軍征西域。 (征, or 徵?)",
    "大军征西域。\n大軍征西域。 (after `duizhao decide '大军[征]西域' 征`)",
)
RESIDUE = Code(
    "hant-residue",
    Severity.ERROR,
    "Simplified characters in a Traditional edition",
    "A reader of the edition takes them for misprints. Characters that both scripts write (里 群 台 秘), "
    "and those that Hong Kong writes as the Mainland does (户 税 温), are known.",
    "发展经济。\n發展经濟。",
    "发展经济。\n發展經濟。",
)
MIXED = Code(
    "hant-mixed",
    Severity.WARNING,
    "Characters of Taiwan and of Hong Kong in one edition",
    "裡 and 裏, 說 and 説 are the same characters in the standards of two regions, Taiwan's Ministry of "
    "Education and Hong Kong's Education Bureau; an edition keeps to one. Hong Kong prints 說 and 戶, and in "
    "schoolbooks 説 and 户: these count only where the edition has the others as well.",
    "这里。\n這裏。 (in the edition of Taiwan)",
    "这里。\n這裡。",
)
CODES = (AMBIGUOUS, RESIDUE, MIXED)


def check_traditional(unit: Unit) -> Iterator[Finding]:
    """What is in doubt in a machine's string, and what is Simplified in anyone's."""
    if not _is_finished(unit):
        return
    for doubt in unit.doubts:
        written, *others = doubt.choices
        yield AMBIGUOUS.on(unit, f"{doubt.context} became {written}; or is it {' or '.join(others)}?")
    if left := "".join(dict.fromkeys(character for _, character in residue(unit.target, unit.language))):
        yield RESIDUE.on(unit, f"Simplified: {left}")


def check_mixed(units: Iterable[Unit]) -> Iterator[Finding]:
    """The other region's characters in the translations of one Traditional edition."""
    finished = [unit for unit in units if _is_finished(unit)]
    edition = "".join(unit.target for unit in finished)
    for unit in finished:
        found = {character: own for _, character, own in mixed(unit.target, unit.language, edition)}
        if found:
            told = ", ".join(f"{character} is {own} here" for character, own in found.items())
            yield MIXED.on(unit, told)


def _is_finished(unit: Unit) -> bool:
    traditional = unit.language.startswith("zh-Hant")
    return traditional and unit.entry.state in (State.MACHINE, State.TRANSLATED)
