"""The command that writes documents for other tools: export."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Jobs, Place, Quiet, app, say


@app.command()
def export(
    style: Annotated[str, typer.Argument(metavar="FORMAT", help="Such as tei; a wrong one lists them all.")],
    documents: Documents = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to, instead of build/.")] = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Write the documents with their annotations for other tools."""
    from pipeline import report
    from pipeline.workspace.exporting import export as run

    paths = run(Place.workspace(), style, documents or [], out, jobs=jobs)
    say(report.written(paths, Path.cwd()), quiet)
