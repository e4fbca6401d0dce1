"""PO files: reading every entry without loss, and writing back untouched what was not changed.

polib's reader drops unquoted and unclosed strings in silence, lets duplicates pass, loses `#~|` and
breaks lines at U+2028 (1.2.0), so the reading is done here, strictly; polib escapes and writes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import polib

from pipeline.errors import FormatError
from pipeline.model import Catalog, Entry, Key, Layout, Location

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")
_FIELD = re.compile(
    r"^(?P<mark>\#~\||\#\||\#~)?\s*(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*"
    r'"(?P<string>(?:[^"\\]|\\.)*)"\s*$'
)
_ESCAPED = re.compile(r'(?:[^\\]|\\[ntrvbf"\\])*')
_COMMENTS = {"#.": "notes", "#:": "references", "#,": "flags"}
_LANGUAGES = {"zh_TW": "zh-Hant", "zh_Hant": "zh-Hant", "zh_HK": "zh-Hant-HK", "zh_Hant_HK": "zh-Hant-HK"}


def parse(text: str, path: str) -> Catalog:
    """Reads the text of a PO file; raises FormatError with its line where anything would be lost."""
    bom = text.startswith("\ufeff")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    chunks, tail = _chunks(lines, path)
    header: tuple[tuple[str, str], ...] = ()
    head = ""
    if chunks and chunks[0].is_header:
        first = chunks.pop(0)
        header, head = _header(first), first.raw(lines)
    _refuse_duplicates(chunks, path)
    charset = re.search(r"charset=([^\s;]+)", dict(header).get("Content-Type", ""))
    if charset and charset[1].upper() not in ("UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"):
        message = f"the header says charset={charset[1]}: convert the file with `msgconv -t UTF-8`"
        raise FormatError(message, Location(path, 1))
    language = dict(header).get("Language", "")
    return Catalog(
        language=_LANGUAGES.get(language, language.replace("_", "-")),
        header=header,
        entries=tuple(chunk.entry(lines, path) for chunk in chunks),
        location=Location(path, 1),
        layout=Layout(head, tail, newline, bom),
    )


def serialize(catalog: Catalog) -> Iterator[str]:
    """Yields the text of a PO file; entries and header that were not changed come as they were read."""
    layout = catalog.layout
    if layout.bom:
        yield "\ufeff"
    pieces = [layout.head or _format_header(catalog)]
    pieces += [entry.raw or _format(entry) + "\n" for entry in catalog.entries]
    text = "".join(pieces).rstrip("\n") + layout.tail
    yield text.replace("\n", layout.newline)


def language_code(tag: str) -> str:
    """The gettext name of a language, as the `Language` field and the folders have it."""
    return tag.replace("-", "_")


@dataclass(slots=True)
class _Chunk:
    """The lines `start` to `end` of a file that make one entry, with the fields read so far."""

    start: int
    end: int = 0
    obsolete: bool = False
    message_line: int = 0
    fields: dict[str, list[str]] = field(default_factory=dict)
    comments: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_header(self) -> bool:
        return self.text("msgid") == "" and "msgctxt" not in self.fields and not self.obsolete

    @property
    def key(self) -> Key:
        return Key(self.text("msgctxt"), self.text("msgid"))

    def text(self, keyword: str) -> str:
        return polib.unescape("".join(self.fields.get(keyword, [])))

    def raw(self, lines: list[str]) -> str:
        return "".join(line + "\n" for line in lines[self.start : self.end])

    def entry(self, lines: list[str], path: str) -> Entry:
        flags = [flag.strip() for line in self.comments.get("flags", []) for flag in line.split(",")]
        previous = Key(self.text("|msgctxt"), self.text("|msgid")) if "|msgid" in self.fields else None
        return Entry(
            key=self.key,
            target=self.text("msgstr"),
            fuzzy="fuzzy" in flags,
            obsolete=self.obsolete,
            previous=previous,
            comments=tuple(self.comments.get("comments", [])),
            notes=tuple(self.comments.get("notes", [])),
            references=tuple(" ".join(self.comments.get("references", [])).split()),
            flags=tuple(flag for flag in flags if flag and flag != "fuzzy"),
            location=Location(path, self.message_line),
            raw=self.raw(lines),
        )


def _chunks(lines: list[str], path: str) -> tuple[list[_Chunk], str]:
    """Splits a file into entries; gives the text after the last one (comments, empty lines) too."""
    chunks: list[_Chunk] = []
    current, keyword = _Chunk(0), ""
    for number, line in enumerate(lines):
        here = Location(path, number + 1)
        if not line.strip():
            continue
        match = _FIELD.match(line)
        begins = not match or match["keyword"] in ("msgctxt", "msgid") or match["mark"] in ("#|", "#~|")
        if "msgstr" in current.fields and begins:
            current.end = number
            chunks.append(current)
            current, keyword = _Chunk(number), ""
        if match:
            keyword = _take_field(current, match, keyword, here)
        elif line.startswith("#") and not line.startswith(("#|", "#~")):
            _take_comment(current, line)
        else:
            raise FormatError(_what_is_wrong(line), here)
    if "msgstr" in current.fields:
        current.end = len(lines)
        chunks.append(current)
    elif current.fields:
        raise FormatError("the entry has no msgstr", Location(path, len(lines)))
    return chunks, _cut_tail(chunks, lines)


def _cut_tail(chunks: list[_Chunk], lines: list[str]) -> str:
    """Sets the last entry apart from what follows it, and gives that text."""
    end = chunks[-1].end if chunks else 0
    while end and not lines[end - 1].strip():
        end -= 1
    if chunks:
        # The last entry ends in an empty line like every other, so that it can move.
        chunks[-1].end = end
        lines.insert(end, "")
        chunks[-1].end = end + 1
        rest = lines[end + 1 :]
        return "\n" * bool(rest) + "\n".join(rest)
    return "\n".join(lines) or "\n"


def _take_field(chunk: _Chunk, match: re.Match[str], keyword: str, here: Location) -> str:
    name = match["keyword"]
    previous = match["mark"] in ("#|", "#~|")
    if not _ESCAPED.fullmatch(match["string"]):
        raise FormatError("a backslash before a character that has no such escape", here)
    if name is None and not keyword:
        raise FormatError("a string that belongs to no msgid or msgstr", here)
    if name:
        keyword = ("|" if previous else "") + name
        if name.startswith(("msgid_plural", "msgstr[")):
            raise FormatError("plural forms have no place in the catalog of a document", here)
        if keyword in chunk.fields or (name == "msgstr" and "msgid" not in chunk.fields):
            raise FormatError(f"{name} where none is due", here)
        chunk.fields[keyword] = []
        if not previous:
            chunk.obsolete = match["mark"] == "#~"
            chunk.message_line = here.line if name == "msgid" else chunk.message_line
    chunk.fields[keyword].append(match["string"])
    return keyword


def _take_comment(chunk: _Chunk, line: str) -> None:
    name = _COMMENTS.get(line[:2])
    body = line[2:] if name else line[1:]
    chunk.comments.setdefault(name or "comments", []).append(body.removeprefix(" "))


def _what_is_wrong(line: str) -> str:
    if _CONFLICT.match(line):
        return "a merge conflict is left in the file: choose one side and delete the markers"
    if line.lstrip("#~| ").startswith(("msg", '"')):
        return "the string is not closed, not opened, or has a quotation mark without a backslash"
    return "neither a comment nor a msgid, msgctxt or msgstr"


def _header(chunk: _Chunk) -> tuple[tuple[str, str], ...]:
    lines = chunk.text("msgstr").split("\n")
    pairs = (line.partition(":") for line in lines if line.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _refuse_duplicates(chunks: list[_Chunk], path: str) -> None:
    seen: dict[Key, int] = {}
    for chunk in chunks:
        here = Location(path, chunk.message_line)
        if not chunk.key.text and not chunk.obsolete:
            raise FormatError("an empty msgid, which only the header may have, first in the file", here)
        if chunk.obsolete:
            continue
        if chunk.key in seen:
            raise FormatError(f"the msgid of line {seen[chunk.key]} stands here again", here)
        seen[chunk.key] = chunk.message_line


class _Writer(polib.POEntry):
    """polib's entry, breaking strings only after a newline as gettext does."""

    def _str_field(self, name: str, mark: str, _index: str, text: str, _width: int = 0) -> list[str]:
        lines = re.findall(r"[^\n]*\n|[^\n]+", text) or [""]
        lines = lines if len(lines) == 1 else ["", *lines]
        first, *others = (f'"{polib.escape(line)}"' for line in lines)
        keyword = name.removeprefix("previous_")
        return [f"{mark}{keyword} {first}", *(mark + other for other in others)]


def _format(entry: Entry) -> str:
    previous = entry.previous
    written = _Writer(
        msgid=entry.key.text,
        msgstr=entry.target,
        msgctxt=entry.key.context or None,
        occurrences=[(reference, "") for reference in entry.references],
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        previous_msgid=previous.text if previous else None,
        previous_msgctxt=(previous.context or None) if previous else None,
        obsolete=entry.obsolete,
    )
    comments = [f"# {line}".rstrip() for line in entry.comments] + [
        f"#. {line}".rstrip() for line in entry.notes
    ]
    return "".join(line + "\n" for line in comments) + str(written.__unicode__(wrapwidth=0))


def _format_header(catalog: Catalog) -> str:
    fields = "".join(f"{name}: {value}\n" for name, value in catalog.header)
    fuzzy = "" if catalog.language else "#, fuzzy\n"
    return fuzzy + _format(replace(_EMPTY, target=fields)) + "\n"


_EMPTY = Entry(Key("", ""))
