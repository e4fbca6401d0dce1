"""The writer of PO files: what was not changed comes as it was read, the rest as gettext writes it."""

import re
import textwrap
from collections.abc import Iterator
from itertools import chain

import polib

from pipeline.formats.po.wrapping import columns, width_of, wrap
from pipeline.model import Catalog, Entry, Key

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def serialize(catalog: Catalog) -> Iterator[str]:
    """Yields the text of a PO file; entries and header that were not changed come as they were read.

    What is written anew has its strings wrapped if the rest of the file has, and else not.
    """
    layout = catalog.layout
    if layout.bom:
        yield "\ufeff"
    width = width_of(entry.raw for entry in catalog.entries if entry.raw)
    pieces = [layout.head or _format_header(catalog)]
    pieces += [entry.raw or _format(entry, width) + "\n" for entry in catalog.entries]
    text = "".join(pieces).rstrip("\n") + layout.tail
    yield text if layout.newline == "\n" else text.replace("\n", layout.newline)


def head(catalog: Catalog) -> str:
    """The text of the header with which a PO file begins, after its byte order mark if there is one."""
    text = (catalog.layout.head or _format_header(catalog)).rstrip("\n")
    return text.replace("\n", catalog.layout.newline)


def language_code(tag: str) -> str:
    """The gettext name of a language, as the `Language` field and the folders have it."""
    return tag.replace("-", "_")


def _format(entry: Entry, width: int = 0) -> str:
    width = 0 if "no-wrap" in entry.flags else width
    lines = [line if line.startswith("#") else f"# {line}".rstrip(" ") for line in entry.comments]
    lines += [f"#. {line}".rstrip(" ") for line in entry.notes]
    if entry.references and not entry.obsolete:
        lines += _references(" ".join(entry.references), width)
    if entry.fuzzy or entry.flags:
        lines.append("#, " + ", ".join((*(("fuzzy",) if entry.fuzzy else ()), *entry.flags)))
    for mark, keyword, text in _fields(entry):
        lines += _string(mark, keyword, text, width)
    return "\n".join(lines) + "\n"


def _fields(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """The strings of an entry in gettext's order, each with the mark before it and its keyword."""
    foreign, previous = dict(entry.foreign), entry.previous
    mark = "#~| " if entry.obsolete else "#| "
    if previous and previous.context:
        yield mark, "msgctxt", previous.context
    if previous:
        yield mark, "msgid", previous.text
    if "|msgid_plural" in foreign:
        yield mark, "msgid_plural", foreign["|msgid_plural"]
    mark = "#~ " if entry.obsolete else ""
    if entry.key.context:
        yield mark, "msgctxt", entry.key.context
    yield mark, "msgid", entry.key.text
    if not foreign.get("msgid_plural"):
        yield mark, "msgstr", entry.target
        return
    yield mark, "msgid_plural", foreign["msgid_plural"]
    forms = {"msgstr[0]": entry.target, **{n: t for n, t in entry.foreign if n.startswith("msgstr[")}}
    for name in sorted(forms, key=lambda name: int(name[7:-1])):
        yield mark, name, forms[name]


def _string(mark: str, keyword: str, text: str, width: int) -> Iterator[str]:
    """The lines of one string, broken where gettext does: behind a line feed, and at the file's width."""
    lines = [polib.escape(line) for line in _LINE.findall(text)] or [""]
    fits = not width or columns(f"{mark}{keyword} {lines[0]}") <= width
    if len(lines) > 1 or not fits:
        pieces = (wrap(line, width - len(mark)) if width else [line] for line in lines)
        lines = ["", *chain.from_iterable(pieces)]
    yield f'{mark}{keyword} "{lines[0]}"'
    for line in lines[1:]:
        yield f'{mark}"{line}"'


def _references(places: str, width: int) -> list[str]:
    """The lines of the references, which break at spaces alone."""
    if not width:
        return [f"#: {places}"]
    wrapper = textwrap.TextWrapper(width, "#: ", "#: ", break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(places)


def _format_header(catalog: Catalog) -> str:
    fields = "".join(f"{name}: {value}\n" for name, value in catalog.header)
    fuzzy = "" if catalog.language else "#, fuzzy\n"
    return fuzzy + _format(Entry(Key("", ""), target=fields)) + "\n"
