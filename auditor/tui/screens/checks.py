"""The automated checks: what each looks for and sends, live progress, and what was not seen."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static
from textual.worker import Worker, WorkerState

from auditor.core.errors import AuditorError
from auditor.core.events import Cancel, Notice
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS
from auditor.tui.messages import Interrupted, RunEnded, RunEvent
from auditor.tui.screens.base import AuditScreen
from auditor.tui.widgets.check_list import CheckList, contacts
from auditor.tui.widgets.run_panel import RunPanel, throttled


class ChecksScreen(AuditScreen):
    """Runs the checks and shows how they ended."""

    MODE = "checks"
    CARD = "#checks-scroll"
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
        *CARD_KEYS,
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
            CheckList(id="checks", classes="panel"),
            id="checks-scroll",
            can_focus=False,
        )

    def on_mount(self) -> None:
        """Name the panel."""
        self.query_one("#run-panel").border_title = "Last run"
        self.query_one("#checks").border_title = "What is checked"
        self.query_one("#run").focus()

    def refresh_view(self) -> None:
        """Show targets, the last run and each check."""
        websites = self.session.workspace.agency.websites
        self.query_one("#targets", Static).update(contacts(websites))
        self.query_one(CheckList).show(websites, self.session.record)
        self._show_running()
        if not self.running:
            self._show_last()
            self._look_for_interrupted()

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
