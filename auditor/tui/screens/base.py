"""What every screen of an open workspace has: the masthead, the keys, a view that is shown anew."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.markup import escape
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

from auditor.tui.screens.dialogs import AskLine
from auditor.tui.text import subject_title
from auditor.tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from auditor.tui.app import AuditorApp
    from auditor.tui.session import Session
    from auditor.tui.steps import Step


_STEPS = {
    "answer": "the answer",
    "ruling": "the ruling",
    "action": "the change of the plan",
    "waiver": "the change of the waiver",
    "signature": "the signature",
    "missed": "the reason",
}
"""What a step of each sort is called."""


class AuditScreen(Screen[None]):
    """Base of the screens. A subclass says its mode and help, composes its body and shows the session."""

    MODE: ClassVar[str] = ""
    HELP: ClassVar[str] = ""
    CARD: ClassVar[str] = ""
    """Which part of the screen the page keys scroll."""
    UNDOES: ClassVar[tuple[str, ...]] = ()
    """The sorts of step that `z` takes back here."""

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
        """Tell what was done, and how to take it back, by key or click; an earlier one goes."""
        self.app.clear_notifications()
        self.notify(f"{escape(text)}  [@click=screen.undo]z takes it back.[/]", timeout=6)

    def action_undo(self) -> None:
        """Take the latest step of this screen back."""
        if self.take_back(*self.UNDOES):
            self.refresh_view()

    def take_back(self, *sorts: str) -> "Step | None":
        """Take the latest step of these sorts back, and say so; None when there is none."""
        step = self.session.undo(*sorts)
        self.app.clear_notifications()
        if step is None:
            self.notify("Nothing to undo.")
            return None
        about = subject_title(step.subject, self.session.record)
        self.notify(f"{about}: {_STEPS[step.sort]} was taken back.", markup=False)
        self.auditor.refresh_masthead()
        return step

    def action_scroll_card(self, direction: int) -> None:
        """Half a page of the card up (-1) or down (1)."""
        card = self.query_one(self.CARD)
        card.scroll_relative(y=direction * max(1, card.size.height // 2), animate=False)

    async def ask_action(self, subject: str) -> None:
        """Ask who sees to a corrective action for a control or a finding, and begin it."""
        owner = await self.app.push_screen_wait(
            AskLine(
                f"Corrective action for {subject_title(subject, self.session.record)}",
                "Who sees to it?",
                hint="Due date and steps come from the checklist; change them on screen 5.",
            )
        )
        if owner is not None:
            from auditor.core.actions import NewAction

            new = NewAction(subject=subject, owner=owner)
            self.session.do("action", subject, lambda c: c.start_action(new))
            self.undo_toast("The action is in the plan: press 5.")

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
