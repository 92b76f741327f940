"""The findings: what the checks found, the one in front as a card, and what people decided."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from auditor.core.finding import Finding
from auditor.tui import findings_view as view
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS, bind, undo
from auditor.tui.screens.ruling import Ruling
from auditor.tui.widgets.filter_bar import FilterBar
from auditor.tui.widgets.finding_card import FindingCard
from auditor.tui.widgets.long_list import LongList


class FindingsScreen(Ruling):
    """Findings of this quarter."""

    MODE = "findings"
    CARD = "#finding-card"
    UNDOES = ("ruling", "action", "waiver")
    CSS_PATH = "findings.tcss"
    HELP = (
        "Everything the checks found, most serious first. The fact itself is never shown, only its label. A "
        "finding counts against you until someone rules on it. Confirm makes a corrective action; waive "
        "needs a reason, an approver and a last day; fixed and false alarm need the reason. Once the page "
        "is mended, re-check it: what it no longer shows is proved fixed."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("r", "recheck", "Re-check", "Read this page once more, now"),
        bind("t", "act", "Confirm", "Confirm it: start a corrective action"),
        bind("a", "rule('false_positive')", "False alarm", "It is not what it seems; say why"),
        bind("w", "waive", "Waive", "Let it stand for a time, with an approver"),
        bind("x", "rule('fixed')", "", "It is gone; say what was done"),
        bind("o", "rule('open')", "", "Take a ruling back; say why"),
        undo("Take back the latest ruling, waiver or action"),
        bind("g", "group", "Sort", "By severity, by page, by fact"),
        bind("f", "filter", "", "All, open, serious, settled"),
        bind("slash", "search", "", "Search", display="/"),
        bind("escape", "clear", "", "Show all findings again"),
        *CARD_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._order = "severity"
        self._filter = "all"
        self._search = ""
        self._found: dict[str, Finding] = {}

    def body(self) -> Iterable[Widget]:
        """Filters, list and card."""
        yield FilterBar(tuple(view.FILTERS))
        yield Container(
            LongList(id="table", classes="panel"),
            FindingCard(id="finding-card", classes="panel"),
            id="columns",
        )

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one("#table").border_title = "Findings"
        self.query_one("#finding-card").border_title = "What it is, and what to do"
        self.query_one(LongList).focus()

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        self.call_after_refresh(self.refresh_view)

    # --- showing ---------------------------------------------------------------------------------

    def refresh_view(self) -> None:
        """List the findings; keep the one in front, or go on to the next once it is settled."""
        every = self.session.findings()
        match = view.searched(every, self._search)
        shown = view.ordered(filter(view.FILTERS[self._filter], match), self._order)
        table = self.query_one(LongList)
        chosen = view.place(self._found, shown, table.chosen)
        self._found = {f.id: f for f in shown}
        table.show(view.rows(shown, self._order), chosen)
        table.border_subtitle = f"{len(shown):,} of {len(every):,}, {view.ORDERS[self._order]}"
        counts = {name: sum(map(wanted, match)) for name, wanted in view.FILTERS.items()}
        self.query_one(FilterBar).show(counts, self._filter)
        self._show_card()

    @property
    def chosen(self) -> str | None:
        """The id of the finding in front."""
        return self.query_one(LongList).chosen

    @property
    def in_front(self) -> Finding | None:
        """The finding in front."""
        return self._found.get(self.chosen or "")

    def choose(self, finding_id: str) -> None:
        """Put a finding in front, when it is among those shown."""
        self.query_one(LongList).choose(finding_id)

    @on(LongList.Chosen)
    def _show_card(self) -> None:
        finding = self.in_front
        self.crumb(words.page_of(finding.url) if finding else "")
        empty = (
            "Nothing matches."
            if self.session.record.finding
            else "Nothing was found so far. Press 3 to check."
        )
        self.query_one(FindingCard).show(finding, empty)

    @on(FilterBar.Picked)
    def _picked(self, message: FilterBar.Picked) -> None:
        self._filter = message.name
        self.refresh_view()

    @on(FilterBar.Searched)
    def _searched(self, message: FilterBar.Searched) -> None:
        self._search = message.text
        self.refresh_view()
        if message.done:
            self.query_one(LongList).focus()

    def action_filter(self) -> None:
        """Show the next of the filters."""
        names = list(view.FILTERS)
        self._filter = names[(names.index(self._filter) + 1) % len(names)]
        self.refresh_view()

    def action_search(self) -> None:
        """Show findings that hold a text."""
        self.query_one(FilterBar).begin_search()

    def action_clear(self) -> None:
        """Show every finding again."""
        self._filter, self._search = "all", ""
        self.query_one(FilterBar).clear()
        self.refresh_view()
        self.query_one(LongList).focus()

    def action_group(self) -> None:
        """Order the list another way."""
        names = list(view.ORDERS)
        self._order = names[(names.index(self._order) + 1) % len(names)]
        self.refresh_view()
