"""What `judge` finds: the phrases that stand for a term in an English text."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model import Term


class Fit(StrEnum):
    """How an English phrase stands to a term.

    `full`: a rendering of the glossary. `loose`: its words in another order or with others among them.
    `variant`: a shape that the glossary does not list. `forbidden`: one that it rules out.
    """

    FULL = "full"
    LOOSE = "loose"
    VARIANT = "variant"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Use:
    """A phrase at code points `start` to `end` of the English that stands for a term.

    `rendering` is the string of the glossary that it comes from.
    """

    start: int
    end: int
    term: Term
    rendering: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one concept: where it stands in the Chinese and in the English, in order.

    `terms` are several where senses share a Chinese string; a rendering of any will do.
    """

    terms: tuple[Term, ...]
    chinese: tuple[tuple[int, int], ...]
    phrases: tuple[Use, ...]

    @property
    def uses(self) -> tuple[Use, ...]:
        """The renderings that are as the glossary has them."""
        return self._of(Fit.FULL)

    @property
    def loose(self) -> tuple[Use, ...]:
        """The renderings with other words among theirs, or in another order."""
        return self._of(Fit.LOOSE)

    @property
    def variants(self) -> tuple[Use, ...]:
        """Shapes of a rendering that the glossary does not list."""
        return self._of(Fit.VARIANT)

    @property
    def forbidden(self) -> tuple[Use, ...]:
        """Renderings that the glossary rules out."""
        return self._of(Fit.FORBIDDEN)

    def _of(self, fit: Fit) -> tuple[Use, ...]:
        return tuple([use for use in self.phrases if use.fit is fit])
