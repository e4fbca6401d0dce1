"""Document and catalogs to edition: what a reader sees, sentence by sentence, in one or more languages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.glossary import Glossary
from pipeline.markup import plain
from pipeline.model import (
    SOURCE_LANGUAGE,
    Block,
    Catalog,
    Document,
    Edition,
    EditionBlock,
    Entry,
    Key,
    Kind,
    Passage,
    Row,
    Segment,
    State,
    Term,
)

_NOTE = "note:"


def edition(
    document: Document,
    catalogs: Mapping[str, Catalog],
    languages: Sequence[str],
    name: str,
    glossary: Glossary,
) -> Edition:
    """Lays out `document` in `languages`, BCP 47 tags of which zh-Hans is the source itself.

    A sentence without a finished translation stands there in Chinese, with its state.
    """
    entries = {language: catalog.by_key() for language, catalog in catalogs.items()}
    ids: dict[Key, int] = {}
    blocks = tuple(_block(block, entries, languages, ids) for block in document.blocks)
    title = next((block for block in blocks if block.kind is Kind.TITLE), None)
    titles = [_joined(title, column) for column in range(len(languages))] if title else []
    return Edition(
        slug=document.slug,
        name=name,
        languages=tuple(languages),
        titles=tuple(plain(text) for text in titles) or (document.title,) * len(languages),
        metadata=document.metadata,
        blocks=blocks,
        terms=_terms(document, glossary),
    )


def select(whole: Edition, name: str, languages: Sequence[str]) -> Edition:
    """The edition of a name that has some of the languages of another one, which holds them all."""
    columns = [whole.languages.index(language) for language in languages]

    def some(row: Row) -> Row:
        return replace(row, passages=tuple(row.passages[column] for column in columns))

    return replace(
        whole,
        name=name,
        languages=tuple(languages),
        titles=tuple(whole.titles[column] for column in columns),
        blocks=tuple(replace(block, rows=tuple(map(some, block.rows))) for block in whole.blocks),
    )


def _block(
    block: Block, entries: Mapping[str, dict[Key, Entry]], languages: Sequence[str], ids: dict[Key, int]
) -> EditionBlock:
    rows = []
    for segment in block.segments:
        passages = tuple(_passage(segment, language, entries.get(language, {})) for language in languages)
        gap = segment.text[len(segment.text.rstrip()) :]
        rows.append(Row(_row_id(segment.key, ids), passages, gap, segment.key.text))
    text = "" if block.translatable else block.text
    return EditionBlock(block.kind, block.level, block.label, block.containers, tuple(rows), text)


def _row_id(key: Key, ids: dict[Key, int]) -> str:
    """A permalink that edits elsewhere leave alone: the sentence's digest, numbered where it recurs."""
    ids[key] = ids.get(key, 0) + 1
    times = f"-{ids[key]}" if ids[key] > 1 else ""
    return f"{key.id}{times}"


def _passage(segment: Segment, language: str, entries: Mapping[Key, Entry]) -> Passage:
    source = segment.key.text
    if language == SOURCE_LANGUAGE or not segment.translate:
        return Passage(source, SOURCE_LANGUAGE, State.TRANSLATED)
    entry = entries.get(segment.key)
    if entry is None or entry.state in (State.UNTRANSLATED, State.FUZZY):
        state, waiting = (entry.state, entry.target) if entry else (State.UNTRANSLATED, "")
        return Passage(source, SOURCE_LANGUAGE, state, waiting=waiting)
    notes = tuple(line.removeprefix(_NOTE).strip() for line in entry.comments if line.startswith(_NOTE))
    return Passage(entry.target, language, entry.state, notes)


def _joined(block: EditionBlock, column: int) -> str:
    """The text of a block in one language, its sentences joined as the language does."""
    parts = []
    for row in block.rows:
        passage = row.passages[column]
        parts.append(passage.text + (row.gap if passage.language.startswith("zh") else " "))
    return "".join(parts).strip()


def _terms(document: Document, glossary: Glossary) -> tuple[Term, ...]:
    found: dict[str, Term] = {}
    for segment in document.segments:
        for match in glossary.find(plain(segment.key.text)):
            found.setdefault(match.term.id, match.term)
    return tuple(found.values())
