"""TSV of aligned segments: a line a segment, its plain text in every language beside the Chinese.

A cell is one line without quotation marks around it, as the media type text/tab-separated-values has it.
A backslash begins what would break that: `\\t`, `\\n`, `\\r`, `\\uXXXX` for other control characters and line
separators, and otherwise the character that follows it. It also stands before a cell's first character where
a spreadsheet would take the cell for a formula or for a quoted one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Catalog, Document, Entry

_SPECIAL = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029]|^[=+\\-@'\"]")
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def serialize(document: Document, catalogs: Mapping[str, Catalog]) -> Iterator[str]:
    """Yields the lines: document, number, id, context, Chinese, then each language and its state.

    Segments come in reading order, as often as they stand there; one that is fuzzy is given with that state.
    """
    names = ("document", "number", "id", "context", SOURCE_LANGUAGE)
    yield _line([*names, *(name for language in catalogs for name in (language, f"{language} state"))])
    entries = [catalog.by_key() for catalog in catalogs.values()]
    for number, segment in enumerate(document.segments, 1):
        key = segment.key
        cells = [document.slug, str(number), key.id, key.context, plain(key.text)]
        for known in entries:
            entry = known.get(key, Entry(key))
            cells += [plain(entry.target), entry.state]
        yield _line(cells)


def _line(cells: Sequence[str]) -> str:
    return "\t".join(_SPECIAL.sub(_escaped, cell) for cell in cells) + "\n"


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character.isprintable():
        return f"\\{character}"
    return _NAMED.get(character, f"\\u{ord(character):04x}")
