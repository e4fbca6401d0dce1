"""An edition as plain text, a paragraph a line: for mail, for a search index, for reading aloud."""

from collections.abc import Iterator, Sequence

from pipeline.formats.flow import Flow, prefixed
from pipeline.formats.words import word
from pipeline.markup import parse
from pipeline.model import Edition, EditionBlock, Kind, Passage

_INDENT = "    "


def serialize(edition: Edition) -> Iterator[str]:
    """Yields the text: titles, fields and blocks, then the notes under the numbers of their marks."""
    page = _Page(edition)
    yield from dict.fromkeys(title + "\n" for title in page.edition.titles)
    fields = [
        block for block in edition.blocks if block.kind is Kind.METADATA and block.label != "description"
    ]
    for block in fields:
        yield "\n" + "".join(text + "\n" for text in page.texts(block))
    yield "".join("\n" + value + "\n" for value in edition.metadata.values())
    yield "\n\n" + page.body()
    yield page.notes()


class _Page(Flow):
    quote = _INDENT
    bullet = "• "

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition)
        self._numbers: dict[str, int] = {}
        self._notes: dict[int, str] = {}

    def notes(self) -> str:
        """The notes in the order of their marks; one that no mark points to has none."""
        lines = [prefixed(f"[{number}] ", _INDENT, text) for number, text in sorted(self._notes.items())]
        return f"\n\n{word('notes', self.languages[-1])}\n\n{''.join(lines)}" if lines else ""

    def block(self, block: EditionBlock) -> str:
        match block.kind:
            case Kind.RULE:
                return "* * *\n"
            case Kind.CODE:
                return prefixed(_INDENT, _INDENT, block.text)
        return (
            ("\n" if block.kind is Kind.HEADING else "") + "\n".join(dict.fromkeys(self.texts(block))) + "\n"
        )

    def note(self, label: str, blocks: Sequence[EditionBlock], depth: int) -> str:
        self._notes[self._number(label)] = self.blocks(blocks, depth)
        return ""

    def row(self, cells: Sequence[EditionBlock], head: bool) -> str:  # noqa: ARG002
        return "\t".join(self.line(cell, " ") for cell in cells) + "\n"

    def sentence(self, passage: Passage, waiting: str) -> str:
        text = "".join(self._written(passage.text))
        for note in passage.notes:
            # A key of its own that no author can write, since a label holds no space.
            number = self._number(f"remark {len(self._numbers)}")
            self._notes[number] = self.remark("".join(self._written(note)))
            text += f"[{number}]"
        return f"[{waiting}] {text}" if waiting else text

    def _written(self, text: str) -> Iterator[str]:
        """Inline Markdown as a reader sees it, with the addresses of links and the numbers of notes."""
        target = ""
        for node in parse(text):
            if node.kind == "note":
                yield f"[{self._number(node.text)}]"
            elif node.kind == "link":
                target = node.target or target
                yield f" ({target})" if node.nesting < 0 and target else ""
            else:
                yield node.text

    def _number(self, label: str) -> int:
        return self._numbers.setdefault(label, len(self._numbers) + 1)
