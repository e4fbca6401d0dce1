"""Commands that keep a person's word: decide."""

from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.app import Place, Quiet, app, say


class Region(StrEnum):
    """The Traditional editions."""

    TAIWAN = "zh-Hant"
    HONG_KONG = "zh-Hant-HK"


@app.command()
def decide(
    context: Annotated[str, typer.Argument(help="The word in brackets, as check shows it: '大军[征]西域'.")],
    form: Annotated[str, typer.Argument(help="Its Traditional form.")],
    language: Annotated[
        Region | None, typer.Option(help="The edition it is for; default: both regions.")
    ] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides; default: git's user.name.")] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    quiet: Quiet = False,
) -> None:
    """Settle how a word in doubt is converted."""
    from pipeline import report
    from pipeline.workspace.decide import author
    from pipeline.workspace.decide import decide as run
    from pipeline.workspace.sync import clock

    workspace = Place.workspace()
    day = clock()[:10]
    decided = run(workspace, context, form, language or "", by=by or author(workspace), on=day, note=note)
    say(report.decided(decided), quiet)
