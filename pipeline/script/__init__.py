"""Traditional editions: a Simplified text in the characters and words of Taiwan or Hong Kong."""

from pipeline.script.characters import HONG_KONG, TAIWAN, folding
from pipeline.script.converter import Conversion, Converter
from pipeline.script.doubts import Doubt
from pipeline.script.residue import is_traditional, mixed, residue

__all__ = [
    "HONG_KONG",
    "TAIWAN",
    "Conversion",
    "Converter",
    "Doubt",
    "folding",
    "is_traditional",
    "mixed",
    "residue",
]
