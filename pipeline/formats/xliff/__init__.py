"""XLIFF 2.1 with its glossary module: what translators' tools open, and the way back into the catalog."""

from pipeline.formats.xliff.reading import parse
from pipeline.formats.xliff.writing import render

__all__ = ["parse", "render"]
