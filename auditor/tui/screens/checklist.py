"""The checklist: one control after the other, one key for each answer."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from auditor.core.assessment import ControlResult
from auditor.tui.filters import NAMES, Filter, filters
from auditor.tui.keys import CARD_KEYS, bind, undo
from auditor.tui.screens.answering import Answering
from auditor.tui.widgets.control_card import ControlCard
from auditor.tui.widgets.control_list import ControlList
from auditor.tui.widgets.filter_bar import FilterBar


class ChecklistScreen(Answering):
    """Controls at the left, the one in front as a card at the right."""

    MODE = "checklist"
    CARD = "#card-text"
    CSS_PATH = "checklist.tcss"
    HELP = (
        "Answer question by question; each answer is saved as you give it. A note or evidence can be "
        "added before or after. “Not applicable” asks for the reason. Space goes to the next open question."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("m", "answer('met')", "", "Answer: met"),
        bind("p", "answer('partial')", "", "Answer: partly met"),
        bind("u", "answer('unmet')", "", "Answer: unmet"),
        bind("n", "answer('not_applicable')", "", "Answer: not applicable, with a reason"),
        bind("s", "sample", "Sample", "Answer by a count: 9 of 12"),
        bind("s", "count", "", "Answer by a count: 9 of 12"),
        bind("space", "next_open", "Next open", "Next open question", display="space"),
        bind("o", "note", "Note", "Write a note"),
        bind("e", "evidence", "Evidence", "Add evidence: a file, a link, or words"),
        bind("t", "act", "", "Start a corrective action"),
        undo("Take back the latest answer"),
        bind("f", "filter", "", "All, open, critical, failed, stale or mine"),
        bind("slash", "search", "", "Search", display="/"),
        bind("escape", "clear", "", "Show all questions again"),
        *CARD_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._filter = "all"
        self._search = ""
        self._asks_for_sample = False

    def body(self) -> Iterable[Widget]:
        """The filters, the list and the card."""
        yield FilterBar(NAMES)
        yield Horizontal(ControlList(id="controls"), ControlCard(id="card"), id="columns")

    def on_mount(self) -> None:
        """Answers are given from the list."""
        self.query_one(ControlList).focus()

    def on_resize(self) -> None:
        """The filters take the room there is."""
        self.call_after_refresh(self._show_filters)

    # --- showing ---------------------------------------------------------------------------------

    @property
    def chosen(self) -> str | None:
        """The id of the control in front."""
        return self.query_one(ControlList).chosen

    def choose(self, control_id: str) -> None:
        """Put a control in front, and show all when it is not among those shown."""
        if self.session.result(control_id) not in self._shown():
            self.action_clear()
        self.query_one(ControlList).choose(control_id)

    def refresh_view(self) -> None:
        """Fill the list; keep the control in front, or begin where the user left."""
        wanted = self.session.state.control or self.chosen or self.session.next_open()
        shown = self._shown()
        sections = [
            (section, [r for r in shown if r.section == section.id])
            for section in self.session.assessment.profile.sections
        ]
        self.query_one(ControlList).show(sections, wanted)
        self._show_filters()
        self._show_card()

    def _filters(self) -> dict[str, Filter]:
        return filters(self.session.name, self.session.record, self.session.previous)

    def _searched(self) -> list[ControlResult]:
        text = self._search.casefold().strip()
        return [r for r in self.session.assessment.results if text in _haystack(r)]

    def _shown(self) -> list[ControlResult]:
        return list(filter(self._filters()[self._filter], self._searched()))

    def _show_filters(self) -> None:
        match = self._searched()
        counts = {name: sum(map(wanted, match)) for name, wanted in self._filters().items()}
        self.query_one(FilterBar).show(counts, self._filter)

    @on(ControlList.Chosen)
    def _chosen(self, message: ControlList.Chosen) -> None:
        if message.control_id != self.session.state.control:
            self.session.look_at(message.control_id)
        self._show_card()
        self.query_one(ControlCard).to_top()

    def _show_card(self) -> None:
        control_id = self.chosen
        self.crumb(control_id or "")
        self.query_one(ControlCard).display = control_id is not None
        if control_id is None:
            return
        self._offer_sample(control_id)
        results = self.session.assessment.results
        number = next(i for i, r in enumerate(results, 1) if r.control.id == control_id)
        self.query_one(ControlCard).show(
            self.session.result(control_id),
            self.session.last_answer(control_id),
            number,
            len(results),
            self.session.workspace.today,
        )

    def _offer_sample(self, control_id: str) -> None:
        asks = bool(self.session.result(control_id).control.sample)
        if asks != self._asks_for_sample:
            self._asks_for_sample = asks
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Any question can be answered by a count; one that asks for a sample says so in the footer."""
        return {"sample": self._asks_for_sample, "count": not self._asks_for_sample}.get(action, True)

    def action_count(self) -> None:
        """Answer by a count though the question asks for none."""
        self.action_sample()

    def changed(self, control_id: str) -> None:
        """Show a control anew."""
        self.query_one(ControlList).show_one(self.session.result(control_id))
        self._show_card()
        self._show_filters()
        self.auditor.refresh_masthead()

    def saved(self) -> None:
        """What was saved may have changed the control in front."""
        if self.chosen is not None and not self.session.waiting:
            self.changed(self.chosen)

    # --- finding one's way -----------------------------------------------------------------------

    def action_next_open(self) -> None:
        """Go to the next open question."""
        following = self.session.next_open(self.chosen or "")
        if following is None:
            self.notify("Every question is answered. Press 7 for the report.")
            return
        self.choose(following)

    def action_skip(self, step: int) -> None:
        """To the next question (1) or the one before (-1), answered or not."""
        controls = self.query_one(ControlList)
        if step > 0:
            controls.action_cursor_down()
        else:
            controls.action_cursor_up()

    @on(FilterBar.Picked)
    def _picked(self, message: FilterBar.Picked) -> None:
        self._filter = message.name
        self.refresh_view()

    @on(FilterBar.Searched)
    def _search_for(self, message: FilterBar.Searched) -> None:
        self._search = message.text
        self.refresh_view()
        if message.done:
            self.query_one(ControlList).focus()

    def action_filter(self) -> None:
        """Show the next of the filters."""
        self._filter = NAMES[(NAMES.index(self._filter) + 1) % len(NAMES)]
        self.refresh_view()

    def action_search(self) -> None:
        """Show questions that hold a text."""
        self.query_one(FilterBar).begin_search()

    def action_clear(self) -> None:
        """Show every question again."""
        self._filter, self._search = "all", ""
        self.query_one(FilterBar).clear()
        self.refresh_view()
        self.query_one(ControlList).focus()


def _haystack(result: ControlResult) -> str:
    control = result.control
    note = result.answer.note if result.answer else ""
    return f"{control.id}\n{control.question}\n{control.why}\n{control.how_to_verify}\n{note}".casefold()
