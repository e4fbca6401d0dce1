"""The command that shows editions while they are written: serve."""

from threading import Thread
from typing import Annotated

import typer

from pipeline.cli.app import Place, app


@app.command()
def serve(
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="0 is any that is free.")] = 8000,
    show: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
) -> None:
    """Show the editions in a browser of this machine, fresh after each save."""
    from pipeline.workspace.root import find_root
    from pipeline.workspace.serving import serve as run

    def started(address: str) -> None:
        typer.echo(f"{address}; Ctrl-C ends")
        if show:
            # Beside the server: some browsers return only when their page has been shown, or closed.
            Thread(target=typer.launch, args=(address,), daemon=True).start()

    try:
        run(find_root(Place.folder), port, started)
    except KeyboardInterrupt:
        typer.echo()
