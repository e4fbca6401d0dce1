"""Exchange: the glossary into files of other tools and back, and changes to single cells of its own files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from pipeline.errors import WorkspaceError
from pipeline.formats import glossary_csv, glossary_pairs, glossary_xlsx, tbx
from pipeline.formats.glossary_edit import change
from pipeline.glossary.columns import KINDS, OPTIONAL, REQUIRED, Record, chinese_of
from pipeline.glossary.joining import join
from pipeline.results import CellChange, Join
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace

IMPORTED = "glossary/imported.csv"
"""Where new concepts go, unless the glossary is one file."""


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of file: how it is written (records and the workspace's title to bytes) and how it is read."""

    suffixes: tuple[str, ...]
    write: Callable[[Sequence[Record], str], bytes]
    read: Callable[[bytes, str], Sequence[Record]]


def _text(data: bytes, path: str) -> str:
    return files.decode_foreign(data, path)[0]


def _encoded(chunks: Iterable[str]) -> bytes:
    return "".join(chunks).encode()


STYLES = {
    "csv": Style(
        (".csv",),
        lambda records, _: _encoded(glossary_csv.serialize(records)),
        lambda data, path: glossary_csv.read(_text(data, path), path).records,
    ),
    "xlsx": Style((".xlsx",), lambda records, _: glossary_xlsx.serialize(records), glossary_xlsx.parse),
    "tbx": Style((".tbx", ".xml"), tbx.serialize, tbx.parse),
    "martif": Style((), tbx.serialize_martif, tbx.parse),
    "omegat": Style(
        (".txt", ".tsv", ".tab", ".utf8"),
        lambda records, _: _encoded(glossary_pairs.omegat(records)),
        lambda data, path: glossary_pairs.parse_omegat(_text(data, path), path),
    ),
    "weblate": Style(
        (),
        lambda records, _: _encoded(glossary_pairs.weblate(records)),
        lambda data, path: glossary_pairs.parse_weblate(_text(data, path), path),
    ),
}
"""The kinds of files, by name; the first with a file's suffix is the one that it is taken for."""


def export(workspace: Workspace, path: Path, style: str = "") -> int:
    """Writes the whole glossary to a file and tells how many concepts it has."""
    chosen = _style(path, style)
    records = [record for table in _tables(workspace) for record in table.records]
    data = STYLES[chosen].write(records, workspace.settings.title)
    files.write_bytes(path, [data], str(path))
    return len(records)


def bring(
    workspace: Workspace,
    path: Path,
    style: str = "",
    *,
    into: str = "",
    kind: str = "concept",
    overwrite: bool = False,
    write: bool = True,
) -> list[Join]:
    """Joins a file's concepts to the glossary's and tells what became of each.

    Every file is worked out before the first is written. Raises WorkspaceError where there is no such kind,
    or `into` is no CSV file of the glossary's folder.
    """
    if kind not in KINDS:
        raise WorkspaceError(f"there is no kind {kind!r}, only {', '.join(KINDS)}")
    tables = _tables(workspace)
    ours = [record for table in tables for record in table.records]
    theirs = _without_remarks(ours, _read(path, style))
    joins = join(ours, theirs, kind=kind, overwrite=overwrite)
    target = _target(workspace, into)
    changes: dict[str, Record] = {}
    for result in joins:
        cells = {column: after for column, (_, after) in result.changes.items()}
        changes[result.id] = {**changes.get(result.id, {}), **cells}
    new = {result.id: {**result.new, **changes.pop(result.id, {})} for result in joins if result.new}
    texts = _edited(workspace, changes, tuple(new.values()), target)
    for name, text in texts.items() if write else ():
        files.write_text(workspace.root / name, [text], name)
    return joins


def set_cell(workspace: Workspace, term: str, column: str, value: str) -> CellChange:
    """Changes one cell in the file that has the term; raises WorkspaceError for what there is not."""
    for table in _tables(workspace):
        row = next((row for row in table.rows if table.values(row).get("id") == term), None)
        if row is None:
            continue
        if column not in (known := dict.fromkeys((*REQUIRED, *OPTIONAL, *table.columns))):
            raise WorkspaceError(
                f"there is no column {column!r} (there are: {', '.join(filter(None, known))})"
            )
        before = table.values(row).get(column, "")
        text = files.read_text(workspace.root / table.path, table.path)
        if value != before:
            text = change(text, table.path, {term: {column: value}})
            files.write_text(workspace.root / table.path, [text], table.path)
        return CellChange(table.location(row), column, before, value)
    raise WorkspaceError(f"there is no term {term!r}: `duizhao terms find` looks terms up")


def _tables(workspace: Workspace) -> list[glossary_csv.Table]:
    paths = workspace.glossary_paths()
    return [glossary_csv.read(files.read_text(workspace.root / path, path), path) for path in paths]


def _style(path: PurePath, asked: str) -> str:
    if asked in STYLES:
        return asked
    found = next((name for name, style in STYLES.items() if path.suffix.lower() in style.suffixes), "")
    if asked or not found:
        wrong = f"there is no format {asked!r}" if asked else f"{path.name} tells no format: give --format"
        raise WorkspaceError(f"{wrong} (there are: {', '.join(STYLES)})")
    return found


def _read(path: Path, asked: str) -> Sequence[Record]:
    style, shown = _style(path, asked), str(path)
    data = files.read_bytes(path, shown)
    if style == "csv" and not asked and "zh_hans" not in _text(data, shown).split("\n", 1)[0]:
        style = "weblate"
    return STYLES[style].read(data, shown)


def _without_remarks(ours: Iterable[Record], theirs: Iterable[Record]) -> list[Record]:
    """Records without the notes that are only what an export as pairs has made of our own cells."""
    remarks = {form: glossary_pairs.remark(record) for record in ours for form in chinese_of(record)}
    return [
        {
            column: value
            for column, value in record.items()
            if column != "note" or value != remarks.get(record.get("zh_hans", ""))
        }
        for record in theirs
    ]


def _target(workspace: Workspace, into: str) -> str:
    paths = workspace.glossary_paths()
    target = into or (paths[0] if len(paths) == 1 else IMPORTED)
    path = PurePath(target)
    if path.suffix != ".csv" or path.parent.as_posix() not in (".", "glossary"):
        raise WorkspaceError(f"{into!r} is no file of the glossary: it is glossary/NAME.csv")
    return f"glossary/{path.name}"


def _edited(
    workspace: Workspace, changes: Mapping[str, Record], new: Sequence[Record], target: str
) -> dict[str, str]:
    """The new text of each file that changes."""
    left = {term: cells for term, cells in changes.items() if cells}
    texts = {}
    for table in _tables(workspace):
        ids = [table.values(row).get("id", "") for row in table.rows]
        own = {term: left.pop(term) for term in ids if term in left}
        added = new if table.path == target else ()
        if own or added:
            text = files.read_text(workspace.root / table.path, table.path)
            texts[table.path] = change(text, table.path, own, added)
    if new and target not in texts:
        texts[target] = "".join(glossary_csv.serialize(new))
    return texts
