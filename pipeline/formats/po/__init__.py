"""PO files: reading every entry without loss, and writing back untouched what was not changed."""

from pipeline.formats.po.reading import parse, parse_header
from pipeline.formats.po.writing import head, language_code, serialize

__all__ = ["head", "language_code", "parse", "parse_header", "serialize"]
