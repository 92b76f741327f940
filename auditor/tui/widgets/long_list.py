"""A list of any length: only the lines in view are made, so five thousand cost what fifty do."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class Row(NamedTuple):
    """One line: its key, empty for a heading, which cannot be chosen; and what draws it into a width."""

    key: str
    draw: Callable[[int], Content]


class LongList(ScrollView, can_focus=True):
    """Lines of one cell height with a cursor, under headings."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--cursor"}
    DEFAULT_CSS = """
    LongList { background: $background; }
    LongList > .long-list--cursor { background: $panel; }
    LongList:focus > .long-list--cursor { background: $primary 35%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("home", "end_of_list(-1)", "First", show=False),
        Binding("end", "end_of_list(1)", "Last", show=False),
        Binding("ctrl+d", "page(1)", "Page down", show=False),
        Binding("ctrl+u", "page(-1)", "Page up", show=False),
    ]

    class Chosen(Message):
        """Another line is in front."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str, classes: str = "") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._cursor = -1

    @property
    def chosen(self) -> str | None:
        """The key of the line in front; None when there is none."""
        return self._rows[self._cursor].key if 0 <= self._cursor < len(self._rows) else None

    def show(self, rows: Sequence[Row], chosen: str | None = None) -> None:
        """Show `rows`, with `chosen` in front when it is among them, else the first."""
        before = self.chosen
        self._rows = rows
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        keys = [row.key for row in rows]
        first = next((n for n, key in enumerate(keys) if key), -1)
        self._cursor = keys.index(chosen) if chosen and chosen in keys else first
        self.refresh()
        self._into_view()
        if self.chosen != before:
            self.post_message(self.Chosen(self.chosen or ""))

    def choose(self, key: str) -> None:
        """Put the line of `key` in front; nothing changes when there is none."""
        row = next((n for n, row in enumerate(self._rows) if row.key == key), None)
        if row is not None:
            self._go(row)

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        width, row = self.scrollable_content_region.width, y + self.scroll_offset.y
        style = self.visual_style
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, style.rich_style)
        if row == self._cursor:
            style += self.get_visual_style("long-list--cursor")
        line = self._rows[row].draw(width).truncate(width, ellipsis=True)
        return Visual.to_strips(self, line, width, 1, style, pad=True)[0]

    def action_move(self, step: int) -> None:
        """To the next line that can be chosen."""
        row = self._cursor + step
        while 0 <= row < len(self._rows) and not self._rows[row].key:
            row += step
        if 0 <= row < len(self._rows):
            self._go(row)

    def action_page(self, step: int) -> None:
        """About a page up or down."""
        for _ in range(max(1, self.scrollable_content_region.height - 1)):
            self.action_move(step)

    def action_end_of_list(self, which: int) -> None:
        """To the first line (-1) or the last (1)."""
        rows = range(len(self._rows)) if which < 0 else range(len(self._rows) - 1, -1, -1)
        row = next((n for n in rows if self._rows[n].key), None)
        if row is not None:
            self._go(row)

    def on_click(self, event: events.Click) -> None:
        """To the line that was clicked."""
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset else -1
        if 0 <= row < len(self._rows) and self._rows[row].key:
            self._go(row)

    def _go(self, row: int) -> None:
        self._cursor = row
        self._into_view()
        self.refresh()
        self.post_message(self.Chosen(self._rows[row].key))

    def _into_view(self) -> None:
        heading = 1 if self._cursor == 1 else 0
        if self._cursor >= 0:
            region = Region(0, self._cursor - heading, 1, 1 + heading)
            self.scroll_to_region(region, animate=False, force=True)
