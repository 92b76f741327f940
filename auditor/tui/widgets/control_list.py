"""The checklist at the left: sections and controls, each with how it stands."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from auditor.core.assessment import ControlResult
from auditor.core.profile import Section
from auditor.tui import words


class ControlList(OptionList):
    """Controls under their sections. Page keys are left to the card beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
        Binding(
            "right",
            "screen.skip(1)",
            "Skip",
            key_display="→",
            tooltip="Skip it: the next question, answered or not",
        ),
        Binding("left", "screen.skip(-1)", "Back", show=False, tooltip="The question before"),
    ]

    class Chosen(Message):
        """Another control is in front."""

        def __init__(self, control_id: str) -> None:
            super().__init__()
            self.control_id = control_id

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, compact=True, markup=False)
        self._results: dict[str, ControlResult] = {}

    @property
    def chosen(self) -> str | None:
        """The id of the control in front."""
        option = self.highlighted_option
        return option.id if option else None

    def show(self, sections: Sequence[tuple[Section, Sequence[ControlResult]]], chosen: str | None) -> None:
        """Show controls under their sections, and put `chosen` in front when it is among them."""
        self._results = {r.control.id: r for _, results in sections for r in results}
        options = []
        width = self._width()
        for section, results in sections:
            if results:
                title = words.shorten(words.plain(section.title), width)
                options.append(Option(Content.styled(title, "bold $text-primary"), disabled=True))
                options += [Option(words.control_line(r, width), r.control.id) for r in results]
        if not self._results:
            options = [Option("Nothing matches.", disabled=True)]
        self.set_options(options)
        self.choose(chosen if chosen in self._results else next(iter(self._results), None))

    def choose(self, control_id: str | None) -> None:
        """Put a control in front."""
        if control_id in self._results:
            self.highlighted = self.get_option_index(control_id)

    def show_one(self, result: ControlResult) -> None:
        """Show one control anew."""
        if result.control.id in self._results:
            self._results[result.control.id] = result
            self.replace_option_prompt(result.control.id, words.control_line(result, self._width()))

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        width = self._width()
        for control_id, result in self._results.items():
            self.replace_option_prompt(control_id, words.control_line(result, width))
        self.call_after_refresh(self.scroll_to_highlight)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which control is in front."""
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(event.option_id))

    def _width(self) -> int:
        return max(20, (self.scrollable_content_region.width or 32) - 2)
