"""The command on what is marked in the documents: annotate."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Jobs, Place, Quiet, app, say


@app.command()
def annotate(
    documents: Documents = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write where annotations made by hand stand now.")
    ] = False,
    stats: Annotated[
        bool, typer.Option("--stats", help="Tell how much is marked, and draw a chart.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The chart; default: build/annotations.html.")
    ] = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Tell what is marked in the documents; exit 1 where an annotation made by hand has lost its place."""
    from pipeline import report
    from pipeline.workspace.annotating import annotate as run
    from pipeline.workspace.annotating import write_chart

    workspace = Place.workspace()
    results = list(run(workspace, documents or [], write=write, jobs=jobs))
    lost = any(not place.row for result in results for place in result.places)
    say(report.annotated(results, moved=write), quiet and not lost)
    if stats:
        from rich.console import Console

        for table in report.statistics(results):
            Console().print(table)
        say(report.written([write_chart(workspace, results, out)], Path.cwd()))
    if lost:
        raise typer.Exit(1)
