"""What deserves a look first: failing critical controls, late actions, answers that went stale."""

from datetime import date

from auditor.core.assessment import Assessment, ControlResult
from auditor.core.record import Action, Answer, AuditRecord
from auditor.core.status import Status

_RANK = {Status.UNMET: 0, Status.UNANSWERED: 1, Status.PARTIAL: 2}


def urgent(assessment: Assessment) -> list[ControlResult]:
    """Critical controls that close the gate first, then what is unmet, open or partial, by weight."""
    wanted = [r for r in assessment.results if r.status in _RANK]
    return sorted(wanted, key=lambda r: (not r.fails_gate, _RANK[r.status], -r.control.weight))


def overdue(record: AuditRecord, today: date) -> list[Action]:
    """Corrective actions past their date, the oldest first."""
    return sorted((a for a in record.action if a.overdue(today)), key=lambda a: (a.due, a.id))


def went_stale(assessment: Assessment, previous: AuditRecord | None) -> list[ControlResult]:
    """What the last quarter had settled and this one has not: too old, carried over, or not yet asked."""
    before = {a.control: a for a in previous.answer} if previous else {}
    return [r for r in assessment.results if is_stale(r, before.get(r.control.id))]


def is_stale(result: ControlResult, before: Answer | None) -> bool:
    """Whether `before`, the answer of the last quarter, had settled what is open, old or carried over now."""
    if result.stale or result.carried:
        return True
    return result.status is Status.UNANSWERED and before is not None and before.status.decided


def why_stale(result: ControlResult, previous: AuditRecord | None) -> str:
    """In a few words, what became of the answer."""
    if result.carried and result.answer is not None and not result.reason:
        return f"{result.answer.status.value}, carried over from {result.answer.carried_from}"
    if result.stale or result.answer is not None:
        return result.reason
    before = previous.answer_to(result.control.id) if previous else None
    if before is None or previous is None:
        return result.reason
    return f"{before.status.value} in {previous.period}, not looked at since"
