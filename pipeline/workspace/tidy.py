"""Tidy: the safe repairs of the sources, shown or made."""

import re
from collections.abc import Iterable, Iterator

from pipeline.checks.hygiene import Fault, inspect, repair
from pipeline.errors import FileError
from pipeline.formats import manuscript
from pipeline.model import Location
from pipeline.results import Mended, Tidied
from pipeline.workspace import files
from pipeline.workspace.folder import Workspace

_LINE_END = re.compile(r"\r\n|\r|\n")
_ROUNDS = 8
"""How often a text is read again at most: one repair may bring out the next, rarely more than twice."""


def tidy(workspace: Workspace, names: Iterable[str] = (), *, write: bool = False) -> Iterator[Tidied]:
    """Yields what can be repaired in each source that is named; all is worked out before the first write.

    Line ends and a byte order mark stay as they are. A code that is off in this workspace is not repaired.
    """
    results = [_tidy(workspace, slug) for slug in workspace.select(names)]
    if write:
        texts = {result.path: _mended(workspace, result) for result in results if result.mended}
        for path, text in texts.items():
            files.write_text(workspace.root / path, [text], path)
    yield from results


def _tidy(workspace: Workspace, slug: str) -> Tidied:
    path, text = workspace.source_path(slug), workspace.source_text(slug)
    before, mended = text, []
    for _ in range(_ROUNDS):
        read = manuscript.parse(text, path)
        faults = [fault for fault in inspect(read, workspace.glossary) if _is_on(workspace, path, fault)]
        text, made = repair(read, faults, manuscript.shape)
        if not made:
            break
        mended += [Mended(read.location(fault.start), fault.code.name, fault.message) for fault in made]
    return Tidied(path, before, text, tuple(mended), len(faults) - len(made))


def _mended(workspace: Workspace, result: Tidied) -> str:
    """What to write; raises FileError where the author has saved the source since it was read."""
    there = files.read_text(workspace.root / result.path, result.path)
    if files.normal(there) != result.before:
        message = "changed while it was being tidied; nothing was written: run it again"
        raise FileError(message, Location(result.path))
    return _with_line_ends(there, result.after)


def _is_on(workspace: Workspace, path: str, fault: Fault) -> bool:
    finding = fault.code.at(Location(path), fault.message)
    return workspace.settings.severity.of(finding, *workspace.place(path)) is not None


def _with_line_ends(before: str, after: str) -> str:
    """The repaired text with the byte order mark and the line ends of the file, each as it was."""
    ends = _LINE_END.findall(before) or ["\n"]
    lines = after.split("\n")
    ends += [ends[0]] * (len(lines) - 1 - len(ends))
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    return mark + "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
