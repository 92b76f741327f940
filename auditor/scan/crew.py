"""Worker processes that read and search documents: on every core, and where a bad document can be ended.

The facts reach a worker through the pipe that starts it, and live in its memory alone: they are never an
argument, an environment variable or a file. Outcomes come back without any text of the documents.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import resource_tracker
from typing import Any

from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.check import Brief
from auditor.core.document import Resource, Unchecked
from auditor.core.events import Cancel
from auditor.core.status import Kind
from auditor.registry import select
from auditor.runner import ExamineAll, Examined, Examiner, Item, too_late, unreadable
from auditor.scan.discreet import DiscreetSearcher
from auditor.scan.unresolved import unresolved

# A worker costs about a second of a core before it reads anything: less work than this is done sooner here.
_START_AFTER_SECONDS = 2.5
# Readers end themselves by their own limits; this ends the one that cannot.
_HARD_SECONDS = 150.0
_MEMORY = 4 * 1024**3
_IN_FLIGHT = 4
# Bytes a second of the text that takes longest (docs/performance.md), how much a packed document may hold for
# each of its bytes, and the seconds that are not worth a worker's start.
_SLOWEST = 50_000
_UNPACKED = 20
_PACKED = (b"PK\3\4", b"\x1f\x8b")
_SOON = 1.0
# The shortest limit of today's systems for a socket's path, and what the fork server adds to the folder.
_SOCKET_PATH = 103
_SOCKET_NAME = len("/pymp-12345678/listener-12345678")


class Wanted:
    """What is searched for: the confidential facts, and what is public on purpose."""

    def __init__(self, facts: Facts, public: Public) -> None:
        self.facts = facts
        self.public = public
        self.searcher = DiscreetSearcher(facts.searcher(public, unknown_addresses=True))
        self.fingerprints = facts.fingerprints()

    def examiner(self, check_ids: tuple[str, ...]) -> Examiner:
        """An examiner for this process."""
        from auditor.collect.extract import read

        is_placed = {Kind.ADDRESS.value, Kind.COORDINATES.value} & self.facts.counts().keys()
        doubts = unresolved if is_placed else None
        return Examiner(select(check_ids), Brief(self.searcher, self.fingerprints), read, doubts)


def in_this_process(examiner: Examiner) -> ExamineAll:
    """Examine one resource after another, here: one that is begun is examined to its end, time limit or not.

    Once cancelled, nothing more is examined, but the stream is followed to its end: there it says that
    it was cancelled, without which what was seen so far would look like everything.
    """

    def examine_all(stream: Iterable[Item], cancel: Cancel) -> Iterator[Examined | Unchecked]:
        for item in stream:
            if not isinstance(item, Resource):
                yield item
            elif not cancel:
                yield examiner.examine(item) if cancel.left > 0 else too_late(item)

    return examine_all


class Crew:
    """Examines here while there is little to do, and in `workers` processes when there is more.

    A document that calls for a native library goes to a worker at once, so that what would crash or
    hang this program ends a worker instead; the document is then listed as unchecked. So does one that might
    take longer than there is time: at the end of the time workers are ended, whatever they read.
    """

    def __init__(self, wanted: Wanted, check_ids: tuple[str, ...], workers: int) -> None:
        self._wanted = wanted
        self._check_ids = check_ids
        self._workers = workers
        self._here = wanted.examiner(check_ids)
        self._pool: ProcessPoolExecutor | None = None
        self._pending: dict[Future[Examined], tuple[Resource, float]] = {}
        self._starting: list[Future[str]] = []
        self._spent = 0.0

    def examine_all(self, stream: Iterable[Item], cancel: Cancel) -> Iterator[Examined | Unchecked]:
        """The outcomes, as they come. Workers are ended when the stream is, or when `cancel` is set."""
        from auditor.collect.extract import is_heavy

        try:
            for item in stream:
                if not isinstance(item, Resource):
                    yield item
                elif cancel:
                    continue  # the stream ends soon, and says that it was cancelled
                elif cancel.left <= 0:
                    yield too_late(item)
                elif _may_outlast(item, cancel.left) or self._pays() or is_heavy(item):
                    yield from self._hand_over(item, cancel)
                else:
                    yield self._examine_here(item)
            while self._pending and not cancel:
                yield from self._collect(cancel)
        finally:
            self._end()

    def _pays(self) -> bool:
        """Whether workers are ready and worth it. While they start, reading goes on here."""
        if self._spent < _START_AFTER_SECONDS:
            return False
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        if not self._starting:
            try:
                self._starting = [self._pool.submit(_ready) for _ in range(self._workers)]
            except BrokenProcessPool:
                return True  # whatever is handed over next finds out, and is dealt with
        return any(_is_fit(future) for future in self._starting)

    def _examine_here(self, resource: Resource) -> Examined:
        start = time.perf_counter()
        outcome = self._here.examine(resource)
        self._spent += time.perf_counter() - start
        return outcome

    def _hand_over(self, resource: Resource, cancel: Cancel) -> Iterator[Examined]:
        try:
            self._submit(resource)
        except BrokenProcessPool:
            yield from self._one_by_one(cancel)
            yield self._alone(resource, cancel)
            return
        while len(self._pending) >= self._workers * _IN_FLIGHT:
            yield from self._collect(cancel)

    def _submit(self, resource: Resource) -> None:
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        self._pending[self._pool.submit(_examine, resource)] = (resource, time.monotonic())

    def _collect(self, cancel: Cancel) -> Iterator[Examined]:
        """The outcomes that are there, after waiting for one. Ends what hangs, and what is too late."""
        pause = min(1.0, max(0.0, cancel.left))
        done, _ = wait(self._pending, timeout=pause, return_when=FIRST_COMPLETED)
        for future in done:
            try:
                outcome = future.result()
            except BrokenProcessPool:
                yield from self._one_by_one(cancel)
                return
            del self._pending[future]
            yield outcome
        oldest = min((since for _, since in self._pending.values()), default=time.monotonic())
        if cancel.left <= 0:
            suspects = [resource for resource, _ in self._pending.values()]
            self._end()
            yield from map(too_late, suspects)
        elif time.monotonic() - oldest > _HARD_SECONDS * _IN_FLIGHT:
            yield from self._one_by_one(cancel)

    def _one_by_one(self, cancel: Cancel) -> Iterator[Examined]:
        """After a worker died or hung: each document in flight again, alone, to find the culprit."""
        suspects = [resource for resource, _ in self._pending.values()]
        self._end()
        for resource in suspects:
            yield self._alone(resource, cancel)

    def _alone(self, resource: Resource, cancel: Cancel) -> Examined:
        seconds = min(_HARD_SECONDS, cancel.left)
        if seconds <= 0:
            return too_late(resource)
        pool = self._new_pool(1)
        try:
            return pool.submit(_examine, resource).result(timeout=seconds)
        except BrokenProcessPool:
            return unreadable(resource, "reading it ended the reading process")
        except TimeoutError:
            if seconds < _HARD_SECONDS:
                return too_late(resource)
            return unreadable(resource, f"reading it took longer than {_HARD_SECONDS:g} seconds")
        finally:
            _kill(pool)

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        # `fork` would copy the collector's threads in whatever state they are; `forkserver` needs a socket
        # in the temporary folder, whose path may be too long for one.
        context = multiprocessing.get_context("spawn")
        _begin_tracking()
        arguments = (self._wanted.facts.reveal_for_saving(), self._wanted.public, self._check_ids)
        return ProcessPoolExecutor(workers, context, initializer=_start, initargs=arguments)

    def _end(self) -> None:
        self._pending.clear()
        self._starting.clear()
        if self._pool is not None:
            _kill(self._pool)
            self._pool = None


def _may_outlast(resource: Resource, seconds: float) -> bool:
    """Whether reading `resource` could take longer than `seconds`, at the worst."""
    packed = resource.body.startswith(_PACKED)
    worst = len(resource.body) * (_UNPACKED if packed else 1) / _SLOWEST
    return worst > max(seconds, _SOON)


def _begin_tracking() -> None:
    """Start the process that tidies up after the workers, with a stderr that has a file descriptor.

    It inherits stderr. A terminal face puts something of its own in its place, whose descriptor is -1;
    the start then fails with ValueError.
    """
    with contextlib.redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def worker_count() -> int:
    """One worker for each core that this process may use, four at the most."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, 4))


def _kill(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, those that hang as well."""
    processes = list((pool._processes or {}).values())  # noqa: SLF001 - the executor offers no way to end a worker
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    for process in processes:
        process.join(timeout=5)


def _is_fit(worker: Future[str]) -> bool:
    """False while a worker starts, and when it could not; one that has ended is found out when it is used."""
    return worker.done() and (worker.exception() is not None or not worker.result())


_examiner: Examiner | None = None
_fault = "it has not begun"


def _start(table: dict[str, Any], public: Public, check_ids: tuple[str, ...]) -> None:
    """Make a worker ready. Ctrl-C is the main program's business.

    What goes wrong is kept to be told by the main program: a traceback would stand on the user's terminal,
    and might quote the facts.
    """
    global _examiner, _fault  # noqa: PLW0603 - a worker process has one examiner for its whole life
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass
    try:
        _examiner = Wanted(Facts.from_table(table), public).examiner(check_ids)
        _fault = ""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told by its kind alone
        _fault = type(error).__name__


def _ready() -> str:
    """Done by a worker as soon as it has started: why it is not fit to read, if so."""
    return _fault


def _examine(resource: Resource) -> Examined:
    if _examiner is None:
        return unreadable(resource, f"its reading process could not start ({_fault})")
    return _examiner.examine(resource)
