"""The quarters in a row, and what time alone will do to the score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from auditor.core.agency import Agency
from auditor.core.assessment import Assessment, assess, supported_on, years_later
from auditor.core.period import Period
from auditor.core.profile import Control, Profile, Review
from auditor.core.record import AuditRecord, Evidence
from auditor.core.score import Score, score


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One quarter of a trend. Without a score it is a gap, and `reason` says why."""

    period: Period
    score: Score | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which time alone changes the audit: what expires then, and the score from then on."""

    day: date
    floor: float
    gate: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next: the control, the points it regains, and whether it opens the gate."""

    control: str
    points: float
    gate: bool
    reason: str
    remedy: str


NOBODY_SAID = "nobody has said why"
"""What stands in the place of the reason for a gap that has none."""


def reasons_for_gaps(records: Iterable[AuditRecord]) -> dict[str, str]:
    """Why quarters had no audit, by quarter; what later records say takes the place of earlier words."""
    return {m.period: m.reason for record in records for m in record.missed}


def trend(
    scores: Mapping[Period, Score], reasons: Mapping[str, str], current: Period | None = None
) -> tuple[TrendPoint, ...]:
    """Every quarter from the first to the last, those without an audit as gaps with their reason.

    With `current`, the quarter at work, those that passed before it without an audit are gaps as well.
    """
    if not scores:
        return ()
    points = []
    period, last = min(scores), max(*scores, current.previous) if current else max(scores)
    while period <= last:
        held = scores.get(period)
        reason = "" if held else reasons.get(str(period), NOBODY_SAID)
        points.append(TrendPoint(period, held, reason))
        period = period.next
    return tuple(points)


def forecast(
    profile: Profile, agency: Agency, record: AuditRecord, start: date, until: date
) -> tuple[Turn, ...]:
    """The days after `start`, up to `until`, on which evidence, attestations or waivers run out."""
    turns = []
    before = assess(profile, agency, record, start)
    for day in _turning_days(profile, record, start, until):
        after = assess(profile, agency, record, day)
        changes = _changes(before, after)
        if changes:
            result = score(after)
            turns.append(Turn(day, result.floor, tuple(r.control.id for r in result.gate), changes))
        before = after
    return tuple(turns)


def next_steps(assessment: Assessment, result: Score) -> tuple[NextStep, ...]:
    """What to do first: what closes the gate, then what regains most points."""
    closing = {r.control.id for r in result.gate}
    steps = []
    for loss in result.losses:
        control = assessment.result(loss.control).control
        steps.append(NextStep(control.id, loss.points, control.id in closing, loss.reason, control.remedy))
    lost = {step.control for step in steps}
    held = (r for r in result.gate if r.control.id not in lost)
    steps += [NextStep(r.control.id, 0.0, True, r.reason, r.control.remedy) for r in held]
    return tuple(sorted(steps, key=lambda s: (not s.gate, -s.points, s.control)))


def expiry(profile: Profile, record: AuditRecord, control_id: str, day: date) -> date | None:
    """The last day on which an answer counts in full; None when it does not on `day`."""
    control, answer = profile.control(control_id), record.answer_to(control_id)
    if control is None or answer is None:
        return None
    latest = supported_on(answer, day)
    if latest is None:
        return None
    last = _last_day(control, latest)
    return last if last >= day else None


def piece_expiry(control: Control, evidence: Evidence) -> date:
    """The last day on which one piece of evidence supports an answer to `control`."""
    return _last_day(control, evidence.effective)


def _last_day(control: Control, spoken_of: date) -> date:
    quarterly = control.critical or control.review is Review.QUARTERLY
    return Period.of(spoken_of).end if quarterly else years_later(spoken_of, 1)


def _turning_days(profile: Profile, record: AuditRecord, start: date, until: date) -> Sequence[date]:
    days = {w.expires + timedelta(days=1) for w in record.waiver}
    days |= {a.due + timedelta(days=1) for a in record.action}
    # Evidence that speaks of a later day begins to count then, and may itself run out.
    seen = {start, *(e.effective for a in record.answer for e in a.evidence)}
    for control in profile.controls:
        for day in seen:
            if (last := expiry(profile, record, control.id, day)) is not None:
                days |= {day, last + timedelta(days=1)}
    return sorted(day for day in days if start < day <= until)


def _changes(before: Assessment, after: Assessment) -> tuple[str, ...]:
    words = []
    for old, new in zip(before.results, after.results, strict=True):
        if old.stale != new.stale or old.value != new.value:
            words.append(f"{new.control.id}: {new.reason or 'counts in full'}")
        if old.waiver is not None and new.waiver is None:
            words.append(f"{new.control.id}: waiver {old.waiver.id} has expired")
        fresh = {w.id for w in new.expired} - {w.id for w in old.expired}
        if old.waiver is None:
            words.extend(f"{new.control.id}: waiver {w} has expired" for w in sorted(fresh))
    return tuple(words)
