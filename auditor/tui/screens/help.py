"""Help for the screen one is on: what it is for, and its keys."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static


class HelpScreen(ModalScreen[None]):
    """The purpose and the keys of a screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "Close", id="close-help"),
    ]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._about = about
        self._keys_of = list(about.active_bindings.values())

    def compose(self) -> ComposeResult:
        """The text, then one line a key."""
        with VerticalScroll(id="help", classes="dialog") as box:
            box.border_title = "Help"
            box.border_subtitle = "Esc closes"
            yield Static(Content(getattr(self._about, "HELP", "")))
            yield Static(self._keys(), id="keys")

    def _keys(self) -> Content:
        lines = []
        for active in self._keys_of:
            binding = active.binding
            if not active.enabled or binding.system or not (binding.tooltip or binding.show):
                continue
            name = self.app.get_key_display(binding)
            what = binding.tooltip or binding.description
            line = Content.assemble((f"{name:>10}  ", "bold $accent"), what)
            if line not in lines:
                lines.append(line)
        return Content("\n").join(lines)
