"""Live progress of a run: one line for each source, and what is worth telling."""

import time

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from auditor.core.events import Notice, Progress
from auditor.core.record import CheckRun
from auditor.tui import words

_NOTICES = 4


def progress_line(event: Progress, seconds: float) -> str:
    """Counts, rate and time left of one source, in words."""
    parts = [
        words.count(event.pages, "page"),
        words.count(event.documents, "file"),
        words.size(event.bytes_read),
    ]
    if seconds > 1 and event.documents:
        rate = event.documents / seconds
        parts.append(f"{rate:.1f} a second")
        if event.queued:
            parts.append(f"about {_duration(event.queued / rate)} left")
    return " · ".join(parts)


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


class RunPanel(Vertical):
    """What a run is doing, or what the last one did."""

    def __init__(self, *, id: str, classes: str = "") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self._began = 0.0
        self._sources: dict[str, Progress] = {}
        self._notices: list[str] = []

    def compose(self) -> ComposeResult:
        """A bar, counts, the place being read, notices."""
        yield ProgressBar(id="run-bar", show_eta=False, show_percentage=False)
        yield Static(id="run-counts")
        yield Static(id="run-now")
        yield Static(id="run-notices")

    def begin(self) -> None:
        """A run starts."""
        self._began = time.monotonic()
        self._sources.clear()
        self._notices.clear()
        self._lines("Starting …", "", [])
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=None, progress=0)

    def take(self, event: Progress | Notice) -> None:
        """Show an event."""
        if isinstance(event, Notice):
            self._notices = [*self._notices, f"{words.plain(event.source)}: {words.plain(event.text)}"][
                -_NOTICES:
            ]
        else:
            self._sources[event.source] = event
        self._show()

    def _show(self) -> None:
        seconds = time.monotonic() - self._began
        every = list(self._sources.values())
        if not every:
            self._lines("Starting …", "", self._notices)
            return
        done = sum(e.documents for e in every)
        queued = sum(e.queued for e in every)
        self.query_one(ProgressBar).update(total=max(1, done + queued), progress=done)
        last = every[-1]
        counts = progress_line(last, seconds)
        tail = f"found {last.found} · could not read {last.unchecked}"
        self._lines(f"{counts} · {tail}", words.plain(last.current), self._notices)

    def end(self, run: CheckRun | None) -> None:
        """Nothing runs: say what the last run did."""
        self.query_one(ProgressBar).display = False
        if run is None:
            self._lines("The checks have not run this quarter. Press r to run them.", "", self._notices)
            return
        coverage = run.coverage
        unchecked = coverage.unchecked
        what = (
            f"{words.day(run.finished)} {run.finished:%H:%M}: read {words.count(coverage.pages, 'page')}, "
            f"{words.count(coverage.documents, 'file')}, {words.size(coverage.bytes)}"
        )
        if not unchecked:
            self._lines(f"{what}. Nothing was left out.", "", self._notices)
            return
        lines = [
            Content.styled(f"? {words.count(len(unchecked), 'place')} could not be checked:", "$text-warning")
        ]
        for entry in unchecked[:50]:
            place = f" ({words.plain(entry.place)})" if entry.place else ""
            mend = f" – {words.plain(entry.mend)}" if entry.mend else ""
            lines.append(Content(f"  {words.plain(entry.url)}{place}: {words.plain(entry.reason)}{mend}"))
        self._lines(what, Content("\n").join(lines), self._notices)

    def _lines(self, counts: str, now: str | Content, notices: list[str]) -> None:
        texts = {"#run-counts": counts, "#run-now": now, "#run-notices": "\n".join(notices)}
        for name, text in texts.items():
            line = self.query_one(name, Static)
            line.display = bool(text)
            line.update(text if isinstance(text, Content) else Content(text))
