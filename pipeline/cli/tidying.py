"""The command that repairs sources: tidy."""

from typing import Annotated

import typer

from pipeline.cli.app import Documents, Place, Quiet, app, say


@app.command()
def tidy(
    documents: Documents = None,
    write: Annotated[bool, typer.Option("--write", help="Make the repairs.")] = False,
    quiet: Quiet = False,
) -> None:
    """Show the safe repairs of the sources, none of which changes a word; --write makes them."""
    from pipeline import report
    from pipeline.workspace.tidy import tidy as run

    results = list(run(Place.workspace(), documents or [], write=write))
    say(report.tidied(results, written=write), quiet)
    if not write and any(result.mended for result in results):
        raise typer.Exit(1)
