"""Builds the audit report's view: gathers, words, reduces to an edition, and masks everything at the end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from auditor.core.agency import Agency
from auditor.core.assessment import Assessment, ControlResult
from auditor.core.check import Check
from auditor.core.profile import Source
from auditor.core.quarters import notes
from auditor.core.record import Action, ActionStatus, AuditRecord, CheckRun, Evidence, EvidenceKind, Waiver
from auditor.core.score import Score
from auditor.core.signing import ROLES
from auditor.core.status import FindingStatus, LocationModel, Status
from auditor.report.audit_values import AuditView
from auditor.report.clean import Mask, seal
from auditor.report.common import (
    FindingRow,
    Titles,
    by_id,
    check_row,
    finding_row,
    group_findings,
    group_unchecked,
)
from auditor.report.edition import EDITIONS, Edition
from auditor.report.followup_rows import ActionRow, LeftOut, LossRow, SignatureRow, WaiverRow
from auditor.report.history import Quarter, changes, latest_before, trend
from auditor.report.reduce import reduce_to
from auditor.report.rows import (
    ControlRow,
    EvidenceRow,
    FindingCount,
    RunRow,
    SectionRow,
    SiteRow,
    SourceRow,
)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the caller knows about the document to be written.

    `generated` is the clock's time, or that of SOURCE_DATE_EPOCH; `digest` the SHA-256 of the record
    that signatures are compared with, empty when it is not kept.
    """

    edition: Edition
    generated: datetime
    version: str
    digest: str = ""


def audit_view(
    agency: Agency,
    quarter: Quarter,
    record: AuditRecord,
    facts: ReportFacts,
    *,
    mask: Mask,
    history: Sequence[Quarter] = (),
    checks: Iterable[Check | type[Check]] = (),
) -> AuditView:
    """The view of one quarter's audit, in one edition, with every text masked.

    `history` holds earlier quarters in any order, `checks` gives titles to the automated checks.
    """
    full = _full_view(agency, quarter, record, facts, history, by_id(checks))
    return seal(reduce_to(full, facts.edition), mask)


def _full_view(
    agency: Agency,
    quarter: Quarter,
    record: AuditRecord,
    facts: ReportFacts,
    history: Sequence[Quarter],
    known: Titles,
) -> AuditView:
    assessment, score = quarter.assessment, quarter.score
    rows = {r.control.id: _control(r, score, known, assessment) for r in assessment.results}
    before = latest_before(history, assessment.period)
    findings = [finding_row(f, known) for f in record.ruled_findings()]
    groups = group_findings(findings)
    return AuditView(
        agency=agency.name,
        period=str(assessment.period),
        first_day=assessment.period.start,
        last_day=assessment.period.end,
        as_of=assessment.as_of,
        generated=facts.generated,
        version=facts.version,
        profile=assessment.profile.id,
        profile_title=assessment.profile.title,
        profile_version=assessment.profile.version,
        edition=EDITIONS[facts.edition],
        sites=_sites(agency),
        websites=agency.websites,
        verdict=score.verdict,
        rating=score.rating,
        floor=score.floor,
        ceiling=score.ceiling,
        coverage=score.coverage,
        left_out_share=score.not_applicable,
        previous=str(before.assessment.period) if before else "",
        previous_floor=before.score.floor if before else None,
        critical=tuple(rows[r.control.id] for r in score.gate),
        sections=_sections(quarter, rows),
        losses=tuple(
            LossRow(x.control, rows[x.control].question, x.points, rows[x.control].why, x.certain)
            for x in score.losses
        ),
        runs=tuple(_run(run) for run in record.run),
        checks=tuple(check_row(r, known) for r in record.outcomes().values()),
        unchecked=group_unchecked(record.run[-1].coverage.unchecked) if record.run else (),
        findings=tuple(row for group in groups for row in group.findings),
        finding_groups=groups,
        finding_counts=_counts(findings),
        settled=sum(f.settled for f in findings),
        actions=_actions(record.action, assessment),
        waivers=tuple(_waiver(w, assessment) for w in record.waiver),
        left_out=_left_out(assessment),
        changes=changes(before, quarter) if before else (),
        trend=trend(history, replace(quarter, missed=record.missed)),
        sources=_sources(assessment),
        notes=notes(assessment),
        signatures=_signatures(record, facts.digest),
        digest=facts.digest,
    )


def _sites(agency: Agency) -> tuple[SiteRow, ...]:
    rows = []
    for model in LocationModel:
        labels = tuple(s.label for s in agency.site if s.location_model is model)
        if labels:
            rows.append(SiteRow(model, len(labels), labels))
    return tuple(rows)


def _control(result: ControlResult, score: Score, known: Titles, assessment: Assessment) -> ControlRow:
    control, answer = result.control, result.answer
    evidence = tuple(_evidence(e) for e in answer.evidence) if answer else ()
    latest = max((e.effective for e in evidence), default=None)
    return ControlRow(
        id=control.id,
        question=control.question,
        critical=control.critical,
        weight=control.weight,
        status=result.status,
        reason=_reason(result.reason, result.status),
        lost=sum(loss.points for loss in score.losses if loss.control == control.id),
        gate=result.fails_gate,
        note=answer.note if answer and answer.note != result.reason else "",
        answered_by=answer.by if answer else "",
        verified_by=answer.verified_by if answer else "",
        answered_on=answer.at.date() if answer else None,
        evidence=evidence,
        evidence_days=(assessment.as_of - latest).days if latest else None,
        stale=result.stale,
        carried_from=answer.carried_from if answer else "",
        sample=f"{answer.sample} {control.sample}".strip() if answer and answer.sample else "",
        waived_until=result.waiver.expires if result.waiver else None,
        checks=tuple(check_row(outcome, known) for outcome in result.outcomes),
        found=len(result.open_findings),
        remedy=control.remedy,
    )


def _reason(reason: str, status: Status) -> str:
    """The reason, unless it only repeats the status that stands beside it."""
    return "" if reason == f"answered {status.value}" or status is Status.UNANSWERED else reason


def _evidence(evidence: Evidence) -> EvidenceRow:
    if evidence.kind is EvidenceKind.FILE:
        return EvidenceRow("file", evidence.title, evidence.effective, evidence.reference)
    title = f"{evidence.title}: {evidence.reference}" if evidence.title else evidence.reference
    return EvidenceRow(evidence.kind.value, title, evidence.effective)


def _sections(quarter: Quarter, rows: dict[str, ControlRow]) -> tuple[SectionRow, ...]:
    return tuple(
        SectionRow(
            id=s.id,
            title=s.title,
            floor=s.floor,
            ceiling=s.ceiling,
            total=s.total,
            decided=s.decided,
            critical_failures=s.critical_failures,
            controls=tuple(rows[r.control.id] for r in quarter.assessment.of_section(s.id)),
        )
        for s in quarter.score.sections
    )


def _run(run: CheckRun) -> RunRow:
    seen = run.coverage
    missed = len(seen.unchecked)
    return RunRow(
        run.started, run.targets, seen.documents, seen.pages, seen.bytes, missed, absent=seen.absent
    )


def _counts(findings: Iterable[FindingRow]) -> tuple[FindingCount, ...]:
    totals = Counter((f.severity, f.kind) for f in findings if f.status is FindingStatus.OPEN)
    rows = [FindingCount(severity, kind, total) for (severity, kind), total in totals.items()]
    return tuple(sorted(rows, key=lambda row: (row.severity.rank, row.kind)))


def _actions(actions: Iterable[Action], assessment: Assessment) -> tuple[ActionRow, ...]:
    rows = [
        ActionRow(
            id=a.id,
            title=a.title,
            control=a.control,
            finding=a.finding,
            root_cause=a.root_cause,
            owner=a.owner,
            due=a.due,
            interim=a.interim,
            status=a.status,
            closed=a.closed,
            verified_by=a.verified_by,
            evidence=a.evidence,
            overdue=a.overdue(assessment.as_of),
            carried_over=a.created < assessment.period.start,
        )
        for a in actions
    ]
    return tuple(sorted(rows, key=lambda r: (r.status is ActionStatus.CLOSED, r.due, r.id)))


def _waiver(waiver: Waiver, assessment: Assessment) -> WaiverRow:
    return WaiverRow(
        id=waiver.id,
        subject=waiver.subject,
        reason=waiver.reason,
        compensating=waiver.compensating,
        owner=waiver.owner,
        approver=waiver.approver,
        expires=waiver.expires,
        renewals=waiver.renewals,
        in_force=waiver.in_force(assessment.as_of),
        withdrawn=waiver.withdrawn,
    )


def _left_out(assessment: Assessment) -> tuple[LeftOut, ...]:
    answered = [
        LeftOut(r.control.id, r.control.question, r.reason)
        for r in assessment.results
        if r.status is Status.NOT_APPLICABLE
    ]
    excluded = [LeftOut(e.id, "left out of this checklist", e.reason) for e in assessment.profile.excluded]
    return (*answered, *excluded)


def _sources(assessment: Assessment) -> tuple[SourceRow, ...]:
    rows: dict[Source, list[str]] = {}
    for control in assessment.profile.controls:
        for source in control.sources:
            rows.setdefault(source, []).append(control.id)
    return tuple(
        SourceRow(s.title, s.place, s.url, s.confirmed, tuple(dict.fromkeys(ids))) for s, ids in rows.items()
    )


def _signatures(record: AuditRecord, digest: str) -> tuple[SignatureRow, ...]:
    signed = [
        SignatureRow(s.role, s.name, s.at, s.digest, not digest or s.digest == digest)
        for s in record.signature
    ]
    roles = {s.role.casefold() for s in signed}
    missing = [SignatureRow(role, "", None, "", current=False) for role in ROLES if role not in roles]
    return (*signed, *missing)
