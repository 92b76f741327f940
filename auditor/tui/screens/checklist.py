"""The checklist: one control after the other, one key for each answer."""

import re
from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from auditor.core.record import Sample
from auditor.core.status import Status
from auditor.tui import words
from auditor.tui.filters import FILTERS
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.dialogs import AskLine, AskText
from auditor.tui.screens.evidence_form import ask_evidence
from auditor.tui.widgets.control_card import AnswerBar, ControlCard
from auditor.tui.widgets.control_list import ControlList


class ChecklistScreen(AuditScreen):
    """Controls at the left, the one in front as a card at the right."""

    MODE = "checklist"
    CSS_PATH = "checklist.tcss"
    HELP = (
        "Answer question by question; each answer is saved as you give it. A note or evidence can be "
        "added before or after. “Not applicable” asks for the reason. Space goes to the next open question."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "answer('met')", "Met", show=False, tooltip="Answer: met", id="met"),
        Binding("p", "answer('partial')", "Partial", show=False, tooltip="Answer: partly met", id="partial"),
        Binding("u", "answer('unmet')", "Unmet", show=False, tooltip="Answer: unmet", id="unmet"),
        Binding(
            "n",
            "answer('not_applicable')",
            "N/A",
            show=False,
            tooltip="Answer: not applicable, with a reason",
            id="na",
        ),
        Binding(
            "space,right",
            "next_open",
            "Next",
            key_display="space",
            tooltip="Next open question",
            priority=False,
            id="next-open",
        ),
        Binding("o", "note", "Note", tooltip="Write a note", id="note"),
        Binding("e", "evidence", "Evidence", tooltip="Add evidence: a file, a link, or words", id="evidence"),
        Binding("s", "sample", "Sample", show=False, tooltip="Answer by a count: 9 of 12", id="sample"),
        Binding("t", "act", "Action", show=False, tooltip="Start a corrective action", id="act"),
        Binding("z", "undo", "Undo", tooltip="Take back the latest answer", id="undo"),
        Binding(
            "f", "filter", "Filter", tooltip="All, open, critical, failed or stale questions", id="filter"
        ),
        Binding("slash", "search", "Search", show=False, key_display="/", tooltip="Search", id="search"),
        Binding(
            "pagedown",
            "scroll_card(1)",
            "Scroll",
            show=False,
            priority=True,
            tooltip="Read on in the card",
            id="card-down",
        ),
        Binding(
            "pageup",
            "scroll_card(-1)",
            "Scroll",
            show=False,
            priority=True,
            tooltip="Back in the card",
            id="card-up",
        ),
        Binding("escape", "clear", "All", show=False, tooltip="Show all questions again", id="clear-filter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._filter = "all"
        self._search = ""

    def body(self) -> Iterable[Widget]:
        """The list and the card."""
        yield Horizontal(ControlList(id="controls"), ControlCard(id="card"), id="columns")
        yield Static(id="filter-line")

    def on_mount(self) -> None:
        """Answers are given from the list."""
        self.query_one(ControlList).focus()

    # --- showing ---------------------------------------------------------------------------------

    @property
    def chosen(self) -> str | None:
        """The id of the control in front."""
        return self.query_one(ControlList).chosen

    def refresh_view(self) -> None:
        """Fill the list; keep the control in front, or begin where the user left."""
        assessment = self.session.assessment
        wanted = self.session.state.control or self.chosen or self.session.next_open()
        sections = [
            (section, [r for r in assessment.of_section(section.id) if self._wanted(r.control.id)])
            for section in assessment.profile.sections
        ]
        self.query_one(ControlList).show(sections, wanted)
        shown = sum(len(results) for _, results in sections)
        self._say_filter(shown, len(assessment.results))
        self._show_card()

    def _wanted(self, control_id: str) -> bool:
        result = self.session.result(control_id)
        text = f"{control_id} {result.control.question}".casefold()
        return FILTERS[self._filter](result) and self._search.casefold() in text

    def _say_filter(self, shown: int, total: int) -> None:
        line = self.query_one("#filter-line", Static)
        active = self._filter != "all" or bool(self._search)
        line.display = active
        search = f" with “{words.plain(self._search)}”" if self._search else ""
        line.update(
            Content.assemble(
                f"Showing {shown} of {total}: {self._filter}{search}", ("   Esc shows all", "$muted")
            )
        )

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
        results = self.session.assessment.results
        number = next(i for i, r in enumerate(results, 1) if r.control.id == control_id)
        self.query_one(ControlCard).show(
            self.session.result(control_id), self.session.last_answer(control_id), number, len(results)
        )

    def _changed(self, control_id: str) -> None:
        self.query_one(ControlList).show_one(self.session.result(control_id))
        self._show_card()
        self.auditor.refresh_masthead()

    def saved(self) -> None:
        """What was saved may have changed the control in front."""
        if self.chosen is not None and not self.session.waiting:
            self._changed(self.chosen)

    # --- answering -------------------------------------------------------------------------------

    @on(AnswerBar.Given)
    def _given(self, message: AnswerBar.Given) -> None:
        self.action_answer(message.status.value)

    @work
    async def action_answer(self, value: str) -> None:
        """Answer the control in front. Not applicable asks for the reason first."""
        control_id, status = self.chosen, Status(value)
        if control_id is None or not await self._named():
            return
        note = None
        if status is Status.NOT_APPLICABLE:
            before = self.session.record.answer_to(control_id)
            note = await self.app.push_screen_wait(
                AskLine(
                    f"{control_id}: not applicable",
                    "Why does this not apply to you?",
                    before.note if before else "",
                )
            )
            if note is None:
                return
        self.session.answer(control_id, status, note=note)
        self._changed(control_id)

    async def _named(self) -> bool:
        return bool(self.session.name or await self.auditor.ask_name())

    def action_next_open(self) -> None:
        """Go to the next open question."""
        following = self.session.next_open(self.chosen or "")
        if following is None:
            self.notify("Every question is answered. Press 7 for the report.")
            return
        if not self._wanted(following):
            self.action_clear()
        self.query_one(ControlList).choose(following)

    @work
    async def action_note(self) -> None:
        """Write a note to the control in front. What is left unsaved comes back the next time."""
        control_id = self.chosen
        if control_id is None:
            return
        answer = self.session.record.answer_to(control_id)
        text = self.session.drafts.get(control_id, answer.note if answer else "")
        save, text = await self.app.push_screen_wait(AskText(f"{control_id}: note", text))
        if not save:
            self.session.drafts[control_id] = text
            return
        self.session.drafts.pop(control_id, None)
        if not await self._named():
            return
        saved = self.session.answer(control_id, note=text)
        if saved.note != text:
            self.notify("A confidential fact in the note was hidden.", severity="warning")
        self._changed(control_id)

    @work
    async def action_evidence(self) -> None:
        """Add evidence to the control in front."""
        control_id = self.chosen
        if control_id is None:
            return
        if await ask_evidence(self, self.session.result(control_id).control):
            self._changed(control_id)

    @work
    async def action_sample(self) -> None:
        """Answer the control in front by a count."""
        control_id = self.chosen
        if control_id is None or not await self._named():
            return
        counted = self.session.result(control_id).control.sample or "things looked at"
        text = await self.app.push_screen_wait(
            AskLine(
                f"{control_id}: sample",
                f"How many {counted} are as they should be? Write it like 9 of 12",
                problem=_sample_problem,
            )
        )
        if text is None:
            return
        sample = _sample(text)
        assert sample is not None
        status = Status.MET if sample.share == 1 else Status.UNMET if sample.share == 0 else Status.PARTIAL
        self.session.answer(control_id, status, sample=sample)
        self._changed(control_id)

    @work
    async def action_act(self) -> None:
        """Start a corrective action for the control in front."""
        if self.chosen is not None:
            await self.ask_action(self.chosen)

    def action_undo(self) -> None:
        """Take back the latest answer."""
        step = self.session.undo()
        if step is None:
            self.notify("Nothing to undo.")
            return
        self.notify(f"{step.control}: the answer was taken back.")
        self.query_one(ControlList).choose(step.control)
        self._changed(step.control)

    # --- finding one's way -----------------------------------------------------------------------

    def action_filter(self) -> None:
        """Show the next of the filters."""
        names = list(FILTERS)
        self._filter = names[(names.index(self._filter) + 1) % len(names)]
        self.refresh_view()

    @work
    async def action_search(self) -> None:
        """Show questions that hold a text."""
        text = await self.app.push_screen_wait(
            AskLine("Search", "Words in the question, or its id", self._search, problem=lambda _: "")
        )
        if text is not None:
            self._search = text
            self.refresh_view()

    def action_clear(self) -> None:
        """Show every question again."""
        self._filter, self._search = "all", ""
        self.refresh_view()

    def action_scroll_card(self, direction: int) -> None:
        """Scroll the card beside the list."""
        self.query_one(ControlCard).scroll_card(direction)


def _sample(text: str) -> Sample | None:
    """`9 of 12` or `9/12`; None for anything else."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*(?:of|/)\s*(\d{1,6})\s*", text)
    if found is None or not int(found[2]) > 0 or int(found[1]) > int(found[2]):
        return None
    return Sample(good=int(found[1]), size=int(found[2]))


def _sample_problem(text: str) -> str:
    return "" if _sample(text) else "Write two numbers, like 9 of 12; the first no larger than the second."
