"""TMX 1.4b, the translation memories of other tools: finished translations out, and translations back.

The rules are those of the TMX 1.4b specification (LISA OSCAR, 2005). A unit has the Chinese and one
translation, so that a tool that tells languages by their first letters never takes the Traditional of a
sentence for its source. Inline Markdown stays as it is, because tools that open our PO files see it so too.
No document type is declared, which would make some readers look for a file.
"""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree
from lxml.etree import _Element as Element

from pipeline import __version__
from pipeline.errors import FormatError
from pipeline.formats.foreign.bilingual import XML, is_simplified, place, refuse_other_source, root
from pipeline.model import SOURCE_LANGUAGE, Catalog, Delivery, Entry, Incoming, Location, State, digest

_VERSIONS = ("1.1", "1.2", "1.3", "1.4")
"""What can be read: each is a part of 1.4, and OmegaT writes 1.1."""

_FINISHED = (State.TRANSLATED, State.MACHINE)
_ALL = "*all*"
_NOTE = "note:"


def render(slug: str, catalog: Catalog) -> bytes:
    """The finished translations of a catalog with the translator's notes for readers; nothing tells the time.

    Raises FormatError, with its place, where a translation has a character that XML cannot hold.
    """
    memory = etree.Element("tmx", version="1.4")
    facts = {
        "creationtool": "Duizhao",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": SOURCE_LANGUAGE,
        "datatype": "plaintext",
    }
    etree.SubElement(memory, "header", facts)
    body = etree.SubElement(memory, "body")
    for entry in catalog.entries:
        if entry.state in _FINISHED and not entry.obsolete:
            try:
                _write(body, slug, catalog.language, entry)
            except ValueError:
                raise FormatError(
                    "a character that TMX cannot hold is in this entry", entry.location
                ) from None
    etree.indent(memory)
    return etree.tostring(memory, encoding="UTF-8", xml_declaration=True) + b"\n"


def _write(body: Element, slug: str, language: str, entry: Entry) -> None:
    unit = etree.SubElement(body, "tu", tuid=entry.key.id)
    facts = {
        "x-document": slug,
        "x-context": entry.key.context,
        "x-state": entry.state if entry.state is State.MACHINE else "",
        "x-base": digest(entry.target),
    }
    for name, value in facts.items():
        if value:
            etree.SubElement(unit, "prop", type=name).text = value
    for tag, text in ((SOURCE_LANGUAGE, entry.key.text), (language, entry.target)):
        variant = etree.SubElement(unit, "tuv", {f"{XML}lang": tag})
        for comment in entry.comments if tag == language else ():
            if comment.startswith(_NOTE):
                etree.SubElement(variant, "note").text = comment.removeprefix(_NOTE).strip()
        etree.SubElement(variant, "seg").text = text


def parse(data: bytes, shown: str) -> tuple[Delivery, ...]:
    """Reads a memory, a delivery for each document and language; other tools do not tell the document.

    Raises FormatError where it is no TMX, of another version or source language, or parts are missing.
    """
    memory = root(data, shown, "tmx")
    version, header = memory.get("version", ""), memory.find("header")
    if version not in _VERSIONS:
        raise FormatError(f"TMX version {version!r}; there is a reader for 1.1 to 1.4", Location(shown, 1))
    if header is None:
        raise FormatError("no header, which says what the source language is", Location(shown, 1))
    source = header.get("srclang", "")
    if source != _ALL:
        refuse_other_source(source, place(header, shown))
    found = [pair for unit in memory.iterfind("body/tu") for pair in _read(unit, shown)]
    if not found:
        raise FormatError("no translation in it", Location(shown))
    # A stable sort: the units of a document stay in the order of the file.
    grouped = groupby(sorted(found, key=lambda pair: pair[0]), key=lambda pair: pair[0])
    return tuple(
        Delivery(slug, language, tuple(unit for _, unit in units)) for (slug, language), units in grouped
    )


def _read(unit: Element, shown: str) -> Iterator[tuple[tuple[str, str], Incoming]]:
    """The translations of a unit, each with its document and language."""
    own = unit.get("srclang", _ALL)
    if own != _ALL:
        refuse_other_source(own, place(unit, shown))
    facts = {prop.get("type", ""): _text(prop) for prop in unit.iterfind("prop")}
    variants = [_variant(variant, shown) for variant in unit.iterfind("tuv")]
    chinese = next((found for found in variants if is_simplified(found[0])), None)
    if chinese is None:
        raise FormatError("a unit without Simplified Chinese", place(unit, shown))
    for variant in variants:
        if variant is not chinese:
            language, target = variant
            yield (
                (facts.get("x-document", ""), language),
                Incoming(
                    chinese[1],
                    target,
                    id=unit.get("tuid", ""),
                    base=facts.get("x-base", ""),
                    location=place(unit, shown),
                ),
            )


def _variant(variant: Element, shown: str) -> tuple[str, str]:
    """The language of a variant and its text; what tools put around their codes goes, the codes stay."""
    language = variant.get(f"{XML}lang") or variant.get("lang", "")
    segment = variant.find("seg")
    if segment is None or not language:
        raise FormatError("a variant without its language or its text", place(variant, shown))
    return language, _text(segment)


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))
