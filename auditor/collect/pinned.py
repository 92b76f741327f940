"""Connections that go exactly where the guard has looked, under requests' pooled adapter."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import select_proxy
from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
from urllib3.util.retry import Retry

from auditor.collect.guard import AddressGuard, ForbiddenAddressError, HostUnknownError

_current = threading.local()
_ONCE = Retry(0, read=False)


class Line:
    """One transfer under way: its deadline (monotonic seconds), and the means to end it from outside."""

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.ended = False
        self._socket: socket.socket | None = None

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Requests sent by this thread meanwhile belong to this line."""
        _current.line = self
        try:
            yield
        finally:
            _current.line = None

    def carries(self, sock: socket.socket | None) -> None:
        """The transfer runs over `sock` from here on."""
        self._socket = sock

    def end(self) -> None:
        """Break the transfer; its thread meets an error."""
        self.ended = True
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


class _Pinned:
    """Mixed into a connection: resolves by the guard, and connects to nothing else."""

    guard: AddressGuard
    host: str
    port: int
    timeout: Any
    sock: Any

    def _new_conn(self) -> socket.socket:
        limit = self.timeout if isinstance(self.timeout, int | float) else None
        deadline = None if limit is None else time.monotonic() + limit
        problem: OSError | None = None
        for family, address in self._resolved():
            left = None if deadline is None else max(0.1, deadline - time.monotonic())
            try:
                return self._connect(family, address, left)
            except OSError as error:
                problem = error
        message = f"Failed to establish a new connection: {problem}"
        if isinstance(problem, TimeoutError):
            raise ConnectTimeoutError(self, "Connection timed out") from problem
        raise NewConnectionError(self, message) from problem  # type: ignore[arg-type]  # mixin

    def _resolved(self) -> list[Any]:
        try:
            return list(self.guard.resolve(self.host, self.port))
        except (HostUnknownError, ForbiddenAddressError) as error:
            raise NewConnectionError(self, str(error)) from error  # type: ignore[arg-type]  # mixin

    def _connect(self, family: int, address: Any, timeout: float | None) -> socket.socket:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(timeout)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.connect(address)
        except OSError:
            sock.close()
            raise
        return sock

    def endheaders(self, *arguments: Any, **options: Any) -> None:
        super().endheaders(*arguments, **options)  # type: ignore[misc]  # mixin
        line = getattr(_current, "line", None)
        if line is not None:
            line.carries(self.sock)


class PinnedAdapter(HTTPAdapter):
    """requests' adapter with connections that only go to addresses the guard permits.

    A proxy from the environment is the user's own choice and is connected to as it is; the guard
    cannot see where a proxy goes.
    """

    def __init__(self, guard: AddressGuard, connections: int) -> None:
        self._guard = guard
        self._pools: dict[str, HTTPConnectionPool | None] = {}
        super().__init__(pool_maxsize=connections, pool_block=True, max_retries=_ONCE)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """As the base class does, with connection classes of our own."""
        super().init_poolmanager(*arguments, **options)
        plain = type("PinnedHTTP", (_Pinned, HTTPConnection), {"guard": self._guard})
        secure = type("PinnedHTTPS", (_Pinned, HTTPSConnection), {"guard": self._guard})
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("PinnedHTTPPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("PinnedHTTPSPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }

    def open(
        self, url: str, headers: Mapping[str, str], timeout: float, settings: Mapping[str, Any]
    ) -> BaseHTTPResponse:
        """The response to a GET of `url` (in normal form), its body still to be read.

        What `send` works out for every request anew (proxy, certificates, pool) is worked out once for
        each origin; that halves the cost of a request. `settings` are those of requests' sessions.
        Raises what `send` raises, and urllib3's own errors.
        """
        at = url.find("/", 8)
        origin = url[:at]
        if origin not in self._pools:
            request = PreparedRequest()
            request.method, request.url, request.headers = "GET", url, CaseInsensitiveDict(headers)
            proxied = bool(select_proxy(url, settings["proxies"]))
            found: Any = self.get_connection_with_tls_context(request, **settings)
            verify: Any = self.cert_verify
            verify(found, url, settings["verify"], settings["cert"])
            self._pools[origin] = None if proxied else found
        pool = self._pools[origin]
        if pool is None:
            return self._through_proxy(url, headers, timeout, settings)
        return pool.urlopen(
            "GET", url[at:], headers=headers, redirect=False, retries=_ONCE, timeout=timeout,
            assert_same_host=False, preload_content=False, decode_content=False,
        )  # fmt: skip

    def _through_proxy(
        self, url: str, headers: Mapping[str, str], timeout: float, settings: Mapping[str, Any]
    ) -> BaseHTTPResponse:
        request = PreparedRequest()
        request.method, request.url, request.headers = "GET", url, CaseInsensitiveDict(headers)
        response: BaseHTTPResponse = self.send(request, stream=True, timeout=timeout, **settings).raw
        return response
