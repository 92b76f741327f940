"""What changed since the last audited quarter, each point of it traced to one control."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.core.assessment import Assessment
from auditor.core.compare import Comparison, Move, compare
from auditor.core.period import Period
from auditor.core.score import Score
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
    """Controls whose status changed, the worst loss first, then the effect of other weights."""
    found = compare(before.assessment, after.assessment)
    kinds = {
        move.control: kind
        for kind, moves in (
            ("worse", found.regressed),
            ("better", found.fixed),
            ("evidence out of date", found.stale),
            ("newly not applicable", found.newly_not_applicable),
            ("newly waived", found.newly_waived),
            ("new in the checklist", found.added),
            ("no longer in the checklist", found.removed),
        )
        for move in moves
    }
    every = {m.control: m for m in (*found.moves, *_unmoved(found))}
    rows = [
        ChangeRow(m.control, m.question, m.before, m.after, m.points, kinds.get(m.control, _kind(m)))
        for m in every.values()
        if m.before is not m.after or m.control in kinds
    ]
    rows.sort(key=lambda r: (r.points, r.control))
    rest = found.change - sum(row.points for row in rows)
    if abs(rest) >= 0.05:
        rows.append(
            ChangeRow("others", "", None, None, rest, "the same answers, with other weights around them")
        )
    return tuple(rows)


def _unmoved(found: Comparison) -> tuple[Move, ...]:
    """Controls that changed without moving the score."""
    groups = (found.newly_waived, found.newly_not_applicable, found.stale, found.added, found.removed)
    return tuple(move for group in groups for move in group)


def _kind(move: Move) -> str:
    return "better" if move.points > 0 else "worse" if move.points < 0 else "changed"


def trend(history: Sequence[Quarter], current: Quarter, missed: Mapping[str, str]) -> tuple[Trend, ...]:
    """The quarters up to `current`, oldest first; a quarter that nobody audited is there as a gap.

    `missed` gives the reasons for gaps, by quarter.
    """
    last = current.assessment.period
    known = {q.assessment.period: q for q in history if q.assessment.period < last} | {last: current}
    first = min(known)
    rows: list[Trend] = []
    period = last
    while period >= first and len(rows) < QUARTERS_SHOWN:
        rows.insert(0, _point(period, known.get(period), current, missed))
        period = period.previous
    return tuple(rows)


def _point(period: Period, quarter: Quarter | None, current: Quarter, missed: Mapping[str, str]) -> Trend:
    if quarter is None:
        gap = tuple(None for _ in current.score.sections)
        return Trend(str(period), None, None, sections=gap, reason=missed.get(str(period), ""))
    floors = {s.id: s.floor for s in quarter.score.sections if s.decided}
    score = quarter.score
    return Trend(
        str(period),
        score.floor,
        score.ceiling,
        score.verdict == "met",
        tuple(floors.get(s.id) for s in current.score.sections),
    )
