"""The rows of an audit report on what follows: actions, waivers, losses, changes, trend, signatures."""

from dataclasses import dataclass
from datetime import date, datetime

from auditor.core.record import ActionStatus
from auditor.core.status import Status
from auditor.report import words
from auditor.report.words import Tone


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One corrective action."""

    id: str
    title: str
    control: str
    finding: str
    root_cause: str
    owner: str
    due: date
    interim: str
    status: ActionStatus
    closed: date | None
    verified_by: str
    evidence: str
    overdue: bool
    carried_over: bool

    @property
    def word(self) -> str:
        """Where it stands, in words."""
        if self.closed:
            return f"closed {words.day(self.closed)}"
        state = {ActionStatus.OPEN: "open", ActionStatus.IN_PROGRESS: "in progress"}.get(
            self.status, "closed"
        )
        return f"{state}, overdue" if self.overdue else state

    @property
    def tone(self) -> Tone:
        """Where it stands, for colour."""
        if self.status is ActionStatus.CLOSED:
            return Tone.GOOD
        return Tone.BAD if self.overdue else Tone.WARN

    @property
    def subject(self) -> str:
        """What it is about: a control or a finding."""
        return self.control or (f"finding {self.finding}" if self.finding else "–")


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """One dated exception."""

    id: str
    subject: str
    reason: str
    compensating: str
    owner: str
    approver: str
    expires: date
    renewals: int
    in_force: bool
    withdrawn: date | None = None

    @property
    def word(self) -> str:
        """Until when it holds, and how often it was renewed."""
        if self.withdrawn:
            return f"withdrawn {words.day(self.withdrawn)}"
        state = "until" if self.in_force else "expired"
        renewed = f", renewed {words.count(self.renewals, 'time')}" if self.renewals else ""
        return f"{state} {words.day(self.expires)}{renewed}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A control out of the score, and why. `weight` is 0 for controls that the profile excludes."""

    id: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class LossRow:
    """Points of 100 that one control costs, and why."""

    control: str
    question: str
    points: float
    reason: str
    certain: bool

    @property
    def words(self) -> str:
        """The points, with their sign."""
        return f"−{words.points(self.points)}"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What changed in one control since the last audited quarter."""

    control: str
    question: str
    before: Status | None
    after: Status | None
    points: float
    kind: str

    @property
    def words(self) -> str:
        """Before and after, in words."""
        if self.before is self.after:
            return words.STATUS_WORD[self.after] if self.after else "–"
        before = words.STATUS_WORD[self.before] if self.before else "not in the checklist"
        after = words.STATUS_WORD[self.after] if self.after else "not in the checklist"
        return f"{before} → {after}"

    @property
    def tone(self) -> Tone:
        """Better, worse or neither, for colour."""
        return Tone.GOOD if self.points > 0.05 else Tone.BAD if self.points < -0.05 else Tone.NONE


@dataclass(frozen=True, slots=True)
class Trend:
    """One quarter of the trend. A quarter nobody audited is a gap: both shares are None.

    `sections` holds the lower ends of the sections, None where nothing was decided.
    """

    period: str
    floor: float | None
    ceiling: float | None
    met: bool = False
    sections: tuple[float | None, ...] = ()
    reason: str = ""

    @property
    def words(self) -> str:
        """The interval in words."""
        if self.floor is None or self.ceiling is None:
            return f"not audited: {self.reason}" if self.reason else "not audited"
        return f"{words.interval(self.floor, self.ceiling)}, {'met' if self.met else 'not met'}"


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A sign-off: who, in what role, when, and for which content."""

    role: str
    name: str
    at: datetime | None
    digest: str
    current: bool

    @property
    def words(self) -> str:
        """Whether it stands, in words."""
        if self.at is None:
            return "not signed yet"
        note = "" if self.current else ", the record was changed since"
        return f"signed {words.moment(self.at)}{note}"
