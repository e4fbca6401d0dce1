"""The glossary's columns: what a concept is as a row of cells, whatever file it comes from."""

from collections.abc import Iterable, Mapping

Record = Mapping[str, str]
"""A concept's cells by column, as they are written; empty ones are left out."""

REQUIRED = ("id", "zh_hans", "en", "kind")
"""The columns that every file has."""

OPTIONAL = (
    *("zh_hans_variants", "zh_hant", "zh_hant_hk", "en_admitted", "en_forbidden", "forms", "acronym"),
    *("pinyin", "domain", "definition", "definition_zh", "first_use", "note", "comment", "source"),
    *("authority", "status", "decided_by", "decided_on", "valid_from", "valid_to", "match"),
)
"""The columns that mean something where they are; others are kept and mean nothing here."""

KINDS = ("policy", "organization", "person", "place", "concept", "idiom", "title", "document")
"""What a concept can be."""

SEVERAL = ("zh_hans_variants", "en_admitted", "en_forbidden", "forms", "match")
"""The columns whose cells can hold several values."""

SEPARATOR = "|"
"""What parts the values in a cell that can hold several."""

TRADITIONAL = {"zh_hant": "zh-Hant", "zh_hant_hk": "zh-Hant-HK"}
"""The columns of Traditional forms, with the language tag of each."""

CHINESE = ("zh_hans", "zh_hans_variants", *TRADITIONAL)
"""The columns of Chinese strings that stand for a concept."""


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that can hold several, without the space around them."""
    parts = (part.strip() for part in cell.split(SEPARATOR))
    return tuple(part for part in parts if part)


def in_order(records: Iterable[Record]) -> tuple[str, ...]:
    """The columns that some records fill: required ones always, the known in their order, others last."""
    filled = dict.fromkeys(column for record in records for column in record)
    known = (*REQUIRED, *OPTIONAL)
    return (
        *(column for column in known if column in REQUIRED or column in filled),
        *(column for column in filled if column not in known),
    )


def chinese_of(record: Record) -> tuple[str, ...]:
    """Every Chinese string of a record, each once."""
    strings = (text for column in CHINESE for text in several(record.get(column, "")))
    return tuple(dict.fromkeys(strings))
