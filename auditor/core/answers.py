"""Answers and rulings: what a person may say of a control or a finding, and what it needs to be said."""

from dataclasses import dataclass
from datetime import datetime

from auditor.core.errors import ConfigurationError
from auditor.core.profile import Control
from auditor.core.record import Answer, AuditRecord, Evidence, Ruling, Sample
from auditor.core.status import FindingStatus, Status


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """What a face hands over when a person answers a control."""

    control: str
    status: Status
    note: str = ""
    by: str = ""
    evidence: tuple[Evidence, ...] = ()
    sample: Sample | None = None
    verified_by: str = ""


def give(record: AuditRecord, control: Control, new: NewAnswer, at: datetime) -> AuditRecord:
    """`record` with an answer; the evidence that the control already has stays. Unanswered takes it away.

    Raises ConfigurationError for n/a without a reason, and for a verifier who is the one who answers.
    """
    if new.status is Status.UNANSWERED:
        return record.without_answer(control.id)
    if new.status is Status.NOT_APPLICABLE and not new.note.strip():
        raise ConfigurationError(f"{control.id}: “not applicable” needs a reason", "give it with --note")
    if new.verified_by and new.verified_by.strip().casefold() == new.by.strip().casefold():
        raise ConfigurationError(f"{control.id}: who verifies is another person than who answers")
    before = record.answer_to(control.id)
    kept = tuple(e for e in before.evidence if e not in new.evidence) if before else ()
    answer = Answer(
        control=control.id,
        status=new.status,
        note=new.note,
        by=new.by,
        at=at,
        evidence=(*kept, *new.evidence),
        sample=new.sample,
        verified_by=new.verified_by,
        asked=control.meaning,
    )
    return record.with_answer(answer)


def rule(
    record: AuditRecord, finding: str, status: FindingStatus, reason: str, by: str, at: datetime
) -> AuditRecord:
    """`record` with what a person decided about a finding.

    Raises ConfigurationError for a finding that there is not, and without a reason.
    """
    if all(f.id != finding for f in record.finding):
        raise ConfigurationError(f"there is no finding “{finding}” this quarter", "see `auditor run`")
    if not reason.strip():
        raise ConfigurationError("a ruling needs a reason")
    return record.with_ruling(Ruling(finding=finding, status=status, reason=reason, by=by, at=at))
