"""The command that writes documents for other tools: export."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Place, Quiet, app, say


@app.command()
def export(
    style: Annotated[str, typer.Argument(metavar="FORMAT", help="Such as tei; a wrong one lists them all.")],
    documents: Documents = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to, instead of build/.")] = None,
    quiet: Quiet = False,
) -> None:
    """Write the documents with their annotations for other tools."""
    from pipeline import report
    from pipeline.workspace.exporting import export as run

    say(report.written(run(Place.workspace(), style, documents or [], out), Path.cwd()), quiet)
