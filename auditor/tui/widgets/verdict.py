"""How the quarter stands, in three lines: verdict, score, coverage."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from auditor.tui.widgets.score_bar import ScoreBar


class Verdict(Vertical):
    """Verdict, score interval and coverage."""

    def compose(self) -> ComposeResult:
        """Three lines."""
        yield Static(id="verdict-line")
        with Horizontal(id="score-line"):
            yield Static(id="score")
            yield ScoreBar(id="bar")
        yield Static(id="coverage-line")
