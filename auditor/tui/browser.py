"""The terminal face in a browser on this computer: textual-serve, behind a one-time token."""

import asyncio
import logging
import shlex
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from auditor.core.errors import ConfigurationError
from auditor.tui.admission import Admission

PAGES = Path(__file__).parent / "pages"
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        "img-src 'self' data:; connect-src 'self' ws:; base-uri 'none'; form-action 'none'"
    ),
}
_REFUSED = "Refused. Open the address that `auditor serve` printed; it works once, in one browser.\n"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalServer(Server):
    """Serves the face to one browser. Listens on 127.0.0.1 and nowhere else."""

    def __init__(self, command: str, admission: Admission) -> None:
        super().__init__(
            command, host="127.0.0.1", port=admission.port, title="Terminal", templates_path=PAGES
        )
        self.admission = admission

    def initialize_logging(self) -> None:
        """Log nothing: textual-serve's own log would show local variables, and keys are among them."""
        logger = logging.getLogger("textual-serve")
        logger.handlers, logger.propagate = [logging.NullHandler()], False

    async def on_startup(self, app: web.Application) -> None:
        """Print nothing: the caller says where to look."""

    async def make_app(self) -> web.Application:
        """The application, every route of it behind the guard."""
        app = await self._make_app()

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._guard(request, handler)

        app.middlewares.append(guard)
        app.on_response_prepare.append(_harden)
        return app

    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Serve the browser that came with the token, and nobody else."""
        admission = self.admission
        if not admission.own_host(request.host):
            return web.Response(status=421, text=_REFUSED)
        if request.path == "/" and "token" in request.query:
            session = admission.exchange(request.query["token"])
            if session:
                welcome = web.HTTPSeeOther("/")
                welcome.set_cookie(admission.cookie, session, path="/", httponly=True, samesite="Strict")
                return welcome
            return web.Response(status=403, text=_REFUSED)
        if not admission.knows(request.cookies):
            return web.Response(status=403, text=_REFUSED)
        if request.path == "/ws" and not admission.own_origin(
            request.headers.get("Origin", ""), request.host
        ):
            return web.Response(status=403, text=_REFUSED)
        self.public_url = f"http://{request.host}"
        return await handler(request)


async def _harden(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001 - aiohttp's signature
    response.headers.update(_HEADERS)


def command_for(root: Path, period: str = "", profile: str = "") -> str:
    """The command that runs the face for one browser."""
    return shlex.join([sys.executable, "-m", "auditor.tui.served", str(root), period, profile])


def serve(command: str, tell: Callable[[str], object], port: int = 0) -> None:
    """Serve until SIGINT or SIGTERM; `tell` gets the address that lets in. Port 0 takes a free one.

    Raises ConfigurationError when the port is taken.
    """
    try:
        sock = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise ConfigurationError(f"cannot listen on port {port}: {error.strerror}", "try --port 0") from None
    admission = Admission(sock.getsockname()[1])
    server = LocalServer(command, admission)
    server.initialize_logging()
    asyncio.run(_until_told(server, sock, tell))


async def _until_told(server: LocalServer, sock: socket.socket, tell: Callable[[str], object]) -> None:
    runner = web.AppRunner(await server.make_app(), access_log=None, shutdown_timeout=2.0)
    await runner.setup()
    await web.SockSite(runner, sock).start()
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    tell(server.admission.url)
    await ended.wait()
    # Ends the faces that still run: each is asked to leave, and writes what waits.
    await runner.cleanup()
