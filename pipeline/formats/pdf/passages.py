"""Passages of an edition -> pieces, with account of the notes and terms that have had their first mark."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pipeline.formats.meanings import WRITTEN_IN, chinese, meaning, sound
from pipeline.formats.pdf.breaks import Piece
from pipeline.formats.pdf.inline import Insertion, clean, pieces, words
from pipeline.formats.pdf.looks import looks
from pipeline.markup import plain
from pipeline.model import SOURCE_LANGUAGE, Edition, EditionBlock, Passage, Row, State, Term

Data = dict[str, Any]
"""One node of the tree that becomes JSON; `k` says what it is."""

EXPLAINED = frozenset({"policy", "concept", "idiom"})
"""The kinds of terms whose first use gets a note; names are left to the glossary."""

MOST_BELOW = 2000
"""Notes that an edition sets below the line at most; where it has more, all of them stand at its end.

Below the line each takes some 5 ms and 0.25 MB, and in one long sentence ever more than the one before.
"""

_PUNCTUATION = re.compile(r"(?:[’']s\b)?[”’]?[.,;:!?]?[”’]?")


@dataclass(slots=True)
class Passages:
    """Sets the passages of an edition's `columns`, in reading order.

    `notes` holds the blocks of each note by its label, `kinds` the kinds of terms to explain; `placed`
    the notes that stand on a page already, by label, with their id. `marks` is what has a look of its own in
    the text, and `looks` those looks that have been used. `ended` has the notes that stand at the end, in
    the order of their numbers, if there are too many for the foot of the pages.
    """

    edition: Edition
    columns: Sequence[int]
    notes: Mapping[str, Sequence[EditionBlock]]
    kinds: Collection[str] = EXPLAINED
    marks: Collection[str] = ()
    placed: dict[str, str] = field(default_factory=dict)
    explained: set[str] = field(default_factory=set)
    looks: set[str] = field(default_factory=set)
    ended: list[Data] = field(default_factory=list)
    terms: dict[str, Term] = field(init=False)
    at_end: bool = field(init=False)

    def __post_init__(self) -> None:
        self.terms = {term.id: term for term in self.edition.terms}
        rows = (row for block in self.edition.blocks for row in block.rows)
        remarks = sum(len(row.passages[column].notes) for row in rows for column in self.columns)
        self.at_end = len(self.notes) + remarks > MOST_BELOW

    @property
    def languages(self) -> list[str]:
        """The tags of the columns."""
        return [self.edition.languages[column] for column in self.columns]

    @property
    def chinese(self) -> str:
        """The tag for Chinese words in a text of another language."""
        return next((tag for tag in self.edition.languages if tag.startswith("zh")), SOURCE_LANGUAGE)

    def row(self, row: Row) -> list[list[Piece]]:
        """The pieces of one segment, a list a column."""
        return [self._passage(row.passages[column], column) for column in self.columns]

    def cells(self, rows: Sequence[Row], explain: bool = True) -> list[list[Piece]]:
        """The pieces of a whole block, its sentences joined as each language does, a list a column.

        Without `explain` no term is explained there: titles and notes are no place for it.
        """
        return [list(self._joined(rows, column, explain)) for column in self.columns]

    def words(self, text: str, tag: str) -> list[Piece]:
        """The pieces of a bare text that stands among text of the language `tag`."""
        return words(text, "" if tag.startswith("zh") else self.chinese)

    def plain(self, rows: Sequence[Row]) -> list[str]:
        """A block's bare text, a string a column, for bookmarks and contents."""
        texts = []
        for column in self.columns:
            parts = [plain(row.passages[column].text) + _gap(row, column) for row in rows]
            texts.append(clean(" ".join("".join(parts).split())))
        return texts

    def note(self, label: str) -> Data:
        """A note of the author's in every language of the page; further marks will point to it."""
        number = len(self.ended) if self.at_end else len(self.placed) + 1
        self.placed[label] = f"note-{number}"
        rows = [self._in_note(block) for block in self.notes[label]]
        return {"k": "note", "id": self.placed[label], "rows": rows}

    def entry(self, term: Term) -> Data:
        """A term as a note or the glossary shows it: its Chinese in the script of the page."""
        tag, written = chinese(term, self.languages)
        names = dict.fromkeys(name for tag in self.languages if (name := meaning(term, tag)))
        acronym = f" ({term.acronym})" if term.acronym else ""
        return {
            "id": term.id,
            "chinese": clean(written),
            "tag": tag,
            "pinyin": clean(sound(term, written)),
            "english": self.words(term.english + acronym, "en"),
            "meanings": [self._text(term, name) for name in names],
            "note": [self._text(term, "note")] if term.fields.get("note") else [],
        }

    def _text(self, term: Term, name: str) -> Data:
        tag = WRITTEN_IN[name]
        return {"lang": tag, "b": self.words(term.fields[name], tag)}

    def _in_note(self, block: EditionBlock) -> list[list[Piece]]:
        """A block below the line: a paragraph, whatever it is, with a bullet where it begins an item."""
        if block.text:
            return [[{"t": clean(block.text), "s": ["code"]}]]
        bullet = ["• "] if any(container.kind == "item" for container in block.containers) else []
        return [[*bullet, *cell] for cell in self.cells(block.rows, explain=False)]

    def _joined(self, rows: Sequence[Row], column: int, explain: bool) -> Iterator[Piece]:
        for at, row in enumerate(rows):
            yield from self._passage(row.passages[column], column, explain)
            if at < len(rows) - 1 and (gap := _gap(row, column)):
                yield {"k": "break"} if "\n" in gap else gap

    def _passage(self, passage: Passage, column: int, explain: bool = True) -> list[Piece]:
        """One sentence; one in another language than its column is wrapped, with its state if it is a gap."""
        foreign = "" if passage.language.startswith("zh") else self.chinese
        # Headings and notes stay quiet, as terms are not explained there.
        shown = looks(passage, self.terms, self.marks) if explain else []
        self.looks |= {look for _, _, look in shown}
        found = pieces(passage.text, self._mark, self._insertions(passage, explain), foreign, shown)
        column_language = self.edition.languages[column]
        is_gap = passage.state in (State.UNTRANSLATED, State.FUZZY)
        if passage.language == column_language and not is_gap:
            return found
        state = {"state": str(passage.state), "for": column_language} if is_gap else {}
        return [{"k": "other", "lang": passage.language, "b": found, **state}]

    def _mark(self, label: str) -> Piece:
        if label not in self.notes:
            return f"[^{clean(label)}]"
        if label in self.placed:
            return {"k": "ref", "id": self.placed[label]}
        return self._placed(lambda: self.note(label))

    def _placed(self, note: Callable[[], Data]) -> Data:
        """What stands at the mark: the note, or where all notes stand at the end the number of this one."""
        if not self.at_end:
            return note()
        at = len(self.ended)
        self.ended.append({})  # a note has its number before the notes that have their marks in it
        self.ended[at] = {**note(), "id": f"note-{at + 1}"}
        return {"k": "note", "id": f"note-{at + 1}"}

    def _insertions(self, passage: Passage, explain: bool) -> list[Insertion]:
        """The uses of terms, the explanation at a term's first use, and the translator's notes."""
        found = []
        text = plain(passage.text)
        for item in sorted(passage.annotations, key=lambda item: (item.start, item.end)):
            if item.kind == "term" and item.body in self.terms:
                found.append(Insertion(item.start, {"k": "use", "id": item.body}))
                end = _behind(text, item.end) if passage.language == "en" else item.end
                found += self._explanation(item.body, end) if explain else ()
        end = len(text.rstrip())
        for note in passage.notes:
            found.append(Insertion(end, self._placed(partial(self._remark, note, passage.language))))
        return found

    def _remark(self, text: str, language: str) -> Data:
        words = pieces(text, self._mark, chinese=self.chinese)
        return {"k": "note", "remark": words, "lang": language}

    def _explanation(self, identifier: str, end: int) -> Iterator[Insertion]:
        term = self.terms[identifier]
        if identifier in self.explained or term.kind not in self.kinds:
            return
        self.explained.add(identifier)
        entry = self.entry(term)
        if entry["meanings"]:
            yield Insertion(end, self._placed(lambda: {"k": "note", "term": entry}))


def _behind(english: str, end: int) -> int:
    """Where the mark of a note on a word that ends at `end` stands: behind the punctuation of the word.

    A bracket or a dash is not the word's (Chicago Manual of Style, 17th edition, 14.26).
    """
    found = _PUNCTUATION.match(english, end)
    return found.end() if found else end


def _gap(row: Row, column: int) -> str:
    """The space after a sentence: the source's own in Chinese, one blank in another language."""
    return row.gap if row.passages[column].language.startswith("zh") else " "
