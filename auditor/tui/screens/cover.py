"""The neutral screen that hides everything."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static


class CoverScreen(ModalScreen[None]):
    """An empty page that tells nothing of what lies behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f9,ctrl+l", "dismiss", "Continue", priority=True, id="uncover"),
    ]

    def compose(self) -> ComposeResult:
        """Nothing but how to go on."""
        yield Static("Press Enter to continue", id="cover")
