"""A website check: collect from targets, read, search, examine, conclude. Used by `run` and `scan`."""

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from auditor.core.check import Brief
from auditor.core.document import Unchecked
from auditor.core.events import Cancel, Event, Listener, Notice, Progress
from auditor.core.finding import Finding
from auditor.core.record import CheckRun
from auditor.core.status import Severity
from auditor.registry import select
from auditor.runner import ExamineAll, Runner, RunResult, with_found
from auditor.scan.connection import Connections
from auditor.scan.crew import Crew, Wanted, in_this_process, worker_count
from auditor.scan.remember import Memories, Remembering, memory_for
from auditor.store.site_memory import SiteMemory

if TYPE_CHECKING:
    from auditor.collect.options import CrawlOptions

    OptionsFor = Callable[[str], CrawlOptions]
    """The limits and manners for a target."""


GRACE = 1.0
"""Seconds after the time limit of a website in which what has come is still examined; then all of it ends."""
TELL_EVERY = 0.05
"""Seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a check may use besides the network.

    `workers` is the number of processes that read documents: 0 reads them here, None takes one a core.
    With `memories`, what has not changed since an earlier run is not read again. `cluster` is the address
    of a Dask scheduler that reads and searches in place of workers of our own.
    """

    workers: int | None = None
    memories: Memories | None = None
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """A finished run and its findings, everything masked; and how many documents of each type were read."""

    run: CheckRun
    findings: tuple[Finding, ...]
    media_types: Mapping[str, int] = field(default_factory=dict)

    def worst(self) -> Severity | None:
        """The gravest severity found, None when nothing was."""
        return min((f.severity for f in self.findings), key=lambda s: s.rank, default=None)

    def conclusive(self) -> bool:
        """False when nothing could be read, or something could not be examined."""
        return self.run.coverage.documents > 0 and not self.run.coverage.unchecked


def scan_targets(
    targets: Sequence[str],
    wanted: Wanted,
    check_ids: Sequence[str] = (),
    *,
    listener: Listener,
    cancel: Cancel,
    clock: Callable[[], datetime],
    options: "OptionsFor | CrawlOptions | None" = None,
    means: Means = Means(),
) -> ScanOutcome:
    """Check every target (URLs, folders, files), all by the same `options` or each by its own.

    Events reach `listener` masked and with counts filled in.
    Raises ConfigurationError for a target that is neither a URL nor there on disk, and for a cluster that
    cannot be used.
    """
    from auditor.collect.login import without_login
    from auditor.collect.options import CrawlOptions

    started = clock()
    checks = select(check_ids)
    searcher = wanted.searcher
    result = RunResult()

    pass_on = _Teller(listener, result, searcher.mask)
    chosen = options or CrawlOptions()
    options_for = (lambda _: chosen) if isinstance(chosen, CrawlOptions) else chosen
    with ExitStack() as stack:
        engine = _engine(wanted, tuple(check_ids), means, stack)
        connections = Connections(checks, Brief(searcher, wanted.fingerprints))
        visits = [
            _Visit(target, options_for(target), wanted, check_ids, means.memories, started, stack)
            for target in targets
        ]
        for visit in visits:
            if cancel:
                result.unchecked.append(Unchecked(visit.collector.name, "cancelled before it was visited"))
                continue
            visit.run(engine, connections, pass_on, cancel, result)
            pass_on.flush()
        started = min([started, *(visit.memory.started for visit in visits if visit.memory)])
    _note_untried(result, wanted, connections)
    run = CheckRun(
        started=started,
        finished=clock(),
        targets=tuple(searcher.mask(without_login(target)) for target in targets),
        results=result.outcomes(checks),
        coverage=result.coverage(searcher.mask),
    )
    return ScanOutcome(run, in_order(result.findings), dict(result.media_types))


def _note_untried(result: RunResult, wanted: Wanted, connections: Connections) -> None:
    """Note the facts that are not really searched for, and the checks that nothing could be asked for."""
    for label, reason in wanted.facts.unsearched():
        result.unchecked.append(Unchecked("confidential.toml", reason, place=label))
    for check, reason in connections.untried().items():
        result.failed.setdefault(check, reason)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The gravest first, then by place."""
    return tuple(sorted(findings, key=lambda f: (f.severity.rank, f.url, f.carrier, f.label)))


class _Teller:
    """Passes events on, masked and with counts filled in; of progress no more than a face can show."""

    def __init__(self, listener: Listener, result: RunResult, mask: Callable[[str], str]) -> None:
        self._listener = listener
        self._result = result
        self._mask = mask
        self._next = 0.0
        self._held: Event | None = None

    def __call__(self, event: Event) -> None:
        if isinstance(event, Progress) and time.monotonic() < self._next:
            self._held = event
            return
        self._held = None
        self._listener(with_found(event, self._result, self._mask))
        self._next = time.monotonic() + TELL_EVERY

    def flush(self) -> None:
        """Pass on what was held back: the last state is always told."""
        if self._held is not None:
            self._listener(with_found(self._held, self._result, self._mask))
            self._held = None


class _Visit:
    """One target: its collector, and what is remembered of it."""

    def __init__(
        self,
        target: str,
        options: "CrawlOptions",
        wanted: Wanted,
        check_ids: Sequence[str],
        memories: Memories | None,
        now: datetime,
        stack: ExitStack,
    ) -> None:
        from auditor.collect.login import without_login
        from auditor.collect.render import RenderingCollector
        from auditor.collect.targets import collector_for, is_website, shelf_of

        self._wanted = wanted
        self.memory: SiteMemory | None = None
        # What a browser builds depends on more than the page, and a stream comes once.
        if memories is not None and not options.render and target.strip() != "-":
            self.memory = memory_for(without_login(target), wanted, check_ids, memories, now)
        if self.memory is not None:
            stack.callback(self.memory.close)
        collector = collector_for(target, options, self.memory)
        self._is_website = is_website(collector)
        self._seconds = options.max_seconds + GRACE if self._is_website else math.inf
        self.collector = collector
        if options.render:
            delay = options.delay if self._is_website else 0.0
            self.collector = RenderingCollector(collector, delay, shelf_of(collector))

    def run(
        self,
        examine_all: ExamineAll,
        connections: Connections,
        listener: Listener,
        cancel: Cancel,
        result: RunResult,
    ) -> None:
        """Examine the target. A run that was not interrupted becomes what is remembered."""
        cancel = cancel.within(self._seconds)
        stream = self.collector.collect(listener, cancel)
        remembering = Remembering(examine_all, self.memory, self._wanted) if self.memory else None
        chosen = remembering.examine_all if remembering else examine_all
        runner = Runner(connections.around(chosen, website=self._is_website), self._wanted.fingerprints)
        runner.run(stream, listener, cancel, result)
        if self.memory is None or remembering is None:
            return
        if remembering.spared:
            text = f"{remembering.spared} pages and files were as at an earlier run, and not read again"
            listener(Notice(self.collector.name, text))
        if not cancel:
            self.memory.finish()


def _engine(wanted: Wanted, check_ids: tuple[str, ...], means: Means, stack: ExitStack) -> ExamineAll:
    if means.cluster:
        from auditor.scan.cluster import Spread, connected

        return Spread(wanted, check_ids, *stack.enter_context(connected(means.cluster))).examine_all
    workers = worker_count() if means.workers is None else means.workers
    if workers == 0:
        return in_this_process(wanted.examiner(check_ids))
    return Crew(wanted, check_ids, workers).examine_all
