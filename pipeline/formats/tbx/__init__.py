"""TBX, the TermBase eXchange: TBX-Basic of ISO 30042:2019, and the martif that older tools read."""

from pipeline.formats.tbx.reading import parse
from pipeline.formats.tbx.writing import serialize, serialize_martif

__all__ = ["parse", "serialize", "serialize_martif"]
