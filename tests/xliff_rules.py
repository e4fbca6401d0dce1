"""The rules of XLIFF 2.1 and its glossary module that a grammar cannot tell: the specification's constraints."""

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element as Element

X = "{urn:oasis:names:tc:xliff:document:2.0}"
G = "{urn:oasis:names:tc:xliff:glossary:2.0}"


def broken(document: Element) -> list[str]:
    """What is wrong with a file, a line each."""
    found = list(_twice("file", [file.get("id", "") for file in document.iter(f"{X}file")]))
    if document.get("trgLang") is None and document.find(f".//{X}target") is not None:
        found.append("targets without trgLang")
    for file in document.iter(f"{X}file"):
        found += _twice("unit", [unit.get("id", "") for unit in file.iter(f"{X}unit")])
    for unit in document.iter(f"{X}unit"):
        found += [f"{unit.get('id')}: {problem}" for problem in _unit(unit)]
    return found


def _unit(unit: Element) -> Iterator[str]:
    data = [each.get("id", "") for each in unit.iter(f"{X}data")]
    sources = [
        each for part in unit for side in part.findall(f"{X}source") for each in side.iter() if each.get("id")
    ]
    ids = [each.get("id", "") for each in sources] + [part.get("id", "") for part in unit if part.get("id")]
    yield from _twice("data", data)
    yield from _twice("inline", ids)
    yield from _twice(
        "glossary",
        [each.get("id", "") for each in unit.iter(f"{G}glossEntry", f"{G}translation") if each.get("id")],
    )
    for code in unit.iter(f"{X}ph"):
        if code.get("dataRef") not in (None, *data):
            yield "a code without its data"
    for segment in unit.iter(f"{X}segment"):
        yield from _segment(segment, ids)
    for entry in unit.iter(f"{G}glossEntry"):
        if entry.find(f"{G}translation") is None and entry.find(f"{G}definition") is None:
            yield "a term without translation or definition"
        if (ref := entry.get("ref")) and ref.removeprefix("#") not in ids:
            yield "a term that points nowhere"


def _segment(segment: Element, ids: list[str]) -> Iterator[str]:
    target = segment.find(f"{X}target")
    if segment.get("state", "initial") != "initial" and target is None:
        yield "a state without a target"
    if segment.get("subState") and not segment.get("state"):
        yield "a subState without a state"
    if target is None:
        return
    ours = {each.get("id", ""): each for each in segment.find(f"{X}source").iter() if each.get("id")}
    inline = [each for each in target.iter() if each.get("id")]
    yield from _twice("target", [each.get("id", "") for each in inline])
    for each in inline:
        name = each.get("id", "")
        like = ours.get(name)
        if name in ids and (
            like is None or (like.tag, like.get("dataRef")) != (each.tag, each.get("dataRef"))
        ):
            yield "a code in the target that is another in the source"
        elif like is None and each.get("dataRef") in {one.get("dataRef") for one in ours.values()} - _used(
            inline, ours
        ):
            yield "a code in the target that has its like in the source under another id"


def _used(inline: list[Element], ours: dict[str, Element]) -> set[str | None]:
    """The data of the source's codes that the target has under their own ids."""
    names = {each.get("id", "") for each in inline}
    return {one.get("dataRef") for name, one in ours.items() if name in names}


def _twice(kind: str, ids: list[str]) -> Iterator[str]:
    yield from (f"{kind} id {name} twice" for name, count in Counter(ids).items() if count > 1)
