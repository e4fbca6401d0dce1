"""Import: translations that reviewers and other tools send back, into the catalogs."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.errors import FileError, WorkspaceError
from pipeline.formats import po, review
from pipeline.model import Delivery, Location
from pipeline.results import Taken
from pipeline.take import take
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace

READERS: dict[str, Callable[[bytes, str], Delivery]] = {".docx": review.parse}
"""What reads each kind of file that can come back."""


def bring_back(workspace: Workspace, paths: Iterable[Path], *, write: bool = True) -> Iterator[Taken]:
    """Yields what each file brought back; reads and weighs them all before it writes the first catalog."""
    ready: dict[str, tuple[str, str]] = {}
    taken = []
    for path in paths:
        delivery = _read(path)
        target = workspace.catalog_path(*_known(workspace, delivery, path))
        before, text = ready.get(target, ("", ""))
        before = before or workspace.catalog_text(delivery.slug, delivery.language) or ""
        catalog, told = take(po.parse(text or before, target), delivery.units)
        ready[target] = before, "".join(po.serialize(catalog))
        taken.append(Taken(target, told))
    for target, (before, text) in ready.items():
        if write and text != before:
            _replace(workspace, target, before, text)
    yield from taken


def _read(path: Path) -> Delivery:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise WorkspaceError(f"no reader for {path.name!r} (there are: {', '.join(READERS)})")
    return reader(files.read_bytes(path, str(path)), str(path))


def _known(workspace: Workspace, delivery: Delivery, path: Path) -> tuple[str, str]:
    """The document and language, if this workspace has a catalog for them."""
    if delivery.slug not in workspace.slugs:
        raise WorkspaceError(f"it is of {delivery.slug!r}, which is no document here", Location(str(path)))
    if delivery.language not in workspace.settings.languages:
        message = f"it is in {delivery.language!r}, which is no language of this workspace"
        raise WorkspaceError(message, Location(str(path)))
    if workspace.catalog_text(delivery.slug, delivery.language) is None:
        raise WorkspaceError(f"there is no catalog yet: run `duizhao sync {delivery.slug}`")
    return delivery.slug, delivery.language


def _replace(workspace: Workspace, shown: str, before: str, text: str) -> None:
    path = workspace.root / shown
    if files.read_text(path, shown) != before:
        raise FileError("changed while it was being read; nothing was written: run it again", Location(shown))
    files.write_text(path, [text], shown)
