"""The words and glyphs of the screens. A status is always a glyph and a word; colour only helps."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from textual.content import Content

from auditor.core.assessment import ControlResult
from auditor.core.record import Action, ActionStatus, Evidence
from auditor.core.score import Score, Verdict, claimed
from auditor.core.status import FindingStatus, LocationModel, Outcome, Severity, Status
from auditor.tui.text import count, day, page_of, plain, shorten, size, subject_title

__all__ = [
    "FINDING",
    "LOCATION_MODEL",
    "NOT_RUN",
    "OUTCOME",
    "OUTCOME_FULL",
    "SEVERITY",
    "STATUS",
    "Mark",
    "action_mark",
    "change",
    "control_line",
    "count",
    "day",
    "evidence",
    "interval",
    "page_of",
    "percent",
    "plain",
    "shorten",
    "size",
    "subject_title",
    "verdict",
]


class Mark(NamedTuple):
    """How a status is shown: a glyph of one cell, a word, and the theme's colour for it."""

    glyph: str
    word: str
    colour: str

    def content(self, width: int = 0) -> Content:
        """Glyph and word, padded to `width` cells."""
        return Content.styled(f"{self.glyph} {self.word}".ljust(width), f"bold {self.colour}")


STATUS = {
    Status.MET: Mark("✓", "met", "$text-success"),
    Status.PARTIAL: Mark("◐", "partial", "$text-warning"),
    Status.UNMET: Mark("✗", "unmet", "$text-error"),
    Status.NOT_APPLICABLE: Mark("–", "n/a", "$muted"),
    Status.UNANSWERED: Mark("○", "open", "$text-accent"),
}
SEVERITY = {
    Severity.CRITICAL: Mark("▲", "critical", "$text-error"),
    Severity.HIGH: Mark("▲", "high", "$text-error"),
    Severity.MEDIUM: Mark("◆", "medium", "$text-warning"),
    Severity.LOW: Mark("▪", "low", "$muted"),
    Severity.INFO: Mark("·", "info", "$muted"),
}
FINDING = {
    FindingStatus.OPEN: Mark("○", "open", "$text-accent"),
    FindingStatus.BASELINED: Mark("=", "known", "$muted"),
    FindingStatus.WAIVED: Mark("~", "waived", "$muted"),
    FindingStatus.FALSE_POSITIVE: Mark("–", "false alarm", "$muted"),
    FindingStatus.FIXED: Mark("✓", "fixed", "$text-success"),
}
OUTCOME = {
    Outcome.CLEAR: Mark("✓", "clear", "$text-success"),
    Outcome.FOUND: Mark("✗", "found", "$text-error"),
    Outcome.UNCHECKED: Mark("?", "unchecked", "$text-warning"),
}
OUTCOME_FULL = Mark("✓", "in full", "$text-success")
"""A fact that can be searched for wholly."""
NOT_RUN = Mark("○", "not run", "$text-accent")
LOCATION_MODEL = {
    LocationModel.HIDDEN: "Hidden: nobody outside should know where it is",
    LocationModel.CONFIDENTIAL: "Confidential: known nearby, but never published",
    LocationModel.PUBLIC: "Public: people come here on purpose",
}


def action_mark(action: Action, today: date) -> Mark:
    """How a corrective action stands."""
    if action.overdue(today):
        return Mark("▲", "overdue", "$text-error")
    return {
        ActionStatus.OPEN: Mark("○", "open", "$text-accent"),
        ActionStatus.IN_PROGRESS: Mark("◐", "in progress", "$text-warning"),
        ActionStatus.CLOSED: Mark("✓", "closed", "$text-success"),
    }[action.status]


def percent(share: float) -> str:
    """A share of 100 with at most one decimal, rounded down: the screens never claim more than there is."""
    return f"{claimed(share):.1f}".removesuffix(".0") + " %"


def change(points: float) -> str:
    """What a score gained or lost, in points of 100."""
    return f"{points:+.1f} points" if round(points, 1) else "no change"


def interval(floor: float, ceiling: float) -> str:
    """The score interval: `42.5–87 %`, or `87 %` when nothing is unknown."""
    low, high = percent(floor), percent(ceiling)
    return low if low == high else f"{low.removesuffix(' %')}–{high}"


def verdict(score: Score) -> tuple[Mark, str]:
    """The verdict and the sentence that explains it."""
    if score.verdict is Verdict.MET:
        return Mark("✓", "MET", "$text-success"), "no critical question stands open and the score carries it"
    if score.gate:
        open_count = sum(r.status is Status.UNANSWERED for r in score.gate)
        failed = len(score.gate) - open_count
        parts = []
        if failed:
            parts.append(f"{count(failed, 'critical question')} failed")
        if open_count:
            parts.append(
                f"{open_count} still open"
                if failed
                else f"{count(open_count, 'critical question')} still open"
            )
        return Mark("✗", "NOT MET", "$text-error"), ", ".join(parts)
    return Mark("✗", "NOT MET", "$text-error"), "the score is below 75 %"


def evidence(items: Iterable[Evidence]) -> list[str]:
    """Each piece of evidence in one line."""
    return [f"{plain(e.title or e.reference)} ({e.kind.value}, {day(e.effective)})" for e in items]


def control_line(result: ControlResult, width: int) -> Content:
    """One line of the checklist: status, id, critical mark, question."""
    mark = STATUS[result.status]
    flag = ("! ", "bold $text-error") if result.control.critical else ("  ", "")
    head = Content.assemble(mark.content(10), result.control.id.ljust(7), flag)
    return head + Content.styled(
        shorten(plain(result.control.question), max(0, width - head.cell_length)), "$muted"
    )
