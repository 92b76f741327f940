"""One request, one answer: bounded in time and size, connected only to addresses that were checked."""

import os
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import requests
import urllib3

from auditor.collect.guard import AddressGuard, ForbiddenAddressError, HostUnknownError
from auditor.collect.options import CrawlOptions
from auditor.collect.pinned import Line, PinnedAdapter
from auditor.collect.tls import tls_fault
from auditor.collect.urls import host_of
from auditor.core.errors import ConfigurationError

CHUNK = 64 * 1024
COOKIES = 20
"""Cookies kept for one host."""
MEDIA_LIMIT = 1024**2
"""Bytes read of a film or a sound recording: its description stands at the beginning, if anywhere."""
HEADERS_VARIABLE = "AUDITOR_HTTP_HEADERS"
"""The environment variable with extra request headers, one `Name: value` a line.

They may hold a password: they go to the start points' own hosts alone, and never over http to a host that was
named with https.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response. `headers` keeps order and repeats; `cut` says why the body is not complete, if so.

    `waited` is the time from the request to the response's headers, in seconds; `cause` is that of
    `Unchecked`, where the body was cut. `broken` tells of a body that broke off, which another try may cure.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    cut: str = ""
    waited: float = 0.0
    cause: str = ""
    broken: bool = False

    def header(self, name: str) -> str:
        """The first header of that name, any case; empty without one."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")


@dataclass(frozen=True, slots=True)
class Failure:
    """No response, and why. `passing` tells what another try may cure; `cause` is that of `Unchecked`."""

    url: str
    reason: str
    mend: str = ""
    passing: bool = False
    cause: str = ""


class Fetcher:
    """Asks for addresses over pooled connections. Safe to use from several threads.

    Proxies (HTTP_PROXY, HTTPS_PROXY, NO_PROXY) and a CA bundle of one's own (REQUESTS_CA_BUNDLE) are taken
    from the environment as requests does; certificates are always verified. Cookies are not kept, unless
    the crawl accepts those of a host that insists on them.
    """

    def __init__(
        self,
        options: CrawlOptions,
        guard: AddressGuard,
        starts: Sequence[str] = (),
        logins: Mapping[str, str] | None = None,
    ) -> None:
        self._options = options
        self._session = requests.Session()
        self._adapter = PinnedAdapter(guard, options.connections)
        self._headers = {
            "User-Agent": options.agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language": "*",
            **urllib3.util.make_headers(accept_encoding=True, keep_alive=True),
        }
        self._extra = extra_headers(os.environ.get(HEADERS_VARIABLE, ""))
        self._trusted = frozenset(origin for url in starts for origin in _origins(url))
        self._logins = {origin: value for url, value in (logins or {}).items() for origin in _origins(url)}
        self._settings: dict[str, Mapping[str, Any]] = {}
        self._cookies: dict[str, dict[str, str]] = {}
        self._lines: dict[int, Line] = {}
        self._stopped = False

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer | Failure:
        """The answer of `url`, in normal form. Redirects are not followed."""
        began = time.monotonic()
        line = Line(began + self._options.response_seconds)
        self._lines[threading.get_ident()] = line
        try:
            sent = self._headers_for(url, headers)
            with line.in_use():
                raw = self._adapter.open(url, sent, self._options.timeout, self._settings_for(url))
            return self._read(url, raw, line, time.monotonic() - began)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            return self._failure(url, error, line)
        finally:
            self._lines.pop(threading.get_ident(), None)

    def _headers_for(self, url: str, more: Mapping[str, str] | None) -> Mapping[str, str]:
        cookies = self._cookies.get(host_of(url)) if self._cookies else None
        origin = url[: url.find("/", 8)]
        extra = self._extra if self._extra and origin in self._trusted else {}
        if origin in self._logins:
            extra = {"Authorization": self._logins[origin], **extra}
        if not cookies and not more and not extra:
            return self._headers
        own = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}
        return {**self._headers, **own, **extra, **(more or {})}

    def accept_cookies(self, url: str, headers: Iterable[tuple[str, str]]) -> bool:
        """Show the cookies in `headers` to the host of `url` from now on, in place of the oldest where there
        are too many; False when nothing is new.
        """
        # Other threads may be reading those kept so far.
        kept = dict(self._cookies.get(host_of(url), {}))
        is_new = False
        for header, value in headers:
            name, equals, text = value.partition(";")[0].strip().partition("=")
            if header.lower() != "set-cookie" or not equals or name in kept:
                continue
            if len(kept) >= COOKIES:
                kept.pop(next(iter(kept)))
            kept[name] = text
            is_new = True
        self._cookies[host_of(url)] = kept
        return is_new

    def _settings_for(self, url: str) -> Mapping[str, Any]:
        origin = url[: url.find("/", 8)]
        if origin not in self._settings:
            found = self._session.merge_environment_settings(url, {}, True, None, None)
            self._settings[origin] = {name: found[name] for name in ("proxies", "verify", "cert")}
        return self._settings[origin]

    def _read(self, url: str, raw: urllib3.BaseHTTPResponse, line: Line, waited: float) -> Answer:
        limit = self._options.body_limit
        if str(raw.headers.get("Content-Type", "")).lower().startswith(("video/", "audio/")):
            limit = min(limit, MEDIA_LIMIT)
        headers = tuple((str(name), str(value)) for name, value in raw.headers.items())
        chunks: list[bytes] = []
        size, cut, cause, broken = 0, "", "", False
        try:
            while chunk := raw.read1(CHUNK, decode_content=True):
                chunks.append(chunk)
                size += len(chunk)
                if size > limit:
                    cut = f"larger than the limit of {limit / 1024**2:g} MB; the rest was not read"
                    break
                if time.monotonic() > line.deadline:
                    cut = f"{self._late}; the rest was not read"
                    break
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            failure = self._failure(url, error, line)
            cut, cause = failure.reason + "; the rest was not read", failure.cause
            broken = failure.passing
        if line.ended and not cut:
            # A transfer ended from outside looks like one that is complete.
            cut = self._ended() + "; the rest was not read"
        if cut:
            raw.close()
        raw.release_conn()
        body = b"".join(chunks)[:limit] if size > limit else b"".join(chunks)
        return Answer(url, raw.status, headers, body, cut, waited, cause, broken)

    def _failure(self, url: str, error: Exception, line: Line) -> Failure:
        return Failure(url, self._ended()) if line.ended else explain(url, error)

    def _ended(self) -> str:
        """Why a transfer was ended from outside."""
        return "cut off when the crawl ended" if self._stopped else self._late

    @property
    def _late(self) -> str:
        return f"took longer than {self._options.response_seconds:g} s"

    def watch(self) -> None:
        """End transfers that are past their time. Called now and then by the crawl."""
        now = time.monotonic()
        for line in list(self._lines.values()):
            if self._stopped or now > line.deadline:
                line.end()

    def stop(self) -> None:
        """End every transfer at once."""
        self._stopped = True
        self.watch()

    def close(self) -> None:
        """Close the connections."""
        self._adapter.close()
        self._session.close()


def _origins(url: str) -> set[str]:
    """The origins that a start point stands for: with and without `www.`, and https in place of http."""
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].removeprefix("www.")
    return {f"{s}://{h}" for s in {scheme, "https"} for h in (host, f"www.{host}")}


def extra_headers(text: str) -> dict[str, str]:
    """Request headers from `Name: value` lines. Raises ConfigurationError without quoting the value."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon or not name.strip().replace("-", "").isalnum():
            raise ConfigurationError(f"{HEADERS_VARIABLE}, line {number}: not a header", "write Name: value")
        found[name.strip()] = value.strip()
    return found


_REASONS: tuple[tuple[tuple[type[BaseException], ...], str, str, bool], ...] = (
    ((HostUnknownError,), "{}", "check the spelling, and that this machine is online", False),
    ((ForbiddenAddressError,), "{}", "name the address itself as the target if this is meant", False),
    (
        (requests.exceptions.ProxyError, urllib3.exceptions.ProxyError),
        "the proxy did not answer",
        "check HTTP_PROXY and HTTPS_PROXY",
        False,
    ),
    ((ConnectionRefusedError,), "the connection was refused", "", False),
    ((urllib3.exceptions.TimeoutError, requests.Timeout, TimeoutError), "no answer in time", "", True),
    ((urllib3.exceptions.IncompleteRead,), "the body ended before its announced length", "", True),
    ((urllib3.exceptions.DecodeError,), "the body does not unpack by its Content-Encoding", "", False),
    ((ConnectionError, urllib3.exceptions.ProtocolError), "the connection broke", "", True),
)
"""Kinds of failure, the gravest first: what to say, how to mend it, and whether another try may help.

Only messages that quote nothing of an address are passed on.
"""


def explain(url: str, error: BaseException) -> Failure:
    """Why a request failed, in plain words that quote nothing of the address."""
    chain = _causes(error)
    fault = tls_fault(chain)
    if fault is not None:
        return Failure(url, fault.reason, fault.mend, fault.passing, fault.cause)
    for kinds, reason, mend, passing in _REASONS:
        cause = next((c for c in chain if isinstance(c, kinds)), None)
        if cause is not None:
            return Failure(url, reason.format(cause), mend, passing)
    return Failure(url, f"the request failed ({type(error).__name__})", passing=True)


def _causes(error: BaseException | None) -> list[BaseException]:
    """The error and everything behind it: causes, contexts, wrapped reasons and arguments."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < 20:
        current = waiting.pop(0)
        if not isinstance(current, BaseException) or current in found:
            continue
        found.append(current)
        waiting += [current.__cause__, current.__context__, getattr(current, "reason", None)]
        waiting += [argument for argument in current.args if isinstance(argument, BaseException)]
    return found
