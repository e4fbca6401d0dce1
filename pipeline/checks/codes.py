"""What a code of a finding means: its severity and the words that `duizhao explain` prints."""

from dataclasses import dataclass

from pipeline.model import Finding, Location, Severity, Unit


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

    def on(self, unit: Unit, message: str) -> Finding:
        """A finding of this code on a unit of a catalog."""
        return self.at(unit.entry.location, message, unit.source)

    @property
    def waiver(self) -> str:
        """How a finding of this code is excused: in a source by a Markdown comment, else in the PO file."""
        if not self.waivable:
            return "It cannot be waived."
        words = f"duizhao: ignore {self.name} -- the reason"
        if self.name.startswith("source-"):
            return f"To waive it, write in the paragraph or on a line before it:\n\n    <!-- {words} -->"
        return f"To waive it, write above the entry:\n\n    # {words}"
