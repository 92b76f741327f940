"""The neutral screen that hides everything."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static


class Continue(Static):
    """How to go on, for the mouse too."""

    def on_click(self) -> None:
        """Only a click on these words uncovers: a mouse that is merely bumped does not."""
        self.screen.dismiss(None)


class CoverScreen(ModalScreen[None]):
    """An empty page that tells nothing of what lies behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f9,ctrl+l", "dismiss", "Continue", priority=True, id="uncover"),
    ]

    def compose(self) -> ComposeResult:
        """Nothing but how to go on."""
        yield Continue("Press Enter to continue", id="cover")
