"""This quarter against an earlier one, what moved the score, and all quarters in a row."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from auditor.core.compare import Comparison, Move
from auditor.core.errors import AuditorError
from auditor.core.outlook import NOBODY_SAID, TrendPoint
from auditor.core.period import Period
from auditor.core.quarters import note_missed
from auditor.core.score import Verdict
from auditor.tui import words
from auditor.tui.keys import CARD_KEYS, undo
from auditor.tui.messages import Compared
from auditor.tui.rows import rows
from auditor.tui.screens.base import AuditScreen
from auditor.tui.screens.form import AskForm, Field, Values, refused
from auditor.tui.widgets.score_bar import bar
from auditor.workspace.casework import Casework


class CompareScreen(AuditScreen):
    """Trend and comparison."""

    MODE = "compare"
    CARD = "#compare-scroll"
    UNDOES = ("missed",)
    HELP = (
        "How the score moved from quarter to quarter, and which questions moved it. Points are of 100 and "
        "belong to the lower figure of the score. A quarter without an audit stays a gap; m says why it was "
        "missed."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "b", "other", "Other quarter", tooltip="Compare with another earlier quarter", id="other-quarter"
        ),
        Binding("m", "missed", "Missed", tooltip="Say why a quarter had no audit", id="missed"),
        undo("Take back the reason just given"),
        *CARD_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._back = 0
        self._points: Sequence[TrendPoint] = ()

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

    def saved(self) -> None:
        """A reason is on disk."""
        self.refresh_view()

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
        self._points = message.points
        width = max(20, self.query_one("#trend").content_size.width - 34)
        self.query_one("#trend", Static).update(_trend(message.points, width))
        text = (
            _comparison(message.comparison, (self.query_one("#comparison").content_size.width or 74) - 1)
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

    @work
    async def action_missed(self) -> None:
        """Ask why the quarters without an audit had none, one after the other."""
        gaps = [p for p in self._points if p.score is None]
        if not gaps:
            self.notify("No quarter was missed.", markup=False)
        for point in sorted(gaps, key=lambda p: p.reason != NOBODY_SAID):
            said = "" if point.reason == NOBODY_SAID else point.reason
            values = await self.app.push_screen_wait(
                AskForm(
                    f"Why was there no audit in {point.period}?",
                    (Field("reason", "Reason", said), Field("by", "Who says so", self.session.name)),
                    hint="The quarter stays a gap in every trend and report, with this reason.",
                    problem=partial(self._missed_problem, point.period),
                )
            )
            if values is None:
                return
            self._note(point.period, values)
            self.auditor.refresh_masthead()

    def _note(self, period: Period, values: Values) -> None:
        said = values["reason"], values["by"]
        self.session.do("missed", str(period), lambda c: c.note_missed(period, *said))
        self.undo_toast(f"{period}: the reason is kept.")

    def _missed_problem(self, period: Period, values: Values) -> str:
        return refused(lambda: note_missed(self.session.record, period, values["reason"], values["by"]))

    def action_other(self) -> None:
        """Compare with the quarter before that."""
        self._back += 1
        self.refresh_view()


def _trend(points: Sequence[TrendPoint], width: int) -> Content:
    lines = []
    for point in points:
        if point.score is None:
            lines.append(
                Content.assemble(
                    f"{point.period}  ",
                    ("▲ no audit  ", "$text-warning"),
                    (words.plain(point.reason), "$muted"),
                )
            )
            continue
        met = point.score.verdict is Verdict.MET
        mark = words.Mark("✓", "met", "$text-success") if met else words.Mark("✗", "not met", "$text-error")
        interval = words.interval(point.score.floor, point.score.ceiling)
        lines.append(
            Content.assemble(
                f"{point.period}  ",
                mark.content(11),
                f"{interval:>11}  ",
                bar(point.score.floor, point.score.ceiling, width),
            )
        )
    return Content("\n").join(lines) if lines else Content("No quarter was audited yet.")


def _comparison(found: Comparison, width: int) -> Content:
    lines = [
        Content.assemble(
            f"{found.before} {words.percent(found.floor_before)}  →  "
            f"{found.after} {words.percent(found.floor_after)}   ",
            (words.change(found.change), "bold"),
        )
    ]
    for title, moves in found.groups:
        lines.append(Content.styled(f"\n{title}", "bold $text-primary"))
        lines += [_move(move, width) for move in moves]
    return Content("\n").join(lines)


def _move(move: Move, width: int) -> Content:
    colour = "$text-error" if move.points < 0 else "$text-success"
    before = words.STATUS[move.before].word if move.before else "not asked"
    after = words.STATUS[move.after].word if move.after else "not asked"
    head = Content.assemble(
        (f"{move.control:<8}", "bold"),
        (f"{round(move.points, 1) + 0.0:+5.1f}  ", colour),
        before if before == after else f"{before} → {after}",
    )
    reason = "" if move.reason.startswith("from ") else move.reason
    about = rows([("", move.question), ("", reason)], width, 15)
    return Content("\n").join([head, about.stylize("$muted")])
