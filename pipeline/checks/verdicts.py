"""What the glossary finds in a translation, judged once for all the checks that ask."""

from functools import lru_cache

from pipeline.glossary import Verdict, judge
from pipeline.markup import plain
from pipeline.model import Unit


@lru_cache(maxsize=16)
def verdicts(unit: Unit) -> tuple[Verdict, ...]:
    """A verdict for each concept of the unit's Chinese, on its plain English."""
    return judge(unit.terms, plain(unit.target))
