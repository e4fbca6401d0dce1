"""Writing the review table: number, Chinese, translation and status a row, terms and notes as comments.

The translation is shown with its Markdown marks, greyed, since what a reviewer leaves of them comes back.
Each number carries, as hidden text, which sentence its row is and a digest of what stood there, so that
reading the file back can tell a reviewer's change from one made in the catalog meanwhile.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row as TableRow
from docx.text.run import Run

from pipeline.formats.columns import narrowed
from pipeline.formats.html.safety import clean
from pipeline.formats.words import language_name, page_language, word
from pipeline.formats.zipped import repack
from pipeline.markup import plain, protected
from pipeline.model import Edition, Kind, Passage, Row, State, Term, digest

MARK = "duizhao"
"""What the line begins with that tells which document and language a table is of."""

_WIDTHS = (1.3, 11.2, 11.2, 2.2)
"""Centimetres: together the width of A4 across, less its margins."""

AUTHOR = "Duizhao"
"""Who made the comments that are not a reviewer's."""

_GREY = RGBColor(0x8A, 0x8A, 0x8A)
_FONTS = {"zh-Hans": "SimSun", "zh-Hant": "PMingLiU", "zh-Hant-HK": "PMingLiU"}


def render(edition: Edition) -> bytes:
    """Gives the bytes of a DOCX file: the last language of the edition beside the Simplified source."""
    return _Table(narrowed(edition)).render()


class _Table:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._language = edition.languages[-1]
        self._speaks = page_language(edition.languages)
        self._terms = {term.id: term for term in edition.terms}
        self._told: set[str] = set()
        self._document = docx.Document()

    def render(self) -> bytes:
        """The whole file."""
        self._page()
        title = clean(self._edition.titles[-1])
        self._document.add_heading(title, 1)
        line = self._document.add_paragraph().add_run(f"{MARK}: {self._edition.slug} / {self._language}")
        line.font.size, line.font.color.rgb = Pt(8), _GREY
        table = self._document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = Cm(width)
        head = ("№", language_name("zh-Hans"), language_name(self._language), word("status", self._speaks))
        self._fill(table.rows[0], [[text] for text in head])
        _mark(table.rows[0], "w:tblHeader")  # the head of every page
        for number, (kind, row) in enumerate(self._rows(), 1):
            self._write(table.add_row(), number, kind, row)
        return self._bytes()

    def _rows(self) -> Iterator[tuple[Kind, Row]]:
        """The sentences, each once, since a catalog has each once."""
        seen: set[str] = set()
        for block in self._edition.blocks:
            for row in block.rows:
                first = row.id.rpartition("-")[0] if row.id.count("-") > 1 else row.id
                if first not in seen and row.source.strip():
                    seen.add(first)
                    yield block.kind, row

    def _write(self, target: TableRow, number: int, kind: Kind, row: Row) -> None:
        passage = row.passages[-1]
        text = _editable(passage)
        done = passage.state is State.TRANSLATED
        state = "" if done else word(f"state_{passage.state.value}", self._speaks)
        runs = self._fill(target, [[str(number)], _parts(plain(row.source)), _parts(text), [state]])
        hidden = target.cells[0].paragraphs[0].add_run(f" {row.id} {digest(text)}")
        hidden.font.hidden = True
        for run in runs[1] + runs[2] if kind in (Kind.TITLE, Kind.HEADING) else ():
            run.bold = True
        self._comment(runs[1], [_about(term) for term in self._new_terms(row)])
        self._comment(runs[2], [clean(note) for note in passage.notes])

    def _new_terms(self, row: Row) -> Iterator[Term]:
        """The terms of a row that no row before it had."""
        for passage in row.passages:
            for annotation in passage.annotations:
                term = self._terms.get(annotation.body)
                if term and annotation.kind == "term" and term.id not in self._told:
                    self._told.add(term.id)
                    yield term

    def _fill(self, row: TableRow, cells: Sequence[Sequence[str]]) -> list[list[Run]]:
        """Writes the parts of each cell as runs; every second part is a mark, and grey."""
        written = []
        _mark(row, "w:cantSplit")
        for cell, parts in zip(row.cells, cells, strict=True):
            paragraph = cell.paragraphs[0]
            runs = [paragraph.add_run(clean(part)) for part in parts]
            for run in runs[1::2]:
                run.font.color.rgb = _GREY
            written.append(runs)
        return written

    def _comment(self, runs: Sequence[Run], lines: Sequence[str]) -> None:
        if runs and lines:
            made = self._document.add_comment(runs, "\n".join(lines), author=AUTHOR, initials="D")
            date = qn("w:date")
            if date in made._comment_elm.attrib:  # no clock in a file
                del made._comment_elm.attrib[date]

    def _page(self) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(1.9)
        section.top_margin = section.bottom_margin = Cm(1.8)
        style: Any = self._document.styles["Normal"]
        style.font.size = Pt(10.5)
        style.paragraph_format.space_after = Pt(3)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), _FONTS.get(self._language, _FONTS["zh-Hans"]))
        facts = self._document.core_properties
        facts.author, facts.title = AUTHOR, clean(self._edition.titles[-1])
        facts.language = self._language
        facts.comments = ""

    def _bytes(self) -> bytes:
        written = io.BytesIO()
        self._document.save(written)
        return repack(written.getvalue())


def _editable(passage: Passage) -> str:
    """What a reviewer may change: the translation, also one that waits for review; empty without any."""
    if passage.state in (State.FUZZY, State.UNTRANSLATED):
        return passage.waiting
    return passage.text


def _parts(text: str) -> list[str]:
    """A text cut into prose and what is no prose, in turns; the first is prose and may be empty."""
    parts, end = [], 0
    for start, stop in protected(text):
        parts += [text[end:start], text[start:stop]]
        end = stop
    return [*parts, text[end:]]


def _about(term: Term) -> str:
    admitted = f"; also: {', '.join(term.admitted)}" if term.admitted else ""
    forbidden = f"; not: {', '.join(term.forbidden)}" if term.forbidden else ""
    return clean(f"{term.chinese} = {term.english}{admitted}{forbidden}")


def _mark(row: TableRow, name: str) -> None:
    """Sets a property of a row that is on or off."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
