"""From answers, check outcomes and findings to a judged result per control, each with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from auditor.core.agency import Agency
from auditor.core.finding import Finding
from auditor.core.period import Period
from auditor.core.profile import Control, Profile, Review, Section
from auditor.core.record import Answer, AuditRecord, CheckResult, Waiver
from auditor.core.status import FindingStatus, Severity, Status

YEAR_DAYS = 365
_VALUES = {Status.MET: 1.0, Status.PARTIAL: 0.5, Status.UNMET: 0.0}
_SETTLED = (FindingStatus.FALSE_POSITIVE, FindingStatus.FIXED)


@dataclass(frozen=True, slots=True)
class ControlResult:
    """How one control stands.

    `status` is what counts after freshness and findings were weighed; `answer` is what the person
    said. `value` is 0 to 1, None when undecided or not applicable. `reason` says why points are lost,
    empty when none are. `stale` tells that an answer is too old to count in full.
    """

    control: Control
    section: str
    status: Status
    value: float | None
    reason: str
    answer: Answer | None = None
    outcomes: tuple[CheckResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    waiver: Waiver | None = None
    stale: bool = False

    @property
    def applicable(self) -> bool:
        """False when the control is out of the score, with its reason."""
        return self.status is not Status.NOT_APPLICABLE

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that nobody has settled as fixed or as a false alarm."""
        return tuple(f for f in self.findings if f.status not in _SETTLED)

    @property
    def fails_gate(self) -> bool:
        """True when this control closes the gate: critical, and unmet, unanswered or with a critical finding.

        A waiver in force opens the gate for its control, never the score.
        """
        if not self.control.critical or not self.applicable or self.waiver is not None:
            return False
        leak = any(
            f.severity is Severity.CRITICAL and f.status is not FindingStatus.WAIVED
            for f in self.open_findings
        )
        return leak or self.status in (Status.UNMET, Status.UNANSWERED)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every control of the profile, judged as of one day."""

    period: Period
    as_of: date
    profile: Profile
    results: tuple[ControlResult, ...]

    def result(self, control_id: str) -> ControlResult:
        """The result of one control. Raises KeyError when the profile has none of that id."""
        for result in self.results:
            if result.control.id == control_id:
                return result
        raise KeyError(control_id)

    def of_section(self, section_id: str) -> tuple[ControlResult, ...]:
        """The results of one section."""
        return tuple(r for r in self.results if r.section == section_id)


def assess(profile: Profile, agency: Agency, record: AuditRecord, as_of: date) -> Assessment:
    """Judge every control of `profile` by what `record` holds, as it counts on `as_of`."""
    period = Period.parse(record.period)
    outcomes = record.outcomes()
    findings = record.ruled_findings()
    results = tuple(
        _judge(control, section, agency, record, outcomes, findings, as_of)
        for section in profile.sections
        for control in section.control
    )
    return Assessment(period, as_of, profile, results)


def in_date(answer: Answer, control: Control, as_of: date) -> bool:
    """Whether an answer is supported by evidence or a named person's word that is still fresh.

    Critical and quarterly controls: within the quarter of `as_of`. Yearly controls: within 12 months.
    """
    days = [e.effective for e in answer.evidence]
    if answer.by and not answer.carried_from:
        days.append(answer.at.date())
    if not days:
        return False
    latest = max(days)
    if control.critical or control.review is Review.QUARTERLY:
        return latest >= Period.of(as_of).start
    return (as_of - latest).days <= YEAR_DAYS


def _judge(
    control: Control,
    section: Section,
    agency: Agency,
    record: AuditRecord,
    outcomes: dict[str, CheckResult],
    findings: Iterable[Finding],
    as_of: date,
) -> ControlResult:
    mine = tuple(f for f in findings if f.check in control.checks)
    answer = record.answer_to(control.id)
    waiver = next((w for w in record.waiver if w.subject == control.id and w.in_force(as_of)), None)
    status, value, reason, stale = _status(control, agency, answer, as_of)
    if status is not Status.NOT_APPLICABLE:
        status, value, reason = _weigh_findings(mine, status, value, reason)
    return ControlResult(
        control=control,
        section=section.id,
        status=status,
        value=value,
        reason=reason,
        answer=answer,
        outcomes=tuple(outcomes[c] for c in control.checks if c in outcomes),
        findings=mine,
        waiver=waiver if control.waivable else None,
        stale=stale,
    )


def _status(
    control: Control, agency: Agency, answer: Answer | None, as_of: date
) -> tuple[Status, float | None, str, bool]:
    if control.location and agency.open_only:
        return Status.NOT_APPLICABLE, None, "every site is open to the public on purpose", False
    if answer is None or answer.status is Status.UNANSWERED:
        return Status.UNANSWERED, None, "not answered", False
    if answer.status is Status.NOT_APPLICABLE:
        return Status.NOT_APPLICABLE, None, answer.note, False
    value = answer.sample.share if answer.sample else _VALUES[answer.status]
    if answer.sample and value < 1:
        status = Status.UNMET if value == 0 else Status.PARTIAL
        return status, value, f"{answer.sample} {control.sample or 'looked at'}", False
    if answer.status is Status.MET and not in_date(answer, control, as_of):
        return Status.PARTIAL, 0.5, _stale_reason(answer), True
    reason = "" if answer.status is Status.MET else f"answered {answer.status.value}"
    return answer.status, value, reason, False


def _stale_reason(answer: Answer) -> str:
    if answer.carried_from:
        return f"carried over from {answer.carried_from} without a new look"
    if not answer.evidence and not answer.by:
        return "met, but neither evidence nor a named person stands for it"
    return "met, but the evidence is out of date"


def _weigh_findings(
    findings: tuple[Finding, ...], status: Status, value: float | None, reason: str
) -> tuple[Status, float | None, str]:
    """An unsettled finding forces unmet (critical or high) or partial (medium) until a person rules on it."""
    unsettled = [f for f in findings if f.status not in _SETTLED]
    grave = sum(f.severity.at_least(Severity.HIGH) for f in unsettled)
    if grave:
        places = "one place" if grave == 1 else f"{grave} places"
        return Status.UNMET, 0.0, f"the automated check found it in {places}"
    doubtful = sum(f.severity is Severity.MEDIUM for f in unsettled)
    if doubtful and value is not None and value > 0.5:
        places = "one place" if doubtful == 1 else f"{doubtful} places"
        return Status.PARTIAL, 0.5, f"the automated check found hints in {places}"
    return status, value, reason


def prefill(result: ControlResult) -> str:
    """What the automated checks say of a control, in one line for the checklist."""
    if not result.control.checks:
        return ""
    if not result.outcomes:
        return "automated check has not run this quarter"
    words = []
    for outcome in result.outcomes:
        detail = f" ({outcome.reason})" if outcome.reason else ""
        words.append(f"{outcome.check}: {outcome.outcome.value}{detail}")
    return "; ".join(words)
