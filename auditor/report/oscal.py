"""OSCAL 1.1.3: assessment results, and the plan of action and milestones, for risk management systems."""

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from auditor.core.errors import ConfigurationError
from auditor.core.record import ActionStatus
from auditor.core.status import Status
from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.followup_rows import ActionRow
from auditor.report.rows import ControlRow

VERSION = "1.1.3"
_SPACE = uuid.UUID("6f0c6a52-3c0a-5d55-9b5a-0d5b1a1f7c11")
# OSCAL asks that names of properties which are not its own stand under a URI of whoever made them up.
_NAMES = "https://agency-auditor.invalid/ns/oscal"
_STATE = {
    Status.MET: ("satisfied", "pass"),
    Status.PARTIAL: ("not-satisfied", "other"),
    Status.UNMET: ("not-satisfied", "fail"),
    Status.UNANSWERED: ("not-satisfied", "other"),
}
_LIFECYCLE = {
    ActionStatus.OPEN: "recommendation",
    ActionStatus.IN_PROGRESS: "planned",
    ActionStatus.CLOSED: "completed",
}
Json = dict[str, Any]


class AuditOscal:
    """Assessment results: an observation and a finding for each control, a risk for each that fails."""

    name = "oscal"
    extension = "oscal.json"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The document, indented, UTF-8."""
        return _encode(
            {
                "assessment-results": {
                    "uuid": _id(view, "assessment-results"),
                    "metadata": _metadata(view, view.title),
                    "import-ap": {"href": f"#{_id(view, 'profile')}"},
                    "results": [_result(view)],
                    "back-matter": {"resources": [_profile(view)]},
                }
            }
        )


class ActionsOscal:
    """The plan of action and milestones: an item for each action and each failing control without one."""

    name = "oscal-poam"
    extension = "oscal.json"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The document, indented, UTF-8. Raises ConfigurationError when there is nothing to plan."""
        failing = [control for control in _controls(view) if _fails(control)]
        items = [_action_item(view, action) for action in view.actions]
        planned = {action.control for action in view.actions}
        items += [_control_item(view, control) for control in failing if control.id not in planned]
        if not items:
            raise ConfigurationError(
                f"{view.period}: there is nothing to correct, so there is no plan to write"
            )
        plan: Json = {
            "uuid": _id(view, "poam"),
            "metadata": _metadata(view, f"Corrective action plan {view.period}"),
            "poam-items": items,
        }
        if failing:
            plan["risks"] = [_risk(view, control) for control in failing]
        return _encode({"plan-of-action-and-milestones": plan})


def _encode(document: Json) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _id(view: AuditView, *parts: str) -> str:
    """A UUID (version 5) that stays the same for the same part of the same quarter's report."""
    return str(uuid.uuid5(_SPACE, "\x1f".join((view.agency, view.period, view.profile, *parts))))


def _line(text: str) -> str:
    """`text` as OSCAL wants it: on one line, trimmed, never empty."""
    return " ".join(text.split()) or "–"


def _stamp(moment: datetime | date) -> str:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), UTC)
    return moment.isoformat()


def _prop(name: str, value: str, remarks: str = "") -> Json:
    prop = {"name": name, "ns": _NAMES, "value": _line(value)}
    return {**prop, "remarks": _line(remarks)} if remarks else prop


def _metadata(view: AuditView, title: str) -> Json:
    return {
        "title": _line(f"{view.agency}: {title}"),
        "last-modified": _stamp(view.generated),
        "version": view.period,
        "oscal-version": VERSION,
        "props": [_prop("edition", view.edition.edition.value, view.edition.statement)],
        "parties": [{"uuid": _id(view, "agency"), "type": "organization", "name": _line(view.agency)}],
    }


def _profile(view: AuditView) -> Json:
    return {
        "uuid": _id(view, "profile"),
        "title": _line(f"{view.profile_title}, version {view.profile_version}"),
        "props": [_prop("profile-id", view.profile), _prop("profile-version", view.profile_version)],
    }


def _controls(view: AuditView) -> tuple[ControlRow, ...]:
    return tuple(control for section in view.sections for control in section.controls)


def _fails(control: ControlRow) -> bool:
    return control.status in (Status.UNMET, Status.PARTIAL, Status.UNANSWERED)


def _result(view: AuditView) -> Json:
    applicable = [c for c in _controls(view) if c.status is not Status.NOT_APPLICABLE]
    chosen: Json = {"include-controls": [{"control-id": c.id} for c in applicable]}
    result: Json = {
        "uuid": _id(view, "result"),
        "title": view.period,
        "description": _line(f"{view.verdict_word}. {view.verdict_sentence} {view.interval_sentence}"),
        "start": _stamp(view.first_day),
        "end": _stamp(view.generated),
        "props": [
            _prop("verdict", view.verdict.value),
            _prop("rating", str(view.rating)),
            _prop("score-floor", f"{view.floor:.2f}"),
            _prop("score-ceiling", f"{view.ceiling:.2f}"),
            *(_prop("not-applicable", row.id, row.reason) for row in view.left_out),
        ],
        "reviewed-controls": {"control-selections": [chosen if applicable else {"include-all": {}}]},
    }
    parts = {
        "observations": [_observation(view, c) for c in applicable],
        "risks": [_risk(view, c) for c in applicable if _fails(c)],
        "findings": [_finding(view, c) for c in applicable],
    }
    return result | {name: rows for name, rows in parts.items() if rows}


def _observation(view: AuditView, control: ControlRow) -> Json:
    methods = [
        *(["EXAMINE"] if control.evidence else []),
        *(["INTERVIEW"] if control.answered_by else []),
        *(["TEST"] if control.checks else []),
    ]
    observation: Json = {
        "uuid": _id(view, "observation", control.id),
        "title": _line(control.question),
        "description": _line("; ".join((control.word, *control.remarks, control.note))),
        "methods": methods or ["UNKNOWN"],
        "collected": _stamp(control.answered_on or view.as_of),
    }
    if control.evidence:
        observation["relevant-evidence"] = [{"description": _line(e.words)} for e in control.evidence]
    return observation


def _finding(view: AuditView, control: ControlRow) -> Json:
    state, reason = _STATE[control.status]
    finding: Json = {
        "uuid": _id(view, "finding", control.id),
        "title": _line(control.question),
        "description": _line(f"{words.sentence(control.word)}. {control.reason}"),
        "props": [
            _prop("weight", str(control.weight)),
            _prop("critical", "yes" if control.critical else "no"),
        ],
        "target": {
            "type": "objective-id",
            "target-id": control.id,
            "status": {"state": state, "reason": reason},
        },
        "related-observations": [{"observation-uuid": _id(view, "observation", control.id)}],
    }
    if _fails(control):
        finding["related-risks"] = [{"risk-uuid": _id(view, "risk", control.id)}]
    return finding


def _risk(view: AuditView, control: ControlRow) -> Json:
    mine = [action for action in view.actions if action.control == control.id]
    risk: Json = {
        "uuid": _id(view, "risk", control.id),
        "title": _line(f"{control.id} is {control.word}"),
        "description": _line(control.question),
        "statement": _line(control.reason or control.word),
        "status": _risk_status(control, mine),
    }
    if due := min((a.due for a in mine if a.status is not ActionStatus.CLOSED), default=None):
        risk["deadline"] = _stamp(due)
    if mine:
        risk["remediations"] = [_remediation(view, action) for action in mine]
    return risk


def _risk_status(control: ControlRow, actions: Iterable[ActionRow]) -> str:
    if control.waived_until:
        return "deviation-approved"
    states = {action.status for action in actions}
    return "remediating" if states & {ActionStatus.IN_PROGRESS, ActionStatus.OPEN} else "open"


def _remediation(view: AuditView, action: ActionRow) -> Json:
    return {
        "uuid": _id(view, "remediation", action.id),
        "lifecycle": _LIFECYCLE[action.status],
        "title": _line(action.title),
        "description": _line(_action_words(action)),
    }


def _action_words(action: ActionRow) -> str:
    parts = (
        f"{words.sentence(action.word)}, due {words.day(action.due)}",
        f"owner: {action.owner}" if action.owner else "",
        f"until then: {action.interim}" if action.interim else "",
        f"verified by {action.verified_by}" if action.verified_by else "",
    )
    return "; ".join(part for part in parts if part) + "."


def _action_item(view: AuditView, action: ActionRow) -> Json:
    item: Json = {
        "uuid": _id(view, "poam-item", action.id),
        "title": _line(action.title),
        "description": _line(_action_words(action)),
        "props": [_prop("action-id", action.id), _prop("due", action.due.isoformat())],
    }
    failing = {c.id for c in _controls(view) if _fails(c)}
    if action.control in failing:
        item["related-risks"] = [{"risk-uuid": _id(view, "risk", action.control)}]
    return item


def _control_item(view: AuditView, control: ControlRow) -> Json:
    return {
        "uuid": _id(view, "poam-item", "control", control.id),
        "title": _line(control.remedy),
        "description": _line(
            f"{control.id}: {control.question} {words.sentence(control.word)}. {control.reason}"
        ),
        "related-risks": [{"risk-uuid": _id(view, "risk", control.id)}],
    }
