"""Import: translations that reviewers and other tools send back, into the catalogs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.errors import FileError, WorkspaceError
from pipeline.formats import po, review, tmx, xliff
from pipeline.model import Delivery, Location
from pipeline.results import Taken
from pipeline.take import known, refused, take
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace

READERS: dict[str, Callable[[bytes, str], Iterable[Delivery]]] = {
    ".docx": lambda data, shown: (review.parse(data, shown),),
    ".tmx": tmx.parse,
    ".xlf": xliff.parse,
    ".xliff": xliff.parse,
}
"""What reads each kind of file that can come back."""

_REGIONS = {"zh-tw": "zh-hant", "zh-hk": "zh-hant-hk", "zh-mo": "zh-hant-hk"}
"""Traditional Chinese as tools name it that tell it by region."""


def bring_back(
    workspace: Workspace, paths: Iterable[Path], *, write: bool = True, signature: str = ""
) -> Iterator[Taken]:
    """Yields what each file brought back; reads and weighs them all before it writes the first catalog.

    `signature` is who stands for what comes back as reviewed, and since when.
    """
    ready: dict[str, tuple[str, str]] = {}
    taken = []
    for path in paths:
        for delivery in _read(workspace, path):
            if not delivery.slug:
                why = "its Chinese is in no catalog of that language"
                taken.append(Taken(str(path), tuple(refused(unit, why) for unit in delivery.units)))
                continue
            target = workspace.catalog_path(delivery.slug, delivery.language)
            before, text = ready.get(target, ("", ""))
            before = before or workspace.catalog_text(delivery.slug, delivery.language) or ""
            catalog, told = take(po.parse(text or before, target), delivery.units, signature)
            ready[target] = before, "".join(po.serialize(catalog))
            taken.append(Taken(target, told))
    for target, (before, text) in ready.items():
        if write and text != before:
            _replace(workspace, target, before, text)
    yield from taken


def _read(workspace: Workspace, path: Path) -> Iterator[Delivery]:
    """What a file holds for each document and language; without a slug is what belongs to none of them."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise WorkspaceError(f"no reader for {path.name!r} (there are: {', '.join(READERS)})")
    for delivery in reader(files.read_bytes(path, str(path)), str(path)):
        told = replace(delivery, language=_language(workspace, delivery.language, path))
        if told.slug:
            _check(workspace, told, path)
            yield told
        else:
            yield from _addressed(workspace, told)


def _addressed(workspace: Workspace, delivery: Delivery) -> Iterator[Delivery]:
    """Units of which the file does not tell the document go wherever their Chinese stands."""
    homeless = {id(unit): unit for unit in delivery.units}
    for slug in workspace.slugs:
        catalog = workspace.catalog(slug, delivery.language)
        units = known(catalog, delivery.units) if catalog else ()
        for unit in units:
            homeless.pop(id(unit), None)
        if units:
            yield replace(delivery, slug=slug, units=units)
    if homeless:
        yield replace(delivery, units=tuple(homeless.values()))


def _language(workspace: Workspace, tag: str, path: Path) -> str:
    """The language of this workspace that a tag means: `EN-US` is `en`, if there is but one English."""
    wanted = tag.replace("_", "-").casefold()
    wanted = _REGIONS.get(wanted, wanted)
    found = [language for language in workspace.settings.languages if language.casefold() == wanted]
    first = wanted.partition("-")[0]
    if not found and first != "zh":
        found = [each for each in workspace.settings.languages if each.casefold().partition("-")[0] == first]
    if len(found) != 1:
        raise WorkspaceError(f"it is in {tag!r}, which is no language of this workspace", Location(str(path)))
    return found[0]


def _check(workspace: Workspace, delivery: Delivery, path: Path) -> None:
    """Raises WorkspaceError where this workspace has no such document, or no catalog of it."""
    if delivery.slug not in workspace.slugs:
        raise WorkspaceError(f"it is of {delivery.slug!r}, which is no document here", Location(str(path)))
    if workspace.catalog_text(delivery.slug, delivery.language) is None:
        raise WorkspaceError(f"there is no catalog yet: run `duizhao sync {delivery.slug}`")


def _replace(workspace: Workspace, shown: str, before: str, text: str) -> None:
    path = workspace.root / shown
    if files.read_text(path, shown) != before:
        raise FileError("changed while it was being read; nothing was written: run it again", Location(shown))
    files.write_text(path, [text], shown)
