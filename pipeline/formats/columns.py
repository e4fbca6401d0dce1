"""Which languages of an edition a page, a book or a text shows, where it cannot show them all."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Edition, Row


def shown(languages: Sequence[str]) -> list[int]:
    """The columns to show: up to two as they are, else the first Chinese and the first other."""
    if len(languages) < 3:
        return list(range(len(languages)))
    chinese = [at for at, language in enumerate(languages) if language.startswith("zh")]
    others = [at for at, language in enumerate(languages) if not language.startswith("zh")]
    return [chinese[0], others[0]] if chinese and others else [0, 1]


def narrowed(edition: Edition) -> Edition:
    """The edition with no more columns than can be shown."""
    kept = shown(edition.languages)

    def fewer(row: Row) -> Row:
        return replace(row, passages=tuple(row.passages[at] for at in kept))

    return replace(
        edition,
        languages=tuple(edition.languages[at] for at in kept),
        titles=tuple(edition.titles[at] for at in kept),
        blocks=tuple(replace(block, rows=tuple(map(fewer, block.rows))) for block in edition.blocks),
    )
