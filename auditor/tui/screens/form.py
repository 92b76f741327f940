"""A form in front of a screen: several lines asked for at once. Escape leaves without an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Button, Input, Static

from auditor.core.errors import ConfigurationError

Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form: its name in the values, its label of at most 16 cells, what stands there."""

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    suggestions: tuple[str, ...] = ()


class AskForm(ModalScreen[Values | None]):
    """Asks for the lines of `fields`. Dismisses with them, stripped, or with None.

    `problem` gives what is wrong with the values, or nothing; while something is, the form stays.
    """

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True, id="save-form"),
        Binding("escape", "dismiss", "Back", id="back-form"),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        hint: str = "",
        save: str = "Save",
        problem: Callable[[Values], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._title, self._fields, self._hint, self._save = title, fields, hint, save
        self._problem = problem

    def compose(self) -> ComposeResult:
        """One row for each field, the hint, two buttons."""
        with VerticalScroll(classes="dialog form", can_focus=False) as box:
            box.border_title = self._title
            for field in self._fields:
                with Horizontal(classes="row"):
                    yield Static(Content(field.label), classes="name")
                    offered = SuggestFromList(field.suggestions, case_sensitive=False)
                    yield Input(
                        field.value,
                        placeholder=field.placeholder,
                        suggester=offered if field.suggestions else None,
                        id=f"field-{field.name}",
                        select_on_focus=False,
                    )
            yield Static(Content(self._hint), id="form-hint")
            with Horizontal(classes="buttons"):
                yield Button(f"{self._save}  Ctrl+S", id="form-save", variant="primary", compact=True)
                yield Button("Back  Esc", id="form-back", compact=True)

    def on_mount(self) -> None:
        """Begin with the first line that is empty."""
        lines = list(self.query(Input))
        next((line for line in lines if not line.value), lines[0]).focus()

    @property
    def values(self) -> Values:
        """What stands in the form."""
        return {field.name: self._line(field.name).value.strip() for field in self._fields}

    def _line(self, name: str) -> Input:
        return self.query_one(f"#field-{name}", Input)

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        """Enter goes to the next line, and saves on the last one."""
        lines = list(self.query(Input))
        place = lines.index(event.input)
        if place + 1 < len(lines):
            lines[place + 1].focus()
        else:
            self.action_save()

    @on(Button.Pressed, "#form-save")
    def action_save(self) -> None:
        """Leave with the values, or say what is wrong with them."""
        values = self.values
        if problem := self._problem(values):
            self.query_one("#form-hint", Static).update(Content.styled(f"✗ {problem}", "$text-error"))
            return
        self.dismiss(values)

    @on(Button.Pressed, "#form-back")
    def _back(self) -> None:
        self.dismiss(None)


def day_problem(text: str) -> str:
    """What is wrong with a date; empty when nothing is."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return "Write the date like 2026-12-31."
    return ""


def refused(deed: Callable[[], object]) -> str:
    """Why the rules of the audit refuse `deed`; empty when they do not."""
    try:
        deed()
    except ConfigurationError as error:
        return str(error)
    return ""
