"""Commands that tell what a person should look at, and take a word back: check, waive, explain."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.app import Documents, Jobs, Place, Quiet, app, say

if TYPE_CHECKING:
    from pipeline.results import Checked


_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class Style(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    LINE = "line"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    HTML = "html"


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


@app.command()
def check(
    documents: Documents = None,
    style: Annotated[
        Style | None,
        typer.Option("--format", help="How to print findings: text on a terminal, otherwise line."),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit 1 from this severity on.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tell only what is not in this baseline.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all findings into a baseline.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report into a file.")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file is saved.")] = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Print what a person should look at."""
    names = documents or []
    if write_baseline and (names or baseline or watch):
        raise typer.BadParameter("a baseline is written of the whole corpus, and by itself")

    def once() -> bool:
        checked = _found(names, baseline, fail_on, jobs)
        _tell(checked, style, out, quiet)
        return fails(checked)

    if write_baseline:
        _write_baseline(write_baseline, quiet)
    elif watch:
        _watch(once)
    elif once():
        raise typer.Exit(1)


def fails(checked: "Checked") -> bool:
    """Whether the command has to fail for what was found."""
    from pipeline import report

    return report.fails(checked.findings, checked.fail_on)


def _found(names: list[str], baseline: Path | None, fail_on: FailOn | None, jobs: int | None) -> "Checked":
    """What was found, beyond the baseline that is named here or in the settings."""
    from pipeline.workspace.baseline import without_known
    from pipeline.workspace.findings import findings
    from pipeline.workspace.root import find_root

    checked = findings(Place.folder, names, jobs)
    path = baseline or (find_root(Place.folder) / checked.baseline if checked.baseline else None)
    if path:
        checked = without_known(checked, Place.folder, path, whole=not names)
    return replace(checked, fail_on=fail_on) if fail_on else checked


def _tell(checked: "Checked", style: Style | None, out: Path | None, quiet: bool) -> None:
    """Prints a report or writes it into a file; quiet only where nothing is to be told."""
    from pipeline import report

    style = style or (Style.TEXT if sys.stdout.isatty() and not out else Style.LINE)
    lines = report.FORMATS[style](checked)
    if style is Style.TEXT and not out:
        lines = report.as_text(checked, _width(), colour=_colours())
    if out:
        from pipeline.workspace.files import write_text

        write_text(out, (f"{line}\n" for line in lines), str(out))
        lines = iter([f"{out}: {report.summary(checked)}"])
    say(lines, quiet and not checked.findings)


def _write_baseline(path: Path, quiet: bool) -> None:
    from pipeline.workspace.baseline import write
    from pipeline.workspace.findings import findings

    checked = findings(Place.folder)
    write(checked, path)
    say([f"{path}: {len(checked.findings)} findings are known from now on"], quiet)


def _watch(once: Callable[[], bool]) -> None:
    """Checks until Ctrl-C; what goes wrong, such as a file that is half edited, is told and waited out."""
    from pipeline import report
    from pipeline.errors import DuizhaoError
    from pipeline.workspace.watch import changes

    try:
        for _ in changes(Place.folder):
            if sys.stdout.isatty():
                typer.echo(_CLEAR, nl=False)
            try:
                once()
            except DuizhaoError as error:
                typer.echo(report.failure(error))
            typer.echo("watching; Ctrl-C ends")
    except KeyboardInterrupt:
        typer.echo()


def _width() -> int:
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size().columns, 120))


def _colours() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


@app.command()
def waive(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="Any line of the entry.")],
    codes: Annotated[list[str], typer.Argument(metavar="CODE...", help="Such as number-mismatch.")],
    why: Annotated[str, typer.Option(metavar="REASON", help="Why the findings are meant.")],
    quiet: Quiet = False,
) -> None:
    """Excuse findings on a translation, until it or the Chinese changes."""
    from pipeline.workspace.findings import findings
    from pipeline.workspace.waive import waive as run

    found = findings(Place.folder).findings
    written = run(Place.workspace(), place, codes, why, found)
    say([f"{written}: waived {', '.join(dict.fromkeys(codes))}"], quiet)


@app.command()
def explain(
    code: Annotated[str | None, typer.Argument(help="Such as term-missing; all if none is named.")] = None,
) -> None:
    """Tell what a finding means and how to waive it; list all codes without one."""
    from pipeline import report
    from pipeline.workspace.check import explain as run

    if code is None:
        say(report.codes())
    else:
        typer.echo(run(code), nl=False)
