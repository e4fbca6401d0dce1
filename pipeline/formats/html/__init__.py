"""HTML: an edition as one page that works offline, and the index page of a workspace."""

from pipeline.formats.html.consistency import concepts, serialize_concepts
from pipeline.formats.html.embedding import Face, upright_families
from pipeline.formats.html.head import field
from pipeline.formats.html.index import IndexDocument, IndexEdition, Progress, serialize_index
from pipeline.formats.html.live import live_script, serialize_message
from pipeline.formats.html.page import serialize
from pipeline.formats.html.settings import MARKS, Link, Settings

__all__ = [
    "MARKS",
    "Face",
    "IndexDocument",
    "IndexEdition",
    "Link",
    "Progress",
    "Settings",
    "concepts",
    "field",
    "live_script",
    "serialize",
    "serialize_concepts",
    "serialize_index",
    "serialize_message",
    "upright_families",
]
