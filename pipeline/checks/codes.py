"""What a code of a finding means: its severity and the words that `duizhao explain` prints."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import Finding, Location, Severity, Span, Unit


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: `title` says what it is, `why` why it matters, with the rule's source.

    `wrong` and `right` are one example each. A finding that cannot be waived tells of a broken file.
    """

    name: str
    severity: Severity
    title: str
    why: str
    wrong: str
    right: str
    waivable: bool = True

    def at(self, location: Location, message: str, segment: str = "") -> Finding:
        """A finding of this code at a place in a file."""
        return Finding(self.severity, self.name, message, location, segment)

    def on(
        self, unit: Unit, message: str, source: Iterable[Span] = (), target: Iterable[Span] = ()
    ) -> Finding:
        """A finding of this code on a unit of a catalog, with spans of its two plain texts."""
        return Finding(
            self.severity,
            self.name,
            message,
            unit.entry.location,
            unit.source,
            unit.target,
            unit.language,
            tuple(source),
            tuple(target),
        )

    @property
    def waiver(self) -> str:
        """How a finding of this code is excused: in a source by a Markdown comment, else in the PO file."""
        if not self.waivable:
            return "It cannot be waived."
        words = f"duizhao: ignore {self.name} -- the reason"
        if self.name.startswith("source-"):
            return f"To waive it, write in the paragraph or on a line before it:\n\n    <!-- {words} -->"
        command = f"duizhao waive FILE:LINE {self.name} --why '…'"
        return f"To waive it, write above the entry, or have `{command}` do it:\n\n    # {words}"


def places(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where each word stands first in a text, if it does; a word that is given twice stands twice."""
    ends: dict[str, int] = {}
    spans = []
    for word in words:
        start = text.find(word, ends.get(word, 0))
        if start >= 0 and word:
            ends[word] = start + len(word)
            spans.append((start, ends[word]))
    return tuple(spans)
