"""Reading and searching on a Dask cluster (extra `cluster`), through the standard Executor interface.

Everything a task needs travels with it, so that any `concurrent.futures.Executor` will do. What travels
holds the facts: it prints nothing of itself, because schedulers and workers print what fails; it is never
stored as data of the cluster, which could be spilled to disk; and it goes to another machine over TLS only.
"""

import ipaddress
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel
from auditor.runner import Examined, Examiner, Item, too_late, unreadable
from auditor.scan.crew import Wanted
from auditor.scan.remember import program_mark

MEND = "install agency-auditor[cluster]"
_BATCH_ITEMS = 16
_BATCH_BYTES = 1024**2
"""One task holds so many documents, or so many bytes of them: a task costs about a millisecond by itself."""
_IN_FLIGHT = 3
"""Tasks for each thread of the cluster that are under way: one is read, the others wait there."""
_LONGEST = 900.0
"""Seconds after which a task is given up. Readers end themselves by their own limits long before."""
_PATIENCE = 15.0
"""Seconds in which a scheduler must answer."""


class Work:
    """Some documents and what to search them for. It pickles, for the way to a worker, and shows nothing."""

    __slots__ = ("_check_ids", "_facts", "_mark", "_public", "_resources")

    def __init__(
        self, wanted: Wanted, check_ids: tuple[str, ...], resources: tuple[Resource, ...], mark: str
    ) -> None:
        self._facts = wanted.facts.reveal_for_saving()
        self._public = wanted.public
        self._check_ids = check_ids
        self._resources = resources
        self._mark = mark

    def __repr__(self) -> str:
        return "<Work>"

    def __getstate__(self) -> tuple[Any, ...]:
        return self._facts, self._public, self._check_ids, self._resources, self._mark

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._facts, self._public, self._check_ids, self._resources, self._mark = state

    def do(self) -> list[Examined]:
        """The outcome for each document. One at a time in each process: not every reader bears company."""
        if self._mark != program_mark():
            reason = "the worker runs another version of the program"
            return [unreadable(resource, reason) for resource in self._resources]
        with _One.lock:
            examiner = _One.examiner_for(self._facts, self._public, self._check_ids)
            return [examiner.examine(resource) for resource in self._resources]


class _One:
    """The examiner that this process made last; making it costs more than reading a page."""

    lock = threading.Lock()
    made: tuple[object, Examiner] | None = None

    @classmethod
    def examiner_for(cls, facts: dict[str, Any], public: Public, check_ids: tuple[str, ...]) -> Examiner:
        wanted = (facts, public, check_ids)
        if cls.made is None or cls.made[0] != wanted:
            cls.made = (wanted, Wanted(Facts.from_table(facts), public).examiner(check_ids))
        return cls.made[1]


def do(work: Work) -> list[Examined]:
    """What a worker calls."""
    return work.do()


class Spread:
    """Examines by an executor of `slots` threads, somewhere."""

    def __init__(self, wanted: Wanted, check_ids: tuple[str, ...], executor: Executor, slots: int) -> None:
        self._wanted = wanted
        self._check_ids = check_ids
        self._executor = executor
        self._most = max(1, slots) * _IN_FLIGHT
        self._batch: list[Resource] = []
        self._pending: dict[Future[list[Examined]], tuple[tuple[Resource, ...], float]] = {}

    def examine_all(self, stream: Iterable[Item], cancel: Cancel) -> Iterator[Examined | Unchecked]:
        """See `ExamineAll`. Whatever becomes of a worker, each document has its outcome."""
        for item in stream:
            if not isinstance(item, Resource):
                yield item
            elif cancel.left <= 0:
                yield too_late(item)
            elif not cancel:
                yield from self._add(item, cancel)
        if self._batch and not cancel:
            self._send(tuple(self._batch))
        while self._pending and not cancel:
            yield from self._collect(cancel)
        for future in self._pending:
            future.cancel()
        self._batch.clear()
        self._pending.clear()

    def _add(self, resource: Resource, cancel: Cancel) -> Iterator[Examined]:
        self._batch.append(resource)
        size = sum(len(r.body) for r in self._batch)
        if len(self._batch) >= _BATCH_ITEMS or size >= _BATCH_BYTES:
            batch, self._batch = tuple(self._batch), []
            self._send(batch)
        while len(self._pending) >= self._most:
            yield from self._collect(cancel)

    def _send(self, batch: tuple[Resource, ...]) -> None:
        work = Work(self._wanted, self._check_ids, batch, program_mark())
        self._pending[self._executor.submit(do, work)] = (batch, time.monotonic())

    def _collect(self, cancel: Cancel) -> Iterator[Examined]:
        pause = min(1.0, max(0.0, cancel.left))
        done, _ = wait(self._pending, timeout=pause, return_when=FIRST_COMPLETED)
        for future in done:
            batch, _ = self._pending.pop(future)
            try:
                yield from future.result()
            except Exception:  # noqa: BLE001 - whatever ended the task, its documents are tried alone, or listed
                yield from self._after_failure(batch)
        if cancel.left <= 0:
            for future, (batch, _) in self._pending.items():
                future.cancel()
                yield from map(too_late, batch)
            self._pending.clear()
        late = [f for f, (_, since) in self._pending.items() if time.monotonic() - since > _LONGEST]
        for future in late:
            batch, _ = self._pending.pop(future)
            future.cancel()
            yield from self._after_failure(batch)

    def _after_failure(self, batch: tuple[Resource, ...]) -> Iterator[Examined]:
        if len(batch) == 1:
            yield unreadable(batch[0], "reading it ended the worker, or took too long there")
            return
        for resource in batch:
            self._send((resource,))


@contextmanager
def connected(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of the cluster whose scheduler is at `address`, and how many threads it has.

    Raises ConfigurationError without the extra, for an address that would send the facts over a network in
    clear, when nobody answers, and when no worker comes.
    """
    check_address(address)
    try:
        from distributed import Client, Security
    except ImportError:
        raise ConfigurationError("--cluster needs the library distributed", MEND) from None
    connect: Any = Client
    encrypted: Any = Security
    security = encrypted(require_encryption=True) if address.startswith("tls://") else None
    try:
        client = connect(address, timeout=_PATIENCE, security=security, set_as_default=False)
    except (OSError, TimeoutError, ValueError, TypeError) as error:
        raise ConfigurationError(
            f"no scheduler could be used at {address} ({type(error).__name__})",
            "start one with `dask scheduler`; for TLS set distributed.comm.tls.* in Dask's configuration",
        ) from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        with client.get_executor(pure=False) as executor:
            yield executor, sum(client.nthreads().values())
    except TimeoutError:
        raise ConfigurationError(f"no worker came to {address} in time", "start `dask worker`") from None
    finally:
        client.close()


def check_address(address: str) -> None:
    """Raise ConfigurationError unless what is sent to `address` stays on this machine or is encrypted."""
    parts = urlsplit(address)
    if parts.scheme not in ("tls", "tcp") or not parts.hostname:
        raise ConfigurationError(f"{address} is no scheduler's address", "write tls://HOST:PORT")
    if parts.scheme == "tcp" and not _is_here(parts.hostname):
        raise ConfigurationError(
            f"{address} would send the confidential facts over the network in clear", "use tls://"
        )


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
