"""What was built from what, kept beside the pages; a page that was changed or lost is built again."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.workspace import files

NAME = ".duizhao.json"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the index tells of a document, by language: its title, its description, and how many of its
    sentences are in each state (`translated`, `machine`, `fuzzy`, `untranslated`).
    """

    titles: dict[str, str]
    descriptions: dict[str, str]
    states: dict[str, dict[str, int]]
    date: str = ""

    def joined(self, later: "Facts") -> "Facts":
        """These with what another edition of the document tells."""
        return Facts(
            self.titles | later.titles,
            self.descriptions | later.descriptions,
            self.states | later.states,
            later.date,
        )


@dataclass(frozen=True, slots=True)
class Record:
    """A file as it was built: digests of what it was made of and of its bytes, and its gaps."""

    inputs: str
    output: str
    untranslated: int = 0
    fuzzy: int = 0


class Memory:
    """The records of a folder's files, by their paths in it, and the facts of its documents."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records: dict[str, Record] = {}
        self._facts: dict[str, Facts] = {}
        try:
            self._read(json.loads((folder / NAME).read_text("utf-8")))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            # It was lost, or is another version's: all is built anew.
            self._records, self._facts = {}, {}

    def _read(self, known: Any) -> None:
        self._records = {name: Record(*record) for name, record in known["files"].items()}
        self._facts = {slug: _facts(**told) for slug, told in known["documents"].items()}

    def is_current(self, name: str, inputs: str) -> bool:
        """Whether a file is still as it was built from the same inputs."""
        record, path = self._records.get(name), self.folder / name
        if record is None or record.inputs != inputs or not path.is_file():
            return False
        return files.digest_of(path.read_bytes()) == record.output

    def keep(self, name: str, record: Record) -> None:
        """Remembers a file that was written."""
        self._records[name] = record

    def learn(self, slug: str, facts: Facts) -> None:
        """Remembers what an edition tells of its document."""
        self._facts[slug] = self._facts[slug].joined(facts) if slug in self._facts else facts

    def record(self, name: str) -> Record:
        """The record of a file that was built."""
        return self._records[name]

    def has(self, name: str) -> bool:
        """Whether a file was built and is still there."""
        return name in self._records and (self.folder / name).is_file()

    def facts(self, slugs: Iterable[str]) -> Iterator[tuple[str, Facts]]:
        """What is known of some documents, in their order."""
        yield from ((slug, self._facts[slug]) for slug in slugs if slug in self._facts)

    def save(self) -> None:
        """Writes the memory beside the pages."""
        known = {
            "documents": {slug: asdict(facts) for slug, facts in self._facts.items()},
            "files": {
                name: [record.inputs, record.output, record.untranslated, record.fuzzy]
                for name, record in self._records.items()
            },
        }
        text = json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False)
        files.write_text(self.folder / NAME, [text], str(self.folder / NAME))


def _facts(titles: Any, descriptions: Any, states: Any, date: Any) -> Facts:
    """Facts as JSON has them, checked on the way: anything else is refused by its type."""
    counts = {tag: {state: int(count) for state, count in found.items()} for tag, found in states.items()}
    named = {tag: "" + title for tag, title in titles.items()}
    described = {tag: "" + text for tag, text in descriptions.items()}
    return Facts(named, described, counts, "" + date)
