"""Reduces a full view to what an edition may say. It can only take away."""

from collections.abc import Callable
from dataclasses import replace

from auditor.core.status import Status
from auditor.report.audit_values import AuditView
from auditor.report.edition import Edition
from auditor.report.followup_rows import ActionRow, LeftOut, WaiverRow
from auditor.report.rows import ControlRow, EvidenceRow

ON_FILE = "on file with the agency"


def reduce_to(view: AuditView, edition: Edition) -> AuditView:
    """`view` without what `edition` leaves out."""
    if edition is Edition.INTERNAL:
        return view
    board = _without_places(view)
    return board if edition is Edition.BOARD else _without_own_words(board)


def _without_places(view: AuditView) -> AuditView:
    return _map_controls(
        replace(
            view,
            findings=(),
            finding_groups=(),
            runs=tuple(replace(run, targets=("the agency's website",)) for run in view.runs),
            unchecked=tuple(replace(group, places=()) for group in view.unchecked),
        ),
        _board_control,
    )


def _board_control(row: ControlRow) -> ControlRow:
    return replace(row, note="", evidence=tuple(_untitled(e) for e in row.evidence))


def _untitled(evidence: EvidenceRow) -> EvidenceRow:
    return replace(evidence, title="", digest="")


def _without_own_words(view: AuditView) -> AuditView:
    remedies = {row.id: row.remedy for section in view.sections for row in section.controls}
    excluded = {row.id for row in view.left_out} - set(remedies)
    return _map_controls(
        replace(
            view,
            trend=tuple(replace(quarter, reason="") for quarter in view.trend),
            sites=tuple(replace(site, labels=()) for site in view.sites),
            actions=tuple(_funder_action(action, remedies) for action in view.actions),
            waivers=tuple(_funder_waiver(waiver) for waiver in view.waivers),
            left_out=tuple(row if row.id in excluded else _funder_left_out(row) for row in view.left_out),
        ),
        _funder_control,
    )


def _funder_control(row: ControlRow) -> ControlRow:
    return replace(
        row,
        answered_by="on file" if row.answered_by else "",
        verified_by="a second person" if row.verified_by else "",
        reason=ON_FILE if row.status is Status.NOT_APPLICABLE and row.reason else row.reason,
    )


def _funder_action(action: ActionRow, remedies: dict[str, str]) -> ActionRow:
    return replace(
        action,
        title=remedies.get(
            action.control, "Remove what the automated check found" if action.finding else ON_FILE
        ),
        root_cause="",
        owner="on file" if action.owner else "",
        interim="in place" if action.interim else "",
        verified_by="a second person" if action.verified_by else "",
        evidence="on file" if action.evidence else "",
    )


def _funder_waiver(waiver: WaiverRow) -> WaiverRow:
    return replace(waiver, reason=ON_FILE, compensating=ON_FILE, owner="on file", approver="on file")


def _funder_left_out(row: LeftOut) -> LeftOut:
    return replace(row, reason=ON_FILE)


def _map_controls(view: AuditView, change: Callable[[ControlRow], ControlRow]) -> AuditView:
    sections = tuple(replace(s, controls=tuple(change(c) for c in s.controls)) for s in view.sections)
    return replace(view, sections=sections, critical=tuple(change(c) for c in view.critical))
