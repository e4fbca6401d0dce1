"""Commands on the glossary: terms list, find, where, suggest, report, set, import, export."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Documents, Place, Quiet, app, say

terms = typer.Typer(help="Look at, change and exchange the glossary.", no_args_is_help=True)
app.add_typer(terms, name="terms")

Format = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", help="csv, xlsx, tbx, martif, omegat, weblate; or by suffix."),
]


@terms.command(name="list")
def list_(
    kind: Annotated[str, typer.Option(metavar="KIND", help="Such as policy or place.")] = "",
    domain: Annotated[str, typer.Option(metavar="DOMAIN", help="Those with this domain.")] = "",
    unused: Annotated[bool, typer.Option("--unused", help="Those that no source text has.")] = False,
) -> None:
    """List the concepts of the glossary."""
    from rich.console import Console

    from pipeline import report
    from pipeline.workspace.terms import listed

    Console().print(report.terms(listed(Place.workspace(), kind=kind, domain=domain, unused=unused)))


@terms.command()
def find(text: Annotated[str, typer.Argument(help="Chinese, pinyin or English, or a part of it.")]) -> None:
    """Find concepts by their Chinese, pinyin or English; exit 1 where there are none."""
    from rich.console import Console

    from pipeline import report
    from pipeline.workspace.terms import find as run

    hits = run(Place.workspace(), text)
    if not hits:
        typer.echo(f"no concept has {text!r}")
        raise typer.Exit(1)
    Console().print(report.found((hit.term, hit.column, hit.text) for hit in hits))


@terms.command()
def where(
    term: Annotated[str, typer.Argument(metavar="ID", help="The concept's id, Chinese or English.")],
    documents: Documents = None,
    language: Annotated[str, typer.Option(metavar="LANGUAGE", help="Such as zh-Hant.")] = "en",
) -> None:
    """Show every use of a concept with its rendering below it."""
    from rich.console import Console

    from pipeline import report
    from pipeline.workspace.terms import term_of, usages

    workspace, console = Place.workspace(), Console(highlight=False, soft_wrap=True)
    wanted = term_of(workspace, term)
    found = list(usages(workspace, [wanted], documents or [], language))
    marked = console.no_color or not console.color_system
    for line in report.concordance(wanted, found, console.width, marked=marked):
        console.print(line)


@terms.command()
def suggest(
    documents: Documents = None,
    minimum: Annotated[int, typer.Option(min=2, help="How often a string has to stand there.")] = 2,
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 30,
) -> None:
    """Suggest strings that recur in the sources and are in no glossary, the likeliest terms first."""
    from rich.console import Console

    from pipeline import report
    from pipeline.workspace.terms import suggest as run

    found = run(Place.workspace(), documents or [], minimum=minimum)
    say(report.suggested(found[:limit], Console().width))


@terms.command(name="report")
def report_(
    documents: Documents = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Default: build/terms.html.")] = None,
) -> None:
    """Make a page that shows how each concept is rendered across the documents."""
    from pipeline.workspace.terms import write_page

    typer.echo(write_page(Place.workspace(), documents or [], out))


@terms.command(name="set")
def set_(
    term: Annotated[str, typer.Argument(metavar="ID", help="The concept's id.")],
    column: Annotated[str, typer.Argument(metavar="COLUMN", help="Such as en_admitted.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The whole cell; values are parted by |.")],
) -> None:
    """Change one cell of the glossary; every other byte of its file stays as it is."""
    from pipeline import report
    from pipeline.workspace.exchange import set_cell

    typer.echo(report.cell_changed(set_cell(Place.workspace(), term, column, value)))


@terms.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, XLSX, TBX or a list of pairs.")],
    style: Format = "",
    into: Annotated[
        str,
        typer.Option(metavar="FILE", help="Where new concepts go; default: the one file, or imported.csv."),
    ] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="For those without a kind.")] = "concept",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Where cells differ, take those of the file.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; tell what would be.")] = False,
    quiet: Quiet = False,
) -> None:
    """Join a file's concepts to the glossary; exit 1 where cells differ and were left alone."""
    from pipeline import report
    from pipeline.workspace.exchange import bring

    joins = bring(Place.workspace(), file, style, into=into, kind=kind, overwrite=overwrite, write=not check)
    say(report.joined(joins, would=check), quiet)
    if any(result.conflicts or result.problem for result in joins):
        raise typer.Exit(1)


@terms.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Its suffix tells the format.")],
    style: Format = "",
    quiet: Quiet = False,
) -> None:
    """Write the glossary for another tool."""
    from pipeline import report
    from pipeline.model import Location
    from pipeline.workspace.exchange import export as run

    say([report.exported(run(Place.workspace(), file, style), Location(str(file)))], quiet)
