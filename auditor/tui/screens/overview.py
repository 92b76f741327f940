"""The overview: how the quarter stands, how it came to this, and what to do next."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from auditor.core.errors import AuditorError
from auditor.core.outlook import TrendPoint
from auditor.core.status import Status
from auditor.tui import agenda, words
from auditor.tui import overview_lines as lines
from auditor.tui.messages import Trended
from auditor.tui.screens.base import AuditScreen
from auditor.tui.widgets.score_bar import ScoreBar
from auditor.tui.widgets.trend import TrendChart
from auditor.tui.widgets.verdict import Verdict


class OverviewScreen(AuditScreen):
    """Verdict, score, sections, trend, and what matters most now."""

    MODE = "overview"
    CSS_PATH = "overview.tcss"
    HELP = (
        "How this quarter stands. The score is an interval: the lower figure counts every open question as "
        "failed, the higher one as met, so it narrows as you answer. One critical question that is unmet or "
        "open keeps the verdict at NOT MET, whatever the score. Each column below is a quarter: solid is "
        "sure, shaded was unknown."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "continue", "Continue", tooltip="Go on where you left", id="continue"),
        Binding("enter", "", "Open", show=True, tooltip="Open what is marked"),
        Binding("r", "app.go('checks')", "Run checks", tooltip="Check the website", id="to-checks"),
    ]

    def body(self) -> Iterable[Widget]:
        """Verdict on top, lists in the middle, the past and what is late below."""
        yield Verdict(id="verdict", classes="panel")
        yield Horizontal(
            Button("", id="continue", variant="primary", compact=True), Static(id="left"), id="go-on"
        )
        yield Horizontal(
            OptionList(id="sections", classes="panel", compact=True, markup=False),
            OptionList(id="urgent", classes="panel", compact=True, markup=False),
            id="upper",
        )
        yield Horizontal(
            Vertical(TrendChart(), id="trend-panel", classes="panel"),
            OptionList(id="attention", classes="panel", compact=True, markup=False),
            id="lower",
        )

    def on_mount(self) -> None:
        """Name the panels."""
        titles = {
            "#sections": "Sections",
            "#urgent": "Critical first",
            "#trend-panel": "Quarter by quarter",
            "#attention": "Overdue and gone stale",
        }
        for name, title in titles.items():
            self.query_one(name).border_title = title
        self.query_one("#continue").focus()

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        self.call_after_refresh(self._show_lists)

    def refresh_view(self) -> None:
        """Show verdict, lists and trend."""
        self._show_verdict()
        self._show_lists()
        self._judge_the_past()

    def _show_where_left(self) -> None:
        left = self.session.where_left()
        button = self.query_one("#continue", Button)
        if left is None:
            button.label = "Everything is answered: write the report"
            return
        head = f"{'Continue' if self.session.saved else 'Begin'} with {left}"
        room = self.size.width * 6 // 10 - len(head) - 10
        question = words.plain(self.session.result(left).control.question)
        button.label = Content(f"{head}: {words.shorten(question, room)}" if room > 12 else head)

    def _show_verdict(self) -> None:
        score, workspace = self.session.score, self.session.workspace
        mark, why = words.verdict(score)
        self.query_one("#verdict-line", Static).update(Content.assemble(mark.content(), f"   {why}"))
        self.query_one("#score", Static).update(
            Content.assemble("Score ", (words.interval(score.floor, score.ceiling), "bold"))
        )
        scale = self.query_one("#bar", ScoreBar)
        scale.floor, scale.ceiling = score.floor, score.ceiling
        decided, total = sum(s.decided for s in score.sections), sum(s.total for s in score.sections)
        parts = [
            f"{decided} of {total} decided, {words.percent(score.coverage)} by weight",
            f"rating {score.rating} (1 is best)",
            f"{words.percent(score.not_applicable)} n/a",
        ]
        self.query_one("#coverage-line", Static).update(Content.styled(" · ".join(parts), "$muted"))
        left = (workspace.period.end - workspace.today).days
        until = f"{words.count(left, 'day')} to the end of {workspace.period}"
        self.query_one("#left", Static).update(until if left >= 0 else f"{workspace.period} is over")

    # --- lists -----------------------------------------------------------------------------------

    def _show_lists(self) -> None:
        self._show_where_left()
        failed = {r.section for r in self.session.score.gate if r.status is not Status.UNANSWERED}
        self._fill(
            "#sections",
            lambda w: [lines.section(s, w, failed=s.id in failed) for s in self.session.score.sections],
        )
        waiting = agenda.urgent(self.session.assessment)
        self._fill(
            "#urgent",
            lambda w: [Option(words.control_line(r, w), r.control.id) for r in waiting],
            "Nothing is open. Well done.",
        )
        late = agenda.overdue(self.session.record, self.session.workspace.today)
        stale = agenda.went_stale(self.session.assessment, self.session.previous)
        self._fill(
            "#attention",
            lambda w: [
                *(lines.late(action, w) for action in late),
                *(lines.stale(result, self.session.previous, w) for result in stale),
            ],
            "Nothing is late, and nothing went stale.",
        )
        counts = [f"{len(late)} overdue"] * bool(late) + [f"{len(stale)} stale"] * bool(stale)
        self.query_one("#attention").border_subtitle = " · ".join(counts)

    def _fill(self, name: str, options: Callable[[int], list[Option]], empty: str = "") -> None:
        target = self.query_one(name, OptionList)
        kept = target.highlighted
        made = options(max(20, (target.scrollable_content_region.width or 38) - 2))
        target.set_options(made or [Option(Content.styled(empty, "$muted"), disabled=True)])
        if kept is not None and made:
            target.highlighted = min(kept, len(made) - 1)

    # --- the past --------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _judge_the_past(self) -> None:
        try:
            self.post_message(Trended(self.session.earlier()))
        except AuditorError:
            self.post_message(Trended(()))

    @on(Trended)
    def _show_trend(self, message: Trended) -> None:
        period = self.session.workspace.period
        now = TrendPoint(period, self.session.score) if self.session.saved else None
        self.query_one(TrendChart).points = (*message.points, *([now] if now else []))

    # --- actions ---------------------------------------------------------------------------------

    @on(Button.Pressed, "#continue")
    def action_continue(self) -> None:
        """Go on with the next open question, or with the report when none is left."""
        left = self.session.where_left()
        if left is None:
            self.auditor.action_go("report")
        else:
            self.auditor.show_control(left)

    @on(OptionList.OptionSelected, "#sections")
    def _open_section(self, event: OptionList.OptionSelected) -> None:
        results = self.session.assessment.of_section(event.option_id or "")
        if results:
            first = next((r for r in results if r.status is Status.UNANSWERED), results[0])
            self.auditor.show_control(first.control.id)

    @on(OptionList.OptionSelected, "#urgent")
    def _open_control(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.auditor.show_control(event.option_id)

    @on(OptionList.OptionSelected, "#attention")
    def _open_late(self, event: OptionList.OptionSelected) -> None:
        sort, _, name = (event.option_id or "").partition(":")
        if sort == "control":
            self.auditor.show_control(name)
        elif sort == "action":
            self.auditor.action_go("actions")
