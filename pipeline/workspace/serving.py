"""Serving a preview: HTTP on the loopback interface, for the browsers of this machine alone."""

import asyncio
import contextlib
import logging
import os
import socket
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from pipeline.errors import WorkspaceError
from pipeline.workspace.preview import BuiltFile, answer
from pipeline.workspace.watch import changes

T = TypeVar("T")

ADDRESS = "127.0.0.1"
HOSTS = (ADDRESS, "localhost")
"""What a browser on this machine calls the server; a foreign name that leads here is refused."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class News:
    """Tells the pages that are open of a change. All of it happens in the server's loop."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()

    def tell(self, text: str) -> None:
        """Sends an event to each page; an empty one ends the streams."""
        for queue in self._listeners:
            queue.put_nowait(text)

    async def listen(self) -> AsyncIterator[str]:
        """The events for one page, as a server sends them."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield ": listening\n\n"
            while text := await queue.get():
                yield f"data: {text}\n\n"
        finally:
            self._listeners.discard(queue)


class Server(uvicorn.Server):
    """A server that watches the workspace, and ends at once although pages listen."""

    def __init__(self, config: uvicorn.Config, root: Path, news: News) -> None:
        super().__init__(config)
        self._root, self._news = root, news

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to serve, and to watch."""
        await super().startup(sockets)
        Thread(target=self._watch, args=[asyncio.get_running_loop()], daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams; a page that is being made is no longer waited for, nor complained of."""
        self._news.tell("")
        logging.getLogger("uvicorn.error").disabled = True
        await super().shutdown(sockets)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            for _ in changes(self._root):
                loop.call_soon_threadsafe(self._news.tell, "changed")


def serve(root: Path, port: int, started: Callable[[str], None]) -> None:
    """Serves the workspace in the folder `root` until it is interrupted; 0 is any port that is free.

    `started` is called with the address. Raises WorkspaceError where the port is taken.
    """
    with _listening(port) as listener:
        news = News()
        config = uvicorn.Config(
            application(root, news),
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            server_header=False,
            timeout_graceful_shutdown=0,
        )
        started(f"http://{ADDRESS}:{listener.getsockname()[1]}/")
        Server(config, root, news).run(sockets=[listener])


def application(root: Path, news: News) -> Starlette:
    """What answers the requests."""
    # Symbolic links are not followed out of the folder.
    built, one_at_a_time = StaticFiles(directory=root / "build", check_dir=False), Lock()

    def made(path: str) -> Response | BuiltFile:
        with one_at_a_time:
            found = answer(root, path)
        if isinstance(found, BuiltFile):
            return found
        return HTMLResponse(found.html, found.status, {"ETag": f'"{found.version}"'})

    async def show(request: Request) -> Response:
        found = await _in_thread(lambda: made(request.path_params["path"]))
        response = (
            await built.get_response(found.name, request.scope) if isinstance(found, BuiltFile) else found
        )
        response.headers.update(_HEADERS)
        return response

    async def events(request: Request) -> Response:
        if not _is_own(request):
            return PlainTextResponse("for pages of this server alone", 403, _HEADERS)
        return StreamingResponse(news.listen(), headers=_HEADERS, media_type="text/event-stream")

    return Starlette(
        routes=[Route("/events", events), Route("/{path:path}", show)],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)],
    )


def _is_own(request: Request) -> bool:
    """Whether a page of this server asks, or none at all, by what its browser says of it."""
    own = f"http://{request.headers['host']}"
    site = request.headers.get("sec-fetch-site", "same-origin")
    return site in ("same-origin", "none") and request.headers.get("origin", own) == own


def _listening(port: int) -> socket.socket:
    """A socket that listens; raises WorkspaceError where the system refuses the port."""
    try:
        return socket.create_server((ADDRESS, port))
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()  # its own text names the address once more
        raise WorkspaceError(f"port {port}: {why}; choose another with --port, or 0 for any") from None


async def _in_thread(work: Callable[[], T]) -> T:
    """Does some work beside the loop. The thread is not waited for when the program ends."""
    done: Future[T] = Future()
    done.set_running_or_notify_cancel()  # whoever no longer waits leaves it to run to its end

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(done)
