"""This quarter against an earlier one, what moved the score, and all quarters in a row."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from auditor.casework import Casework
from auditor.core.compare import Comparison, Move
from auditor.core.errors import AuditorError
from auditor.core.outlook import TrendPoint
from auditor.core.period import Period
from auditor.core.score import Verdict
from auditor.tui import words
from auditor.tui.messages import Compared
from auditor.tui.screens.base import AuditScreen
from auditor.tui.widgets.score_bar import bar


class CompareScreen(AuditScreen):
    """Trend and comparison."""

    MODE = "compare"
    HELP = (
        "How the score moved from quarter to quarter, and which questions moved it. Points are of 100 and "
        "belong to the lower figure of the score."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "b", "other", "Other quarter", tooltip="Compare with another earlier quarter", id="other-quarter"
        ),
        Binding("pagedown", "scroll(1)", "Scroll", show=False, tooltip="Read on", id="compare-down"),
        Binding("pageup", "scroll(-1)", "Scroll", show=False, tooltip="Back", id="compare-up"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._back = 0

    def body(self) -> Iterable[Widget]:
        """The quarters, then what changed."""
        yield VerticalScroll(
            Vertical(Static(id="trend"), id="trend-box"),
            Vertical(Static(id="comparison"), id="comparison-box"),
            id="compare-scroll",
        )

    def on_mount(self) -> None:
        """Name the panels."""
        self.query_one("#trend-box").border_title = "Quarter by quarter"
        self.query_one("#comparison-box").border_title = "What moved the score"
        self.query_one("#compare-scroll").focus()

    def refresh_view(self) -> None:
        """Judge the quarters anew."""
        self._judge(self._back)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _judge(self, back: int) -> None:
        workspace = self.session.workspace
        earlier = [p for p in workspace.records.periods() if p < workspace.period]
        casework = Casework(workspace)
        try:
            points = casework.trend()
            other: Period | None = earlier[-1 - back % len(earlier)] if earlier else None
            now = workspace.records.read(workspace.period) is not None
            comparison = casework.compare(other, workspace.period) if other and now else None
        except AuditorError as error:
            self.post_message(Compared((), None, str(error)))
        else:
            self.post_message(Compared(points, comparison))

    @on(Compared)
    def _show(self, message: Compared) -> None:
        width = max(20, self.query_one("#trend").content_size.width - 34)
        self.query_one("#trend", Static).update(_trend(message.points, width))
        text = (
            _comparison(message.comparison)
            if message.comparison
            else Content.styled(
                message.problem
                or "There is no earlier quarter to compare with, or nothing was answered in this one.",
                "$muted",
            )
        )
        self.query_one("#comparison", Static).update(text)
        found = message.comparison
        self.crumb(f"{found.before} against {found.after}" if found else "")

    def action_other(self) -> None:
        """Compare with the quarter before that."""
        self._back += 1
        self.refresh_view()

    def action_scroll(self, direction: int) -> None:
        """Scroll the page."""
        page = self.query_one("#compare-scroll")
        page.scroll_relative(y=direction * max(1, page.size.height // 2), animate=False)


def _trend(points: Sequence[TrendPoint], width: int) -> Content:
    lines = []
    for point in points:
        if point.score is None:
            lines.append(
                Content.assemble(f"{point.period}  ", (f"no audit: {words.plain(point.reason)}", "$muted"))
            )
            continue
        met = point.score.verdict is Verdict.MET
        mark = words.Mark("✓", "met", "$text-success") if met else words.Mark("✗", "not met", "$text-error")
        interval = words.interval(point.score.floor, point.score.ceiling)
        lines.append(
            Content.assemble(
                f"{point.period}  ",
                mark.content(11),
                f"{interval:>10}  ",
                bar(point.score.floor, point.score.ceiling, width),
            )
        )
    return Content("\n").join(lines) if lines else Content("No quarter was audited yet.")


def _comparison(found: Comparison) -> Content:
    lines = [
        Content.assemble(
            f"{found.before} {found.floor_before:.0f} %  →  {found.after} {found.floor_after:.0f} %   ",
            (f"{found.change:+.1f} points", "bold"),
        )
    ]
    for title, moves in (
        ("Got worse", found.regressed),
        ("Got better", found.fixed),
        ("Went stale", found.stale),
        ("Newly not applicable", found.newly_not_applicable),
        ("Newly waived", found.newly_waived),
    ):
        if moves:
            lines.append(Content.styled(f"\n{title}", "bold $text-primary"))
            lines += [_move(move) for move in moves]
    return Content("\n").join(lines)


def _move(move: Move) -> Content:
    colour = "$text-error" if move.points < 0 else "$text-success"
    before = words.STATUS[move.before].word if move.before else "not asked"
    after = words.STATUS[move.after].word if move.after else "not asked"
    return Content.assemble(
        f"{move.control:<8}",
        (f"{move.points:+5.1f}  ", colour),
        f"{before} → {after}  ",
        (words.plain(move.question), "$muted"),
    )
