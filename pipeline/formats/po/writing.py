"""The writer of PO files: what was not changed comes as it was read, the rest as gettext writes it."""

import re
from collections.abc import Iterator
from itertools import chain

import polib

from pipeline.formats.po.wrapping import columns, width_of, wrap
from pipeline.model import Catalog, Entry, Key


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


def language_code(tag: str) -> str:
    """The gettext name of a language, as the `Language` field and the folders have it."""
    return tag.replace("-", "_")


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class _Writer(polib.POEntry):
    """polib's entry, breaking strings where gettext does: behind a line feed, and at the file's width."""

    def _str_field(self, name: str, mark: str, index: str, text: str, width: int = 0) -> list[str]:
        keyword = name.removeprefix("previous_") + index
        lines = [polib.escape(line) for line in _LINE.findall(text)] or [""]
        fits = not width or columns(f"{mark}{keyword} {lines[0]}") <= width
        if len(lines) > 1 or not fits:
            pieces = (wrap(line, width - len(mark)) if width else [line] for line in lines)
            lines = ["", *chain.from_iterable(pieces)]
        first, *others = (f'"{line}"' for line in lines)
        return [f"{mark}{keyword} {first}", *(mark + other for other in others)]


def _format(entry: Entry, width: int = 0) -> str:
    foreign, previous = dict(entry.foreign), entry.previous
    plural = foreign.get("msgid_plural", "")
    others = {int(name[7:-1]): text for name, text in entry.foreign if name.startswith("msgstr[")}
    written = _Writer(
        msgid=entry.key.text,
        msgid_plural=plural,
        msgstr=entry.target,
        msgstr_plural={0: entry.target, **others} if plural else {},
        msgctxt=entry.key.context or None,
        occurrences=[(reference, "") for reference in entry.references],
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        previous_msgid=previous.text if previous else None,
        previous_msgctxt=(previous.context or None) if previous else None,
        previous_msgid_plural=foreign.get("|msgid_plural"),
        obsolete=entry.obsolete,
    )
    comments = [line if line.startswith("#") else f"# {line}".rstrip(" ") for line in entry.comments]
    comments += [f"#. {line}".rstrip(" ") for line in entry.notes]
    text = written.__unicode__(wrapwidth=0 if "no-wrap" in entry.flags else width)
    return "".join(line + "\n" for line in comments) + str(text)


def _format_header(catalog: Catalog) -> str:
    fields = "".join(f"{name}: {value}\n" for name, value in catalog.header)
    fuzzy = "" if catalog.language else "#, fuzzy\n"
    return fuzzy + _format(Entry(Key("", ""), target=fields)) + "\n"
