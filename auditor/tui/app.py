"""The application: its screens, its keys, its saving worker, and what happens when it must leave."""

import asyncio
import signal
import time
import traceback
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import WorkerFailed

from auditor.core.errors import AuditorError
from auditor.tui.messages import Saved, SaveFailed, Told
from auditor.tui.screens.actions import ActionsScreen
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.checklist import ChecklistScreen
from auditor.tui.screens.checks import ChecksScreen
from auditor.tui.screens.compare import CompareScreen
from auditor.tui.screens.cover import CoverScreen
from auditor.tui.screens.dialogs import AskLine
from auditor.tui.screens.findings import FindingsScreen
from auditor.tui.screens.help import HelpScreen
from auditor.tui.screens.overview import OverviewScreen
from auditor.tui.screens.report import ReportScreen
from auditor.tui.screens.setup import SetupScreen
from auditor.tui.screens.signoff import SignoffScreen
from auditor.tui.screens.waivers import WaiversScreen
from auditor.tui.session import Session
from auditor.tui.state import UiState
from auditor.tui.theme import THEMES
from auditor.tui.widgets.masthead import SCREENS, Masthead
from auditor.workspace import Workspace

NEUTRAL_TITLE = "Terminal"
_IDLE_LOOK = 5.0
"""Seconds between two looks at whether anyone is still there."""


class AuditorApp(App[int]):
    """The terminal face. Declares modes and keys; each screen is a module of its own."""

    CSS_PATH = "app.tcss"
    TITLE = "auditor"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (72, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-short"),
        (32, "-tall"),
    ]
    MODES: ClassVar[dict[str, type[Screen[None]]]] = {  # type: ignore[assignment] # narrower than the base
        "overview": OverviewScreen,
        "checklist": ChecklistScreen,
        "checks": ChecksScreen,
        "findings": FindingsScreen,
        "actions": ActionsScreen,
        "compare": CompareScreen,
        "report": ReportScreen,
        "setup": SetupScreen,
        "waivers": WaiversScreen,
        "signoff": SignoffScreen,
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1", "go('overview')", "Overview", show=False, tooltip="How the quarter stands", id="overview"
        ),
        Binding(
            "2", "go('checklist')", "Checklist", show=False, tooltip="Answer the questions", id="checklist"
        ),
        Binding("3", "go('checks')", "Checks", show=False, tooltip="Check the website", id="checks"),
        Binding(
            "4", "go('findings')", "Findings", show=False, tooltip="What the checks found", id="findings"
        ),
        Binding("5", "go('actions')", "Actions", show=False, tooltip="Corrective actions", id="actions"),
        Binding("6", "go('compare')", "Compare", show=False, tooltip="Quarter by quarter", id="compare"),
        Binding("7", "go('report')", "Report", show=False, tooltip="Write the report", id="report"),
        Binding("8", "go('waivers')", "Waivers", show=False, tooltip="Dated exceptions", id="waivers"),
        Binding(
            "9", "go('signoff')", "Sign-off", show=False, tooltip="Sign, and prove the records", id="signoff"
        ),
        Binding(
            "f9,ctrl+l",
            "cover",
            "Hide",
            key_display="F9",
            priority=True,
            tooltip="Hide everything at once",
            id="cover",
        ),
        Binding(
            "question_mark", "help", "Help", key_display="?", tooltip="The keys of this screen", id="help"
        ),
        Binding("q", "leave", "Leave", tooltip="Leave; everything answered is saved", id="leave"),
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True, id="leave-always"),
    ]

    def __init__(self, workspace: Workspace | None, root: Path, *, screen: str = "overview") -> None:
        super().__init__()
        self.root = root
        self.first_mode = screen if workspace else "setup"
        self._session = Session(workspace) if workspace else None
        for theme in THEMES:
            self.register_theme(theme)
        kept = self._session.state.theme if self._session else ""
        self._active = time.monotonic()
        self.theme = kept if kept in {t.name for t in THEMES} else THEMES[0].name

    @property
    def session(self) -> Session:
        """The visit to the workspace. There is one on every screen but the setup."""
        assert self._session is not None
        return self._session

    @property
    def has_workspace(self) -> bool:
        """False during the setup."""
        return self._session is not None

    # --- beginning and leaving -------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin on the wanted screen."""
        self._neutral_title()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self.exit, None, 128 + number)
            except (NotImplementedError, RuntimeError, ValueError):
                break
        if self._session is not None:
            self._session.on_change = self.save
        self.set_interval(_IDLE_LOOK, self._hide_when_idle)
        self.switch_mode(self.first_mode)

    async def on_event(self, event: events.Event) -> None:
        """Note that someone is there."""
        if isinstance(event, events.InputEvent):
            self._active = time.monotonic()
        await super().on_event(event)

    def _hide_when_idle(self) -> None:
        """Hide everything when nobody touched keys or mouse for a while."""
        minutes = self._session.state.idle_minutes if self._session else UiState().idle_minutes
        if minutes and time.monotonic() - self._active > 60 * minutes:
            self.action_cover()

    def open_workspace(self, workspace: Workspace, mode: str = "overview") -> None:
        """Go on with the workspace that the setup made."""
        self._session = Session(workspace)
        self._session.on_change = self.save
        self.switch_mode(mode)

    def _neutral_title(self) -> None:
        """Give the terminal a title that tells nothing. The old one comes back on leaving."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(f"\x1b[22;2t\x1b]2;{NEUTRAL_TITLE}\x07")

    def _on_exit_app_title(self) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[23;2t")

    def exit(self, result: int | None = None, return_code: int = 0, message: object = None) -> None:  # noqa: ARG002 - nothing is printed after leaving
        """Leave, once the saving worker has written what waits."""
        self._finish()
        self._on_exit_app_title()
        super().exit(result, return_code)

    def action_leave(self) -> None:
        """Leave the program."""
        self.exit(0)

    def _fatal_error(self) -> None:
        """End after a fault of our own: say where, and neither local variables nor the error's text."""
        self._finish()
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        frames = traceback.extract_tb(error.__traceback__) if error else []
        lines = [f"auditor stopped because of a fault of its own ({type(error).__name__})."]
        lines += [f"  {Path(f.filename).name}, line {f.lineno}, in {f.name}" for f in frames[-6:]]
        lines.append("Every answer that was shown as saved is saved. Start auditor again to go on.")
        self.panic("\n".join(lines))

    # --- saving ----------------------------------------------------------------------------------

    @work(thread=True, group="save", exit_on_error=False)
    def save(self) -> None:
        """Write the oldest change that waits."""
        try:
            record = self.session.save_next()
        except AuditorError as error:
            self.post_message(SaveFailed(error))
        else:
            if record is not None:
                self.post_message(Saved(record))

    def _finish(self) -> None:
        """End a run that is under way and write what waits."""
        if self._session is not None:
            if self._session.running is not None:
                self._session.running.set()
            self._session.save_all()

    def on_unmount(self) -> None:
        """Nothing may be left unwritten, however the program ends."""
        self._finish()

    @on(Saved)
    def _saved(self, message: Saved) -> None:
        self.session.was_saved(message.record)
        self.refresh_masthead()
        if isinstance(self.screen, AuditScreen):
            self.screen.saved()

    @on(Told)
    def _told(self, message: Told) -> None:
        self.notify(message.text, severity="warning", timeout=20, markup=False)

    @on(SaveFailed)
    def _not_saved(self, message: SaveFailed) -> None:
        self.session.was_not_saved()
        self.notify(f"Not saved: {message.error}", severity="error", timeout=30, markup=False)
        self.refresh_view()
        self.refresh_masthead()

    def refresh_masthead(self) -> None:
        """Show again what is saved and who answers."""
        for masthead in self.screen.query(Masthead):
            masthead.show()

    def refresh_view(self) -> None:
        """Show the session anew on the screen in front."""
        for screen in self.screen_stack:
            if isinstance(screen, AuditScreen):
                screen.refresh_view()

    # --- actions ---------------------------------------------------------------------------------

    def action_go(self, mode: str) -> None:
        """Switch to a screen."""
        if self.has_workspace:
            self.switch_mode(mode)

    def show_control(self, control_id: str) -> None:
        """Open the checklist at a control."""
        self.session.look_at(control_id)
        self.switch_mode("checklist")

    def action_cover(self) -> None:
        """Hide everything behind a neutral screen."""
        if not isinstance(self.screen, CoverScreen):
            self.clear_notifications()
            self.push_screen(CoverScreen())

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        self.push_screen(HelpScreen(self.screen))

    @work
    async def action_name(self) -> None:
        """Ask who answers."""
        await self.ask_name()

    async def ask_name(self) -> str:
        """The name of the person who answers, asked for when it is not known. Call it in a worker."""
        given = await self.push_screen_wait(
            AskLine(
                "Who is answering?",
                "Your name",
                self.session.name,
                hint="An answer counts in full only when a named person stands for it.",
                problem=lambda text: "" if sum(map(str.isalpha, text)) > 1 else "Please write your name.",
            )
        )
        if given:
            self.session.remember(name=given)
            self.refresh_masthead()
        return self.session.name

    @work
    async def action_idle(self) -> None:
        """Ask after how long the screen hides by itself."""
        minutes = await self.push_screen_wait(
            AskLine(
                "Hide when idle",
                "After how many minutes? 0 is never",
                str(self.session.state.idle_minutes),
                problem=lambda text: "" if text.isdigit() and len(text) < 4 else "Write a whole number.",
            )
        )
        if minutes is not None:
            self.session.remember(idle_minutes=int(minutes))

    def action_use_theme(self, name: str) -> None:
        """Change the look, and keep it."""
        self.theme = name
        if self.has_workspace:
            self.session.remember(theme=name)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """The command palette, without Textual's picture of the screen: nothing leaves by accident."""
        commands = [
            SystemCommand("Hide the screen", "Cover everything at once (F9)", self.action_cover),
            SystemCommand("Help", "The keys of this screen (?)", self.action_help),
            SystemCommand("Leave", "Everything answered is saved", self.action_leave),
        ]
        for theme in THEMES:
            word = theme.name.removeprefix("auditor-")
            use = partial(self.action_use_theme, theme.name)
            commands.append(SystemCommand(f"Look: {word}", "Change the colours", use))
        if self.has_workspace:
            commands += [
                SystemCommand(f"Go to {title}", "Another screen", partial(self.action_go, mode))
                for mode, title in (SCREENS | {"waivers": "Waivers", "signoff": "Sign-off"}).items()
            ]
            who = self.session.name or "nobody yet"
            idle = f"Now after {self.session.state.idle_minutes} minutes"
            commands.append(SystemCommand("Hide when idle", idle, self.action_idle))
            commands.append(SystemCommand("Change who answers", f"Now: {who}", self.action_name))
        return commands
