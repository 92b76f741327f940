"""A website check: collect from targets, read, search, examine, conclude. Used by `run` and `scan`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from auditor.core.document import Unchecked
from auditor.core.events import Cancel, Event, Listener
from auditor.core.finding import Finding
from auditor.core.record import CheckRun
from auditor.core.status import Severity
from auditor.crew import Crew, Wanted, in_this_process, worker_count
from auditor.registry import select
from auditor.runner import ExamineAll, Runner, RunResult, with_found

if TYPE_CHECKING:
    from auditor.collect.options import CrawlOptions


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """A finished run and its findings, everything masked."""

    run: CheckRun
    findings: tuple[Finding, ...]

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
    options: "CrawlOptions | None" = None,
    workers: int | None = None,
) -> ScanOutcome:
    """Check every target (URLs, folders, files). Events reach `listener` masked and with counts filled in.

    `workers` is the number of processes that read documents: 0 reads them here, None takes one a core.
    Raises ConfigurationError for a target that is neither a URL nor there on disk.
    """
    from auditor.collect.options import CrawlOptions
    from auditor.collect.render import RenderingCollector
    from auditor.collect.targets import collector_for, is_website

    started = clock()
    checks = select(check_ids)
    searcher = wanted.searcher
    result = RunResult()
    engine = _engine(wanted, tuple(check_ids), worker_count() if workers is None else workers)
    runner = Runner(engine, wanted.fingerprints)

    def pass_on(event: Event) -> None:
        listener(with_found(event, result, searcher.mask))

    chosen = options or CrawlOptions()
    collectors = [collector_for(target, chosen) for target in targets]
    if chosen.render:
        collectors = [RenderingCollector(c, chosen.delay) if is_website(c) else c for c in collectors]
    for collector in collectors:
        if cancel:
            result.unchecked.append(Unchecked(collector.name, "cancelled before it was visited"))
            continue
        runner.run(collector.collect(pass_on, cancel), pass_on, cancel, result)
    run = CheckRun(
        started=started,
        finished=clock(),
        targets=tuple(searcher.mask(target) for target in targets),
        results=result.outcomes(checks),
        coverage=result.coverage(searcher.mask),
    )
    ordered = sorted(result.findings, key=lambda f: (f.severity.rank, f.url, f.carrier, f.label))
    return ScanOutcome(run, tuple(ordered))


def _engine(wanted: Wanted, check_ids: tuple[str, ...], workers: int) -> ExamineAll:
    if workers == 0:
        return in_this_process(wanted.examiner(check_ids))
    return Crew(wanted, check_ids, workers).examine_all
