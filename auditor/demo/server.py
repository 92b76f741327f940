"""A quiet web server on the loopback address for the demonstration site. It serves files and nothing else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from auditor.core.errors import WorkspaceError

_TEXT_SUFFIXES = frozenset({".html", ".xml", ".txt", ".ics"})
_MEDIA_TYPES = {".ics": "text/calendar", ".xml": "application/xml", ".js": "text/javascript"}


class _Handler(SimpleHTTPRequestHandler):
    """Serves one folder; no directory listings, no log lines, the site's own 404 page."""

    protocol_version = "HTTP/1.1"
    server_version = "Demo"
    sys_version = ""
    extensions_map = SimpleHTTPRequestHandler.extensions_map | _MEDIA_TYPES

    def __init__(self, *args: object, folder: Path, origin: str, **kwargs: object) -> None:
        self._folder = folder
        self._origin = origin
        super().__init__(*args, directory=str(folder), **kwargs)  # type: ignore[arg-type]  # stdlib signature

    def do_GET(self) -> None:
        """Answer with the file, or with the site's page for what is not there."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers of the file alone."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # stdlib parameter name
        """Say nothing: the demonstration's own output is what the reader came for."""

    def _answer(self, *, with_body: bool) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                self._redirect(urlsplit(self.path).path + "/")
                return
            path = path / "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            status, path = HTTPStatus.NOT_FOUND, self._folder / "404.html"
        body = self._read(path)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _read(self, path: Path) -> bytes:
        """The bytes of a file; in text files the site's public origin becomes the address it is served at."""
        body = path.read_bytes() if path.is_file() else b""
        if self._origin and path.suffix in _TEXT_SUFFIXES:
            host, port = self.connection.getsockname()[:2]
            body = body.replace(self._origin.encode(), f"http://{host}:{port}".encode())
        return body


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no event worth a traceback."""


@contextmanager
def serve(folder: Path, origin: str = "") -> Iterator[str]:
    """Serve `folder` on 127.0.0.1, on a port that is free, and give the base URL (no slash at the end).

    `origin` is the public address that the site's own files use for themselves
    ("https://www.example.org"); while it is served, text files name the loopback address instead, so
    that its sitemap and feeds lead to this server and nowhere else.

    Raises WorkspaceError when there is nothing to serve.
    """
    if not (folder / "index.html").is_file():
        raise WorkspaceError(f"no website in {folder}", "it needs an index.html")
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder=folder, origin=origin))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
