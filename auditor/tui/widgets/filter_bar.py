"""What of a list is shown: one word for each filter, and a line to search in."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Chip(Static):
    """One filter."""

    def __init__(self, name: str) -> None:
        super().__init__(id=f"chip-{name.replace(' ', '-')}")
        self.filter = name

    def on_click(self) -> None:
        """Choose it."""
        self.post_message(FilterBar.Picked(self.filter))


class SearchLine(Input):
    """Where a search is typed. Enter goes back to the list, Escape takes the search away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.clear", "All", show=False, priority=True),
    ]


class FilterBar(Horizontal):
    """One line: the filters with how many each shows, and the search."""

    class Picked(Message):
        """Another filter."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Searched(Message):
        """Other words to search for. `done` when the person goes back to the list."""

        def __init__(self, text: str, *, done: bool = False) -> None:
            super().__init__()
            self.text = text
            self.done = done

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(id="filter-bar")
        self._names = names

    def compose(self) -> ComposeResult:
        """The key that goes through the filters, the filters, then the search."""
        yield Static("f", id="filter-key")
        for name in self._names:
            yield Chip(name)
        yield SearchLine(placeholder="/ search", id="search", compact=True, select_on_focus=False)

    def show(self, counts: Mapping[str, int], chosen: str) -> None:
        """How many each filter shows, and which one is chosen."""
        narrow = self.size.width < 76
        for chip in self.query(Chip):
            here = chip.filter == chosen
            chip.set_class(here, "-here")
            number = counts.get(chip.filter, 0)
            chip.display = not narrow or here or chip.filter == self._names[0]
            mark = "▸" if here else " "
            chip.update(Content.assemble(f"{mark}{chip.filter} ", (f"{number}", "" if number else "$muted")))

    def begin_search(self) -> None:
        """Type into the search line."""
        self.query_one(SearchLine).focus()

    def clear(self) -> None:
        """Search for nothing."""
        with self.prevent(Input.Changed):
            self.query_one(SearchLine).value = ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Searched(event.value))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Searched(event.value, done=True))
