"""What is seen while the workspace is being opened."""

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, Static


class OpeningScreen(Screen[None]):
    """The frame of every screen, empty. It needs nothing but Textual, so it is there at once."""

    def compose(self) -> ComposeResult:
        """A bar above, a word, the keys below."""
        yield Static("auditor", id="opening-bar")
        yield Static("Opening the workspace …", id="opening")
        yield Footer(show_command_palette=False)
