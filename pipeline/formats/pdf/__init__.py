"""PDF editions, fit for print and for screen readers: `render` sets an edition and gives the file's bytes."""

from pipeline.formats.pdf.content import Layout
from pipeline.formats.pdf.engine import Paper, families, render

__all__ = ["Layout", "Paper", "families", "render"]
