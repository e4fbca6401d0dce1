"""Font files: the folders that the settings name, and the faces that a page can bring along."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import WorkspaceError
from pipeline.formats.fonts import FontSetting, bundled, languages_of
from pipeline.model import Location
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace
from pipeline.workspace.root import FILE

if TYPE_CHECKING:
    from pipeline.formats.html import Face

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def font_setting(workspace: Workspace) -> FontSetting:
    """The setting `fonts` with its folders found; raises WorkspaceError where one of them is not there."""
    setting = workspace.settings.fonts
    for name in setting.folders:
        if not (workspace.root / name).is_dir():
            message = f"the folder {name!r} of the setting `fonts` is not there"
            raise WorkspaceError(message, Location(FILE))
    return replace(setting, folders=tuple(str(workspace.root / name) for name in setting.folders))


def font_paths(setting: FontSetting) -> tuple[Path, ...]:
    """The font files of the setting's folders, sorted."""
    found = (path for folder in setting.folders for path in sorted(Path(folder).rglob("*")))
    return tuple(path for path in found if path.suffix.lower() in _SUFFIXES)


def faces(setting: FontSetting) -> "tuple[Face, ...]":
    """The faces that a page can bring along: those of the setting's folders, then the bundled ones."""
    paths = (*font_paths(setting), *sorted(bundled().rglob("*.ttf")))
    return _faces(paths, tuple(setting.families.items()))


@lru_cache(maxsize=1)
def _faces(paths: tuple[Path, ...], families: tuple[tuple[str, tuple[str, ...]], ...]) -> "tuple[Face, ...]":
    return tuple(face for path in paths for face in _read(path, FontSetting(dict(families))))


def _read(path: Path, setting: FontSetting) -> "Iterator[Face]":
    from pipeline.formats import html

    data = files.read_bytes(path, str(path))
    for number, family in html.upright_families(data, str(path)):
        if languages := languages_of(family, setting):
            yield html.Face(data, languages, number)
