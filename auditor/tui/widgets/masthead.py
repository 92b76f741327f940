"""The two lines on top: where one is, who answers, what is saved; and the way to the other screens."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from auditor.tui import text

if TYPE_CHECKING:
    from auditor.tui.app import AuditorApp

SCREENS = {
    "overview": "Overview",
    "checklist": "Checklist",
    "checks": "Checks",
    "findings": "Findings",
    "actions": "Actions",
    "compare": "Compare",
    "report": "Report",
}
"""The screens with a tab."""
SIDE_SCREENS = {"waivers": "Waivers", "signoff": "Sign-off"}
"""The screens one comes to from another, or by a key."""


_WIDE_ENOUGH = 76
"""Cells in which all the names have room; below, only the one in front is named."""


class Tab(Static):
    """The way to one screen."""

    def __init__(self, number: int, mode: str, *, here: bool) -> None:
        super().__init__(classes="-here" if here else "")
        self.mode = mode
        self._number, self._here = number, here
        self.tooltip = SCREENS[mode]

    def show(self, *, named: bool) -> None:
        """Number and name, or the number alone where there is little room."""
        name = f" {SCREENS[self.mode]}" if named or self._here else ""
        self.update(Content.assemble((f"{self._number}", "bold $accent"), name))

    def on_click(self) -> None:
        """Go there."""
        cast("AuditorApp", self.app).action_go(self.mode)


class Press(Static):
    """A part of the masthead that does something when it is clicked."""

    def __init__(self, id: str, action: str, tooltip: str, text: str = "") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(Content(text), id=id)
        self._action = action
        self.tooltip = tooltip

    async def on_click(self) -> None:
        """Do it."""
        await self.app.run_action(self._action)


class Masthead(Vertical):
    """Breadcrumbs and tabs."""

    crumb: reactive[str] = reactive("")
    activity: reactive[str] = reactive("")

    def __init__(self, mode: str) -> None:
        super().__init__()
        self._mode = mode

    def compose(self) -> ComposeResult:
        """One line of breadcrumbs, one of tabs."""
        with Horizontal(id="crumbs"):
            yield Press("where", "app.go('overview')", "To the overview")
            yield Press("who", "app.name", "Change who answers")
            yield Press("menu", "app.help", "What can be done here", "≡")
        with Horizontal(id="tabs"):
            for number, mode in enumerate(SCREENS, 1):
                yield Tab(number, mode, here=mode == self._mode)

    def on_mount(self) -> None:
        """Fill both ends of the line."""
        self.show()

    def on_resize(self) -> None:
        """Name as much as there is room for."""
        for tab in self.query(Tab):
            tab.show(named=self.size.width >= _WIDE_ENOUGH)
        self.show()

    def watch_crumb(self) -> None:
        """The screen shows something else."""
        self.show()

    def show(self) -> None:
        """Say again where one is, who answers and what is saved."""
        if not self.is_mounted:
            return
        session = cast("AuditorApp", self.app).session
        workspace = session.workspace
        saved = "… saving" if session.waiting else f"✓ {session.saved} saved"
        name = text.plain(session.name) or "no name yet"
        room = self.size.width - len(name) - len(saved) - len(self.crumb) - 23
        agency = text.shorten(text.plain(workspace.agency.name), max(6, min(40, room)))
        parts = [part for part in (agency, str(workspace.period), text.plain(self.crumb)) if part]
        self.query_one("#where", Static).update(
            Content.assemble((" › ".join(parts[:-1]) + " › ", "$muted"), (parts[-1], "bold"))
        )
        self.query_one("#who", Static).update(Content.assemble((f"{name} · ", "$muted"), saved))
