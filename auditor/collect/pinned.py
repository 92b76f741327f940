"""Connections that go exactly where the guard has looked, under requests' pooled adapter."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
from urllib3.util.retry import Retry

from auditor.collect.guard import AddressGuard, ForbiddenAddressError, HostUnknownError

_current = threading.local()


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
        super().__init__(pool_maxsize=connections, pool_block=True, max_retries=Retry(0, read=False))

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """As the base class does, with connection classes of our own."""
        super().init_poolmanager(*arguments, **options)
        plain = type("PinnedHTTP", (_Pinned, HTTPConnection), {"guard": self._guard})
        secure = type("PinnedHTTPS", (_Pinned, HTTPSConnection), {"guard": self._guard})
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("PinnedHTTPPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("PinnedHTTPSPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
