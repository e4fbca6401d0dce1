"""The file as a whole: header, one text a language, and the links that align their sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from lxml.etree import _Element as Element

from pipeline.formats.annotation.spans import terms
from pipeline.formats.annotation.tei.elements import shape
from pipeline.formats.annotation.tei.inline import Layer, fill
from pipeline.formats.annotation.tei.tree import XML, add, root, serialized, write
from pipeline.model import SOURCE_LANGUAGE, Container, Edition, EditionBlock, Kind, Passage, Row, Term


def render(edition: Edition) -> bytes:
    """The edition as TEI: a text for one language, a group of texts for several.

    The `linkGrp` aligns each translated sentence with its Chinese, in the same file or in that of the
    Chinese edition. Raises FormatError where a character cannot stand in XML.
    """
    known = terms(edition)
    tree = root()
    _header(tree, edition)
    text = add(tree, "text")
    if len(edition.languages) == 1:
        _text(text, edition, 0, known)
    else:
        group = add(text, "group")
        for column in range(len(edition.languages)):
            _text(add(group, "text"), edition, column, known)
    _links(text, edition)
    return serialized(tree)


def _header(tree: Element, edition: Edition) -> None:
    header = add(tree, "teiHeader")
    description = add(header, "fileDesc")
    titles = add(description, "titleStmt")
    for title, language in zip(edition.titles, edition.languages, strict=True):
        add(titles, "title", title or edition.slug, {f"{XML}lang": language})
    if edition.metadata.get("author"):
        add(titles, "author", edition.metadata["author"])
    add(add(description, "publicationStmt"), "p", edition.metadata.get("license", "") or "Unpublished.")
    add(add(description, "sourceDesc"), "p", edition.metadata.get("source", "") or f"{edition.slug}.md")
    usage = add(add(header, "profileDesc"), "langUsage")
    for language in edition.languages:
        add(usage, "language", language, {"ident": language})


def _text(text: Element, edition: Edition, column: int, known: Mapping[str, Term]) -> None:
    language = edition.languages[column]
    text.set(f"{XML}lang", language)
    text.set(f"{XML}id", language)
    _Column(language, column, known).write(text, edition)


class _Column:
    """Writes one language of an edition."""

    def __init__(self, language: str, column: int, known: Mapping[str, Term]) -> None:
        self._language = language
        self._column = column
        self._known = known
        self._notes: dict[str, str] = {}

    def write(self, text: Element, edition: Edition) -> None:
        labels = (one.label for block in edition.blocks for one in block.containers if one.kind == "note")
        ids = {label: f"{self._language}.note.{n}" for n, label in enumerate(dict.fromkeys(labels), 1)}
        self._notes.update(ids)
        front = [block for block in edition.blocks if block.kind in (Kind.TITLE, Kind.METADATA)]
        if front:
            page = add(add(text, "front"), "titlePage")
            for block in front:
                title = block.kind is Kind.TITLE
                parent = add(page, "docTitle") if title else page
                self._sentences(add(parent, "titlePart", attributes={} if title else {"type": "sub"}), block)
        body = add(text, "body")
        self._sections(body, [block for block in edition.blocks if block not in front])
        if not len(body):
            add(body, "p")

    def _sections(self, parent: Element, blocks: Sequence[EditionBlock]) -> None:
        """A division a heading, within that of the heading above it."""
        opened: list[tuple[int, Element]] = []
        for is_heading, run in groupby(blocks, key=_is_heading):
            if not is_heading:
                self._blocks(opened[-1][1] if opened else parent, list(run), 0)
                continue
            for heading in run:
                while opened and opened[-1][0] >= heading.level:
                    opened.pop()
                division = add(opened[-1][1] if opened else parent, "div")
                opened.append((heading.level, division))
                self._sentences(add(division, "head"), heading)

    def _blocks(self, parent: Element, blocks: Iterable[EditionBlock], depth: int) -> None:
        for container, run in groupby(blocks, key=lambda block: _around(block, depth)):
            if container is None:
                for block in run:
                    self._block(parent, block)
            else:
                self._container(parent, container, list(run), depth + 1)

    def _container(
        self, parent: Element, container: Container, blocks: Sequence[EditionBlock], depth: int
    ) -> None:
        match container.kind:
            case "list":
                ordered = {"rend": "numbered" if container.label else "bulleted"}
                self._blocks(add(parent, "list", attributes=ordered), blocks, depth)
            case "item":
                self._blocks(add(parent, "item"), blocks, depth)
            case "quote":
                self._blocks(add(parent, "quote"), blocks, depth)
            case "note":
                name = {"type": "author", f"{XML}id": self._notes[container.label]}
                self._blocks(add(parent, "note", attributes=name), blocks, depth)
            case "table":
                self._blocks(add(parent, "table"), blocks, depth)
            case _:
                role = {"role": "label"} if container.label == "head" else {}
                self._blocks(add(parent, "row", attributes=role), blocks, depth)

    def _block(self, parent: Element, block: EditionBlock) -> None:
        match block.kind:
            case Kind.CODE:
                add(add(parent, "p"), "code", block.text)
            case Kind.RULE:
                add(parent, "milestone", attributes={"unit": "section", "rend": "rule"})
            case Kind.CELL:
                self._sentences(add(parent, "cell"), block)
            case Kind.HEADING:
                self._sentences(add(parent, "p", attributes={"rend": "heading"}), block)
            case _:
                self._sentences(add(parent, "p"), block)

    def _sentences(self, parent: Element, block: EditionBlock) -> None:
        for number, row in enumerate(block.rows):
            passage = row.passages[self._column]
            name = {f"{XML}id": f"{self._language}.{row.id}"}
            if passage.language != self._language:
                name[f"{XML}lang"] = passage.language
            sentence = add(parent, "s", attributes=name)
            self._passage(sentence, passage)
            is_last = number == len(block.rows) - 1
            gap = row.gap if passage.language.startswith("zh") else " "
            if gap and not is_last:
                write(parent, gap)

    def _passage(self, sentence: Element, passage: Passage) -> None:
        spans = [one for one in passage.annotations if one.kind != "note"]
        layers = [Layer(one.start, one.end, shape(one, self._known)) for one in spans]
        fill(sentence, passage.text, layers, self._notes)
        for note in passage.notes:
            add(sentence, "note", note, {"type": "translator"})


def _links(text: Element, edition: Edition) -> None:
    links = list(_aligned(edition))
    if links:
        group = add(add(text, "back"), "linkGrp", attributes={"type": "translation"})
        for target in links:
            add(group, "link", attributes={"target": target})


def _aligned(edition: Edition) -> Iterator[str]:
    """The targets of the links: the Chinese first, then the translations that are finished."""
    home = "" if SOURCE_LANGUAGE in edition.languages else f"{edition.slug}.{SOURCE_LANGUAGE}.tei.xml"
    for block in edition.blocks:
        for row in block.rows:
            others = _translations(row, edition.languages)
            if others:
                yield " ".join([f"{home}#{SOURCE_LANGUAGE}.{row.id}", *others])


def _translations(row: Row, languages: Sequence[str]) -> list[str]:
    pairs = zip(row.passages, languages, strict=True)
    return [f"#{one}.{row.id}" for passage, one in pairs if passage.language == one != SOURCE_LANGUAGE]


def _is_heading(block: EditionBlock) -> bool:
    return block.kind is Kind.HEADING and not block.containers


def _around(block: EditionBlock, depth: int) -> Container | None:
    return block.containers[depth] if len(block.containers) > depth else None
