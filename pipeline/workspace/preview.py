"""Preview: what stands at a path of build/, made of the files as they are now, without a server."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DuizhaoError
from pipeline.model import SOURCE_LANGUAGE, Finding
from pipeline.workspace import files, index
from pipeline.workspace.baseline import without_known
from pipeline.workspace.beside import beside
from pipeline.workspace.build import fonts_of, inputs_of
from pipeline.workspace.findings import findings
from pipeline.workspace.folder import Workspace
from pipeline.workspace.laying import annotated, lay_out
from pipeline.workspace.making import read
from pipeline.workspace.memory import Facts
from pipeline.workspace.program import program
from pipeline.workspace.settings import FORMATS, PARALLEL
from pipeline.workspace.writers import file_path, surroundings

if TYPE_CHECKING:
    from pipeline.formats.html import IndexDocument

_KEPT = 16
"""How many pages are kept in memory, of some megabytes at most."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page made in memory. Where it would be another one, so is its `version`, of letters and digits."""

    html: str
    version: str
    status: HTTPStatus = HTTPStatus.OK


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that `duizhao build` has made: its path in build/."""

    name: str


def answer(root: Path, path: str) -> Page | BuiltFile:
    """What to show at `path`, a file's path in build/, of the workspace in the folder `root`.

    Only paths that a build could make are known, so that none leads elsewhere; pages are made anew where
    their inputs have changed, and other files are as the last build left them. What stops the work, such
    as a PO file that is broken, is a page as well.
    """
    try:
        workspace = Workspace.find(root)
        if path in ("", index.NAME):
            return _index(workspace)
        for slug, edition, form in _places(workspace):
            if path == file_path(slug, edition, form):
                return (
                    _edition(workspace, slug, edition) if form == "html" else _file(root, slug, edition, form)
                )
        return _message("There is no such page", path, HTTPStatus.NOT_FOUND)
    except DuizhaoError as error:
        hint = "This page comes back by itself when that is mended."
        return _message("This cannot be shown", str(error), HTTPStatus.INTERNAL_SERVER_ERROR, hint)


def _places(workspace: Workspace) -> Iterator[tuple[str, str, str]]:
    """The documents in their editions and formats."""
    for slug in workspace.slugs:
        for edition in workspace.settings.all_editions:
            yield from ((slug, edition, form) for form in FORMATS)


def _edition(workspace: Workspace, slug: str, edition: str) -> Page:
    checked = findings(workspace.root, [slug])
    if checked.baseline:
        path = workspace.root / checked.baseline
        checked = without_known(checked, workspace.root, path, whole=False)
    inputs = inputs_of(workspace, slug, fonts_of(workspace, workspace.settings))
    return _made(workspace.root, slug, edition, inputs, checked.findings)


@lru_cache(_KEPT)
def _made(root: Path, slug: str, edition: str, inputs: str, found: tuple[Finding, ...]) -> Page:
    """The page of an edition, with what was found beside its sentences."""
    from pipeline.formats import html

    version = files.digest_of(inputs, repr(found))
    job = annotated(lay_out(*read(root, slug, inputs), edition))
    place = replace(surroundings(job), findings=beside(job, found), script=html.live_script(version))
    return Page("".join(html.serialize(job.edition, place)), version)


def _file(root: Path, slug: str, edition: str, form: str) -> Page | BuiltFile:
    name = file_path(slug, edition, form)
    if (root / "build" / name).is_file():
        return BuiltFile(name)
    command = f"duizhao build {shlex.quote(slug)} --edition {edition} --format {form}"
    return _message("This is not built yet", command, HTTPStatus.NOT_FOUND, "The command above makes it.")


def _index(workspace: Workspace) -> Page:
    """The index of all documents, with the pages that can be shown and the files that were built."""
    from pipeline.formats import html

    fonts = fonts_of(workspace, workspace.settings)
    documents = [_entry(workspace, slug, fonts) for slug in workspace.slugs]
    title, language = index.heading(workspace)
    version = files.digest_of(program(), repr((documents, title, language)))
    script = html.live_script(version)
    return Page("".join(html.serialize_index(documents, title, language, script=script)), version)


def _entry(workspace: Workspace, slug: str, fonts: str) -> "IndexDocument":
    """What the index says of a document; of one that cannot be read, why."""
    from pipeline.formats import html

    pages = {file_path(slug, edition, "html") for edition in workspace.settings.all_editions}

    def has(name: str) -> bool:
        return name in pages or (not name.endswith(".html") and (workspace.root / "build" / name).is_file())

    try:
        known = _facts(workspace.root, slug, inputs_of(workspace, slug, fonts))
        return index.entry(workspace, slug, known, has)
    except DuizhaoError as error:
        return html.IndexDocument(slug, ((SOURCE_LANGUAGE, slug),), (), description=str(error))


@lru_cache(1000)
def _facts(root: Path, slug: str, inputs: str) -> Facts:
    return index.facts(lay_out(*read(root, slug, inputs), PARALLEL))


def _message(title: str, text: str, status: HTTPStatus, hint: str = "") -> Page:
    from pipeline.formats import html

    version = files.digest_of(title, text)
    return Page(
        "".join(html.serialize_message(title, text, html.live_script(version), hint)), version, status
    )
