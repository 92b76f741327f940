"""The page of the setup for what must not get out: masked while typed, and measured as it is typed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, RadioSet, Static

from auditor.core.errors import AuditorError
from auditor.tui import words
from auditor.tui.setup_draft import KINDS, Reach, trouble
from auditor.tui.widgets.setup_pages import Choice, Page, label

_PAUSE = 0.25
"""Seconds without a key before what stands in the field is measured."""


class SecretInput(Input):
    """A masked field that gives nothing to the clipboard."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(password=True, id=id)

    def action_copy(self) -> None:
        """Copy nothing: a clipboard is read by every program."""

    def action_cut(self) -> None:
        """Delete without copying."""
        self.delete_selection()


class SecretsPage(Page):
    """What must not get out. Masked while typed."""

    TITLE = "Confidential facts"
    FIRST = "#secret-text"
    INTRO = "Kept in confidential.toml, readable by you alone. Reports and screens only ever show the label."
    EXTRA: ClassVar[dict[str, str]] = {
        "address": "Optional: latitude, longitude; names that give the place away",
        "phone": "Optional: extension",
        "person": "",
        "plate": "",
    }

    LIKE: ClassVar[dict[str, str]] = {
        "address": "such as: shelter",
        "phone": "such as: case manager line",
        "person": "such as: night worker 1",
        "plate": "such as: van 2",
    }

    _timer: Timer | None = None

    def fields(self) -> ComposeResult:
        """Sort, label, the fact itself."""
        with RadioSet(id="secret-kind", compact=True):
            for number, (title, _) in enumerate(KINDS.values()):
                yield Choice(title, value=number == 0)
        yield label("Label, the only thing ever shown")
        yield Input("shelter", id="secret-label")
        yield Static(id="secret-title", classes="label")
        yield SecretInput(id="secret-text")
        yield Static(id="secret-extra-title", classes="label")
        yield SecretInput(id="secret-extra")
        yield Static(id="secret-verdict")
        yield Horizontal(
            Button("Add", id="secret-add", variant="primary", compact=True),
            Button("Remove the last", id="secret-remove", compact=True),
            classes="buttons",
        )
        yield Static(id="secret-list")

    def on_mount(self) -> None:
        """Ask for an address first; there is nothing to remove yet."""
        self._titles()
        self._list()

    @property
    def kind(self) -> str:
        """The sort of fact being typed."""
        return list(KINDS)[max(0, self.query_one("#secret-kind", RadioSet).pressed_index)]

    @on(RadioSet.Changed, "#secret-kind")
    def _titles(self) -> None:
        asks = {
            "address": "Address in one line, with ZIP (hidden as you type)",
            "phone": "Number with area code (hidden as you type)",
            "person": "Full name (hidden as you type)",
            "plate": "Number plate (hidden as you type)",
        }
        self.query_one("#secret-title", Static).update(Content(asks[self.kind]))
        self.query_one("#secret-label", Input).placeholder = self.LIKE[self.kind]
        extra = self.EXTRA[self.kind]
        self.query_one("#secret-extra-title", Static).update(Content(extra))
        self.query_one("#secret-extra-title").display = self.query_one("#secret-extra").display = bool(extra)

    # --- measuring -------------------------------------------------------------------------------

    @on(Input.Changed, "#secret-text")
    @on(Input.Changed, "#secret-extra")
    def _typed(self) -> None:
        """Measure what stands in the field, once the keys rest."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._measure)

    def _measure(self) -> None:
        if not self.query_one("#secret-text", Input).value.strip():
            return
        try:
            reach = self.draft.secrets.measure(self.kind, self._secret, self._extra)
        except AuditorError:
            self._say("… not enough yet to search for", "$muted")
        else:
            self._say(f"{'!' if reach.weaknesses else '✓'} {reach.sentence()}", _colour(reach))

    def _secret(self) -> str:
        return self.query_one("#secret-text", Input).value

    def _extra(self) -> str:
        return self.query_one("#secret-extra", Input).value

    def _say(self, text: str, colour: str) -> None:
        self.query_one("#secret-verdict", Static).update(Content.styled(text, colour))

    # --- taking ----------------------------------------------------------------------------------

    @on(Button.Pressed, "#secret-add")
    @on(Input.Submitted)
    def _add(self) -> None:
        self.take()
        self.query_one("#secret-label", Input).focus()

    @on(Button.Pressed, "#secret-remove")
    def _remove(self) -> None:
        self.draft.secrets.remove_last()
        self._list()

    def take(self) -> bool:
        """Take the fact that was typed, and say how far it can be searched for."""
        name = self.query_one("#secret-label", Input).value.strip()
        if not name:
            self._say("✗ Give it a label first.", "$text-error")
            return False
        try:
            reach = self.draft.secrets.add(self.kind, name, self._secret, self._extra)
        except AuditorError as error:
            self._say(f"✗ {trouble(error)}.", "$text-error")
            return False
        with self.prevent(Input.Changed):
            for field in ("#secret-label", "#secret-text", "#secret-extra"):
                self.query_one(field, Input).value = ""
        if self._timer is not None:
            self._timer.stop()
        sign = "!" if reach.weaknesses else "✓"
        self._say(f"{sign} {words.plain(name)} is taken. {reach.sentence()}", _colour(reach))
        self._list()
        return True

    def _list(self) -> None:
        text = "  ".join(
            f"✓ {words.plain(name)} ({KINDS[kind][0].lower()})" for kind, name in self.draft.secrets.entries
        )
        self.query_one("#secret-list", Static).update(Content(text))
        self.query_one("#secret-remove").display = bool(self.draft.secrets.entries)

    def leave(self) -> str:
        """Take what stands in the fields; at least one fact, or nothing could be searched for."""
        typed = bool(self.query_one("#secret-text", Input).value)
        if typed and not self.take():
            return "The fact could not be taken."
        return (
            "" if self.draft.secrets.entries else "Without a confidential fact there is nothing to look for."
        )


def _colour(reach: Reach) -> str:
    return "$text-warning" if reach.weaknesses else "$text-success"
