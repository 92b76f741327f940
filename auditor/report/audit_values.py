"""What an audit report says as a whole, with the sentences that every format shows."""

from dataclasses import dataclass
from datetime import date, datetime

from auditor.core.record import ActionStatus
from auditor.core.score import Verdict
from auditor.core.status import Status
from auditor.report import words
from auditor.report.common import CheckRow, FindingGroup, FindingRow, UncheckedGroup
from auditor.report.edition import EditionRow
from auditor.report.followup_rows import (
    ActionRow,
    ChangeRow,
    LeftOut,
    LossRow,
    SignatureRow,
    Trend,
    WaiverRow,
)
from auditor.report.method import METHOD
from auditor.report.rows import (
    ControlRow,
    FindingCount,
    RunRow,
    SectionRow,
    SiteRow,
    SourceRow,
)
from auditor.report.words import Tone


@dataclass(frozen=True, slots=True)
class AuditView:
    """A whole audit report. Every text in it is masked when `audit_view` hands it out."""

    agency: str
    period: str
    first_day: date
    last_day: date
    as_of: date
    generated: datetime
    version: str
    profile: str
    profile_title: str
    profile_version: str
    edition: EditionRow
    sites: tuple[SiteRow, ...]
    websites: tuple[str, ...]
    verdict: Verdict
    rating: int
    floor: float
    ceiling: float
    coverage: float
    left_out_share: float
    previous: str
    previous_floor: float | None
    critical: tuple[ControlRow, ...]
    sections: tuple[SectionRow, ...]
    losses: tuple[LossRow, ...]
    runs: tuple[RunRow, ...]
    checks: tuple[CheckRow, ...]
    unchecked: tuple[UncheckedGroup, ...]
    findings: tuple[FindingRow, ...]
    finding_groups: tuple[FindingGroup, ...]
    finding_counts: tuple[FindingCount, ...]
    settled: int
    actions: tuple[ActionRow, ...]
    waivers: tuple[WaiverRow, ...]
    left_out: tuple[LeftOut, ...]
    changes: tuple[ChangeRow, ...]
    trend: tuple[Trend, ...]
    sources: tuple[SourceRow, ...]
    notes: tuple[str, ...]
    signatures: tuple[SignatureRow, ...]
    digest: str

    @property
    def title(self) -> str:
        """What the document is."""
        return f"Staff-safety protocol audit {self.period}"

    @property
    def met(self) -> bool:
        """Whether the protocol is met."""
        return self.verdict is Verdict.MET

    @property
    def tone(self) -> Tone:
        """The verdict for colour."""
        return Tone.GOOD if self.met else Tone.BAD

    @property
    def glyph(self) -> str:
        """The verdict as a sign."""
        return "✓" if self.met else "✗"

    @property
    def verdict_word(self) -> str:
        """The verdict in capitals."""
        return "MET" if self.met else "NOT MET"

    @property
    def verdict_sentence(self) -> str:
        """Why the verdict is what it is, in plain words."""
        if self.met:
            return f"{self._gate_words}, and {words.percent(self.floor)} of the points are secured."
        if self.critical:
            best = 3 if len(self.critical) == 1 else 4
            return (
                f"{self._closing_words}, so the protocol is not met, "
                f"and the rating is no better than {best}, whatever the score."
            )
        return (
            f"{self._gate_words}, but {words.percent(self.floor)} of the points is too little: it takes 75%."
        )

    @property
    def _closing_words(self) -> str:
        """What closes the gate: how many critical controls fail, and how many nobody has answered."""
        silent = sum(control.status is Status.UNANSWERED for control in self.critical)
        failed = len(self.critical) - silent
        fails = words.count(failed, "critical control fails", "critical controls fail")
        if not silent:
            return fails
        if not failed:
            return words.count(
                silent, "critical control is not answered", "critical controls are not answered"
            )
        return f"{fails} and {silent} {'is' if silent == 1 else 'are'} not answered"

    @property
    def _gate_words(self) -> str:
        """How the open gate came to be open: by every critical control holding, or with waivers."""
        waived = sum(
            c.critical and c.waived_until is not None and c.status in (Status.UNMET, Status.UNANSWERED)
            for section in self.sections
            for c in section.controls
        )
        if not waived:
            return "Every critical control holds"
        return f"{words.sentence(words.count(waived, 'failing critical control'))} under a waiver in force"

    @property
    def rating_word(self) -> str:
        """The accreditation rating with its meaning."""
        return f"{self.rating} of 4, {words.RATING_WORD[self.rating]}"

    @property
    def interval(self) -> str:
        """The score's interval in words."""
        return words.interval(self.floor, self.ceiling)

    @property
    def interval_sentence(self) -> str:
        """What the interval means."""
        if self.ceiling - self.floor < 0.05:
            return f"{words.percent(self.floor)} of the points are secured, and every control is decided."
        return (
            f"{words.percent(self.floor)} of the points are secured; "
            f"{words.percent(self.ceiling)} are within reach once the open controls are decided."
        )

    @property
    def change_sentence(self) -> str:
        """The score against the last audited quarter."""
        if self.previous_floor is None:
            return "This is the first audited quarter."
        change = words.signed(self.floor - self.previous_floor)
        return f"{words.sentence(change)} since {self.previous} ({words.percent(self.previous_floor)})."

    @property
    def counted(self) -> tuple[ControlRow, ...]:
        """Controls answered by counting: training, agreements, log entries, drills, incidents."""
        return tuple(c for section in self.sections for c in section.controls if c.sample)

    @property
    def certain_losses(self) -> tuple[LossRow, ...]:
        """What decided controls cost, the dearest first."""
        return tuple(loss for loss in self.losses if loss.certain)

    @property
    def undecided_sentence(self) -> str:
        """The controls still to be decided and what they hold together; empty when there are none."""
        open_ = [loss for loss in self.losses if not loss.certain]
        if not open_:
            return ""
        held = words.points(sum(loss.points for loss in open_))
        verb = "is" if len(open_) == 1 else "are"
        names = words.listing(loss.control for loss in open_)
        return (
            f"{words.sentence(words.count(len(open_), 'control'))} {verb} not answered yet and "
            f"{'holds' if len(open_) == 1 else 'hold together'} {held} points: {names}."
        )

    @property
    def span(self) -> str:
        """The quarter's first and last day."""
        return words.span(self.first_day, self.last_day)

    @property
    def site_sentence(self) -> str:
        """The sites by location model."""
        return words.listing(site.words for site in self.sites) or "none recorded"

    @property
    def open_actions(self) -> tuple[ActionRow, ...]:
        """Actions still to be closed."""
        return tuple(a for a in self.actions if a.status is not ActionStatus.CLOSED)

    @property
    def action_sentence(self) -> str:
        """How many actions are open, and how many of them late."""
        overdue = sum(a.overdue for a in self.open_actions)
        late = f", {overdue} overdue" if overdue else ""
        return f"{words.count(len(self.open_actions), 'corrective action')} open{late}"

    @property
    def action_words(self) -> str:
        """What stands beside the number of open actions."""
        overdue = sum(a.overdue for a in self.open_actions)
        noun = "action" if len(self.open_actions) == 1 else "actions"
        return f"open corrective {noun}" + (f", {overdue} overdue" if overdue else "")

    @property
    def open_finding_total(self) -> int:
        """Open findings, listed or counted."""
        return sum(c.total for c in self.finding_counts)

    @property
    def finding_sentence(self) -> str:
        """What the automated checks found, in one sentence."""
        if not self.runs:
            return "The automated checks have not run in this quarter, so nothing is known of the website."
        settled = (
            f"; {words.count(self.settled, 'more', 'more')} ruled fixed or a false alarm"
            if self.settled
            else ""
        )
        total = words.count(self.open_finding_total, "open finding")
        return f"{words.sentence(total)}{settled}."

    @property
    def method(self) -> tuple[str, ...]:
        """How the audit is made and what it cannot say."""
        return METHOD
