"""What every screen of an open workspace has: the masthead, the keys, a view that is shown anew."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

from auditor.tui.screens.dialogs import AskLine
from auditor.tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from auditor.tui.app import AuditorApp
    from auditor.tui.session import Session


class AuditScreen(Screen[None]):
    """Base of the screens. A subclass says its mode and help, composes its body and shows the session."""

    MODE: ClassVar[str] = ""
    HELP: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """Masthead above, keys below, the body between them."""
        yield Masthead(self.MODE)
        yield from self.body()
        yield Footer(show_command_palette=False)

    def body(self) -> Iterable[Widget]:
        """The screen's own widgets."""
        raise NotImplementedError

    def refresh_view(self) -> None:
        """Show the session as it now stands."""

    def saved(self) -> None:
        """A change is on disk."""

    def undo_toast(self, text: str) -> None:
        """Tell what was done, and how to take it back; it takes the place of an earlier one."""
        self.app.clear_notifications()
        self.notify(f"{text}  z takes it back.", timeout=4, markup=False)

    async def ask_action(self, subject: str) -> None:
        """Ask who sees to a corrective action for a control or a finding, and begin it."""
        owner = await self.app.push_screen_wait(
            AskLine(
                f"Corrective action for {subject}",
                "Who sees to it?",
                hint="Due date and steps come from the checklist; change them on screen 5.",
            )
        )
        if owner is not None:
            from auditor.core.actions import NewAction

            self.session.start_action(NewAction(subject=subject, owner=owner))
            self.notify("The action is in the plan: press 5.")

    @property
    def auditor(self) -> "AuditorApp":
        """The application."""
        return cast("AuditorApp", self.app)

    @property
    def session(self) -> "Session":
        """The visit to the workspace."""
        return self.auditor.session

    def crumb(self, text: str) -> None:
        """Say in the masthead what of this screen is in front."""
        self.query_one(Masthead).crumb = text

    def on_screen_resume(self) -> None:
        """Another screen may have changed things meanwhile."""
        self.refresh_view()
        self.query_one(Masthead).show()
