"""The overview: how the quarter stands, and what to do next."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from auditor.core.assessment import ControlResult
from auditor.core.score import SectionScore
from auditor.core.status import Status
from auditor.tui import words
from auditor.tui.screens.base import AuditScreen
from auditor.tui.widgets.score_bar import ScoreBar, bar


class Verdict(Vertical):
    """Verdict, score interval and coverage."""

    def compose(self) -> ComposeResult:
        """Three lines."""
        yield Static(id="verdict-line")
        with Horizontal(id="score-line"):
            yield Static(id="score")
            yield ScoreBar(id="bar")
        yield Static(id="coverage-line")


class OverviewScreen(AuditScreen):
    """Verdict, score, sections, and the questions that matter most now."""

    MODE = "overview"
    HELP = (
        "How this quarter stands. The score is an interval: the lower figure counts every open question as "
        "failed, the higher one as met, so it narrows as you answer. One critical question that is unmet or "
        "open keeps the verdict at NOT MET, whatever the score."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "continue", "Continue", tooltip="Go on where you left", id="continue"),
        Binding("enter", "", "Open", show=True, tooltip="Open what is marked"),
        Binding("r", "app.go('checks')", "Run checks", tooltip="Check the website", id="to-checks"),
    ]

    def body(self) -> Iterable[Widget]:
        """Verdict on top, sections and next steps side by side."""
        yield Verdict(id="verdict")
        yield Horizontal(Button("", id="continue", variant="primary", compact=True), id="go-on")
        yield Horizontal(
            OptionList(id="sections", compact=True, markup=False),
            OptionList(id="urgent", compact=True, markup=False),
            id="columns",
        )

    def on_mount(self) -> None:
        """Name the panels."""
        self.query_one("#sections").border_title = "Sections"
        self.query_one("#urgent").border_title = "Critical first"
        self.query_one("#continue").focus()

    def on_resize(self) -> None:
        """Lines are cut to the width there is."""
        self.call_after_refresh(self._show_lists)

    def refresh_view(self) -> None:
        """Show verdict, sections and next steps."""
        self._show_verdict()
        self._show_lists()
        left = self.session.where_left()
        button = self.query_one("#continue", Button)
        if left is None:
            button.label = "Everything is answered: write the report"
        else:
            word = "Continue" if self.session.saved else "Begin"
            button.label = f"{word} with {left}"

    def _show_verdict(self) -> None:
        score, workspace = self.session.score, self.session.workspace
        mark, why = words.verdict(score)
        self.query_one("#verdict-line", Static).update(Content.assemble(mark.content(), f"   {why}"))
        self.query_one("#score", Static).update(
            Content.assemble("Score ", (words.interval(score.floor, score.ceiling), "bold"))
        )
        scale = self.query_one("#bar", ScoreBar)
        scale.floor, scale.ceiling = score.floor, score.ceiling
        left = (workspace.period.end - workspace.today).days
        parts = [
            f"{score.coverage:.0f} % decided",
            f"{score.not_applicable:.0f} % n/a",
            f"rating {score.rating} of 4",
            f"{words.count(left, 'day')} left" if left >= 0 else f"{workspace.period} is over",
        ]
        self.query_one("#coverage-line", Static).update(
            Content.assemble((" · ".join(parts), "$muted"), self._overdue())
        )

    def _overdue(self) -> Content:
        today = self.session.workspace.today
        late = sum(action.overdue(today) for action in self.session.record.action)
        return (
            Content.styled(f" · ▲ {words.count(late, 'action')} overdue", "$text-error")
            if late
            else Content("")
        )

    def _show_lists(self) -> None:
        sections = self.query_one("#sections", OptionList)
        width = _width(sections)
        self._fill(sections, [Option(_section_line(s, width), s.id) for s in self.session.score.sections])
        upcoming = self.query_one("#urgent", OptionList)
        width = _width(upcoming)
        urgent = self._urgent()
        options = [Option(_urgent_line(r, width), r.control.id) for r in urgent]
        self._fill(upcoming, options or [Option("Nothing is open. Well done.", disabled=True)])

    @staticmethod
    def _fill(target: OptionList, options: list[Option]) -> None:
        kept = target.highlighted
        target.set_options(options)
        if kept is not None and options:
            target.highlighted = min(kept, len(options) - 1)

    def _urgent(self) -> list[ControlResult]:
        """Failing critical controls first, then what is open or lost, by weight."""
        rank = {Status.UNMET: 0, Status.UNANSWERED: 1, Status.PARTIAL: 2}
        wanted = [r for r in self.session.assessment.results if r.status in rank]
        return sorted(wanted, key=lambda r: (not r.fails_gate, rank[r.status], -r.control.weight))

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


def _width(target: OptionList) -> int:
    """Cells for a line: options are padded by one to each side."""
    return max(20, (target.scrollable_content_region.width or 38) - 2)


def _section_line(section: SectionScore, width: int) -> Content:
    """Glyph, title, small bar, answered of all."""
    if section.critical_failures:
        glyph, colour = "✗", "$text-error"
    elif section.decided == section.total:
        glyph, colour = "✓", "$text-success"
    else:
        glyph, colour = "○", "$text-accent"
    tail = f" {section.decided:>2}/{section.total:<2}"
    cells = 8
    room = width - cells - len(tail) - 3
    title = words.shorten(words.plain(section.title), room).ljust(room)
    return Content.assemble(
        (f"{glyph} ", colour), title, " ", bar(section.floor, section.ceiling, cells), tail
    )


def _urgent_line(result: ControlResult, width: int) -> Content:
    return words.control_line(result, width)
