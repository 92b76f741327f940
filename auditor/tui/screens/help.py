"""Help for the screen one is on: what it is for, and its keys, each of which can be chosen there."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option


class HelpScreen(ModalScreen[ActiveBinding | None]):
    """The purpose and the keys of a screen. Dismisses with what was chosen, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", "Close", id="close-help"),
    ]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._about = about
        self._offered: dict[str, ActiveBinding] = {}
        order = {about: 0, about.app: 2}
        for active in sorted(
            about.active_bindings.values(),
            key=lambda a: (order.get(a.node, 1), a.binding.key.startswith("page")),
        ):
            binding = active.binding
            told = bool(binding.tooltip or binding.show) and not binding.system
            if active.enabled and told and binding.action:
                self._offered.setdefault(f"{binding.action} {binding.description}", active)

    def compose(self) -> ComposeResult:
        """The text, then one line a key."""
        with Vertical(id="help", classes="dialog") as box:
            box.border_title = "Help"
            box.border_subtitle = "Enter or a click does what a line says"
            yield Static(Content(getattr(self._about, "HELP", "")))
            yield OptionList(
                *(Option(self._line(a), name) for name, a in self._offered.items()),
                id="keys",
                compact=True,
                markup=False,
            )
            with Horizontal(classes="buttons"):
                yield Button("Close  Esc", id="close", compact=True)

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one("#keys").focus()

    def _line(self, active: ActiveBinding) -> Content:
        binding = active.binding
        name = self.app.get_key_display(binding)
        return Content.assemble((f"{name:>10}  ", "bold $accent"), binding.tooltip or binding.description)

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._offered[event.option_id or ""])
