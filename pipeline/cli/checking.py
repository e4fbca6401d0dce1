"""Commands that tell what a person should look at: check, explain."""

from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Place, Quiet, app, say


class Style(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on a check fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


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

    workspace = Place.workspace()
    findings = list(run(workspace, documents or []))
    say(report.FORMATS[style](findings), quiet and not findings)
    if report.fails(findings, fail_on or workspace.settings.fail_on):
        raise typer.Exit(1)


@app.command()
def explain(code: Annotated[str, typer.Argument(help="Such as term-missing.")]) -> None:
    """Tell what a finding means and how to waive it."""
    from pipeline.workspace.check import explain as run

    typer.echo(run(code), nl=False)
