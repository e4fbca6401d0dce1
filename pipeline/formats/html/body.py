"""The blocks of an edition as a tree of views, each language of a block written and ready to place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from pipeline.formats.html.inline import Place, inline, note_mark
from pipeline.formats.html.references import Reference, References
from pipeline.formats.html.ruby import Pinyin, unusual
from pipeline.formats.html.safety import identifier, joined, safe
from pipeline.formats.html.settings import Settings
from pipeline.formats.words import SECTION, is_chinese, numbered, part, word
from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Container, EditionBlock, Kind, Passage, Row, State
from pipeline.script.readings import as_simplified, readings

_GAPS = (State.UNTRANSLATED, State.FUZZY)


@dataclass(frozen=True, slots=True)
class Line:
    """A block in one language: its sentences as HTML."""

    language: str
    html: Markup


@dataclass(frozen=True, slots=True)
class View:
    """What the template draws: a block's kind, or that of the container around `children`.

    `id` is the block's permalink, `number` counts paragraphs from 1, `lines` follow the languages of
    the edition, and so do a heading's `names`, its plain text. `text` is code's, `findings` a preview's;
    `label` is a list's first number, a cell's alignment or code's language.
    """

    kind: str
    id: str = ""
    level: int = 0
    number: int = 0
    label: str = ""
    lines: tuple[Line, ...] = ()
    children: tuple["View", ...] = ()
    text: str = ""
    names: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


class Body:
    """Writes blocks in the order of the text, and so numbers paragraphs, headings' ranks and notes."""

    def __init__(
        self, languages: Sequence[str], references: References, settings: Settings, pinyin: Pinyin
    ) -> None:
        self.languages = languages
        self._references = references
        self._pinyin = pinyin
        self._po_lines = settings.lines
        self._findings = settings.findings
        self._paragraphs = 0
        self._ranks: list[int] = []
        self._headings = 0
        self._tables = 0

    def views(
        self, blocks: Sequence[EditionBlock], depth: int = 0, home: Reference | None = None
    ) -> tuple[View, ...]:
        """The tree of some blocks, from their containers at `depth`.

        `home` is the element that terms in these blocks are found by, where it is not each block's own:
        a table or a note, whose paragraphs have no number.
        """
        views: list[View] = []
        for container, run in groupby(blocks, key=lambda block: _at(block, depth)):
            if container is None:
                views.extend(self.view(block, home) for block in run)
                continue
            inner = tuple(run)
            place = self._table(inner[0]) if container.kind == "table" and home is None else None
            children = self.views(inner, depth + 1, place or home)
            own = place.id if place else ""
            found = _found_in_table(children) if container.kind == "table" else ()
            views.append(View(container.kind, own, label=container.label, children=children, findings=found))
        return tuple(views)

    def view(self, block: EditionBlock, home: Reference | None = None) -> View:
        """One block with its languages written."""
        view = View(block.kind.value, _anchor(block), label=block.label, text=block.text)
        label = SECTION
        if block.kind in (Kind.TITLE, Kind.METADATA):
            label = part(block.label or "title", self.languages)
        elif block.kind is Kind.HEADING:
            self._headings += 1
            label = f"{SECTION}{self._headings}"  # as the contents count them
            view = replace(view, level=self._rank(block.level), names=self._names(block.rows))
        elif block.kind is Kind.PARAGRAPH and home is None:
            self._paragraphs += 1
            label = str(self._paragraphs)
            view = replace(view, number=self._paragraphs)
        found = tuple(text for row in block.rows for text in self._findings.get(row.id, ()))
        lines = self._lines(block, home or Reference(view.id, label=label))
        return replace(view, lines=lines, findings=found)

    def _table(self, first: EditionBlock) -> Reference:
        self._tables += 1
        return Reference(_anchor(first), label=numbered("numbered_table", self._tables, self.languages))

    def _lines(self, block: EditionBlock, home: Reference) -> tuple[Line, ...]:
        columns = enumerate(self.languages)
        return tuple(
            Line(language, self._line(block.rows, column, Place(language, home, self._references)))
            for column, language in columns
        )

    def _names(self, rows: Sequence[Row]) -> tuple[str, ...]:
        columns = range(len(self.languages))
        return tuple(" ".join(plain(row.passages[column].text) for row in rows) for column in columns)

    def _rank(self, level: int) -> int:
        """The heading's rank in the page, where the title is 1 and no rank is skipped."""
        self._ranks = [*(rank for rank in self._ranks if rank < level), level]
        return min(len(self._ranks) + 1, 6)

    def _line(self, rows: Sequence[Row], column: int, place: Place) -> Markup:
        parts: list[Markup] = []
        for row in rows:
            attributes = self._attributes(row, column)
            parts += (
                self._sentence(row, row.passages[column], place, attributes),
                _joint(row.gap, place.language),
            )
        return joined(parts[:-1])

    def _attributes(self, row: Row, column: int) -> Markup:
        """A sentence's permalink, which only the first language carries, and its line in the PO file."""
        anchor = f' id="{identifier("", row.id)}"' if column == 0 else ""
        line = self._po_lines.get(self.languages[column], {}).get(row.id, 0)
        return Markup(f'{anchor} data-line="{line}"' if line else anchor)

    def _sentence(self, row: Row, passage: Passage, place: Place, attributes: Markup) -> Markup:
        sounds = self._sounds(row, passage)
        written = sounds if self._pinyin == "markup" else ()
        html = inline(passage.text, place, passage.annotations, written, passage.language)
        for text in passage.notes:
            note = self._references.remark(text, place.language)
            html += note_mark(f"tn-{note.mark}", note.mark, place, plain(passage.text))
        if html.endswith("</sup>") and is_chinese(place.language):
            html += Markup("<wbr>")  # the next sentence may begin with a number, which a mark is no part of
        if passage.language != place.language:
            html = Markup(f'<span lang="{safe(passage.language)}">{html}</span>')
        if self._pinyin == "script" and sounds:
            odd = unusual(plain(passage.text), sounds)
            attributes += Markup(f' data-y="{safe(odd)}"') if odd else ""
        if passage.state not in _GAPS:
            return Markup(f'<span class="s"{attributes}>{html}</span>')
        tag = safe(word(passage.state.value, place.language))
        return Markup(f'<span class="s gap"{attributes}><span class="tag">{tag}</span> {html}</span>')

    def _sounds(self, row: Row, passage: Passage) -> tuple[str, ...]:
        """A passage's pinyin; a conversion is read as its source is, but for words that it replaced."""
        if not self._pinyin or not is_chinese(passage.language):
            return ()
        text = plain(passage.text)
        sources = (row.source, *(other.text for other in row.passages if other.language == SOURCE_LANGUAGE))
        simplified = (plain(source) for source in sources)
        source = next((one for one in simplified if len(one) == len(text)), "")
        return readings(as_simplified(text, source))


def notes_apart(blocks: Sequence[EditionBlock]) -> tuple[list[EditionBlock], dict[str, list[EditionBlock]]]:
    """The blocks of the text itself, and by label those of the notes, taken out of what encloses them."""
    text: list[EditionBlock] = []
    notes: dict[str, list[EditionBlock]] = {}
    for block in blocks:
        kinds = [container.kind for container in block.containers]
        if "note" in kinds:
            at = kinds.index("note")
            inner = replace(block, containers=block.containers[at + 1 :])
            notes.setdefault(block.containers[at].label, []).append(inner)
        else:
            text.append(block)
    return text, notes


def walk(views: Sequence[View]) -> Iterator[View]:
    """All views of a tree, in reading order."""
    for view in views:
        yield view
        yield from walk(view.children)


def _found_in_table(rows: Sequence[View]) -> tuple[str, ...]:
    """What was found in a table's cells, which have no room for it: it stands above the table."""
    return tuple(text for view in walk(rows) for text in view.findings)


def _anchor(block: EditionBlock) -> str:
    """The permalink of a block, from that of its first sentence."""
    return identifier("p-", block.rows[0].id.removeprefix("s-")) if block.rows else ""


def _at(block: EditionBlock, depth: int) -> Container | None:
    return block.containers[depth] if len(block.containers) > depth else None


def _joint(gap: str, language: str) -> Markup:
    """What stands between two sentences: the source's own space in Chinese, one space elsewhere."""
    if "\n" in gap:
        return Markup("<br>")
    return safe(gap) if is_chinese(language) else Markup(" ")
