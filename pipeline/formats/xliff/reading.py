"""Reading XLIFF 2 back: what a translator's tool made of our units, in whatever order and segments."""

from collections.abc import Iterator

from lxml.etree import QName
from lxml.etree import _Element as Element

from pipeline.errors import FormatError
from pipeline.formats.foreign.bilingual import place, refuse_other_source, root
from pipeline.formats.xliff.inline import original_data, read
from pipeline.formats.xliff.names import BASE, CORE, OUR_NOTES, REVIEWED, STATE, core
from pipeline.model import Delivery, Incoming, Location, State

_INITIAL = "initial"
_REVIEWED = {REVIEWED, "final"}


def parse(data: bytes, shown: str) -> tuple[Delivery, ...]:
    """Reads a file of XLIFF 2.0 or 2.1, a delivery for each of its documents.

    Raises FormatError where it is none, where languages differ or parts are missing.
    """
    document = root(data, shown, "xliff")
    if QName(document).namespace != CORE:
        version = document.get("version", "")
        raise FormatError(f"XLIFF version {version!r}; there is a reader for 2.0 and 2.1", Location(shown, 1))
    refuse_other_source(document.get("srcLang", ""), Location(shown, 1))
    language = document.get("trgLang", "")
    if not language:
        raise FormatError("no trgLang, which says what it is translated into", Location(shown, 1))
    files = document.findall(core("file"))
    if not files:
        raise FormatError("no file in it", Location(shown, 1))
    return tuple(Delivery(file.get("original", ""), language, tuple(_units(file, shown))) for file in files)


def _units(file: Element, shown: str) -> Iterator[Incoming]:
    for remark in _remarks(file):
        problem = "a note on the whole file, which no entry can keep"
        yield Incoming("", "", problem=problem, remarks=(remark,), location=place(file, shown))
    for unit in file.iter(core("unit")):
        yield _unit(unit, shown)


def _unit(unit: Element, shown: str) -> Incoming:
    here = place(unit, shown)
    parts = [part for part in unit if part.tag in (core("segment"), core("ignorable"))]
    segments = [part for part in parts if part.tag == core("segment")]
    sources = [side for part in parts if (side := part.find(core("source"))) is not None]
    if not segments or len(sources) != len(parts):
        raise FormatError("a unit without a segment or without its Chinese", here)
    data = original_data(unit)
    source = [read(side, data) for side in sources]
    target = [read(side, data) for side in _targets(parts)]
    states = [segment.get("state") for segment in segments]
    return Incoming(
        "".join(filter(None, source)),
        "".join(filter(None, target)),
        id=unit.get("id", ""),
        base=unit.get(BASE, ""),
        accepted=unit.get(STATE, State.FUZZY) == State.FUZZY and not {None, _INITIAL} & set(states),
        draft=_INITIAL in states or len(target) not in (0, len(parts)),
        reviewed=_REVIEWED.issuperset(states) and unit.get(STATE) != REVIEWED,
        problem="it has a code of which the file does not say what it is" if None in source + target else "",
        remarks=tuple(_remarks(unit)),
        location=here,
    )


def _targets(parts: list[Element]) -> list[Element]:
    """The translations in their reading order; what stands between segments may stand for itself."""
    found = []
    if any(part.find(core("target")) is not None for part in parts):
        for number, part in enumerate(parts, 1):
            target = part.find(core("target"))
            if target is None and part.tag == core("ignorable"):
                target = part.find(core("source"))
            if target is not None:
                order = target.get("order", "")
                found.append((int(order) if order.isdecimal() else number, number, target))
    return [target for _, _, target in sorted(found, key=lambda one: one[:2])]


def _remarks(element: Element) -> Iterator[str]:
    """Notes that are not ours, and comments inside of the text."""
    for note in element.iterfind(f"{core('notes')}/{core('note')}"):
        if note.get("category") not in OUR_NOTES and (text := _text(note)):
            yield text
    if element.tag == core("unit"):
        for mark in element.iter(core("mrk")):
            if mark.get("type") == "comment" and (text := " ".join(mark.get("value", "").split())):
                yield text


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
