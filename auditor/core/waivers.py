"""Dated exceptions: who may have one, how long it holds, and what to say of those that are not needed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pydantic import ValidationError

from auditor.core.assessment import Assessment, years_later
from auditor.core.errors import ConfigurationError
from auditor.core.profile import Control
from auditor.core.record import AuditRecord, Waiver
from auditor.core.status import Status

CLIFF = 3
"""So many waivers ending in one week are worth a warning: nobody renews or mends them all at once."""


class WaiverState(StrEnum):
    """Where a waiver stands on a day. It holds to the end of its last day, in local time."""

    IN_FORCE = "in force"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    NOT_YET = "not yet in force"


@dataclass(frozen=True, slots=True)
class NewWaiver:
    """What a face hands over: a waiver on a control or a finding, to the end of the day `expires`."""

    subject: str
    reason: str
    compensating: str
    owner: str
    approver: str
    expires: date


@dataclass(frozen=True, slots=True)
class Cliff:
    """Several waivers that end in one week, which begins on `monday`."""

    monday: date
    waivers: tuple[Waiver, ...]

    def __str__(self) -> str:
        ids = ", ".join(w.id for w in self.waivers)
        return f"{len(self.waivers)} waivers end in the week of {self.monday}: {ids}"


def state(waiver: Waiver, day: date) -> WaiverState:
    """Where `waiver` stands on `day`."""
    if waiver.in_force(day):
        return WaiverState.IN_FORCE
    if waiver.withdrawn is not None:
        return WaiverState.WITHDRAWN
    return WaiverState.EXPIRED if waiver.expired(day) else WaiverState.NOT_YET


def start(
    record: AuditRecord, assessment: Assessment, new: NewWaiver, day: date
) -> tuple[AuditRecord, Waiver]:
    """`record` with a new waiver from `day` on, and the waiver. Raises ConfigurationError as `grant` does."""
    control = assessment.profile.control(new.subject)
    values = {
        "id": _next_id(record),
        "subject": control.id if control else new.subject,
        "reason": new.reason,
        "compensating": new.compensating,
        "owner": new.owner,
        "approver": new.approver,
        "created": day,
        "expires": new.expires,
    }
    try:
        waiver = Waiver.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        raise ConfigurationError(first["msg"].removeprefix("Value error, ")) from None
    return grant(record, assessment, waiver), waiver


def grant(record: AuditRecord, assessment: Assessment, waiver: Waiver) -> AuditRecord:
    """`record` with another waiver.

    Raises ConfigurationError for a subject that is neither a control nor a finding, a control that cannot
    be waived, an end that is past or more than a year away, or a subject that has one in force.
    """
    control = subject_of(waiver.subject, record, assessment)
    if not control.waivable:
        raise ConfigurationError(f"{control.id} cannot be waived", "mend it, or close what depends on it")
    _refuse_term(waiver.created, waiver.expires)
    if any(w.subject == waiver.subject and w.in_force(waiver.created) for w in record.waiver):
        raise ConfigurationError(f"{waiver.subject} already has a waiver in force", "renew that one")
    if any(w.id == waiver.id for w in record.waiver):
        raise ConfigurationError(f"there is a waiver {waiver.id} already")
    return record.model_copy(update={"waiver": (*record.waiver, waiver)})


def renew(record: AuditRecord, waiver_id: str, expires: date, approver: str, day: date) -> AuditRecord:
    """`record` with a waiver that holds to another day, its renewals counted.

    Raises ConfigurationError as `grant` does, when the approver is the owner, for one withdrawn, and for
    a day that is not later than its last one.
    """
    old = _not_withdrawn(record, waiver_id)
    _refuse_term(day, expires)
    if expires <= old.expires:
        raise ConfigurationError(
            f"{old.id} holds to the end of {old.expires} already", "give a later day, or withdraw it"
        )
    if not approver.strip() or approver.strip().casefold() == old.owner.casefold():
        raise ConfigurationError(f"{old.id} needs an approver other than its owner, {old.owner}")
    changes = {"expires": expires, "approver": approver.strip(), "renewals": old.renewals + 1}
    new = old.model_copy(update=changes)
    return _put(record, new)


def withdraw(record: AuditRecord, waiver_id: str, by: str, reason: str, day: date) -> AuditRecord:
    """`record` with a waiver that holds no more from `day` on.

    Raises ConfigurationError for an unknown one, one withdrawn before, or without a name and a reason.
    """
    old = _not_withdrawn(record, waiver_id)
    if not by.strip() or not reason.strip():
        raise ConfigurationError(f"withdrawing {old.id} needs who does it and why")
    changes = {"withdrawn": day, "withdrawn_by": by.strip(), "withdrawn_reason": reason.strip()}
    return _put(record, old.model_copy(update=changes))


def by_urgency(record: AuditRecord, day: date) -> tuple[Waiver, ...]:
    """Every waiver: those expired first, then those in force by their last day, withdrawn ones last."""
    order = (WaiverState.EXPIRED, WaiverState.IN_FORCE, WaiverState.NOT_YET, WaiverState.WITHDRAWN)
    return tuple(sorted(record.waiver, key=lambda w: (order.index(state(w, day)), w.expires, w.id)))


def _not_withdrawn(record: AuditRecord, waiver_id: str) -> Waiver:
    waiver = find(record, waiver_id)
    if waiver.withdrawn is not None:
        who = f"{waiver.id} was withdrawn on {waiver.withdrawn} by {waiver.withdrawn_by}"
        raise ConfigurationError(who, "grant a new one")
    return waiver


def _put(record: AuditRecord, new: Waiver) -> AuditRecord:
    return record.model_copy(update={"waiver": tuple(new if w.id == new.id else w for w in record.waiver)})


def find(record: AuditRecord, waiver_id: str) -> Waiver:
    """The waiver of that id. Raises ConfigurationError when there is none."""
    for waiver in record.waiver:
        if waiver.id.casefold() == waiver_id.casefold():
            return waiver
    known = ", ".join(w.id for w in record.waiver) or "none"
    raise ConfigurationError(f"there is no waiver “{waiver_id}”", f"there are: {known}")


def subject_of(subject: str, record: AuditRecord, assessment: Assessment) -> Control:
    """The control that a subject names, itself or by a finding. Raises ConfigurationError for neither."""
    if (control := assessment.profile.control(subject)) is not None:
        return control
    check = next((f.check for f in record.finding if f.id == subject), None)
    for candidate in assessment.profile.controls:
        if check is not None and check in candidate.checks:
            return candidate
    raise ConfigurationError(
        f"“{subject}” is neither a control of this profile nor a finding of this quarter",
        "see `auditor profile show` and `auditor run`",
    )


def unused(record: AuditRecord, assessment: Assessment) -> tuple[Waiver, ...]:
    """Waivers in force that excuse nothing: the control is met or left out, the finding is gone."""
    in_force = (w for w in record.waiver if w.in_force(assessment.as_of))
    return tuple(w for w in in_force if not _needed(w, record, assessment))


def cliffs(record: AuditRecord, day: date) -> tuple[Cliff, ...]:
    """Weeks from `day` on in which many waivers end at once."""
    weeks: dict[date, list[Waiver]] = defaultdict(list)
    for waiver in record.waiver:
        if waiver.in_force(day):
            weeks[waiver.expires - timedelta(days=waiver.expires.weekday())].append(waiver)
    return tuple(Cliff(monday, tuple(held)) for monday, held in sorted(weeks.items()) if len(held) >= CLIFF)


def _next_id(record: AuditRecord) -> str:
    """Unique over the years: the quarter and a number, `W-2026Q4-1`."""
    stem = f"W-{record.period.replace('-', '')}-"
    taken = [int(w.id.removeprefix(stem)) for w in record.waiver if w.id.startswith(stem)]
    return f"{stem}{max(taken, default=0) + 1}"


def _needed(waiver: Waiver, record: AuditRecord, assessment: Assessment) -> bool:
    if any(f.id == waiver.subject for r in assessment.results for f in r.open_findings):
        return True
    if (
        any(f.id == waiver.subject for f in record.finding)
        or assessment.profile.control(waiver.subject) is None
    ):
        return False
    return assessment.result(waiver.subject).status not in (Status.MET, Status.NOT_APPLICABLE)


def _refuse_term(start: date, expires: date) -> None:
    if expires < start:
        raise ConfigurationError(f"the waiver would end on {expires}, before it begins on {start}")
    if expires > years_later(start, 1):
        raise ConfigurationError(
            f"the waiver would last until {expires}, more than a year",
            "an exception without an end is a decision: change the profile instead",
        )
