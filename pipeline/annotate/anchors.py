"""Where annotations made by hand stand now: found again by what they quote and what stood around it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Edition, Remark
from pipeline.results import Anchored

Texts = Mapping[str, str]
"""The plain texts of a language by the id of their row."""


def anchor(edition: Edition, remarks: Iterable[Remark]) -> Iterator[Anchored]:
    """Yields the place of each remark in a language of the edition, or why it is orphaned.

    It stands where it was put if its quote still does; else at the one place in its segment, or where that
    is gone in the document, that has the quote with what stood before or after it. Without either, the
    quote alone has to be the only one. Nothing is moved where two places would do.
    """
    texts: dict[str, dict[str, str]] = {}
    for remark in remarks:
        if remark.language in (SOURCE_LANGUAGE, *edition.languages):
            if remark.language not in texts:
                texts[remark.language] = dict(_texts(edition, remark.language))
            yield _anchored(remark, texts[remark.language])


def _texts(edition: Edition, language: str) -> Iterator[tuple[str, str]]:
    for block in edition.blocks:
        for row in block.rows:
            if language == SOURCE_LANGUAGE:
                yield row.id, plain(row.source)
            for passage in row.passages if language != SOURCE_LANGUAGE else ():
                if passage.language == language:
                    yield row.id, plain(passage.text)


def _anchored(remark: Remark, texts: Texts) -> Anchored:
    home = texts.get(remark.segment)
    if home is not None and _stands(remark, home):
        return Anchored(remark, remark.segment, remark.start, remark.end)
    searched = texts if home is None else {remark.segment: home}
    found = [_Place(row, at) for row, text in searched.items() for at in _occurrences(text, remark.quote)]
    for evidence in (_both, _either) if remark.prefix or remark.suffix else (_any,):
        fitting = [place for place in found if evidence(remark, searched[place.row], place.start)]
        if len(fitting) == 1:
            place = fitting[0]
            return Anchored(remark, place.row, place.start, place.start + len(remark.quote))
        if fitting:
            return Anchored(remark, why=f"“{remark.quote}” stands at {len(fitting)} places that fit")
    where = "in the text" if home is None else "in its segment"
    around = " with what stood around it" if found else ""
    return Anchored(remark, why=f"“{remark.quote}” is no more {where}{around}")


@dataclass(frozen=True, slots=True)
class _Place:
    row: str
    start: int


def _stands(remark: Remark, text: str) -> bool:
    return 0 <= remark.start <= remark.end <= len(text) and text[remark.start : remark.end] == remark.quote


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _before(remark: Remark, text: str, start: int) -> bool:
    return bool(remark.prefix) and text.endswith(remark.prefix or "", 0, start)


def _after(remark: Remark, text: str, start: int) -> bool:
    return bool(remark.suffix) and text.startswith(remark.suffix or "", start + len(remark.quote))


def _both(remark: Remark, text: str, start: int) -> bool:
    before = _before(remark, text, start) if remark.prefix else start == 0
    end = start + len(remark.quote)
    after = _after(remark, text, start) if remark.suffix else end == len(text)
    return before and after


def _either(remark: Remark, text: str, start: int) -> bool:
    return _before(remark, text, start) or _after(remark, text, start)


def _any(_remark: Remark, _text: str, _start: int) -> bool:
    return True
