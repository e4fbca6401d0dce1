"""An edition as Markdown, in the shape of its source, so that any tool that reads Markdown can go on.

The Markdown of the Simplified edition reads as the blocks of its source.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

from pipeline.formats.flow import Flow, prefixed
from pipeline.markup import parser
from pipeline.model import Edition, EditionBlock, Kind, Passage

_BLOCK_START = re.compile(r"(?m)^(\s*(?:\d{1,9}(?=[.)]))?)(?=[-+*#>|=.)~`<\[])")
_TICKS = re.compile(r"`{3,}")
_RULES = {"left": ":--", "right": "--:", "center": ":-:"}


def serialize(edition: Edition) -> Iterator[str]:
    """Yields the text of a Markdown file: front matter, then the blocks, then the translator's notes."""
    page = _Page(edition)
    yield f"---\n{page.head()}---\n\n"
    yield page.body()
    yield from page.remarks()


class _Page(Flow):
    apart = "<!-- -->\n\n"
    """An empty comment, since the two lists would be one (CommonMark 0.31.2, section 5.3)."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition)
        self._remarks: list[str] = []

    def head(self) -> str:
        """The front matter: the prose fields in the languages of the page, the others as they are."""
        fields = {"title": " / ".join(self.edition.titles)}
        for block in self.edition.blocks:
            if block.kind is Kind.METADATA:
                fields[block.label] = self.line(block, " / ")
        fields |= self.edition.metadata
        fields["lang"] = ", ".join(self.languages)
        return str(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=2**31))

    def remarks(self) -> Iterator[str]:
        """Yields the translator's notes."""
        for number, text in enumerate(self._remarks, 1):
            yield f"\n[^tn-{number}]: {self.remark(text)}\n"

    def block(self, block: EditionBlock) -> str:
        match block.kind:
            case Kind.RULE:
                return "---\n"
            case Kind.CODE:
                fence = "`" * max([3, *(len(run) + 1 for run in _TICKS.findall(block.text))])
                return f"{fence}{block.label}\n{block.text.removesuffix(chr(10))}\n{fence}\n"
            case Kind.HEADING:
                return f"{'#' * block.level} {self.line(block, ' / ')}\n"
        return "\n".join(f"{_escape(text)}\n" for text in self.texts(block))

    def note(self, label: str, blocks: Sequence[EditionBlock], depth: int) -> str:
        return prefixed(f"[^{label}]: ", "    ", self.blocks(blocks, depth))

    def row(self, cells: Sequence[EditionBlock], head: bool) -> str:
        texts = [self.line(cell, "<br>").replace("|", r"\|") for cell in cells]
        rules = [_RULES.get(cell.label, "---") for cell in cells]
        return "".join(f"| {' | '.join(line)} |\n" for line in ([texts, rules] if head else [texts]))

    def sentence(self, passage: Passage, waiting: str) -> str:
        first = len(self._remarks) + 1
        self._remarks += passage.notes
        marks = "".join(f"[^tn-{number}]" for number in range(first, len(self._remarks) + 1))
        return f"*[{waiting}]* {passage.text}{marks}" if waiting else passage.text + marks


def _escape(text: str) -> str:
    """A paragraph's text with a backslash where a line of it would begin a heading, a list or the like."""
    broken = text.replace("\n", "\\\n")
    tokens = [token.type for token in parser().parse(broken, {})]
    if tokens == ["paragraph_open", "inline", "paragraph_close"]:
        return broken
    return _BLOCK_START.sub(r"\1\\", broken)
