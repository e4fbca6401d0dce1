"""The command line itself, and what its commands share: the place, the arguments, what is printed."""

import os
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

Jobs = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        help="How many processes may work at a time; 1 is this one alone. Default: one a processor.",
        show_default=False,
    ),
]


class Place:
    """Where the command runs: the folder of -C, or the current one."""

    folder: Path = Path()

    @classmethod
    def workspace(cls) -> "Workspace":
        """The workspace that the command works in; raises WorkspaceError where there is none."""
        from pipeline.workspace.folder import Workspace

        return Workspace.find(cls.folder)


class Form(StrEnum):
    """How the results of a job are printed."""

    TEXT = "text"
    JSON = "json"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"duizhao {__version__}")
        raise typer.Exit


def say(lines: Iterable[str], quiet: bool = False) -> None:
    """Prints the lines, unless the user wants quiet."""
    for line in lines:
        if not quiet:
            typer.echo(line)


def in_colour() -> bool:
    """Whether what is printed may be coloured: on a terminal, unless NO_COLOR says otherwise."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def watched(steps: Iterable[T], total: int, quiet: bool) -> Iterator[T]:
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
    Place.folder = folder
