"""What writers of a flowing text share: lists, quotations, notes and the languages of a paragraph."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.formats.columns import narrowed
from pipeline.formats.words import word
from pipeline.model import Container, Edition, EditionBlock, Kind, Passage, Row, State


class Flow(ABC):
    """Writes the blocks of an edition in the order of the text, with an empty line between them.

    In the parallel edition each paragraph stands above its translation, within the same list item,
    quotation, cell or note. A sentence without a finished translation is marked as such.
    """

    quote = "> "
    bullet = "- "
    apart = ""
    """What stands between two lists that follow each other."""

    def __init__(self, edition: Edition) -> None:
        self.edition = narrowed(edition)
        self.languages = self.edition.languages

    @abstractmethod
    def block(self, block: EditionBlock) -> str:
        """One block, with a line feed at its end."""

    @abstractmethod
    def note(self, label: str, blocks: Sequence[EditionBlock], depth: int) -> str:
        """A note of the author's."""

    @abstractmethod
    def row(self, cells: Sequence[EditionBlock], head: bool) -> str:
        """A row of a table, with a line feed at its end."""

    @abstractmethod
    def sentence(self, passage: Passage, waiting: str) -> str:
        """One sentence; `waiting` are the words that tell that its translation is not finished."""

    def blocks(self, blocks: Iterable[EditionBlock], depth: int = 0) -> str:
        """Some blocks and, at `depth`, their containers."""
        texts: list[str] = []
        before = ""
        for container, run in groupby(blocks, key=lambda block: _around(block, depth)):
            kind = container.kind if container else ""
            if container is None:
                texts += [self.block(block) for block in run]
            else:
                apart = self.apart if kind == before == "list" else ""
                texts.append(apart + self._contained(container, list(run), depth + 1))
            before = kind
        return "\n".join(text for text in texts if text)

    def body(self) -> str:
        """The text itself, without title and front matter."""
        return self.blocks(b for b in self.edition.blocks if b.kind not in (Kind.TITLE, Kind.METADATA))

    def texts(self, block: EditionBlock) -> list[str]:
        """The text of a block in each language that is shown."""
        return [self._joined(block.rows, column) for column in range(len(self.languages))]

    def line(self, block: EditionBlock, between: str) -> str:
        """The text of a block on one line, with what is the same in two languages once."""
        return between.join(dict.fromkeys(self.texts(block))).replace("\n", " ")

    def remark(self, text: str) -> str:
        """A translator's note, told apart from the author's."""
        language = self.languages[-1]
        return f"{word('remark', language)}{'' if language.startswith('zh') else ' '}{text}"

    def _joined(self, rows: Sequence[Row], column: int) -> str:
        language = self.languages[column]
        parts = []
        for row in rows:
            passage = row.passages[column]
            gap = passage.state in (State.UNTRANSLATED, State.FUZZY)
            text = self.sentence(passage, word(passage.state.value, language) if gap else "")
            parts.append(text + (row.gap if language.startswith("zh") or "\n" in row.gap else " "))
        return "".join(parts).strip()

    def _contained(self, container: Container, blocks: Sequence[EditionBlock], depth: int) -> str:
        match container.kind:
            case "list":
                return "".join(self._list(container.label, blocks, depth))
            case "quote":
                return prefixed(self.quote, self.quote, self.blocks(blocks, depth))
            case "note":
                return self.note(container.label, blocks, depth)
            case "table":
                rows = groupby(blocks, key=lambda block: _around(block, depth))
                return "".join(
                    self.row(list(run), row is not None and row.label == "head") for row, run in rows
                )
        return self.blocks(blocks, depth)

    def _list(self, first: str, blocks: Sequence[EditionBlock], depth: int) -> Iterator[str]:
        """The items of a list, which an empty line parts where one of them is more than a paragraph."""
        items = [list(run) for _, run in groupby(blocks, key=lambda block: _around(block, depth))]
        loose = len(self.languages) > 1 or any(len(item) > 1 for item in items)
        for number, item in enumerate(items, int(first or 0)):
            mark = f"{number}. " if first else self.bullet
            text = prefixed(mark, " " * len(mark), self.blocks(item, depth + 1))
            yield text + "\n" if loose and item is not items[-1] else text


def prefixed(first: str, rest: str, text: str) -> str:
    """A text whose first line begins with `first` and the others with `rest`."""
    lines = text.removesuffix("\n").split("\n")
    marks = [first, *[rest] * (len(lines) - 1)]
    return "".join(f"{mark}{line}".rstrip() + "\n" for mark, line in zip(marks, lines, strict=True))


def _around(block: EditionBlock, depth: int) -> Container | None:
    return block.containers[depth] if len(block.containers) > depth else None
