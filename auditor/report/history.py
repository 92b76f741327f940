"""Earlier quarters as rows: what changed since the last audited one, and the trend."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core import outlook
from auditor.core.assessment import Assessment
from auditor.core.compare import compare
from auditor.core.outlook import NOBODY_SAID, TrendPoint
from auditor.core.period import Period
from auditor.core.record import Missed
from auditor.core.score import Score, Verdict
from auditor.report.followup_rows import ChangeRow, Trend

QUARTERS_SHOWN = 8
"""How many quarters, the current one among them, the trend goes back: two years."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One audited quarter, judged and scored. `missed` are the reasons that it gives for earlier gaps."""

    assessment: Assessment
    score: Score
    missed: tuple[Missed, ...] = ()


def latest_before(history: Sequence[Quarter], period: Period) -> Quarter | None:
    """The last audited quarter before `period`; None when there is none."""
    earlier = [q for q in history if q.assessment.period < period]
    return max(earlier, key=lambda q: q.assessment.period, default=None)


def changes(before: Quarter, after: Quarter) -> tuple[ChangeRow, ...]:
    """Controls that something happened to, the worst loss first, then the effect of other weights."""
    found = compare(before.assessment, after.assessment)
    rows = [
        ChangeRow(m.control, m.question, m.before, m.after, m.points, m.shift.value) for m in found.changed
    ]
    if abs(found.reweighted) >= 0.05:
        words = "the same answers, with other weights around them"
        rows.append(ChangeRow("others", "", None, None, found.reweighted, words))
    return tuple(rows)


def trend(history: Sequence[Quarter], current: Quarter) -> tuple[Trend, ...]:
    """The quarters up to `current`, oldest first; a quarter that nobody audited is there as a gap."""
    last = current.assessment.period
    known = {q.assessment.period: q for q in history if q.assessment.period < last} | {last: current}
    reasons = {m.period: m.reason for period in sorted(known) for m in known[period].missed}
    points = outlook.trend({period: quarter.score for period, quarter in known.items()}, reasons)
    return tuple(_row(point, current) for point in points[-QUARTERS_SHOWN:])


def _row(point: TrendPoint, current: Quarter) -> Trend:
    score = point.score
    if score is None:
        gap = tuple(None for _ in current.score.sections)
        reason = "" if point.reason == NOBODY_SAID else point.reason
        return Trend(str(point.period), None, None, sections=gap, reason=reason)
    floors = {s.id: s.floor for s in score.sections if s.decided}
    return Trend(
        str(point.period),
        score.floor,
        score.ceiling,
        score.verdict is Verdict.MET,
        tuple(floors.get(s.id) for s in current.score.sections),
    )
