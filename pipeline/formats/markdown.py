"""Markdown sources: CommonMark with tables, notes and front matter, read into blocks."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from markdown_it.token import Token

from pipeline.formats import front_matter
from pipeline.markup import HAN, blocks, plain, protected
from pipeline.model import Block, Container, Document, Kind, Location, Loss, Mark

TRANSLATED_FIELDS = ("title", "subtitle", "author", "description")
"""The fields of the front matter that are prose: they become blocks with segments."""

VERBS = ("break", "join", "skip", "comment", "context", "ignore")
"""What an author can write in `<!-- duizhao: VERB ... -->`."""

# No repetition can meet its own start again: a hostile line takes linear time.
DIRECTIVE = re.compile(
    r"(?:(?<![ \t])[ \t]++)?<!--\s*+duizhao:\s*+(?P<verb>[\w-]++):?(?P<argument>(?:(?!<!--|-->).)*+)-->", re.S
)
_COMMENTS = re.compile(r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+", re.S)
_WIDE = rf"[{HAN}\u3000-\u303f\uff00-\uff60“”‘’—…·]"
_LINE_END = re.compile(r"(?:\\|(?<![ \t])(?P<space>[ \t]*+))\n[ \t]*+")
_BETWEEN_LATIN = re.compile(rf"(?<!{_WIDE})\n(?!{_WIDE})")
_REFERENCE = re.compile(r"(?<!\\)\[(?P<text>[^\[\]]+)\](?:\[(?P<label>[^\[\]]*)\])?(?![(\[:])")


def parse(text: str, path: str) -> Document:
    """Reads a Markdown text into a document whose blocks are not yet cut into segments."""
    tokens, references = blocks(text)
    reader = _Reader(path, references)
    for token in tokens:
        reader.read(token)
    slug = PurePath(path).stem
    found = _with_title(reader.blocks)
    title = next((plain(block.text) for block in found if block.kind is Kind.TITLE), slug)
    return Document(slug, title, reader.metadata, found, tuple(reader.losses))


def _with_title(blocks: list[Block]) -> tuple[Block, ...]:
    """Takes the first top heading as the title where the front matter gives none."""
    if any(block.kind is Kind.TITLE for block in blocks):
        return tuple(blocks)
    for at, block in enumerate(blocks):
        if block.kind is Kind.HEADING and block.level == 1:
            title = Block(Kind.TITLE, block.text, marks=block.marks, location=block.location)
            return (*blocks[:at], title, *blocks[at + 1 :])
    return tuple(blocks)


@dataclass(slots=True)
class _Reader:
    """Walks the tokens of a text, keeping the containers that are open."""

    path: str
    references: Mapping[str, Mapping[str, str]]
    metadata: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    pending: list[Mark] = field(default_factory=list)
    leaf: Token | None = None
    before: str = ""
    ordinal: int = 0
    line: int = 1

    def read(self, token: Token) -> None:
        if token.map:
            self.line = token.map[0] + 1
        if token.type in _CONTAINERS:
            self.ordinal += 1
            kind, label = _CONTAINERS[token.type]
            head = "head" if self.before == "thead_open" else ""
            self.containers.append(Container(kind, self.ordinal, label(token) or head))
        elif token.type.removesuffix("close") + "open" in _CONTAINERS:
            self.containers.pop()
        elif token.type in _LEAVES:
            self.leaf = token
        elif token.type in _WHOLE:
            _WHOLE[token.type](self, token)
        self.before = token.type

    def inline(self, token: Token) -> None:
        opening = self.leaf
        if opening is None:
            return
        kind = _LEAVES[opening.type]
        level = int(opening.tag[1]) if kind is Kind.HEADING else 0
        alignment = str(opening.attrs.get("style", "")).removeprefix("text-align:")
        text, marks = self._directives(unwrap(token.content))
        self._add(Block(kind, self._resolve(text), level, alignment, marks=marks))

    def verbatim(self, token: Token) -> None:
        self._add(Block(Kind.CODE, token.content, label=token.info.strip()))

    def rule(self, _: Token) -> None:
        self._add(Block(Kind.RULE, ""))

    def html(self, token: Token) -> None:
        rest, marks = self._directives(token.content)
        self.pending += [Mark(-1, mark.verb, mark.argument) for mark in marks]
        if not _COMMENTS.fullmatch(rest):
            self._lose("HTML is in no edition: write it as Markdown")

    def front_matter(self, token: Token) -> None:
        for item in front_matter.parse(token.content, self.path, self.line + 1):
            self.line = item.location.line
            if item.value is None:
                self._lose(f"the field `{item.name}` holds more than a text or a list of texts")
            elif item.name in TRANSLATED_FIELDS and item.value:
                kind = Kind.TITLE if item.name == "title" else Kind.METADATA
                self._add(Block(kind, item.value, label="" if kind is Kind.TITLE else item.name))
            else:
                self.metadata[item.name] = item.value

    def _add(self, block: Block) -> None:
        self.blocks.append(
            Block(
                block.kind,
                block.text,
                block.level,
                block.label,
                tuple(self.containers),
                (*self.pending, *block.marks),
                location=Location(self.path, self.line),
            )
        )
        self.pending.clear()

    def _lose(self, message: str) -> None:
        self.losses.append(Loss(Location(self.path, self.line), message))

    def _directives(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """Takes the author's instructions out of a text; their offsets are in what is left."""
        if "<!--" not in text:
            return text, ()
        marks, kept, end, length = [], [], 0, 0
        code = [span for span in protected(text) if text[span[0]] == "`"]
        for match in DIRECTIVE.finditer(text):
            if _inside(code, match.end() - 1):
                continue
            kept.append(text[end : match.start()])
            length += match.start() - end
            end = match.end()
            if match["verb"] in VERBS:
                marks.append(Mark(length, match["verb"], match["argument"].strip()))
            else:
                self._lose(f"no such instruction: {match['verb']} (there are {', '.join(VERBS)})")
        return "".join(kept) + text[end:], tuple(marks)

    def _resolve(self, text: str) -> str:
        """Writes links by reference out in full, since a segment stands alone in its catalog."""

        def link(match: re.Match[str]) -> str:
            label = " ".join((match["label"] or match["text"]).split()).upper()
            target = self.references.get(label)
            return f"[{match['text']}]({target['href']})" if target else match[0]

        return _REFERENCE.sub(link, text) if self.references else text


def unwrap(text: str) -> str:
    """Joins soft-wrapped lines: with a space between Latin words, with nothing beside Chinese.

    A hard line break (two spaces or a backslash at the line's end) is a newline in the result.
    """
    if "\n" not in text:
        return text
    held = _LINE_END.sub(
        lambda end: "\n" if end["space"] is not None and "  " not in end["space"] else "\0", text
    )
    return _BETWEEN_LATIN.sub(" ", held).replace("\n", "").replace("\0", "\n")


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place is inside one of the spans, which are in rising order."""
    before = bisect_right(spans, (at,)) - 1
    return before >= 0 and at < spans[before][1] - 1


def _nothing(_: Token) -> str:
    return ""


_CONTAINERS: dict[str, tuple[str, Callable[[Token], str]]] = {
    "bullet_list_open": ("list", _nothing),
    "ordered_list_open": ("list", lambda token: str(token.attrs.get("start", 1))),
    "list_item_open": ("item", lambda token: token.info),
    "blockquote_open": ("quote", _nothing),
    "table_open": ("table", _nothing),
    "tr_open": ("row", _nothing),
    "footnote_reference_open": ("note", lambda token: str(token.meta["label"])),
}
_LEAVES = {
    "paragraph_open": Kind.PARAGRAPH,
    "heading_open": Kind.HEADING,
    "th_open": Kind.CELL,
    "td_open": Kind.CELL,
}
_WHOLE: dict[str, Callable[[_Reader, Token], None]] = {
    "inline": _Reader.inline,
    "fence": _Reader.verbatim,
    "code_block": _Reader.verbatim,
    "hr": _Reader.rule,
    "html_block": _Reader.html,
    "front_matter": _Reader.front_matter,
}
