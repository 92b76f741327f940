"""What the command palette offers: every screen, the looks, the settings. No picture of the screen."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from auditor.tui.theme import THEMES
from auditor.tui.widgets.masthead import SCREENS, SIDE_SCREENS

if TYPE_CHECKING:
    from auditor.tui.app import AuditorApp


def commands(app: "AuditorApp") -> Iterator[SystemCommand]:
    """Everything that can be asked for on any screen."""
    yield SystemCommand("Hide the screen", "Cover everything at once (F9)", app.action_cover)
    yield SystemCommand("Help", "The keys of this screen (?)", app.action_help)
    yield SystemCommand("Leave", "Everything answered is saved (q)", app.action_leave)
    for theme in THEMES:
        word = theme.name.removeprefix("auditor-")
        yield SystemCommand(f"Look: {word}", "Change the colours", partial(app.action_use_theme, theme.name))
    if not app.has_workspace:
        return
    for number, (mode, title) in enumerate(SCREENS.items(), 1):
        yield SystemCommand(f"Go to {title}", f"Another screen ({number})", partial(app.action_go, mode))
    for mode, title in SIDE_SCREENS.items():
        yield SystemCommand(f"Go to {title}", "Another screen", partial(app.action_go, mode))
    yield SystemCommand("Confidential facts", "What is searched for; hold v to see one", app.action_facts)
    state = app.session.state
    idle = f"Now after {state.idle_minutes} minutes" if state.idle_minutes else "Now never"
    yield SystemCommand("Hide when idle", idle, app.action_idle)
    moving = "Now still" if state.still else "Now moving"
    yield SystemCommand("Animations", f"Switch movement on the screen off or on. {moving}", app.action_still)
    yield SystemCommand("Change who answers", f"Now: {state.name or 'nobody yet'}", app.action_name)
