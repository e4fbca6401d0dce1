"""The whole corpus: what each unit leaves for the checks that have to see a document or all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pipeline.checks.consistency import check_renderings, check_sources
from pipeline.checks.lengths import check_lengths
from pipeline.checks.regions import check_regions
from pipeline.checks.romanisation import Name, check_names
from pipeline.checks.terms_across import Mention, check_consistency, check_expired, check_first_use
from pipeline.checks.texts import Text
from pipeline.model import Finding, Location, Unit


@dataclass(frozen=True, slots=True)
class Examined:
    """A unit with what its own checks found, and what the checks of the corpus need of it."""

    text: Text
    findings: tuple[Finding, ...] = ()
    mentions: tuple[Mention, ...] = ()
    names: tuple[Name, ...] = ()
    regional: tuple[tuple[str, str], ...] = ()

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.text.unit


@dataclass(frozen=True, slots=True)
class Conventions:
    """What corpus and settings ask: `first_use` as in the settings, `dates` of the catalogs by their path."""

    first_use: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)


def check_corpus(examined: Sequence[Examined], conventions: Conventions) -> Iterator[Finding]:
    """Findings for which a document or the corpus has to be seen whole.

    `examined` are the units of all catalogs, those of one catalog together and in their order.
    """
    english = [one for one in examined if one.unit.language == "en"]
    yield from check_consistency(mention for one in english for mention in one.mentions)
    yield from check_names(name for one in english for name in one.names)
    yield from check_regions((one.unit, word) for one in english for word in one.regional)
    finished = [one.text for one in english if one.unit.is_english]
    for check in (check_renderings, check_sources, check_lengths):
        yield from check(finished)
    for path, document in groupby(english, _path):
        yield from _check_document(list(document), conventions.first_use, conventions.dates.get(path, ""))


def _check_document(
    examined: Iterable[Examined], first_use: Mapping[str, str], date: str
) -> Iterator[Finding]:
    yield from check_first_use((mention for one in examined for mention in one.mentions), first_use)
    yield from check_expired((one.unit for one in examined), date)


def _path(examined: Examined) -> str:
    return examined.unit.entry.location.path


def by_place(findings: Iterable[Finding]) -> dict[Location, list[Finding]]:
    """The findings by the entries that they are on."""
    found: dict[Location, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.location, []).append(finding)
    return found
