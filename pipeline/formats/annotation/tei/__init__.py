"""TEI P5: an edition as one file, its sentences aligned with those of the other languages."""

from pipeline.formats.annotation.tei.writing import render

__all__ = ["render"]
