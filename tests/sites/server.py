"""A web server for tests: serves what a test tells it to, misbehaves on request, and logs every request.

It speaks HTTP/1.1 with connections that stay open, on 127.0.0.1 and a free port, one thread a connection.
"""

import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What the server answers. A `script` writes to the socket by itself and ends the connection."""

    body: bytes | str = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    script: Callable[[socket.socket], None] | None = None


@dataclass(frozen=True)
class Request:
    """One line of the log. Times are monotonic seconds; `connection` tells the sockets apart."""

    path: str
    headers: dict[str, str]
    began: float
    ended: float
    connection: int
    status: int


Page = Reply | str | bytes | Callable[["Asked"], Reply]


@dataclass(frozen=True)
class Asked:
    """What a page that is a function is told."""

    path: str
    query: str
    headers: dict[str, str]
    count: int


class Site:
    """A served site: `pages` maps paths to what they answer, `fallback` answers the rest."""

    def __init__(
        self,
        pages: dict[str, Page],
        fallback: Callable[[Asked], Reply] | None = None,
        latency: float = 0.0,
        tls=None,
        host: str = "127.0.0.1",
    ):
        self.pages = pages
        self.fallback = fallback
        self.latency = latency
        self.tls = tls
        self.host = host
        self.log: list[Request] = []
        self.open_now = 0
        self.open_most = 0
        self.busy_now = 0
        self.busy_most = 0
        self.counts: dict[str, int] = {}
        self.lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None

    @property
    def port(self) -> int:
        assert self._server is not None
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def asked(self, path: str) -> int:
        """How often a path (with its query) was asked for."""
        return sum(1 for request in self.log if request.path == path)

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.log]

    def answer(self, path: str, headers: dict[str, str]) -> Reply:
        bare, _, query = path.partition("?")
        with self.lock:
            self.counts[path] = self.counts.get(path, 0) + 1
            count = self.counts[path]
        found = self.pages.get(path, self.pages.get(bare))
        asked = Asked(bare, query, headers, count)
        if found is None:
            return self.fallback(asked) if self.fallback else Reply("<h1>Not found</h1>", 404)
        if isinstance(found, str | bytes):
            return Reply(found)
        return found if isinstance(found, Reply) else found(asked)

    def __enter__(self) -> "Site":
        site = self

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256
            address_family = socket.AF_INET6 if ":" in site.host else socket.AF_INET

            def handle_error(self, request, client_address):
                pass

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = -1

            def setup(self):
                with site.lock:
                    site.open_now += 1
                    site.open_most = max(site.open_most, site.open_now)
                super().setup()

            def finish(self):
                with site.lock:
                    site.open_now -= 1
                with contextlib.suppress(OSError):
                    super().finish()

            def log_message(self, *arguments):
                pass

            def do_GET(self):  # the name that http.server calls
                began = time.monotonic()
                with site.lock:
                    site.busy_now += 1
                    site.busy_most = max(site.busy_most, site.busy_now)
                try:
                    reply = site.answer(self.path, dict(self.headers.items()))
                    if site.latency or reply.wait:
                        time.sleep(site.latency + reply.wait)
                    self._send(reply)
                finally:
                    with site.lock:
                        site.busy_now -= 1
                        site.log.append(
                            Request(
                                self.path,
                                {k.lower(): v for k, v in self.headers.items()},
                                began,
                                time.monotonic(),
                                self.client_address[1],
                                reply.status,
                            )
                        )

            def _send(self, reply: Reply) -> None:
                if reply.script:
                    self.close_connection = True
                    with contextlib.suppress(OSError):
                        reply.script(self.connection)
                    return
                body = reply.body.encode() if isinstance(reply.body, str) else reply.body
                self.send_response(reply.status)
                if reply.type:
                    self.send_header("Content-Type", reply.type)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if reply.status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if reply.status != 304:
                    self.wfile.write(body)

        self._server = Server((self.host, 0), Handler)
        if self.tls:
            plain = self._server.socket
            self._server.socket = self.tls.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()


# --- replies that misbehave ----------------------------------------------------------------------


def moved(to: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply("", status, headers={"Location": to})


def packed(body: bytes | str, **headers: str) -> Reply:
    """A body sent with gzip."""
    raw = body.encode() if isinstance(body, str) else body
    return Reply(gzip.compress(raw), headers={"Content-Encoding": "gzip", **headers})


def raw(*pieces: bytes, pause: float = 0.0, reset: bool = False) -> Reply:
    """Bytes written as they are, with a pause after each; a reset instead of an orderly end if wanted."""

    def write(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            connection.close()

    return Reply(script=write)


def short(body: bytes, announced: int) -> Reply:
    """A body shorter than its Content-Length."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {announced}\r\n\r\n".encode()
    return raw(head + body)


def endless(piece: bytes = b"<p>and so on</p>\n", pause: float = 0.0) -> Reply:
    """A page that never ends."""

    def write(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return Reply(script=write)


@contextlib.contextmanager
def serve(pages: dict[str, Page], **options) -> Iterator[Site]:
    """A running site."""
    with Site(pages, **options) as site:
        yield site
