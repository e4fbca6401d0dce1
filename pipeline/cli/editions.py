"""Commands that make editions: build."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Jobs, Place, Quiet, app, say, watched


@app.command()
def build(
    documents: Documents = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMAT", help="html, pdf, epub, docx, md or txt."),
    ] = None,
    editions: Annotated[
        list[str] | None, typer.Option("--edition", metavar="EDITION", help="Such as en; may be repeated.")
    ] = None,
    embed: Annotated[
        bool | None,
        typer.Option("--embed-fonts/--no-embed-fonts", help="Pages bring the fonts that they need."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to, instead of build/.")] = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Build the editions, as HTML and PDF unless told otherwise."""
    from pipeline import report
    from pipeline.workspace.build import build as run
    from pipeline.workspace.build import count

    workspace, asked = Place.workspace(), (documents or [], editions or [], formats or [])
    steps = run(
        workspace, asked[0], editions=asked[1], formats=asked[2], out=out, embed_fonts=embed, jobs=jobs
    )
    say(report.built(list(watched(steps, count(workspace, *asked), quiet)), Path.cwd()), quiet)
