"""What a reader gives: the Markdown, and what of the source it does not hold as it was."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Losses:
    """Counts what was `dropped` and what was `changed`, each by its name in the plural."""

    dropped: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def remarks(self) -> tuple[str, ...]:
        """A remark for what was dropped and one for what was changed, where there is any."""
        told = (("dropped", self.dropped), ("changed", self.changed))
        return tuple(f"{verb}: {_list(counts)}" for verb, counts in told if +counts)


def _list(counts: Counter[str]) -> str:
    return ", ".join(f"{name} ({count:,})" for name, count in counts.items() if count)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as Markdown, with remarks for the person who brought it in."""

    markdown: str
    remarks: tuple[str, ...]
