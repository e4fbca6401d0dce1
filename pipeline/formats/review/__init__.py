"""A DOCX table for reviewers: Chinese and translation side by side, and the way back into the catalog."""

from pipeline.formats.review.reading import parse
from pipeline.formats.review.table import render

__all__ = ["parse", "render"]
