"""Source hygiene: what is amiss in the Chinese as it was typed, and the repairs that change no word."""

from pipeline.checks.hygiene.inspection import CODES, inspect
from pipeline.checks.hygiene.reading import Fault
from pipeline.checks.hygiene.repair import repair

__all__ = ["CODES", "Fault", "inspect", "repair"]
