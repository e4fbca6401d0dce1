"""Waive: a translator's word, written beside the translation, that a finding on it is meant."""

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.checks import CODES
from pipeline.errors import WorkspaceError
from pipeline.formats import po
from pipeline.formats.po_waivers import places, with_waiver
from pipeline.model import Catalog, Entry, Finding, Location, Waiver
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace


def waive(
    workspace: Workspace, where: str, codes: Iterable[str], why: str, findings: Sequence[Finding]
) -> Location:
    """Writes waivers into the entry at `where`, FILE:LINE, and gives the place of the entry then.

    `findings` are those of a check. Raises WorkspaceError where one of the codes is not found there, cannot
    be waived, or no reason is given; then nothing is written.
    """
    path, line = _place(workspace, where)
    text = files.read_text(workspace.root / path, path)
    bom = "\ufeff" * text.startswith("\ufeff")
    lines = text.removeprefix(bom).split("\n")
    start, end, entry = _entry(po.parse(text, path), line, Location(path, line))
    reason = " ".join(why.split())
    if not reason:
        raise WorkspaceError("a waiver needs a reason: --why '…'", Location(path, line))
    here = {finding.code for finding in findings if finding.location == entry.location}
    chosen = tuple(dict.fromkeys(codes))
    for code in chosen:
        _refuse(code, entry, here)
    raw = "\n".join(lines[start:end])
    for code in chosen:
        raw = with_waiver(raw, Waiver(code, reason, entry.seal))
    grown = raw.count("\n") - "\n".join(lines[start:end]).count("\n")
    lines[start:end] = raw.split("\n")
    files.write_text(workspace.root / path, [bom, "\n".join(lines)], path)
    return Location(path, entry.location.line + grown)


def _place(workspace: Workspace, where: str) -> tuple[str, int]:
    """The catalog and the line that FILE:LINE names, seen from the current folder or from the workspace."""
    name, _, number = where.rpartition(":")
    if not (name and number.isascii() and number.isdigit()):
        raise WorkspaceError(f"{where!r} is no place: write FILE:LINE, as `duizhao check` prints it")
    catalogs = {
        workspace.catalog_path(slug, language)
        for slug in workspace.slugs
        for language in workspace.settings.languages
    }
    here = Path.cwd() / name
    inside = here.resolve().is_relative_to(workspace.root)
    for path in (name, here.resolve().relative_to(workspace.root).as_posix() if inside else ""):
        if path in catalogs:
            return path, int(number)
    raise WorkspaceError("no catalog of this workspace: waivers stand in its PO files", Location(name))


def _entry(catalog: Catalog, line: int, here: Location) -> tuple[int, int, Entry]:
    for start, end, entry in places(catalog):
        if start < line <= end:
            if entry.obsolete:
                raise WorkspaceError("the entry is obsolete, and nothing is found on it", here)
            return start, end, entry
    raise WorkspaceError("there is no entry on this line", here)


def _refuse(code: str, entry: Entry, here: set[str]) -> None:
    """Raises WorkspaceError where a waiver of this code would excuse nothing."""
    if code not in CODES:
        near = difflib.get_close_matches(code, CODES, 1)
        hint = f": did you mean {near[0]}?" if near else "; `duizhao explain` lists them"
        raise WorkspaceError(f"no finding has the code {code!r}{hint}")
    if not CODES[code].waivable:
        raise WorkspaceError(f"{code} cannot be waived: `duizhao explain {code}` tells what to do")
    if code not in here:
        if any(waiver.code == code and not entry.expired(waiver) for waiver in entry.waivers):
            raise WorkspaceError(f"{code} is waived here already", entry.location)
        there = ", ".join(sorted(here)) or "nothing"
        raise WorkspaceError(f"there is no {code} here; found is {there}", entry.location)
