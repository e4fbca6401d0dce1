"""CoNLL-U with the names of spans in its last column, as BIO tags: `NE=B-POLICY`.

The format has one tag a token, so that of spans that overlap the longest alone is told. Chinese is cut into
characters, as in the corpora for naming entities; English into words, figures and marks.
"""

import re
from collections.abc import Iterator

from pipeline.formats.annotation.spans import longest, terms, texts, type_of
from pipeline.model import Edition

_TOKEN = re.compile(
    r"[A-Za-z\u00c0-\u024f]+(?:['’\-.][A-Za-z\u00c0-\u024f]+)*|\d+(?:[.,]\d+)*|[^\W\d_]|\S", re.UNICODE
)

_UNTOLD = "\t_" * 7 + "\t"
"""The columns that say nothing here: lemma, parts of speech, features, heads and relations."""


def serialize(edition: Edition) -> Iterator[str]:
    """Yields the sentences of the edition; a token is tagged where all of it lies within the span."""
    known = terms(edition)
    yield f"# newdoc id = {edition.slug}\n"
    yield "# duizhao = longest spans only: what overlaps a longer one is left out\n"
    for text in texts(edition):
        tags: dict[int, tuple[str, int]] = {}
        for one in longest(text.passage.annotations):
            label = re.sub("[^A-Z]+", "_", type_of(one, known).upper()).strip("_") or "SPAN"
            tags |= dict.fromkeys(range(one.start, one.end), (label, one.start))
        shown = re.sub(r"\s", " ", text.plain)
        yield f"# sent_id = {text.row.id}\n# text_lang = {text.passage.language}\n# text = {shown}\n"
        yield from _tokens(shown, tags)
        yield "\n"


def _tokens(text: str, tags: dict[int, tuple[str, int]]) -> Iterator[str]:
    before: tuple[str, int] | None = None
    for number, match in enumerate(_TOKEN.finditer(text), 1):
        start, end = match.span()
        tag = tags.get(start)
        if tag and any(tags.get(at) != tag for at in range(start + 1, end)):
            tag = None
        named = f"NE={'I' if tag == before else 'B'}-{tag[0]}" if tag else "NE=O"
        spaced = "" if end == len(text) or text[end].isspace() else "|SpaceAfter=No"
        yield f"{number}\t{match[0]}{_UNTOLD}{named}{spaced}\n"
        before = tag
