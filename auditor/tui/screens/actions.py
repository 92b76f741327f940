"""The corrective action plan: what was agreed, who sees to it, by when; overdue first."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from auditor.core.actions import by_urgency
from auditor.core.record import Action, ActionStatus
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS, undo
from auditor.tui.rows import rows
from auditor.tui.screens.action_forms import ask_closing, ask_edit, ask_new
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine
from auditor.tui.screens.form import day_problem


class ActionsScreen(AuditScreen):
    """Corrective actions of this quarter."""

    MODE = "actions"
    CARD = "#action-card"
    UNDOES = ("action",)
    HELP = (
        "What was agreed to mend what failed, overdue first. A critical question needs interim protection "
        "within a day. Start an action here with a, from the checklist or a finding with t. "
        "An action is closed by someone other than its owner, who says what was seen."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", tooltip="A new action, for a control or a finding", id="add"),
        Binding("e", "edit", "Edit", tooltip="What is done, cause, meanwhile, owner, date", id="edit"),
        Binding("b", "begin", "Begun", tooltip="It is in progress", id="begin"),
        Binding("w", "owner", "Owner", show=False, tooltip="Give it to someone else", id="owner"),
        Binding("d", "due", "Due", show=False, tooltip="Another date", id="due"),
        Binding("x", "close", "Close", tooltip="Done: say what was seen", id="close"),
        undo("Take back the latest change of the plan"),
        Binding("v", "app.go('waivers')", "Waivers", tooltip="Dated exceptions", id="to-waivers"),
        *CARD_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._actions: dict[str, Action] = {}

    def body(self) -> Iterable[Widget]:
        """List and card."""
        yield Container(
            OptionList(id="actions", compact=True, markup=False),
            VerticalScroll(Static(id="action-text"), id="action-card", can_focus=False),
            id="columns",
        )

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one("#actions").border_title = "Corrective actions"
        self.query_one("#action-card").border_title = "The action in front"
        self.query_one("#actions").focus()

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        self.call_after_refresh(self.refresh_view)

    def saved(self) -> None:
        """A change of an action is on disk."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Overdue first, then open by date, closed last."""
        today = self.session.workspace.today
        ordered = by_urgency(self.session.record, today)
        self._actions = {a.id: a for a in ordered}
        target = self.query_one("#actions", OptionList)
        kept = target.highlighted or 0
        width = max(40, (target.scrollable_content_region.width or 78) - 2)
        options = [Option(_line(a, today, width), a.id) for a in ordered]
        target.set_options(
            options or [Option("No actions yet. a adds one, t on the checklist too.", disabled=True)]
        )
        if options:
            target.highlighted = min(kept, len(options) - 1)
        late = sum(a.overdue(today) for a in ordered)
        self.crumb(f"{late} overdue" if late else "")
        self._show_card()

    @property
    def chosen(self) -> Action | None:
        """The action in front."""
        option = self.query_one("#actions", OptionList).highlighted_option
        return self._actions.get(option.id or "") if option else None

    @on(OptionList.OptionHighlighted)
    def _show_card(self) -> None:
        action, today = self.chosen, self.session.workspace.today
        text = Content("")
        if action is not None:
            mark = words.action_mark(action, today)
            width = self.query_one("#action-card").scrollable_content_region.width or 76
            title = words.plain(action.title)
            about = words.subject_title(action.finding, self.session.record)
            head = Content.assemble(mark.content(), f"  {action.id}  ", (title, "bold"))
            text = Content("\n").join([head, rows(_facts(action, about, today), width)])
        self.query_one("#action-text", Static).update(text)

    # --- changing --------------------------------------------------------------------------------

    def _change(self, **values: object) -> None:
        if self.chosen is not None:
            action = self.chosen
            self.session.do("action", action.id, lambda c: c.change_action(action.id, **values))
            self.auditor.refresh_masthead()
            self.undo_toast(f"{action.id}: changed.")

    def action_begin(self) -> None:
        """The action in front is in progress."""
        self._change(status=ActionStatus.IN_PROGRESS)

    @work
    async def action_owner(self) -> None:
        """Another owner for the action in front."""
        if (action := self.chosen) and (text := await self._ask(action, "Who sees to it?", action.owner)):
            self._change(owner=text)

    @work
    async def action_due(self) -> None:
        """Another date for the action in front."""
        if (action := self.chosen) and (
            text := await self._ask(action, "Due on, written like 2026-12-31", str(action.due), day_problem)
        ):
            self._change(due=date.fromisoformat(text))

    @work
    async def action_add(self) -> None:
        """A new action."""
        await ask_new(self)

    @work
    async def action_edit(self) -> None:
        """Everything of the action in front."""
        if self.chosen is not None:
            await ask_edit(self, self.chosen)

    @work
    async def action_close(self) -> None:
        """Close the action in front, as seen by someone other than its owner."""
        if self.chosen is not None:
            await ask_closing(self, self.chosen)

    async def _ask(
        self, action: Action, question: str, value: str, problem: Callable[[str], str] | None = None
    ) -> str | None:
        dialog = AskLine(f"{action.id}: {words.plain(action.title)}", question, value, problem=problem)
        return await self.app.push_screen_wait(dialog)


def _line(action: Action, today: date, width: int) -> Content:
    mark = words.action_mark(action, today)
    return Content.assemble(
        mark.content(14),
        f"{words.day(action.due):<13}",
        (f"{words.plain(action.owner):<14.14} ", "$muted"),
        words.shorten(words.plain(action.title), width - 42),
    )


def _facts(action: Action, about: str, today: date) -> list[tuple[str, str]]:
    """Name and text of each row of the card."""
    interim = action.interim
    if action.lacks_interim(today):
        interim = "▲ nothing is named, and it was due within a day"
    elif action.interim_by and not interim:
        interim = f"to be named by {words.day(action.interim_by)}"
    closed = f"{words.day(action.closed)}, seen by {action.verified_by}" if action.closed else ""
    return [
        ("Subject", f"{action.control}, {about}" if action.finding else action.control),
        ("Owner", action.owner),
        ("Due", f"{words.day(action.due)}, begun {words.day(action.created)}"),
        ("Root cause", action.root_cause),
        ("Meanwhile", interim),
        ("Closed", closed),
        ("Evidence", action.evidence),
    ]
