"""What changed since the last audited quarter, each point of it traced to one control."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core.assessment import Assessment, ControlResult
from auditor.core.period import Period
from auditor.core.score import Score
from auditor.core.status import Status
from auditor.report.rows import ChangeRow, Trend

QUARTERS_SHOWN = 8
"""How many quarters, the current one among them, the trend goes back: two years."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One audited quarter, judged and scored."""

    assessment: Assessment
    score: Score


def latest_before(history: Sequence[Quarter], period: Period) -> Quarter | None:
    """The last audited quarter before `period`; None when there is none."""
    earlier = [q for q in history if q.assessment.period < period]
    return max(earlier, key=lambda q: q.assessment.period, default=None)


def changes(before: Quarter, after: Quarter) -> tuple[ChangeRow, ...]:
    """Controls whose status changed, the worst loss first, then the best gain."""
    old = {r.control.id: r for r in before.assessment.results}
    new = {r.control.id: r for r in after.assessment.results}
    rows = [
        _row(key, old.get(key), new.get(key), _lost(before, key) - _lost(after, key))
        for key in {**new, **old}
    ]
    return tuple(sorted((r for r in rows if r.before is not r.after), key=lambda r: (r.points, r.control)))


def trend(history: Sequence[Quarter], current: Quarter) -> tuple[Trend, ...]:
    """The quarters up to `current`, oldest first; a quarter that nobody audited is there as a gap."""
    last = current.assessment.period
    known = {q.assessment.period: q for q in history if q.assessment.period < last} | {last: current}
    first = min(known)
    rows: list[Trend] = []
    period = last
    while period >= first and len(rows) < QUARTERS_SHOWN:
        rows.insert(0, _point(period, known.get(period), current))
        period = period.previous
    return tuple(rows)


def _point(period: Period, quarter: Quarter | None, current: Quarter) -> Trend:
    if quarter is None:
        return Trend(str(period), None, None, sections=tuple(None for _ in current.score.sections))
    floors = {s.id: s.floor for s in quarter.score.sections if s.decided}
    score = quarter.score
    return Trend(
        str(period),
        score.floor,
        score.ceiling,
        score.verdict == "met",
        tuple(floors.get(s.id) for s in current.score.sections),
    )


def _lost(quarter: Quarter, control_id: str) -> float:
    return sum(loss.points for loss in quarter.score.losses if loss.control == control_id)


def _row(key: str, old: ControlResult | None, new: ControlResult | None, points: float) -> ChangeRow:
    shown = new or old
    assert shown is not None
    before, after = old.status if old else None, new.status if new else None
    return ChangeRow(key, shown.control.question, before, after, points, _kind(old, new, points))


def _kind(old: ControlResult | None, new: ControlResult | None, points: float) -> str:
    if old is None:
        return "new in the checklist"
    if new is None:
        return "no longer in the checklist"
    if new.waiver and not old.waiver:
        return "newly waived"
    if new.status is Status.NOT_APPLICABLE:
        return "newly not applicable"
    if new.stale and not old.stale:
        return "evidence out of date"
    return "better" if points > 0 else "worse" if points < 0 else "changed"
