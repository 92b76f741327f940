"""The waivers: dated exceptions, until when each holds, what protects meanwhile; expired ones first."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from auditor.core import waivers
from auditor.core.record import Waiver
from auditor.core.waivers import WaiverState
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS, undo
from auditor.tui.rows import rows
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.waiver_forms import ask_renewal, ask_waiver, ask_withdrawal
from auditor.workspace.casework import Casework

_MARK = {
    WaiverState.IN_FORCE: words.Mark("~", "in force", "$text-warning"),
    WaiverState.EXPIRED: words.Mark("▲", "expired", "$text-error"),
    WaiverState.NOT_YET: words.Mark("○", "not yet", "$text-accent"),
    WaiverState.WITHDRAWN: words.Mark("–", "withdrawn", "$muted"),
}
_SOON = 14
"""Days before its end from which a waiver says how many are left."""

_NONE = (
    "A waiver lets a failed question or a finding stand until a day that you name: with a reason, with what "
    "is done instead, and with the approval of somebody else. The points stay lost meanwhile."
)


class WaiversScreen(AuditScreen):
    """Waivers of this quarter."""

    MODE = "actions"
    CARD = "#waiver-card"
    UNDOES = ("waiver",)
    CSS_PATH = "waivers.tcss"
    HELP = (
        "An exception with a last day, approved by someone other than its owner. While it is in force, the "
        "control or finding does not close the gate; the points stay lost. It holds to the end of its last "
        "day. Some controls can never be waived."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", tooltip="A new waiver, for a control or a finding", id="waiver-add"),
        Binding("r", "renew", "Renew", tooltip="Let it hold longer; renewals are counted", id="waiver-renew"),
        Binding("w", "withdraw", "Withdraw", tooltip="End it today; say why", id="waiver-withdraw"),
        undo("Take back the latest change of a waiver"),
        *CARD_KEYS,
        Binding("escape", "app.go('actions')", "Actions", tooltip="Back to the actions", id="waivers-back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._waivers: dict[str, Waiver] = {}
        self._unused: frozenset[str] = frozenset()

    def body(self) -> Iterable[Widget]:
        """List, card, and what should be known of all of them together."""
        yield Container(
            OptionList(id="waivers", compact=True, markup=False),
            VerticalScroll(Static(id="waiver-text"), id="waiver-card", can_focus=False),
            Static(id="waiver-warning"),
            id="columns",
        )

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one("#waiver-card").border_title = "The waiver in front"
        self.query_one("#waivers").focus()

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        self.call_after_refresh(self.refresh_view)

    def saved(self) -> None:
        """A change of a waiver is on disk."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Expired first, then by last day, withdrawn ones last."""
        record, today = self.session.record, self.session.workspace.today
        ordered = waivers.by_urgency(record, today)
        self._waivers = {w.id: w for w in ordered}
        self._unused = frozenset(w.id for w in waivers.unused(record, self.session.assessment))
        target = self.query_one("#waivers", OptionList)
        kept = target.highlighted or 0
        width = max(40, (target.scrollable_content_region.width or 78) - 2)
        options = [
            Option(_line(w, words.subject_title(w.subject, record), today, width), w.id) for w in ordered
        ]
        target.set_options(options or [Option("No waivers. a grants one.", disabled=True)])
        if options:
            target.highlighted = min(kept, len(options) - 1)
        expired = sum(w.expired(today) for w in ordered)
        self.crumb("Waivers")
        target.border_title = f"Waivers, {expired} expired" if expired else "Waivers"
        cliffs = waivers.cliffs(record, today)
        warning = self.query_one("#waiver-warning", Static)
        warning.update(Content("\n").join(Content.styled(f"▲ {c}", "$text-warning") for c in cliffs))
        warning.display = bool(cliffs)
        self._show_card()

    @property
    def chosen(self) -> Waiver | None:
        """The waiver in front."""
        option = self.query_one("#waivers", OptionList).highlighted_option
        return self._waivers.get(option.id or "") if option else None

    @on(OptionList.OptionHighlighted)
    def _show_card(self) -> None:
        waiver, workspace = self.chosen, self.session.workspace
        text = Content.styled(_NONE, "$muted")
        if waiver is not None:
            unused = "it excuses nothing any more: withdraw it" if waiver.id in self._unused else ""
            items = [("About", self._about(waiver.subject)), ("Unused", unused)]
            items += _facts(waiver, workspace.today, Casework(workspace).zone)
            mark = _MARK[waivers.state(waiver, workspace.today)]
            title = f"{waiver.id} on {words.subject_title(waiver.subject, self.session.record)}"
            width = self.query_one("#waiver-card").scrollable_content_region.width or 76
            text = Content("\n").join(
                [Content.assemble(mark.content(), "  ", (title, "bold")), rows(items, width)]
            )
        self.query_one("#waiver-text", Static).update(text)

    def _about(self, subject: str) -> str:
        """What a subject is, in words."""
        control = self.session.assessment.profile.control(subject)
        if control is not None:
            return control.question
        found = next((f for f in self.session.record.finding if f.id == subject), None)
        return f"{found.label} in {found.url}" if found else "gone"

    # --- changing --------------------------------------------------------------------------------

    @work
    async def action_add(self) -> None:
        """A new waiver."""
        await ask_waiver(self)

    @work
    async def action_renew(self) -> None:
        """Let the waiver in front hold longer."""
        if self.chosen is not None:
            await ask_renewal(self, self.chosen)

    @work
    async def action_withdraw(self) -> None:
        """End the waiver in front."""
        if self.chosen is not None:
            await ask_withdrawal(self, self.chosen)


def _line(waiver: Waiver, about: str, today: date, width: int) -> Content:
    mark = _MARK[waivers.state(waiver, today)]
    return Content.assemble(
        mark.content(13),
        f"{words.day(waiver.expires):<13}",
        (f"{words.shorten(about, 11):<12}", "bold"),
        (words.shorten(words.plain(waiver.reason), width - 38), "$muted"),
    )


def _facts(waiver: Waiver, today: date, zone: str) -> list[tuple[str, str]]:
    """Name and text of each row of the card."""
    left = (waiver.expires - today).days
    near = waiver.in_force(today) and left <= _SOON
    note = f", {words.count(left, 'day')} left" if near else ""
    times = f", renewed {words.count(waiver.renewals, 'time')}" if waiver.renewals else ""
    ended = f"{words.day(waiver.withdrawn)} by {waiver.withdrawn_by}" if waiver.withdrawn else ""
    return [
        ("Last day", f"to the end of {words.day(waiver.expires)}, {zone}{note}{times}"),
        ("Why not now", waiver.reason),
        ("Protects", waiver.compensating),
        ("Who", f"{waiver.owner} owns it, {waiver.approver} approved it"),
        ("Withdrawn", f"{ended}: {waiver.withdrawn_reason}" if ended else ""),
    ]
