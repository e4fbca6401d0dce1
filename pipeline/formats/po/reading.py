"""The strict reader of PO files: each byte ends up in an entry, in the layout, or in a refusal with its line.

polib's reader drops unquoted and unclosed strings in silence, lets duplicates pass, loses `#~|` and
breaks lines at U+2028 (1.2.0), so the reading is done here; polib unescapes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import polib

from pipeline.errors import FormatError
from pipeline.formats.po.refusing import what_is_wrong
from pipeline.model import Catalog, Entry, Key, Layout, Location

_FIELD = re.compile(
    r"\s*(?P<mark>#~\||#\||#~)?\s*(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)?\s*"
    r'"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)"\s*'
)
_STRING = r'"([^"\\\n]*+(?:\\[ntrvbf"\\][^"\\\n]*+)*+)"'
_PLAIN = re.compile(
    rf"((?:#(?:[^|~\n][^\n]*+)?\n)*+)msgid {_STRING}\nmsgstr {_STRING}\n\n+(?=#(?![|~])|msgid |msgctxt )"
)
"""An entry as nearly all are, up to the next: comments, a msgid and a msgstr of one line each."""
_ESCAPED = re.compile(r'(?:[^\\]|\\[ntrvbf"\\])*+')
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069\\S*|\\S+")
_COMMENTS = {".": "notes", ":": "references", ",": "flags"}
_LANGUAGES = {"zh_TW": "zh-Hant", "zh_Hant": "zh-Hant", "zh_HK": "zh-Hant-HK", "zh_Hant_HK": "zh-Hant-HK"}
_SPACE = ("", " ", "\t", "\r", "\v", "\f")
_FEWEST = 2
"""Fields that every entry has: a msgid and a msgstr."""
_OURS = frozenset({"msgctxt", "msgid", "msgstr", "msgstr[0]", "|msgctxt", "|msgid"})


def parse(text: str, path: str) -> Catalog:
    """Reads the text of a PO file; raises FormatError with its line where anything would be lost."""
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    # A file of mixed line ends keeps each where it is; one of CRLF alone is read and written as a whole.
    newline = "\r\n" if "\r\n" in text and text.count("\r\n") == text.count("\n") else "\n"
    text = text.replace("\r\n", "\n") if newline == "\r\n" else text
    lines = text.split("\n")
    chunks = _Reader(text, lines, path).chunks()
    tail = _cut_tail(chunks, lines)
    header: tuple[tuple[str, str], ...] = ()
    head = ""
    if chunks and chunks[0].is_header:
        first = chunks.pop(0)
        header, head = _header(first), first.raw(lines)
        _refuse_charset(dict(header), lines, first, path)
    entries = [chunk.entry(lines, path) for chunk in chunks]
    _refuse_duplicates(entries)
    language = dict(header).get("Language", "")
    return Catalog(
        language=_LANGUAGES.get(language, language.replace("_", "-")),
        header=header,
        entries=tuple(entries),
        location=Location(path, 1),
        layout=Layout(head, tail, newline, bom),
    )


def parse_header(text: str, path: str) -> Catalog:
    """Reads the header of a PO file alone, and how the file is laid out; its entries are left out.

    A file that does not begin with a header gives an empty catalog.
    """
    first, newline, _ = text.replace("\r\n", "\n").partition("\n\n")
    try:
        head = parse(first + newline, path)
    except FormatError:
        return Catalog("")
    layout = replace(head.layout, newline="\r\n" if "\r\n" in text else "\n", tail="\n")
    return replace(head, entries=(), layout=layout)


class _Chunk:
    """The lines `start` to `end` of a file that make one entry, with what was read of them."""

    __slots__ = ("comments", "end", "fields", "flags", "line", "notes", "obsolete", "references", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.line = 0
        self.obsolete = False
        self.fields: dict[str, list[str]] = {}
        self.comments: list[str] = []
        self.notes: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []

    @property
    def is_header(self) -> bool:
        return not (self.text("msgid") or "msgctxt" in self.fields or self.obsolete)

    def text(self, keyword: str) -> str:
        text = "".join(self.fields.get(keyword, ()))
        return polib.unescape(text) if "\\" in text else text

    def raw(self, lines: Sequence[str]) -> str:
        return "\n".join(lines[self.start : self.end]) + "\n"

    def entry(self, lines: Sequence[str], path: str) -> Entry:
        flags = [flag.strip() for line in self.flags for flag in line.split(",")] if self.flags else []
        fields = self.fields
        previous = Key(self.text("|msgctxt"), self.text("|msgid")) if "|msgid" in fields else None
        foreign = [name for name in fields if name not in _OURS] if len(fields) > _FEWEST else []
        places = " ".join(self.references)
        return Entry(
            key=Key(self.text("msgctxt"), self.text("msgid")),
            target=self.text("msgstr") or self.text("msgstr[0]"),
            fuzzy="fuzzy" in flags,
            obsolete=self.obsolete,
            previous=previous,
            comments=tuple(self.comments),
            notes=tuple(self.notes),
            references=tuple(_REFERENCE.findall(places) if "\u2068" in places else places.split()),
            flags=tuple(flag for flag in flags if flag and flag != "fuzzy"),
            foreign=tuple((name, self.text(name)) for name in foreign),
            location=Location(path, self.line),
            raw=self.raw(lines),
        )


class _Reader:
    """Takes the lines of a file one by one, keeping the entry and the field that are open.

    Behind a whole entry a plain one is taken at once; what that gives, line by line would give too.
    """

    def __init__(self, text: str, lines: Sequence[str], path: str) -> None:
        self._text = text
        self._lines = lines
        self._path = path
        self._number = 0
        self._returns = any("\r" in line for line in lines)
        self._chunk = _Chunk(0)
        self._keyword = ""
        self._whole = False

    def chunks(self) -> list[_Chunk]:
        """The entries of the file, the header among them."""
        chunks: list[_Chunk] = []
        at = 0
        while self._number < len(self._lines):
            plain = None if self._returns or not self._whole else _PLAIN.match(self._text, at)
            if plain:
                self._close(chunks, self._number)
                self._take_plain(plain)
                self._number, at = self._number + plain[0].count("\n"), plain.end()
            else:
                line = self._lines[self._number]
                self._take_line(line, chunks)
                self._number, at = self._number + 1, at + len(line) + 1
        self._number = len(self._lines) - 1
        if self._whole:
            self._close(chunks, len(self._lines))
        elif self._chunk.fields:
            raise self._refusal("the entry has no msgstr: the file ends too early")
        return chunks

    def _take_plain(self, plain: re.Match[str]) -> None:
        comments, msgid, msgstr = plain.groups()
        lines = comments.split("\n")[:-1]
        for line in lines:
            self._take_comment(line)
        self._chunk.line = self._number + len(lines) + 1
        self._chunk.fields = {"msgid": [msgid], "msgstr": [msgstr]}
        self._keyword, self._whole = "msgstr", True

    def _take_line(self, line: str, chunks: list[_Chunk]) -> None:
        begin = line[:2] if line[:1] not in _SPACE else line.lstrip()[:2]
        if not begin:
            return
        is_comment = begin[0] == "#" and begin not in ("#|", "#~")
        match = None if is_comment else _FIELD.fullmatch(line)
        if self._whole and self._begins(match):
            self._close(chunks, self._number)
        if self._returns and "\r" in line[:-1]:
            raise self._refusal("a carriage return inside a line: save the file with ordinary line ends")
        if match:
            self._take_field(match)
        elif is_comment:
            self._take_comment(line.lstrip().removesuffix("\r"))
        else:
            raise self._refusal(what_is_wrong(line))

    @staticmethod
    def _begins(match: re.Match[str] | None) -> bool:
        """Whether a line opens the next entry, once the open one has its msgstr."""
        return not match or match["keyword"] in ("msgctxt", "msgid") or match["mark"] in ("#|", "#~|")

    def _close(self, chunks: list[_Chunk], number: int) -> None:
        self._chunk.end = number
        chunks.append(self._chunk)
        self._chunk, self._keyword, self._whole = _Chunk(number), "", False

    def _take_field(self, match: re.Match[str]) -> None:
        mark, name, string = match.groups()
        if "\\" in string and not _ESCAPED.fullmatch(string):
            raise self._refusal("a backslash before a character that has no such escape")
        chunk = self._chunk
        if name:
            self._keyword = self._due(name, mark in ("#|", "#~|"))
            chunk.fields[self._keyword] = []
            if self._keyword == name:
                self._take_place(name, mark == "#~")
                self._whole = self._whole or name.startswith("msgstr")
        elif not self._keyword:
            raise self._refusal("a string that belongs to no msgid or msgstr")
        chunk.fields[self._keyword].append(string)

    def _take_place(self, name: str, obsolete: bool) -> None:
        """Notes where the entry stands, and whether it is in use: all of it, or nothing."""
        chunk = self._chunk
        if chunk.line and chunk.obsolete != obsolete:
            raise self._refusal(
                f"{name} is {'obsolete' if obsolete else 'in use'}, the rest of its entry is not"
            )
        chunk.obsolete = obsolete
        if not chunk.line or name == "msgid":
            chunk.line = self._number + 1

    def _due(self, name: str, previous: bool) -> str:
        """The name of the field that a keyword opens; refuses it where it is not due."""
        fields = self._chunk.fields
        if previous:
            if "|" + name in fields or name.startswith("msgstr"):
                raise self._refusal(f"{name} where none is due")
            return "|" + name
        expected = {"msgid_plural": "msgid", "msgstr": "msgid"}.get(name)
        if name.startswith("msgstr["):
            expected, count = "msgid_plural", sum(field.startswith("msgstr[") for field in fields)
            if name != f"msgstr[{count}]":
                raise self._refusal(f"{name} where msgstr[{count}] is due")
        if (
            name in fields
            or (expected and expected not in fields)
            or (name == "msgstr" and "msgid_plural" in fields)
        ):
            raise self._refusal(f"{name} where none is due")
        return name

    def _take_comment(self, line: str) -> None:
        name, body = _COMMENTS.get(line[1:2]), line[2:]
        if name:
            getattr(self._chunk, name).append(body.removeprefix(" "))
        else:
            # A mark that is another tool's (`#!`), and a comment like one, keep their `#`.
            plain = line[1:2] in (" ", "") and line[2:3] != "#"
            self._chunk.comments.append(line[2:] if plain else line)

    def _refusal(self, message: str) -> FormatError:
        return FormatError(message, Location(self._path, self._number + 1))


def _cut_tail(chunks: list[_Chunk], lines: list[str]) -> str:
    """Sets the last entry apart from what follows it (comments, empty lines), and gives that text."""
    if not chunks:
        return "\n".join(lines) or "\n"
    end = chunks[-1].end
    while not lines[end - 1].strip():
        end -= 1
    # The last entry ends in an empty line like every other, so that it can move.
    lines.insert(end, "")
    chunks[-1].end = end + 1
    rest = lines[end + 1 :]
    return "\n" * bool(rest) + "\n".join(rest)


def _header(chunk: _Chunk) -> tuple[tuple[str, str], ...]:
    lines = chunk.text("msgstr").split("\n")
    pairs = (line.partition(":") for line in lines if line.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _refuse_charset(header: dict[str, str], lines: Sequence[str], chunk: _Chunk, path: str) -> None:
    charset = re.search(r"charset=([^\s;]+)", header.get("Content-Type", ""))
    if charset and charset[1].upper() not in ("UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"):
        said = (n for n in range(chunk.start, chunk.end) if "charset=" in lines[n])
        message = f"the header says charset={charset[1]}: convert the file with `msgconv -t UTF-8`"
        raise FormatError(message, Location(path, next(said, chunk.start) + 1))


def _refuse_duplicates(entries: Sequence[Entry]) -> None:
    seen: dict[Key, int] = {}
    for entry in entries:
        if entry.obsolete:
            continue
        if not entry.key.text:
            message = "an empty msgid, which only the header may have, first in the file"
            raise FormatError(message, entry.location)
        line = seen.setdefault(entry.key, entry.location.line)
        if line != entry.location.line:
            raise FormatError(f"the msgid of line {line} stands here again", entry.location)
