"""The baseline of a corpus that starts dirty: what was found when it was written fails no check."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.formats import baseline
from pipeline.model import Finding, Known
from pipeline.results import Checked
from pipeline.workspace import files
from pipeline.workspace.root import find_root


def without_known(checked: Checked, start: Path, path: Path, *, whole: bool) -> Checked:
    """What was found beyond the baseline at `path`, and, of a `whole` corpus, what of it is gone.

    Findings are told apart by code and texts, not by lines; of three alike where two were known the last
    is new. `start` is a folder of the workspace.
    """
    root, full = find_root(start), path.resolve()
    shown = full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
    known = baseline.parse(files.read_text(path, shown), shown)
    left: Counter[str] = Counter()
    for entry in known:
        left[entry.fingerprint] += entry.count
    fresh: list[Finding] = []
    for finding in checked.findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            fresh.append(finding)
    hidden = len(checked.findings) - len(fresh)
    gone = {entry.fingerprint: entry for entry in known if left[entry.fingerprint] > 0}
    if gone and whole:
        fresh += _stale(start, tuple(gone.values()))
    return replace(checked, findings=tuple(fresh), known=hidden)


def write(checked: Checked, path: Path) -> None:
    """Writes a baseline of all that was found."""
    files.write_text(path, baseline.serialize(checked.findings), str(path))


def _stale(start: Path, gone: tuple[Known, ...]) -> Iterator[Finding]:
    # Only here are the settings needed, and reading them loads every check.
    from pipeline.checks.baseline import check_baseline
    from pipeline.workspace.folder import Workspace

    severities = Workspace.find(start).settings.severity
    for finding in check_baseline(gone):
        severity = severities.of(finding, "", "")
        if severity is not None:
            yield replace(finding, severity=severity)
