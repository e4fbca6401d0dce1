"""How the glossary's columns stand in TBX-Basic: languages, data categories, and notes for all the rest.

TBX-Basic has few data categories and no place for those of one's own but the note. So a column that it does
not know is a note on the concept that names it in brackets, `[kind] policy`, which people can read too.
"""

import re
from urllib.parse import quote

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
"""The namespace of TBX version 3 (ISO 30042:2019)."""

LANGUAGES = {"zh_hans": "zh-Hans", "en": "en", "zh_hant": "zh-Hant", "zh_hant_hk": "zh-Hant-HK"}
"""The column of the preferred term in each language section, in the order in which they are written.

Tools that know two languages take the first two."""

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = (
    f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")
)
"""Values of the data category administrativeStatus."""

STANDARD = {"definition": "en", "definition_zh": "zh_hans"}
"""Columns that are the data category `definition` in a language section."""

OTHER_TERMS = {
    "zh_hans_variants": ("zh_hans", {"termType": "variant", "administrativeStatus": ADMITTED}),
    "acronym": ("en", {"termType": "acronym", "administrativeStatus": ADMITTED}),
    "en_admitted": ("en", {"administrativeStatus": ADMITTED}),
    "forms": ("en", {"termType": "variant", "administrativeStatus": ADMITTED}),
    "en_forbidden": ("en", {"administrativeStatus": DEPRECATED}),
}
"""The columns of terms beside the preferred one: their language section and their data categories."""

COLUMN_NOTE = re.compile(r"\[(?P<column>[^\[\]\n]+)\] ?(?P<value>.*)", re.DOTALL)
"""A note that holds a column without a place of its own."""

_ESCAPES = {ord(character): quote(character) for character in "%[]\r\n"}
_CHINESE = {"hk": "zh_hant_hk", "mo": "zh_hant_hk", "tw": "zh_hant", "hant": "zh_hant"}


def column_note(column: str, value: str) -> str:
    """The note that holds a column; brackets in its name are written as in an address, `%5B`."""
    return f"[{column.translate(_ESCAPES)}] {value}"


def column_of(language: str) -> str:
    """The column of a language section's terms, such as `zh_hant` for `zh-TW`; empty for other languages."""
    first, *others = re.split("[-_]", language.lower())
    if first == "zh":
        return next((column for part, column in _CHINESE.items() if part in others), "zh_hans")
    return "en" if first == "en" else ""
