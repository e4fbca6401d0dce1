"""EPUB 3: a book of one language, or of Chinese with its translation below or beside each paragraph."""

from pipeline.formats.epub.book import render

__all__ = ["render"]
