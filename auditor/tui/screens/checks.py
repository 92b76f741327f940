"""The automated checks: what each looks for and sends, live progress, and what was not seen."""

import time
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerState

from auditor.core.errors import AuditorError
from auditor.core.events import Cancel, Event, Notice, Progress
from auditor.core.record import AuditRecord
from auditor.core.status import Outcome
from auditor.registry import all_checks
from auditor.tui import words
from auditor.tui.messages import Interrupted, RunEnded, RunEvent
from auditor.tui.screens.base import AuditScreen
from auditor.tui.widgets.run_panel import RunPanel

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


class ChecksScreen(AuditScreen):
    """Runs the checks and shows how they ended."""

    MODE = "checks"
    CSS_PATH = "checks.tcss"
    HELP = (
        "The checks read your own website the way a stranger would, and look for what must stay "
        "confidential. Nothing is sent anywhere but to the websites listed. You can go on answering "
        "while they run. What could not be read is listed, and never counts as clear."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "run", "Run checks", tooltip="Run every check", id="run"),
        Binding("g", "resume", "Go on", tooltip="Go on with the run that was interrupted", id="resume"),
        Binding("c", "cancel", "Cancel", tooltip="End the run early; what it found is kept", id="cancel"),
        Binding("pagedown", "scroll(1)", "Scroll", show=False, tooltip="Read on", id="checks-down"),
        Binding("pageup", "scroll(-1)", "Scroll", show=False, tooltip="Back", id="checks-up"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._cancel: Cancel | None = None
        self._interrupted = ""

    def body(self) -> Iterable[Widget]:
        """Buttons, progress, then the checks one by one."""
        yield Horizontal(
            Button("Run checks", id="run", variant="primary", compact=True),
            Button("Go on with it", id="resume", compact=True),
            Button("Cancel", id="cancel", compact=True),
            Static(id="targets"),
            id="run-line",
        )
        yield VerticalScroll(
            RunPanel(id="run-panel", classes="panel"),
            Vertical(*self._checks(), id="checks", classes="panel"),
            id="checks-scroll",
            can_focus=False,
        )

    def _checks(self) -> Iterable[Static]:
        """What leaves the machine first; then two texts for each check: how it ended, what it looks for."""
        yield Static(id="sends")
        for check in all_checks():
            about = Content.assemble(check.looks_for, (f"\nSends: {check.sends}", "$muted"))
            yield Static(id=f"check-{check.id}")
            yield Static(about, classes="about")

    def on_mount(self) -> None:
        """Name the panel."""
        self.query_one("#run-panel").border_title = "Last run"
        self.query_one("#checks").border_title = "What is checked"
        self.query_one("#run").focus()

    def refresh_view(self) -> None:
        """Show targets, the last run and each check."""
        self._show_sends()
        self._show_running()
        if not self.running:
            self._show_last()
            self._look_for_interrupted()
        self._show_checks(self.session.record)

    def _show_sends(self) -> None:
        """To whom anything goes, and what: nothing leaves without standing here."""
        sites = [words.plain(site) for site in self.session.workspace.agency.websites]
        reads = ", ".join(sites) or "no website is named in agency.toml"
        self.query_one("#targets", Static).update(Content.assemble(("Contacts only: ", "$muted"), reads))
        lines = [Content.styled("What leaves this computer", "bold $text-primary")]
        lines += [
            Content.assemble(
                f"→ {site}: ", ("requests for its public pages and files, as any visitor makes", "$muted")
            )
            for site in sites
        ]
        lines.append(Content.styled("Nothing that you typed is sent, and nobody else is asked.\n", "$muted"))
        self.query_one("#sends", Static).update(Content("\n").join(lines))

    def _show_last(self) -> None:
        runs = self.session.record.run
        self.query_one(RunPanel).end(runs[-1] if runs else None, self._interrupted)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _look_for_interrupted(self) -> None:
        try:
            left = self.session.workspace.interrupted_run()
        except AuditorError:
            left = None
        text = ""
        if left is not None:
            text = (
                f"A run of {words.day(left.started)} {left.started:%H:%M} was interrupted after "
                f"{words.count(left.documents, 'file')}. Press g to go on with it."
            )
        self.post_message(Interrupted(text))

    @on(Interrupted)
    def _can_go_on(self, message: Interrupted) -> None:
        self._interrupted = message.text
        if not self.running:
            self._show_running()
            self._show_last()

    @property
    def running(self) -> bool:
        """True while a run is under way."""
        return self._cancel is not None

    def _show_running(self) -> None:
        run, cancel = self.query_one("#run", Button), self.query_one("#cancel", Button)
        run.display, cancel.display = not self.running, self.running
        self.query_one("#resume", Button).display = bool(self._interrupted) and not self.running
        self.query_one("#run-panel").border_title = "Running" if self.running else "Last run"
        self.refresh_bindings()

    def _show_checks(self, record: AuditRecord) -> None:
        outcomes = record.outcomes()
        for check in all_checks():
            result = outcomes.get(check.id)
            mark = words.OUTCOME[result.outcome] if result else words.NOT_RUN
            reason = (
                f"  {words.plain(result.reason)}" if result and result.outcome is not Outcome.CLEAR else ""
            )
            line = Content.assemble(mark.content(13), (check.title, "bold"), (reason, mark.colour))
            self.query_one(f"#check-{check.id}", Static).update(line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to run, or to cancel, never both."""
        if action == "run":
            return not self.running
        if action == "resume":
            return bool(self._interrupted) and not self.running
        if action == "cancel":
            return self.running
        return True

    # --- running ---------------------------------------------------------------------------------

    @on(Button.Pressed, "#run")
    def action_run(self) -> None:
        """Start a run."""
        self._begin(resume=False)

    @on(Button.Pressed, "#resume")
    def action_resume(self) -> None:
        """Go on with the run that was interrupted."""
        self._begin(resume=True)

    def _begin(self, *, resume: bool) -> None:
        if self.running:
            return
        self._cancel = self.session.running = Cancel()
        self.query_one(RunPanel).begin()
        self._show_running()
        self._run(self._cancel, resume=resume)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """End the run early."""
        if self._cancel is not None:
            self._cancel.set()
            self.query_one(RunPanel).take(
                Notice("you", "cancelled; finishing what is being read, and keeping what was found")
            )

    @work(thread=True, exclusive=True, group="run", exit_on_error=False)
    def _run(self, cancel: Cancel, *, resume: bool) -> None:
        listener = throttled(lambda event: self.post_message(RunEvent(event)))
        try:
            self.session.workspace.run(listener=listener, cancel=cancel, resume=resume)
        except AuditorError as error:
            self.post_message(RunEnded(error))
        else:
            self.post_message(RunEnded())

    @on(RunEvent)
    def _progress(self, message: RunEvent) -> None:
        if self.running:
            self.query_one(RunPanel).take(message.event)

    @on(RunEnded)
    def _ended(self, message: RunEnded) -> None:
        self._cancel = self.session.running = None
        self.session.reload()
        self.auditor.spare_memory()
        self.refresh_view()
        if message.error is not None:
            self.app.notify(
                f"The checks did not run: {message.error}", severity="error", timeout=20, markup=False
            )
            return
        grave = [f for f in self.session.record.ruled_findings() if f.status.value == "open"]
        text = (
            f"{words.count(len(grave), 'finding')}. Press 4 to see." if grave else "The checks found nothing."
        )
        self.app.notify(
            text, title="Checks have run", severity="warning" if grave else "information", markup=False
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of our own ends the run, not the program."""
        if event.worker.group == "run" and event.state is WorkerState.ERROR:
            fault = type(event.worker.error).__name__
            self._ended(RunEnded(AuditorError(f"a fault of the program ({fault})")))

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        page = self.query_one("#checks-scroll")
        page.scroll_relative(y=direction * page.size.height // 2, animate=False)
