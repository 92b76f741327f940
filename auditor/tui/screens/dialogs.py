"""Small questions in front of a screen. Escape leaves without an answer."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static, TextArea


class AskLine(ModalScreen[str | None]):
    """Asks for one line. Dismisses with it, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", id="back-line")]

    def __init__(
        self,
        title: str,
        label: str,
        value: str = "",
        *,
        hint: str = "",
        problem: Callable[[str], str] | None = None,
    ) -> None:
        """`problem` gives what is wrong with a text, or nothing; by default it must not be empty."""
        super().__init__()
        self._title, self._label, self._value, self._hint = title, label, value, hint
        self._problem = problem or (lambda text: "" if text.strip() else "Please write something.")

    def compose(self) -> ComposeResult:
        """Label, line, hint, and two buttons."""
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            yield Static(Content(self._label), classes="label")
            yield Input(self._value, id="line")
            yield Static(Content(self._hint), id="hint")
            with Horizontal(classes="buttons"):
                yield Button("Save  Enter", id="save", variant="primary", compact=True)
                yield Button("Back  Esc", id="back", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def _save(self) -> None:
        text = self.query_one(Input).value.strip()
        if problem := self._problem(text):
            self.query_one("#hint", Static).update(Content.styled(f"✗ {problem}", "$text-error"))
            return
        self.dismiss(text)

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.dismiss(None)


class AskText(ModalScreen[tuple[bool, str]]):
    """Asks for some lines. Dismisses with whether to save, and the text, else kept as a draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True, id="save-text"),
        Binding("escape", "back", "Back", priority=True, id="back-text"),
    ]

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The field and two buttons."""
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            yield TextArea(self._text, id="text", compact=True)
            with Horizontal(classes="buttons"):
                yield Button("Save  Ctrl+S", id="save", variant="primary", compact=True)
                yield Button("Back  Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Go on at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Leave with the text."""
        self.dismiss((True, self.query_one(TextArea).text.strip()))

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Leave; the text stays a draft."""
        self.dismiss((False, self.query_one(TextArea).text))


class Offer(ModalScreen[bool]):
    """Offers something that can as well be done later. Dismisses with whether to do it now."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(False)", "Later", id="later")]

    def __init__(self, title: str, text: str, now: str) -> None:
        super().__init__()
        self._title, self._text, self._now = title, text, now

    def compose(self) -> ComposeResult:
        """The text and two buttons."""
        with Vertical(classes="dialog") as box:
            box.border_title = self._title
            yield Static(Content(self._text))
            with Horizontal(classes="buttons"):
                yield Button(self._now, id="now", variant="primary", compact=True)
                yield Button("Later  Esc", id="later", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Leave with the choice."""
        self.dismiss(event.button.id == "now")
