"""Corrective actions: when they are due, and who may close them."""

from dataclasses import dataclass
from datetime import date, timedelta

from auditor.core.assessment import Assessment
from auditor.core.errors import ConfigurationError
from auditor.core.period import Period
from auditor.core.profile import Control
from auditor.core.record import Action, ActionStatus, AuditRecord
from auditor.core.waivers import subject_of


@dataclass(frozen=True, slots=True)
class NewAction:
    """What a face hands over. `subject` is a control or a finding; empty fields get their defaults."""

    subject: str
    owner: str
    title: str = ""
    root_cause: str = ""
    interim: str = ""
    due: date | None = None


def default_due(control: Control, day: date) -> date:
    """When an action on `control` begun on `day` is due.

    Critical: 7 days, with interim protection within 24 hours. Weight 4 and 5: 30 days. Others: the end
    of the next quarter.
    """
    if control.critical:
        return day + timedelta(days=7)
    if control.weight >= 4:
        return day + timedelta(days=30)
    return Period.of(day).next.end


def interim_due(control: Control, day: date) -> date | None:
    """When interim protection must be in place: the next day for critical controls."""
    return day + timedelta(days=1) if control.critical else None


def start(
    record: AuditRecord, assessment: Assessment, new: NewAction, day: date
) -> tuple[AuditRecord, Action]:
    """`record` with a new action, and the action.

    Raises ConfigurationError for an unknown subject, an action without owner, or a due date that is past.
    """
    control = subject_of(new.subject, record, assessment)
    if not new.owner.strip():
        raise ConfigurationError("an action needs an owner", "name one person")
    due = new.due or default_due(control, day)
    if due < day:
        raise ConfigurationError(f"the action would be due on {due}, which is past")
    of_control = control.id.casefold() == new.subject.casefold()
    action = Action(
        id=_next_id(record),
        title=new.title.strip() or control.remedy,
        control=control.id,
        finding="" if of_control else new.subject,
        root_cause=new.root_cause,
        owner=new.owner,
        due=due,
        interim=new.interim,
        created=day,
        interim_by=interim_due(control, day),
    )
    return record.model_copy(update={"action": (*record.action, action)}), action


def change(record: AuditRecord, action_id: str, **values: object) -> AuditRecord:
    """`record` with values of an open action changed: owner, due, root_cause, interim, title, status.

    Raises ConfigurationError for an unknown or closed action, and when nothing is to change.
    """
    if not values:
        raise ConfigurationError("there is nothing to change", "give an owner, a date, or other words")
    action = find(record, action_id)
    if action.status is ActionStatus.CLOSED:
        raise ConfigurationError(f"{action.id} is closed", "start a new action")
    return _put(record, action.model_copy(update={**values}))


def close(record: AuditRecord, action_id: str, by: str, evidence: str, day: date) -> AuditRecord:
    """`record` with an action closed by someone other than its owner, with evidence.

    Raises ConfigurationError when it is the owner, when evidence is missing, or when it is closed already.
    """
    action = find(record, action_id)
    if action.status is ActionStatus.CLOSED:
        raise ConfigurationError(f"{action.id} was closed on {action.closed} by {action.verified_by}")
    if not by.strip() or by.strip().casefold() == action.owner.casefold():
        raise ConfigurationError(
            f"{action.id} is closed by someone other than its owner, {action.owner}",
            "ask a colleague to look",
        )
    if not evidence.strip():
        raise ConfigurationError(f"{action.id} is closed with evidence", "say what was seen")
    done = {
        "status": ActionStatus.CLOSED,
        "closed": day,
        "verified_by": by.strip(),
        "evidence": evidence.strip(),
    }
    return _put(record, action.model_copy(update=done))


def find(record: AuditRecord, action_id: str) -> Action:
    """The action of that id. Raises ConfigurationError when there is none."""
    for action in record.action:
        if action.id.casefold() == action_id.casefold():
            return action
    known = ", ".join(a.id for a in record.action) or "none"
    raise ConfigurationError(f"there is no action “{action_id}”", f"there are: {known}")


def overdue(record: AuditRecord, day: date) -> tuple[Action, ...]:
    """Open actions that are late on `day`, the longest overdue first."""
    return tuple(sorted((a for a in record.action if a.overdue(day)), key=lambda a: (a.due, a.id)))


def by_urgency(record: AuditRecord, day: date) -> tuple[Action, ...]:
    """Every action: those late on `day` first, then open ones by due date, closed ones last."""
    closed = ActionStatus.CLOSED
    return tuple(sorted(record.action, key=lambda a: (not a.overdue(day), a.status is closed, a.due, a.id)))


def _next_id(record: AuditRecord) -> str:
    """Unique over the years: the quarter and a number, `A-2026Q4-1`."""
    stem = f"A-{record.period.replace('-', '')}-"
    taken = [int(a.id.removeprefix(stem)) for a in record.action if a.id.startswith(stem)]
    return f"{stem}{max(taken, default=0) + 1}"


def _put(record: AuditRecord, action: Action) -> AuditRecord:
    checked = Action.model_validate(action.model_dump())
    return record.model_copy(
        update={"action": tuple(checked if a.id == action.id else a for a in record.action)}
    )
