"""Checks a folder again and again while a site is edited: everything once, then only what changes."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel
from auditor.core.finding import Finding
from auditor.core.record import CheckRun
from auditor.registry import select
from auditor.runner import Examined, RunResult
from auditor.scan.connection import untried
from auditor.scan.crew import Crew, Wanted
from auditor.scan.run import ScanOutcome, in_order

INTERVAL = 0.2
"""Seconds between two looks. A look asks the system for one stamp a file."""
_Stamps = tuple[tuple[Path, int, int, int], ...]
_Seen = list[Examined | Unchecked]


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit brought: findings that appeared, findings that are gone, and the state after it."""

    appeared: frozenset[tuple[str, str]]
    """Id and address of each."""
    gone: tuple[Finding, ...]
    files: int
    seconds: float
    outcome: ScanOutcome


class Watch:
    """The check of one folder, kept up to date. Raises ConfigurationError for what is no folder."""

    def __init__(
        self,
        folder: Path,
        wanted: Wanted,
        check_ids: Sequence[str],
        *,
        clock: Callable[[], datetime],
        workers: int,
    ) -> None:
        from auditor.collect.folder import FolderCollector

        if not folder.is_dir():
            raise ConfigurationError(f"{folder} is no folder", "--watch takes the folder of a site")
        self._collector = FolderCollector(folder)
        self._folder = str(folder)
        self._wanted = wanted
        self._check_ids = tuple(check_ids)
        self._checks = select(check_ids)
        self._clock = clock
        self._workers = workers
        # Files are known by their masked addresses, which is how outcomes name them; two files whose names
        # differ only in what is masked share one, and are examined together.
        self._names: dict[Path, str] = {}
        self._stamps: dict[str, _Stamps] = {}
        self._seen: dict[str, _Seen] = {}
        self._outside: list[Unchecked] = []
        self._begun = False

    def look(self) -> Change | None:
        """Examine what changed since the last look (the first time: everything). None when nothing did."""
        began, started = time.perf_counter(), self._clock()
        stamps, outside = self._walk()
        changed = [name for name, stamp in stamps.items() if self._stamps.get(name) != stamp]
        removed = [name for name in self._stamps if name not in stamps]
        if self._begun and not changed and not removed and outside == self._outside:
            return None
        self._begun = True
        before = self._findings()
        for name in removed:
            self._seen.pop(name, None)
        self._seen |= self._examine([path for name in changed for path, *_ in stamps[name]], changed)
        self._stamps, self._outside = stamps, outside
        after = self._findings()
        return Change(
            appeared=frozenset(after.keys() - before.keys()),
            gone=in_order(f for key, f in before.items() if key not in after),
            files=len(changed) + len(removed),
            seconds=time.perf_counter() - began,
            outcome=self._outcome(started),
        )

    def _walk(self) -> tuple[dict[str, _Stamps], list[Unchecked]]:
        stamps: dict[str, _Stamps] = {}
        outside: list[Unchecked] = []
        for found in self._collector.files():
            if isinstance(found, Unchecked):
                outside.append(found)
                continue
            try:
                told = found.stat()
            except OSError:
                continue  # removed between the listing and this line
            name = self._name(found)
            stamps[name] = (*stamps.get(name, ()), (found, told.st_mtime_ns, told.st_size, told.st_ino))
        return stamps, outside

    def _name(self, path: Path) -> str:
        if path not in self._names:
            self._names[path] = self._wanted.searcher.mask(self._collector.url(path))
        return self._names[path]

    def _examine(self, paths: Sequence[Path], names: Sequence[str]) -> dict[str, _Seen]:
        """What comes of the files; in worker processes where there are many, or one needs native code."""

        def stream() -> Iterator[Resource | Unchecked]:
            for path in paths:
                yield from self._collector.read(path)

        fresh: dict[str, _Seen] = {name: [] for name in names}
        for outcome in Crew(self._wanted, self._check_ids, self._workers).examine_all(stream(), Cancel()):
            fresh.setdefault(self._wanted.searcher.mask(outcome.url), []).append(outcome)
        return fresh

    def _findings(self) -> dict[tuple[str, str], Finding]:
        every = (item for seen in self._seen.values() for item in seen if isinstance(item, Examined))
        return {(f.id, f.url): f for item in every for f in item.findings}

    def _outcome(self, started: datetime) -> ScanOutcome:
        result = RunResult(unchecked=list(self._outside), failed=untried(self._checks))
        for seen in self._seen.values():
            for item in seen:
                if isinstance(item, Unchecked):
                    result.unchecked.append(item)
                else:
                    result.add(item)
        mask = self._wanted.searcher.mask
        run = CheckRun(
            started=started,
            finished=self._clock(),
            targets=(mask(self._folder),),
            results=result.outcomes(self._checks),
            coverage=result.coverage(mask),
        )
        return ScanOutcome(run, in_order(result.findings))
