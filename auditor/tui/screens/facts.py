"""The confidential facts by label. One is shown for as long as a key is held, and only in a terminal."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from auditor.confidential import Facts
from auditor.tui import words
from auditor.tui.setup_draft import KINDS, SCHEMA, Reach

HOLD = 0.6
"""Seconds after the latest key event for which a fact stays: terminals repeat a held key every 30 to 50
milliseconds after a first pause of up to half a second, and tell nothing of its release."""
LONGEST = 10.0
"""Seconds for which a mouse button shows a fact at most: a release may never be heard of."""
_HIDDEN = "•" * 24


class Shown(Static):
    """The line that may show a fact. What stands in it cannot be marked and copied."""

    ALLOW_SELECT = False

    class Pressed(Message):
        """The mouse button went down on it."""

    class Released(Message):
        """The mouse button went up, wherever that was."""

    def on_mouse_down(self) -> None:
        """Held down: the release is heard wherever it happens."""
        self.capture_mouse()
        self.post_message(self.Pressed())

    def on_mouse_up(self) -> None:
        """Let go."""
        self.release_mouse()
        self.post_message(self.Released())


class FactsScreen(ModalScreen[None]):
    """What is searched for. The secrets stay in `facts`; a line is asked for when it is shown."""

    CSS_PATH = "facts.tcss"
    HELP = (
        "The facts that the checks look for. Hold v, or the mouse button on the dots, to see one: it is "
        "shown while you hold it, and hidden a moment after you let go. In a browser it is never shown."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "reveal", "Hold to see", tooltip="Shown while the key is held", id="reveal"),
        Binding("escape,q,enter", "close", "Close", key_display="Esc", id="close-facts"),
    ]

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self._facts = facts
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Labels, the line that shows one fact, how it is used."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Confidential facts"
            yield OptionList(id="facts", compact=True, markup=False)
            yield Shown(_HIDDEN, id="revealed")
            yield Static(id="facts-hint")
            with Horizontal(classes="buttons"):
                yield Button("Close  Esc", id="facts-close", compact=True)

    def on_mount(self) -> None:
        """Fill the list. In a browser say why nothing can be shown."""
        options = [_option(number, kind, entry) for number, (kind, entry) in enumerate(self._entries())]
        listed = self.query_one("#facts", OptionList)
        listed.set_options(options or [Option("None are kept here.", disabled=True)])
        listed.highlighted = 0 if options else None
        listed.focus()
        hint = (
            "In a browser no fact is shown."
            if self.app.is_web
            else "Hold v, or hold the mouse on the dots, to see it."
        )
        self.query_one("#facts-hint", Static).update(Content.styled(hint, "$muted"))

    def _entries(self) -> list[tuple[str, Mapping[str, Any]]]:
        table = self._facts.reveal_for_saving()
        return [(kind, entry) for kind in KINDS for entry in table.get(kind, ())]

    # --- showing ---------------------------------------------------------------------------------

    def action_reveal(self) -> None:
        """Show the marked fact, and hide it once the key events end."""
        self._reveal(HOLD)

    @on(Shown.Pressed)
    def _held(self) -> None:
        self._reveal(LONGEST)

    @on(Shown.Released)
    def _let_go(self) -> None:
        self.hide()

    def _reveal(self, seconds: float) -> None:
        """Show the marked fact for so long, unless something hides it before."""
        chosen = self.query_one("#facts", OptionList).highlighted
        if chosen is None or self.app.is_web or not self._entries():
            return
        if self._timer is None:
            kind, entry = self._entries()[chosen]
            self.query_one("#revealed", Static).update(Content(words.plain(_secret(kind, entry))))
        else:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self.hide)

    def hide(self) -> None:
        """Show no fact."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.query_one("#revealed", Static).update(_HIDDEN)

    @on(OptionList.OptionHighlighted)
    def _another(self) -> None:
        self.hide()

    def on_screen_suspend(self) -> None:
        """Something came in front, such as the cover."""
        self.hide()

    def _focus_moved(self, here: bool) -> None:
        """Another window has the keys."""
        if not here:
            self.hide()

    @on(Button.Pressed, "#facts-close")
    def action_close(self) -> None:
        """Leave, with nothing shown."""
        self.hide()
        self.dismiss()


def _option(number: int, kind: str, entry: Mapping[str, Any]) -> Option:
    one = Facts.from_table({"schema": SCHEMA, kind: [entry]})
    reach = Reach(one.forms(), tuple(weakness for _, weakness in one.weaknesses()))
    mark = words.Mark("!", "in part", "$text-warning") if reach.weaknesses else words.OUTCOME_FULL
    label = words.plain(str(entry.get("label", kind)))
    line = Content.assemble(
        mark.content(11), (f"{label:<24.24} ", "bold"), (f"{KINDS[kind][0].lower():<14}", "$muted"),
        f"{reach.forms:>6,} spellings",
    )  # fmt: skip
    return Option(line, str(number))


def _secret(kind: str, entry: Mapping[str, Any]) -> str:
    """The fact as it was typed, with what belongs to it."""
    parts = [str(entry.get(KINDS[kind][1], ""))]
    if extension := entry.get("extension"):
        parts.append(f"ext. {extension}")
    if "latitude" in entry:
        parts.append(f"{entry['latitude']}, {entry['longitude']}")
    parts += entry.get("names", ())
    return " · ".join(part for part in parts if part)
