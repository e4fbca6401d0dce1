"""Init and add: a new workspace, and texts brought into it."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from pipeline.errors import FileError, WorkspaceError
from pipeline.formats import text
from pipeline.formats.foreign.reading import Reading
from pipeline.model import Location
from pipeline.results import Brought
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace, check_slug, fold
from pipeline.workspace.root import FILE

_SETTINGS = """\
title = "{title}"
languages = ["zh-Hant", "en"]  # also: "zh-Hant-HK"
"""
_GLOSSARY = "id,zh_hans,en,kind,zh_hant,en_admitted,en_forbidden,note\n"
_FOREIGN = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".docx": "docx",
    ".epub": "epub",
}
"""The readers of `pipeline.formats.foreign`, each a module, by the suffix of what they read."""
_TEXTS = (".md", ".markdown", ".txt")


def init(folder: Path) -> Workspace:
    """Makes a workspace in `folder`, which is new, empty or holds no duizhao.toml yet."""
    if folder.exists() and not folder.is_dir():
        raise FileError("this is a file, where a folder is due", Location(str(folder)))
    if (folder / FILE).exists():
        raise WorkspaceError(f"there is a {FILE} already: this is a workspace", Location(str(folder)))
    title = folder.resolve().name.replace("\\", "").replace('"', "")
    files.write_text(folder / FILE, [_SETTINGS.format(title=title)], FILE)
    if not any((folder / "glossary").glob("*.csv")):
        files.write_text(folder / "glossary" / "terms.csv", [_GLOSSARY], "glossary/terms.csv")
    files.make_folder(folder / "source", "source")
    return Workspace.find(folder)


def add(workspace: Workspace, paths: Iterable[Path], name: str | None = None) -> list[Brought]:
    """Brings texts into source/ as Markdown in UTF-8; reads and names all before it writes the first."""
    ready: dict[str, tuple[str, Brought]] = {}
    taken = {fold(slug): slug for slug in workspace.slugs}
    for path in paths:
        content, remarks = _read(path)
        slug = name if name is not None else path.stem
        check_slug(slug)
        if fold(slug) in taken:
            raise WorkspaceError(f"there is a document {taken[fold(slug)]!r} already: choose another --name")
        taken[fold(slug)] = slug
        ready[slug] = content, Brought(slug, workspace.source_path(slug), remarks)
    for content, brought in ready.values():
        files.write_text(workspace.root / brought.path, [content], brought.path)
    return [brought for _, brought in ready.values()]


def _read(path: Path) -> tuple[str, tuple[str, ...]]:
    shown, suffix = str(path), path.suffix.lower()
    data = files.read_bytes(path, shown)
    if suffix in _FOREIGN:
        # These readers load lxml and more, which no other command needs.
        reader = import_module(f"pipeline.formats.foreign.{_FOREIGN[suffix]}")
        reading: Reading = reader.to_markdown(data, shown)
        return reading.markdown, reading.remarks
    if suffix not in _TEXTS:
        known = ", ".join((*_TEXTS, *_FOREIGN))
        raise WorkspaceError(f"no reader for {path.suffix or 'a file without a suffix'} (there are: {known})")
    content, encoding = files.decode_foreign(data, shown)
    if not content.strip():
        raise WorkspaceError("the file is empty", Location(shown))
    remarks = [] if encoding == "UTF-8" else [f"converted from {encoding}"]
    if suffix == ".txt":
        content = text.to_markdown(content)
        title = content.startswith("# ") and "the first line is its title"
        remarks += ["plain text, made Markdown" + (f"; {title}" if title else "")]
    return content if content.endswith("\n") else content + "\n", tuple(remarks)
