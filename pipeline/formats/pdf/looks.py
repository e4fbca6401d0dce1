"""Which words of a passage have a look of their own in print, as they have on a page."""

from collections.abc import Collection, Iterator, Mapping

from pipeline.model import Annotation, Passage, Term

Look = tuple[int, int, str]
"""Code points of a plain text, and how they look: as a `term`, a `name` or a `figure`."""

MARKS = {"terms": "term", "names": "name", "figures": "figure"}
"""The look of each kind of mark that a workspace can ask for."""

_NAMES = ("person", "organization", "place")
_FIGURES = ("date", "number", "money", "document")


def looks(passage: Passage, terms: Mapping[str, Term], marks: Collection[str]) -> list[Look]:
    """The looks of a passage, of `marks` alone; two of one kind do not overlap: the longer one stands."""
    wanted = {MARKS[mark] for mark in marks}
    found = [
        (one.start, one.end, look)
        for one in sorted(passage.annotations, key=lambda one: (one.start, -one.end))
        if (look := _look(one, terms)) in wanted and one.start < one.end
    ]
    return [*_apart(found)]


def _look(annotation: Annotation, terms: Mapping[str, Term]) -> str:
    if annotation.kind == "term" and annotation.body in terms:
        return "name" if terms[annotation.body].kind in _NAMES else "term"
    if annotation.kind == "entity":
        return "name"
    return "figure" if annotation.kind in _FIGURES else ""


def _apart(found: list[Look]) -> Iterator[Look]:
    """Of looks that come by their start, those that begin after the end of the one before of their kind."""
    ends: dict[bool, int] = {}
    for start, end, look in found:
        is_figure = look == "figure"
        if start >= ends.get(is_figure, 0):
            ends[is_figure] = end
            yield start, end, look
