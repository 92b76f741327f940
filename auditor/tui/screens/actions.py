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

from auditor.core.record import Action, ActionStatus
from auditor.tui import words
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine


class ActionsScreen(AuditScreen):
    """Corrective actions of this quarter."""

    MODE = "actions"
    HELP = (
        "What was agreed to mend what failed. Start an action from the checklist or from a finding with t. "
        "An action is closed by someone other than its owner, who says what was seen."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", "Begun", tooltip="It is in progress", id="begin"),
        Binding("w", "owner", "Owner", tooltip="Give it to someone else", id="owner"),
        Binding("d", "due", "Due", tooltip="Another date", id="due"),
        Binding("x", "close", "Close", tooltip="Done: say what was seen", id="close"),
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
        self.query_one("#actions").focus()

    def saved(self) -> None:
        """A change of an action is on disk."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Overdue first, then open by date, closed last."""
        today = self.session.workspace.today
        closed = ActionStatus.CLOSED
        ordered = sorted(self.session.record.action, key=lambda a: (a.status is closed, a.due, a.id))
        self._actions = {a.id: a for a in ordered}
        target = self.query_one("#actions", OptionList)
        kept = target.highlighted or 0
        width = max(40, (target.scrollable_content_region.width or 78) - 2)
        options = [Option(_line(a, today, width), a.id) for a in ordered]
        target.set_options(
            options or [Option("No actions yet. Start one from the checklist with t.", disabled=True)]
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
        action = self.chosen
        text = _card(action, self.session.workspace.today) if action else Content("")
        self.query_one("#action-text", Static).update(text)

    # --- changing --------------------------------------------------------------------------------

    def _change(self, **values: object) -> None:
        if self.chosen is not None:
            self.session.change_action(self.chosen.id, **values)
            self.auditor.refresh_masthead()

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
    async def action_close(self) -> None:
        """Close the action in front, as seen by someone other than its owner."""
        action = self.chosen
        if action is None or action.status is ActionStatus.CLOSED:
            return

        def other(name: str) -> str:
            same = name.strip().casefold() == action.owner.strip().casefold()
            return "Someone other than its owner must have looked." if same or not name.strip() else ""

        who = await self._ask(action, f"Who looked? Not {words.plain(action.owner)}, the owner", "", other)
        if who and (seen := await self._ask(action, "What was seen, and where is it kept?", "")):
            self.session.close_action(action.id, who, seen)
            self.auditor.refresh_masthead()

    async def _ask(
        self, action: Action, question: str, value: str, problem: Callable[[str], str] | None = None
    ) -> str | None:
        dialog = AskLine(f"{action.id}: {words.plain(action.title)}", question, value, problem=problem)
        return await self.app.push_screen_wait(dialog)


def day_problem(text: str) -> str:
    """What is wrong with a date; empty when nothing is."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return "Write the date like 2026-12-31."
    return ""


def _line(action: Action, today: date, width: int) -> Content:
    mark = words.action_mark(action, today)
    return Content.assemble(
        mark.content(14),
        f"{words.day(action.due):<13}",
        (f"{words.plain(action.owner):<14.14} ", "$muted"),
        words.shorten(words.plain(action.title), width - 42),
    )


def _card(action: Action, today: date) -> Content:
    rows = [
        ("Subject", action.control or action.finding),
        ("Owner", action.owner),
        ("Due", words.day(action.due)),
        ("Root cause", action.root_cause),
        ("Meanwhile", action.interim),
        ("Closed", f"{words.day(action.closed)}, seen by {action.verified_by}" if action.closed else ""),
        ("Evidence", action.evidence),
    ]
    head = Content.assemble(
        words.action_mark(action, today).content(), "  ", (words.plain(action.title), "bold")
    )
    lines = [Content.assemble((f"{name:<12}", "$muted"), words.plain(text)) for name, text in rows if text]
    return Content("\n").join([head, *lines])
