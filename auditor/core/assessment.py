"""From answers, check outcomes and findings to a judged result per control, each with its reason."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from auditor.core.agency import Agency
from auditor.core.finding import Finding
from auditor.core.grounds import Grounds
from auditor.core.period import Period
from auditor.core.profile import Control, Profile, Review, Section
from auditor.core.record import Answer, AuditRecord, CheckResult, Waiver
from auditor.core.status import FindingStatus, Severity, Status

_VALUES = {Status.MET: 1.0, Status.PARTIAL: 0.5, Status.UNMET: 0.0}
_SETTLED = (FindingStatus.FALSE_POSITIVE, FindingStatus.FIXED)
GRAVE = Severity.HIGH
"""From this severity on a finding makes a control unmet until a person rules on it."""


@dataclass(frozen=True, slots=True)
class ControlResult:
    """How one control stands.

    `status` is what counts after freshness and findings were weighed; `answer` is what the person
    said. `value` is 0 to 1, None when undecided or not applicable. `reason` says why points are lost,
    empty when none are. `stale` tells that an answer is too old to count in full. `said` is the status
    before findings were weighed; `expired` are waivers of this control or its findings that ran out.
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
    said: Status = Status.UNANSWERED
    expired: tuple[Waiver, ...] = ()

    @property
    def applicable(self) -> bool:
        """False when the control is out of the score, with its reason."""
        return self.status is not Status.NOT_APPLICABLE

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that nobody has settled as fixed or as a false alarm."""
        return tuple(f for f in self.findings if f.status not in _SETTLED)

    @property
    def carried(self) -> bool:
        """True when the answer came from an earlier quarter and nobody looked again."""
        return self.answer is not None and bool(self.answer.carried_from)

    def answered_late(self, period: Period) -> bool:
        """True when a person answered after `period` was over: what is said of it is said from memory."""
        answer = self.answer
        return answer is not None and answer.status is not Status.UNANSWERED and answer.at.date() > period.end

    @property
    def lacks_second_person(self) -> bool:
        """True when a critical control is called met on the word of one person alone."""
        answer = self.answer
        if not self.control.critical or answer is None or answer.status is not Status.MET:
            return False
        return not answer.verified_by

    @property
    def fails_gate(self) -> bool:
        """True when this control closes the gate: critical, and unmet, unanswered or with a grave finding.

        A waiver in force opens the gate for its control or finding, never the score.
        """
        if not self.control.critical or not self.applicable or self.waiver is not None:
            return False
        return self.said in (Status.UNMET, Status.UNANSWERED) or any(
            grave(f) and f.status is not FindingStatus.WAIVED for f in self.open_findings
        )


def grave(finding: Finding) -> bool:
    """True for findings that make a control unmet until a person rules on them."""
    return finding.severity.at_least(GRAVE)


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
    grounds = Grounds(agency, record, as_of)
    results = tuple(
        judge(control, section, grounds) for section in profile.sections for control in section.control
    )
    return Assessment(Period.parse(record.period), as_of, profile, results)


def in_date(answer: Answer, control: Control, as_of: date) -> bool:
    """Whether an answer is supported by evidence or a named person's word that is still fresh."""
    latest = supported_on(answer, as_of)
    return latest is not None and latest >= fresh_from(control, as_of)


def supported_on(answer: Answer, as_of: date) -> date | None:
    """The latest day that evidence or a named person speaks for; None when nobody and nothing does.

    Evidence that speaks of a day after `as_of` supports nothing yet.
    """
    days = [e.effective for e in answer.evidence if e.effective <= as_of]
    if answer.by:
        days.append(answer.at.date())
    return max(days, default=None)


def fresh_from(control: Control, as_of: date) -> date:
    """The first day whose support still counts on `as_of`.

    Critical and quarterly controls: the first day of the quarter. Yearly ones: the same day a year ago.
    """
    if control.critical or control.review is Review.QUARTERLY:
        return Period.of(as_of).start
    return years_later(as_of, -1)


def years_later(day: date, years: int) -> date:
    """The same day in another year; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def judge(control: Control, section: Section, grounds: Grounds) -> ControlResult:
    """How one control stands."""
    answer = grounds.answers.get(control.id)
    found = grounds.found(control)
    mine = grounds.waivers_of(control.id, found)
    in_force = {w.subject: w for w in mine if w.in_force(grounds.as_of)} if control.waivable else {}
    status, value, reason, stale = _status(control, grounds.agency, answer, grounds.as_of)
    said = status
    status, value, reason = _weigh_findings(found, status, value, reason)
    return ControlResult(
        control=control,
        section=section.id,
        status=status,
        value=value,
        reason=reason,
        answer=answer,
        outcomes=tuple(grounds.outcomes[c] for c in control.checks if c in grounds.outcomes),
        findings=found,
        waiver=in_force.get(control.id),
        stale=stale,
        said=said,
        expired=tuple(w for w in mine if w.expired(grounds.as_of) and w.subject not in in_force),
    )


def _status(
    control: Control, agency: Agency, answer: Answer | None, as_of: date
) -> tuple[Status, float | None, str, bool]:
    if reason := out_of_scope(control, agency):
        return Status.NOT_APPLICABLE, None, reason, False
    if answer is None or answer.status is Status.UNANSWERED:
        return Status.UNANSWERED, None, "not answered", False
    if answer.status is Status.NOT_APPLICABLE:
        return Status.NOT_APPLICABLE, None, answer.note, False
    if answer.asked and answer.asked != control.meaning:
        return Status.UNANSWERED, None, "the question has changed since it was answered", False
    status, value, reason = _said(answer, control)
    if value > 0.5 and not in_date(answer, control, as_of):
        return Status.PARTIAL, 0.5, _stale_reason(answer, as_of), True
    return status, value, reason, False


def out_of_scope(control: Control, agency: Agency) -> str:
    """Why the agency's sites put a control out of the score; empty when they do not."""
    if control.location and agency.open_only:
        return "every site is open to the public on purpose"
    if control.open_site and not agency.has_open_site:
        return "no site is open to the public"
    return ""


def _said(answer: Answer, control: Control) -> tuple[Status, float, str]:
    """What an answer says. A sample decides between met and partial; an unmet stays unmet."""
    if answer.sample is None or answer.status is Status.UNMET:
        reason = "" if answer.status is Status.MET else f"answered {answer.status.value}"
        return answer.status, _VALUES[answer.status], reason
    share = answer.sample.share
    if share == 1:
        return Status.MET, 1.0, ""
    status = Status.UNMET if share == 0 else Status.PARTIAL
    return status, share, f"{answer.sample} {control.sample or 'looked at'}"


def _stale_reason(answer: Answer, as_of: date) -> str:
    said = str(answer.sample) if answer.sample and answer.sample.share < 1 else "met"
    if supported_on(answer, as_of) is None:
        return f"{said}, but neither evidence nor a named person stands for it"
    if answer.carried_from:
        return f"{said}, carried over from {answer.carried_from} without a new look"
    return f"{said}, but the evidence is out of date"


def _weigh_findings(
    findings: tuple[Finding, ...], status: Status, value: float | None, reason: str
) -> tuple[Status, float | None, str]:
    """An unsettled finding forces unmet (critical or high) or partial (medium) until a person rules on it.

    A grave one outweighs "not applicable" too: what was found applies.
    """
    unsettled = Counter(f.severity for f in findings if f.status not in _SETTLED)
    severe = sum(number for severity, number in unsettled.items() if severity.at_least(GRAVE))
    if severe:
        places = "one place" if severe == 1 else f"{severe} places"
        return Status.UNMET, 0.0, f"the automated check found it in {places}"
    doubtful = unsettled[Severity.MEDIUM]
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
