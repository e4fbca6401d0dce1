"""Making repairs in the text of a source, but for those that would make a block another kind of block."""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

from pipeline.checks.hygiene.reading import Fault
from pipeline.model import Manuscript

Shape = Callable[[str], object]
"""What a text is apart from its words; equal for texts of one structure."""


def repair(manuscript: Manuscript, faults: Sequence[Fault], shape: Shape) -> tuple[str, list[Fault]]:
    """The repaired text, and the faults whose repairs were made.

    The lines of each block are compared in `shape` before and after, since a mark that goes may leave a line
    that begins as a list does (`**- 甲`).
    """
    made = _compatible(faults)
    blocks = list(_blocks(manuscript))
    starts = [start for start, _ in blocks]
    by_block: dict[int, list[Fault]] = {}
    for fault in made:
        at = bisect_right(starts, fault.start) - 1
        inside = at >= 0 and fault.start < blocks[at][1]
        by_block.setdefault(at if inside else -1, []).append(fault)
    kept = by_block.pop(-1, [])
    for at, some in by_block.items():
        kept += _harmless(manuscript.text, blocks[at], some, shape)
    kept.sort(key=lambda fault: fault.start)
    return _apply(manuscript.text, kept, 0, len(manuscript.text)), kept


def _compatible(faults: Iterable[Fault]) -> list[Fault]:
    """The faults that can be mended together: of two whose repairs overlap, the one that begins first."""
    taken: list[tuple[int, int]] = []
    kept = []
    for fault in sorted(faults, key=lambda fault: fault.start):
        spans = [(repair.start, repair.end) for repair in fault.repairs]
        if spans and all(_is_free(taken, span) for span in spans):
            kept.append(fault)
            for span in spans:
                insort(taken, span)
    return kept


def _is_free(taken: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    at = bisect_right(taken, span)
    before, after = taken[at - 1 : at], taken[at : at + 1]
    return all(end <= span[0] for _, end in before) and all(start >= span[1] for start, _ in after)


def _blocks(manuscript: Manuscript) -> Iterator[tuple[int, int]]:
    """The lines of the stretches as spans of the text; cells of a row share theirs."""
    end = 0
    for stretch in manuscript.stretches:
        if stretch.places[0] >= end:
            start = manuscript.text.rfind("\n", 0, stretch.places[0]) + 1
            end = manuscript.text.find("\n", stretch.places[-1])
            end = end if end >= 0 else len(manuscript.text)
            yield start, end


def _harmless(text: str, block: tuple[int, int], faults: list[Fault], shape: Shape) -> list[Fault]:
    """The faults whose repairs leave a block what it is, found by halving."""
    before = shape(text[slice(*block)])
    if shape(_apply(text, faults, *block)) == before:
        return faults
    if len(faults) == 1:
        return []
    half = len(faults) // 2
    kept = [*_harmless(text, block, faults[:half], shape), *_harmless(text, block, faults[half:], shape)]
    return kept if shape(_apply(text, kept, *block)) == before else []


def _apply(text: str, faults: Iterable[Fault], start: int, end: int) -> str:
    """A span of the text with the repairs made, none of which overlaps another."""
    pieces: list[str] = []
    done = start
    for one in sorted((one for fault in faults for one in fault.repairs), key=lambda one: one.start):
        pieces += [text[done : one.start], one.text]
        done = one.end
    return "".join([*pieces, text[done:end]])
