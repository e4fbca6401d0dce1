"""Annotations: an annotated edition as data, and the file of those that people make by hand."""
