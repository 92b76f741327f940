"""From one quarter to the next: what may be carried over, and what must be looked at anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from auditor.core.assessment import Assessment, in_date, supported_on
from auditor.core.errors import ConfigurationError
from auditor.core.period import Period
from auditor.core.profile import Control, Profile, Review
from auditor.core.record import ActionStatus, Answer, AuditRecord, Missed


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer brought over without a new look, and how many days ago someone last stood for it."""

    control: str
    since: str
    age_days: int


def start_quarter(
    previous: AuditRecord | None, profile: Profile, period: Period, at: datetime
) -> AuditRecord:
    """The record that a quarter begins with.

    Carried over from `previous`: answers to yearly controls that are in date on the first day and whose
    question is still the same, each marked with the quarter it comes from; open actions; waivers that
    held to the end of that quarter, also when they have expired since: an exception that ran out unseen
    is what a new quarter must show. Everything else starts anew: findings and runs belong to the quarter
    that saw them.
    """
    record = AuditRecord(period=str(period), profile=profile.id, profile_version=profile.version, started=at)
    if previous is None:
        return record
    return record.model_copy(
        update={
            "answer": tuple(_carry(previous, profile, period)),
            "action": tuple(a for a in previous.action if a.status is not ActionStatus.CLOSED),
            "waiver": tuple(w for w in previous.waiver if w.in_force(Period.parse(previous.period).end)),
        }
    )


def _carry(previous: AuditRecord, profile: Profile, period: Period) -> Iterable[Answer]:
    for answer in previous.answer:
        control = profile.control(answer.control)
        if control is not None and may_carry(answer, control, period.start):
            yield answer.model_copy(update={"carried_from": answer.carried_from or previous.period})


def may_carry(answer: Answer, control: Control, day: date) -> bool:
    """True for answers to yearly, uncritical controls that are in date and answer the same question."""
    yearly = control.review is Review.YEARLY and not control.critical
    same = not answer.asked or answer.asked == control.meaning
    return yearly and same and in_date(answer, control, day)


def carried(assessment: Assessment) -> tuple[Carried, ...]:
    """Answers that nobody looked at this quarter, the oldest first. They do not count as verified."""
    found = []
    for result in assessment.results:
        if result.carried and result.answer is not None:
            stood = supported_on(result.answer, assessment.as_of) or result.answer.at.date()
            found.append(
                Carried(result.control.id, result.answer.carried_from, (assessment.as_of - stood).days)
            )
    return tuple(sorted(found, key=lambda c: -c.age_days))


def notes(assessment: Assessment) -> tuple[str, ...]:
    """What a reader of the score should know: answers carried over, on one word alone, given late; and
    waivers that ran out.
    """
    lines = []
    if old := carried(assessment):
        ids = ", ".join(f"{c.control} ({c.since}, {c.age_days} days)" for c in old)
        lines.append(f"carried over and not looked at this quarter: {ids}")
    if alone := [r.control.id for r in assessment.results if r.lacks_second_person]:
        lines.append(f"critical, and met on one person's word alone: {', '.join(alone)}")
    if late := [r.control.id for r in assessment.results if r.answered_late(assessment.period)]:
        lines.append(f"answered after the quarter had ended: {', '.join(late)}")
    over = (w for r in assessment.results for w in r.expired)
    lines += [f"waiver {w.id} on {w.subject} expired at the end of {w.expires}" for w in over]
    return tuple(lines)


def note_missed(record: AuditRecord, period: Period, reason: str, by: str) -> AuditRecord:
    """`record` with the reason why an earlier quarter had no audit. Raises ConfigurationError."""
    if not reason.strip() or not by.strip():
        raise ConfigurationError("a missed quarter needs a reason and who gives it")
    if not period < Period.parse(record.period):
        raise ConfigurationError(f"{period} is not before {record.period}")
    rest = tuple(m for m in record.missed if m.period != str(period))
    entry = Missed(period=str(period), reason=reason, by=by)
    return record.model_copy(update={"missed": (*rest, entry)})
