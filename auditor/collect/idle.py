"""Query keys that name a visit and no page, whatever they are called: learned from what the site answers."""

import hashlib
import re
import threading
from collections.abc import Container

ALIKE = 8
"""Values of one key that must give the same page before the key is known to change nothing there."""
PATHS = 3
"""Paths on which a key must change nothing, and none on which it does, to be ignored on every path."""
_KEYS = 12
"""Parameters of one address that are looked at."""
_BODY = 1024**2
"""Bytes of an answer that are compared; a longer one is no evidence."""
_ID = re.compile(rb"[\w.~%+-]{8,}\Z")
"""A value that may be an id: pages that hold it, or a fresh one for each link, are alike all the same."""


class IdleKeys:
    """Learns keys whose values make no difference, and tells which addresses differ by such a key alone.

    A key is idle on a path when so many values of it gave the same bytes, the other parameters being equal,
    or when whatever was asked for under that path gave the same; never when it was seen to change an answer.
    `before` holds what earlier runs left out.
    """

    def __init__(self, before: Container[str] = ()) -> None:
        self.before = before
        self._lock = threading.Lock()
        self._alone: dict[tuple[str, str, str], tuple[bytes, set[str]]] = {}
        self._any: dict[str, tuple[bytes, dict[str, set[str]]]] = {}
        self._telling: set[tuple[str, str]] = set()
        self._idle: set[tuple[str, str]] = set()
        self._paths: dict[str, set[str]] = {}
        self._asked: dict[str, str] = {}

    def saw(self, url: str, body: bytes) -> None:
        """The whole answer to `url` is `body`."""
        path, pairs = _parts(url)
        if not pairs or not body or len(body) > _BODY:
            return
        digest = _digest(body, pairs)
        with self._lock:
            is_one = self._any.setdefault(path, (digest, {}))
            for name, value in pairs:
                others = "&".join(sorted(f"{n}={v}" for n, v in pairs if n != name))
                first, values = self._alone.setdefault((path, name, others), (digest, set()))
                if first != digest:
                    self._telling.add((path, name))
                    self._idle.discard((path, name))
                    self._paths.setdefault(name, set()).discard(path)
                values.add(value)
                if is_one[0] == digest:
                    values = is_one[1].setdefault(name, set()) | values
                    is_one[1][name].add(value)
                if len(values) >= ALIKE and (path, name) not in self._telling:
                    self._learn(path, name)
            if is_one[0] != digest:
                is_one[1].clear()
                self._any[path] = (b"", {})
            if any(self._is_idle(path, name) for name, _ in pairs):
                self._asked.setdefault(self._folded(path, pairs), url)

    def _learn(self, path: str, name: str) -> None:
        self._idle.add((path, name))
        self._paths.setdefault(name, set()).add(path)

    def _is_idle(self, path: str, name: str) -> bool:
        if (path, name) in self._telling:
            return False
        if (path, name) in self._idle or f"trap: {_reason(path, name)}" in self.before:
            return True
        known = self._paths.get(name, ())
        return len(known) >= PATHS and not any(n == name for _, n in self._telling)

    def _folded(self, path: str, pairs: list[tuple[str, str]]) -> str:
        return path + "?" + "&".join(sorted(f"{n}={v}" for n, v in pairs if not self._is_idle(path, n)))

    def judge(self, url: str) -> str:
        """Why `url` need not be asked for: it differs from another by idle keys alone; empty otherwise."""
        path, pairs = _parts(url)
        if not pairs:
            return ""
        with self._lock:
            idle = next((name for name, _ in pairs if self._is_idle(path, name)), None)
            if idle is None or self._asked.setdefault(self._folded(path, pairs), url) == url:
                return ""
        return _reason(path, idle)


def _reason(path: str, name: str) -> str:
    shown = "/" + path.partition("://")[2].partition("/")[2]
    return f"{shown} with further values of {name}, of which {ALIKE} gave the same page"


def _parts(url: str) -> tuple[str, list[tuple[str, str]]]:
    """The address without its query, and the query's names and values; none where there are too many."""
    path, _, query = url.partition("?")
    if not query:
        return path, []
    pairs = [(name, value) for name, _, value in (part.partition("=") for part in query.split("&")) if name]
    return path, pairs if len(pairs) <= _KEYS else []


def _digest(body: bytes, pairs: list[tuple[str, str]]) -> bytes:
    """A digest of `body` without the ids in it: those of its own address, and those of its links."""
    for name, value in pairs:
        written = value.encode()
        if _ID.match(written):
            body = body.replace(written, b"")
            body = re.sub(rb"(?<=[?&;])" + re.escape(name.encode()) + rb"=[\w.~%+-]{8,}", b"", body)
    return hashlib.blake2b(body, digest_size=16).digest()
