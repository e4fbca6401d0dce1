"""Commands on texts and their catalogs: init, add, sync, status."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Form, Place, Quiet, app, in_colour, say


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
    say(lines, quiet)


@app.command()
def add(
    texts: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Markdown, plain text, HTML, DOCX or EPUB.")
    ],
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
    say(report.brought(bring.add(Place.workspace(), texts, name)), quiet)


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
    style: Annotated[Form, typer.Option("--format", help="How to tell what changed.")] = Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Bring the PO files up to date; every translation is kept."""
    from pipeline import report
    from pipeline.workspace.sync import sync as run

    steps = run(Place.workspace(), documents or [], write=not check, prune=prune, accept_punctuation=accept)
    results = list(steps)
    if style is Form.JSON:
        say(report.synced_json(results, would=check))
    else:
        say(report.synced(results, would=check, colour=in_colour()), quiet)
    if check and any(result.text is not None for result in results):
        raise typer.Exit(1)


@app.command()
def status(
    documents: Documents = None,
    style: Annotated[Form, typer.Option("--format", help="How to show it.")] = Form.TEXT,
) -> None:
    """Show how far each document is in each language."""
    from rich.console import Console

    from pipeline import report
    from pipeline.workspace.status import status as run

    rows = run(Place.workspace(), documents or [])
    if style is Form.JSON:
        say(report.progress_json(rows))
    else:
        Console().print(report.progress(rows))
