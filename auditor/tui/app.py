"""The application: its screens, its keys, opening the workspace, and the worker that saves."""

import gc
import importlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import SystemCommand
from textual.binding import ActiveBinding, BindingType
from textual.screen import Screen

from auditor.core.errors import AuditorError
from auditor.tui import palette
from auditor.tui.frontdesk import FrontDeskApp
from auditor.tui.keys import bind
from auditor.tui.messages import NotOpened, Opened, Saved, SaveFailed, Told
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine
from auditor.tui.screens.help import HelpScreen
from auditor.tui.screens.opening import OpeningScreen
from auditor.tui.state import UiState
from auditor.tui.theme import THEMES
from auditor.tui.widgets.masthead import SCREENS, SIDE_SCREENS, Masthead

if TYPE_CHECKING:
    from auditor.tui.session import Session
    from auditor.workspace import Workspace

    Opener = Callable[[], Workspace | None]


def _made_when_needed(mode: str) -> Callable[[], Screen[Any]]:
    """Makes the screen of a mode. Its module is loaded when someone goes there: the first one comes fast."""

    def make() -> Screen[Any]:
        module = importlib.import_module(f"auditor.tui.screens.{mode}")
        screen: Screen[Any] = getattr(module, f"{mode.capitalize()}Screen")()
        return screen

    return make


class AuditorApp(FrontDeskApp):
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
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "opening": OpeningScreen,
        **{mode: _made_when_needed(mode) for mode in (*SCREENS, *SIDE_SCREENS, "setup")},
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("1", "go('overview')", "", "Overview: how the quarter stands"),
        bind("2", "go('checklist')", "", "Checklist: answer the questions"),
        bind("3", "go('checks')", "", "Checks: look at the website"),
        bind("4", "go('findings')", "", "Findings: what the checks found"),
        bind("5", "go('actions')", "", "Actions: what was agreed"),
        bind("6", "go('compare')", "", "Compare: quarter by quarter"),
        bind("7", "go('report')", "", "Report: write it"),
        bind("8", "go('waivers')", "", "Waivers: dated exceptions"),
        bind("9", "go('signoff')", "", "Sign-off: sign, and prove the records"),
        bind("f9,ctrl+l", "cover", "Hide", "Hide everything at once", display="F9", priority=True),
        bind("question_mark", "help", "Help", "The keys of this screen", display="?"),
        bind(
            "ctrl+p", "command_palette", "", "Menu: looks, hide when idle, who answers, facts", priority=True
        ),
        bind("q", "leave", "Leave", "Leave; everything answered is saved"),
        bind("ctrl+q", "leave", "", "", priority=True),
    ]

    def __init__(
        self, workspace: "Workspace | Opener | None", root: Path, *, screen: str = "overview"
    ) -> None:
        """`workspace` is open, or opened by what is given, or made by the setup (None)."""
        super().__init__()
        self.root = root
        self.first_mode = screen
        self.open_error: AuditorError | None = None
        self._session: Session | None = None
        self._opener: Opener = workspace if callable(workspace) else lambda: workspace
        self._deferred = callable(workspace)
        self._kept = UiState.load(root)
        for theme in THEMES:
            self.register_theme(theme)
        known = {theme.name for theme in THEMES}
        self.theme = self._kept.theme if self._kept.theme in known else THEMES[0].name
        if self._kept.still:
            self.animation_level = "none"

    @property
    def session(self) -> "Session":
        """The visit to the workspace. There is one on every screen but the setup."""
        assert self._session is not None
        return self._session

    @property
    def has_workspace(self) -> bool:
        """False during the setup."""
        return self._session is not None

    @property
    def idle_minutes(self) -> int:
        """As the user set it."""
        return self._session.state.idle_minutes if self._session else self._kept.idle_minutes

    # --- opening ---------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show something at once; what takes long to load is loaded behind it."""
        if self._deferred:
            self.switch_mode("opening")
            self.call_after_refresh(self._open)
        else:
            self.open_workspace(self._opener(), self.first_mode)

    @work(thread=True, exit_on_error=False)
    def _open(self) -> None:
        try:
            workspace = self._opener()
            importlib.import_module(f"auditor.tui.screens.{self.first_mode if workspace else 'setup'}")
        except AuditorError as error:
            self.post_message(NotOpened(error))
        else:
            self.post_message(Opened(workspace))

    @on(Opened)
    def _opened(self, message: Opened) -> None:
        self.open_workspace(message.workspace, self.first_mode)

    @on(NotOpened)
    def _not_opened(self, message: NotOpened) -> None:
        self.open_error = message.error
        self.exit(None)

    def open_workspace(self, workspace: "Workspace | None", mode: str = "overview") -> None:
        """Go on with a workspace: the one there is, the one the setup made, or None, to make one."""
        if workspace is None:
            self.switch_mode("setup")
            return
        from auditor.tui.session import Session

        self._session = Session(workspace)
        self._session.on_change = self.save
        self.spare_memory()
        self.switch_mode(mode)

    @staticmethod
    def spare_memory() -> None:
        """Have the collector of garbage pass over what is there to stay: thousands of findings, looked
        through again and again, would hold up a key for a tenth of a second."""
        gc.freeze()

    def on_unmount(self) -> None:
        """Leave the collector as it was."""
        gc.unfreeze()

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

    def finish(self) -> None:
        """End a run that is under way and write what waits."""
        if self._session is not None:
            if self._session.running is not None:
                self._session.running.set()
            self._session.save_all()

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

    def action_facts(self) -> None:
        """Show what is searched for, by label."""
        from auditor.tui.screens.facts import FactsScreen

        try:
            self.push_screen(FactsScreen(self.session.workspace.facts))
        except AuditorError as error:
            self.notify(str(error), severity="error", markup=False)

    def begin_checks(self) -> None:
        """Run the checks, on their screen."""
        from auditor.tui.screens.checks import ChecksScreen

        if isinstance(self.screen, ChecksScreen):
            self.screen.action_run()

    def action_help(self) -> None:
        """Show the keys of the screen in front, and do what is chosen among them."""
        self.push_screen(HelpScreen(self.screen), self._do_chosen)

    def _do_chosen(self, chosen: ActiveBinding | None) -> None:
        if chosen is not None:
            self.call_later(self.run_action, chosen.binding.action, chosen.node)

    def action_leave(self) -> None:
        """Leave the program."""
        self.exit(0)

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

    def action_still(self) -> None:
        """Switch animations off, or on again, and keep it."""
        self.session.remember(still=not self.session.state.still)
        self.animation_level = "none" if self.session.state.still else "full"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """The command palette, without Textual's picture of the screen: nothing leaves by accident."""
        return palette.commands(self)
