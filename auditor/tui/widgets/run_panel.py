"""Live progress of a run: one line for each source, and what is worth telling."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from auditor.core.events import Event, Notice, Progress
from auditor.core.record import CheckRun, UncheckedEntry
from auditor.tui import words

_NOTICES = 4
_LISTED = 50
"""Places that could not be checked which the panel lists; the report lists them all."""
_WINDOW = 8.0
"""Seconds over which the rate is taken: long enough to be calm, short enough to tell of a slow site."""


_INTERVAL = 0.1
"""Seconds between two progress events that reach the screen."""


def throttled(post: Callable[[Event], object]) -> Callable[[Event], None]:
    """A listener that passes on every notice, and one progress event of a source in a tenth of a second."""
    latest: dict[str, float] = {}

    def listen(event: Event) -> None:
        moment = time.monotonic()
        if isinstance(event, Progress):
            if moment - latest.get(event.source, 0.0) < _INTERVAL:
                return
            latest[event.source] = moment
        post(event)

    return listen


class Pace:
    """How fast one source is read, from its latest events."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, Progress]] = deque()

    @property
    def last(self) -> Progress:
        """The latest event."""
        return self._seen[-1][1]

    def take(self, event: Progress, moment: float) -> None:
        """An event that came at `moment` (seconds of any steady clock)."""
        self._seen.append((moment, event))
        while len(self._seen) > 2 and moment - self._seen[0][0] > _WINDOW:
            self._seen.popleft()

    def documents_a_second(self) -> float:
        """Documents read a second; 0 while too little is known."""
        return self._rate(lambda e: e.answers)

    def bytes_a_second(self) -> float:
        """Bytes read a second; 0 while too little is known."""
        return self._rate(lambda e: e.bytes_read)

    def _rate(self, of: Callable[[Progress], int]) -> float:
        (began, first), (now, last) = self._seen[0], self._seen[-1]
        return (of(last) - of(first)) / (now - began) if now - began >= 1 else 0.0

    def seconds_left(self) -> float | None:
        """Until what is known to wait is read; None while nobody can tell."""
        rate = self.documents_a_second()
        return self.last.queued / rate if rate and self.last.queued else None


def progress_line(pace: Pace) -> str:
    """Counts, rate and time left of one source, in words."""
    event = pace.last
    parts = [
        words.count(event.pages, "page"),
        words.count(event.documents, "file"),
        words.size(event.bytes_read),
    ]
    if rate := pace.documents_a_second():
        parts.append(f"{rate:.1f} files/s, {words.size(pace.bytes_a_second())}/s")
    if (left := pace.seconds_left()) is not None:
        parts.append(f"about {_duration(left)} left")
    elif event.queued:
        parts.append(f"{event.queued:,} waiting")
    return " · ".join(parts)


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


class RunPanel(Vertical):
    """What a run is doing, or what the last one did."""

    def __init__(self, *, id: str, classes: str = "") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self._paces: dict[str, Pace] = {}
        self._notices: list[str] = []

    def compose(self) -> ComposeResult:
        """A bar, the sources, notices."""
        yield ProgressBar(id="run-bar", show_eta=False, show_percentage=False)
        yield Static(id="run-counts")
        yield Static(id="run-notices")

    def begin(self) -> None:
        """A run starts."""
        self._paces.clear()
        self._notices.clear()
        self._lines(Content("Starting …"))
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=None, progress=0)

    def take(self, event: Progress | Notice) -> None:
        """Show an event."""
        if isinstance(event, Notice):
            said = f"{words.plain(event.source)}: {words.plain(event.text)}"
            self._notices = [*self._notices, said][-_NOTICES:]
        else:
            self._paces.setdefault(event.source, Pace()).take(event, time.monotonic())
        self._show()

    def _show(self) -> None:
        if not self._paces:
            self._lines(Content("Starting …"))
            return
        every = [pace.last for pace in self._paces.values()]
        done, queued = sum(e.answers for e in every), sum(e.queued for e in every)
        self.query_one(ProgressBar).update(total=max(1, done + queued), progress=done)
        self._lines(Content("\n").join(_source(name, pace) for name, pace in self._paces.items()))

    def end(self, run: CheckRun | None, interrupted: str = "") -> None:
        """Nothing runs: say what the last run did, and whether one can be gone on with."""
        self.query_one(ProgressBar).display = False
        lines: list[Content] = []
        if interrupted:
            lines.append(Content.assemble(("‖ ", "bold $text-warning"), interrupted))
        if run is None:
            lines.append(Content("The checks have not run this quarter. Press r to run them."))
        else:
            coverage = run.coverage
            read = f"{words.count(coverage.pages, 'page')}, {words.count(coverage.documents, 'file')}"
            absent = f"; {coverage.absent:,} tried addresses do not exist" if coverage.absent else ""
            when = f"{words.day(run.finished)} {run.finished:%H:%M}"
            whole = "" if coverage.unchecked else ". Nothing was left out."
            lines.append(Content(f"{when}: read {read}, {words.size(coverage.bytes)}{absent}{whole}"))
            lines += _left_out(coverage.unchecked)
        self._lines(Content("\n").join(lines))

    def _lines(self, counts: Content) -> None:
        self.query_one("#run-counts", Static).update(counts)
        notices = self.query_one("#run-notices", Static)
        notices.display = bool(self._notices)
        notices.update(Content("\n".join(self._notices)))


def _source(name: str, pace: Pace) -> Content:
    """Three lines for one source: its name and what was found, its counts, the place being read."""
    event = pace.last
    found = (
        (f"▲ {event.found} found so far", "bold $text-error")
        if event.found
        else ("nothing found so far", "$muted")
    )
    unread = (f" · ? {event.unchecked} could not be read", "$text-warning") if event.unchecked else ""
    head = Content.assemble((words.plain(name), "bold"), "  ", found, unread)
    now = Content.styled(f"  {words.plain(event.current)}", "$muted")
    return Content("\n").join([head, Content(f"  {progress_line(pace)}"), now])


def _left_out(unchecked: Iterable[UncheckedEntry]) -> list[Content]:
    entries = list(unchecked)
    if not entries:
        return []
    lines = [Content.styled(f"? {words.count(len(entries), 'place')} could not be checked:", "$text-warning")]
    for entry in entries[:_LISTED]:
        place = f" ({words.plain(entry.place)})" if entry.place else ""
        mend = f" – {words.plain(entry.mend)}" if entry.mend else ""
        lines.append(Content(f"  {words.plain(entry.url)}{place}: {words.plain(entry.reason)}{mend}"))
    if len(entries) > _LISTED:
        lines.append(Content.styled(f"  and {len(entries) - _LISTED:,} more, in the report", "$muted"))
    return lines
