"""Texts from other programs: HTML pages, DOCX and EPUB."""
