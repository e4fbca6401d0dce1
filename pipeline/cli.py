"""The command line: what a translator types, in at most a dozen lines a command."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from pipeline import __version__

if TYPE_CHECKING:
    from pipeline.workspace.folder import Workspace

T = TypeVar("T")


class Style(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


app = typer.Typer(
    help="Publish Chinese policy writing in parallel Simplified, Traditional and English editions.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Laying help out with rich would triple the time that `duizhao --help` takes.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Documents = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DOC]...", help="Names of documents, such as zhangjiang. All of them if none is named."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only what went wrong.")]


class _Place:
    """Where the command runs: the folder of -C, or the current one."""

    folder: Path = Path()

    @classmethod
    def workspace(cls) -> "Workspace":
        from pipeline.workspace.folder import Workspace

        return Workspace.find(cls.folder)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"duizhao {__version__}")
        raise typer.Exit


def _say(lines: Iterable[str], quiet: bool = False) -> None:
    for line in lines:
        if not quiet:
            typer.echo(line)


def _watched(steps: Iterable[T], total: int, quiet: bool) -> Iterator[T]:
    """The steps, with a progress bar on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(steps, "building", total=total, console=Console(stderr=True), transient=True)


@app.callback()
def place(
    folder: Annotated[
        Path, typer.Option("-C", metavar="DIR", help="Work in the workspace of this folder.")
    ] = Path(),
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Publish Chinese policy writing in parallel Simplified, Traditional and English editions."""
    _Place.folder = folder


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new folder.")],
    texts: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Texts to bring in.")] = None,
    quiet: Quiet = False,
) -> None:
    """Make a new workspace, with texts brought in."""
    from pipeline import report
    from pipeline.workspace import bring

    brought = bring.add(bring.init(folder), texts or [])
    step = "sync" if brought else "add FILE"
    lines = [f"made a workspace in {folder}", *report.brought(brought), f"next: duizhao -C {folder} {step}"]
    _say(lines, quiet)


@app.command()
def add(
    texts: Annotated[list[Path], typer.Argument(metavar="FILE", help="Markdown or plain text.")],
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="The document's name, if it is not the file's.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Bring texts into source/ as Markdown."""
    from pipeline import report
    from pipeline.workspace import bring

    if name is not None and len(texts) > 1:
        raise typer.BadParameter("--name names one document, and there are several files")
    _say(report.brought(bring.add(_Place.workspace(), texts, name)), quiet)


@app.command()
def sync(
    documents: Documents = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a sync would.")] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop obsolete translations from the files.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept-punctuation", help="Keep translations where only punctuation changed.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Bring the PO files up to date; every translation is kept."""
    from pipeline import report
    from pipeline.workspace.sync import sync as run

    steps = run(_Place.workspace(), documents or [], write=not check, prune=prune, accept_punctuation=accept)
    results = list(steps)
    _say(report.synced(results, would=check), quiet)
    if check and any(result.text is not None for result in results):
        raise typer.Exit(1)


@app.command()
def check(
    documents: Documents = None,
    style: Annotated[Style, typer.Option("--format", help="How to print findings.")] = Style.TEXT,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit 1 from this severity on.")] = None,
    quiet: Quiet = False,
) -> None:
    """Print what a person should look at."""
    from pipeline import report
    from pipeline.workspace.check import check as run

    workspace = _Place.workspace()
    findings = list(run(workspace, documents or []))
    _say(report.FORMATS[style](findings), quiet and not findings)
    if report.fails(findings, fail_on or workspace.settings.fail_on):
        raise typer.Exit(1)


@app.command()
def build(
    documents: Documents = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="FORMAT", help="html or pdf; may be repeated.")
    ] = None,
    editions: Annotated[
        list[str] | None, typer.Option("--edition", metavar="EDITION", help="Such as en; may be repeated.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to, instead of build/.")] = None,
    quiet: Quiet = False,
) -> None:
    """Build the editions, as HTML and PDF."""
    from pipeline import report
    from pipeline.workspace.build import build as run
    from pipeline.workspace.build import jobs

    workspace, asked = _Place.workspace(), (documents or [], editions or [], formats or [])
    steps = run(workspace, asked[0], editions=asked[1], formats=asked[2], out=out)
    _say(report.built(list(_watched(steps, jobs(workspace, *asked), quiet)), Path.cwd()), quiet)


@app.command()
def status(documents: Documents = None) -> None:
    """Show how far each document is in each language."""
    from rich.console import Console

    from pipeline import report
    from pipeline.workspace.status import status as run

    Console().print(report.progress(run(_Place.workspace(), documents or [])))


@app.command()
def explain(code: Annotated[str, typer.Argument(help="Such as term-missing.")]) -> None:
    """Tell what a finding means and how to waive it."""
    from pipeline.workspace.check import explain as run

    typer.echo(run(code), nl=False)
