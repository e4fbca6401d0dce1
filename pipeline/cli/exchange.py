"""Commands for what goes to reviewers and other tools and comes back: import."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Place, Quiet, app, say


@app.command("import")
def import_(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Review tables (.docx), TMX or XLIFF 2 (.xlf).")
    ],
    check: Annotated[bool, typer.Option("--check", help="Change nothing; show what would.")] = False,
    by: Annotated[str, typer.Option(metavar="NAME", help="Sign what XLIFF calls reviewed.")] = "",
    quiet: Quiet = False,
) -> None:
    """Take translations that reviewers and other tools send back into the PO files."""
    from pipeline import report
    from pipeline.workspace.bring_back import bring_back
    from pipeline.workspace.sync import clock

    signature = f"{by}, {clock()[:10]}" if by else ""
    results = list(bring_back(Place.workspace(), paths, write=not check, signature=signature))
    refused = report.refused(results)
    say(report.returned(results), quiet and not refused)
    if refused:
        raise typer.Exit(1)
