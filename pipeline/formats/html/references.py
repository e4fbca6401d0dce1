"""The page's marks that point somewhere, numbered as they are met, so that notes can point back."""

from collections import defaultdict
from dataclasses import dataclass

from pipeline.formats.html.safety import identifier
from pipeline.formats.words import is_chinese
from pipeline.model import SOURCE_LANGUAGE, Edition, Term


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that points to a note or term: its element's id, its language, and a label for readers.

    A note's mark has its own element; a term is found by its block, which every view shows.
    """

    id: str
    language: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class TranslatorNote:
    """A translator's note: its letter, the language it is written in and its inline Markdown."""

    mark: str
    language: str
    text: str


class References:
    """Collects, while the text is written, which places point to which note or term.

    `chinese` is the language of Chinese words in a text of another language.
    """

    def __init__(self, edition: Edition) -> None:
        self.chinese = next((tag for tag in edition.languages if is_chinese(tag)), SOURCE_LANGUAGE)
        self._terms = {term.id: term for term in edition.terms}
        self._defined = {c.label for block in edition.blocks for c in block.containers if c.kind == "note"}
        self._numbers: dict[str, int] = {}
        self._places: dict[str, list[Reference]] = defaultdict(list)
        self.translator_notes: list[TranslatorNote] = []

    def term(self, name: str) -> Term | None:
        """The term of an annotation, if the edition's glossary has it."""
        return self._terms.get(name)

    def number(self, label: str) -> int:
        """The number of an author's note, given at its first mark; 0 if the document has no such note."""
        if label not in self._defined:
            return 0
        return self._numbers.setdefault(label, len(self._numbers) + 1)

    def remark(self, text: str, language: str) -> TranslatorNote:
        """Takes down a translator's note and gives it its letter."""
        note = TranslatorNote(letters(len(self.translator_notes)), language, text)
        self.translator_notes.append(note)
        return note

    def mark(self, note: str, language: str) -> str:
        """Records a mark that points to the element of a note; gives the id that the mark shall have."""
        places = self._places[note]
        places.append(Reference(f"r-{note}-{len(places) + 1}", language))
        return places[-1].id

    def use(self, term: Term, block: Reference) -> None:
        """Records that a block uses a term, once."""
        places = self._places[term_id(term)]
        if block not in places[-1:]:
            places.append(block)

    def places(self, target: str) -> tuple[Reference, ...]:
        """The places that point to an element, in the order of the text."""
        return tuple(self._places.get(target, ()))


def term_id(term: Term) -> str:
    """The id of a term's entry in the page's glossary."""
    return identifier("t-", term.id)


def letters(index: int) -> str:
    """Letters that count from 0: a to z, aa to az and so on."""
    if index < 26:
        return chr(ord("a") + index)
    return letters(index // 26 - 1) + letters(index % 26)
