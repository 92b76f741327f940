"""The rows of an audit report on the quarter itself: sites, controls, evidence, runs, findings.

Values with their words. Formats show these and add nothing; what follows from an audit is in `followup_rows`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from auditor.core.status import Kind, LocationModel, Severity, Status
from auditor.report import words
from auditor.report.common import CheckRow
from auditor.report.words import Tone


@dataclass(frozen=True, slots=True)
class SiteRow:
    """Sites of one location model. `labels` is empty in editions that only count them."""

    model: LocationModel
    total: int
    labels: tuple[str, ...]

    @property
    def words(self) -> str:
        """In one phrase: `2 hidden (shelter, second house)`."""
        labels = f" ({', '.join(self.labels)})" if self.labels else ""
        return f"{self.total} {words.MODEL_WORD[self.model]}{labels}"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence: what it is, and the day it speaks of."""

    kind: str
    title: str
    effective: date
    digest: str = ""

    @property
    def words(self) -> str:
        """In one phrase."""
        digest = f", SHA-256 {self.digest[:12]}…" if self.digest else ""
        return f"{self.title or self.kind} ({words.day(self.effective)}{digest})"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where controls come from, and which."""

    title: str
    place: str
    url: str
    confirmed: bool
    controls: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Title and place, and whether anyone has read it in the original."""
        place = f", {self.place}" if self.place else ""
        return f"{self.title}{place}{'' if self.confirmed else ' (general knowledge, to be confirmed)'}"


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One control: its question, how it stands and why, and who stands for it."""

    id: str
    question: str
    critical: bool
    weight: int
    status: Status
    reason: str
    lost: float
    gate: bool
    note: str
    answered_by: str
    verified_by: str
    answered_on: date | None
    evidence: tuple[EvidenceRow, ...]
    evidence_days: int | None
    stale: bool
    carried_from: str
    sample: str
    waived_until: date | None
    checks: tuple[CheckRow, ...]
    found: int
    remedy: str

    @property
    def word(self) -> str:
        """The status in words."""
        return words.STATUS_WORD[self.status]

    @property
    def glyph(self) -> str:
        """The status as a sign."""
        return words.STATUS_GLYPH[self.status]

    @property
    def tone(self) -> Tone:
        """The status for colour."""
        return words.STATUS_TONE[self.status]

    @property
    def why(self) -> str:
        """The reason for lost points; the status itself when there is no other."""
        return self.reason or self.word

    @property
    def age(self) -> str:
        """The age of the latest evidence; a dash when there is none."""
        if self.evidence_days is None:
            return "–"
        return f"{words.age(self.evidence_days)}{', out of date' if self.stale else ''}"

    @property
    def verifier(self) -> str:
        """Who answered and who verified."""
        parts = (self.answered_by, f"verified by {self.verified_by}" if self.verified_by else "")
        return ", ".join(part for part in parts if part) or "–"

    @property
    def counted(self) -> str:
        """What was counted, to stand beside the answer; nothing where the remarks say it already."""
        return "" if self.sample in self.remarks else self.sample

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else is to be known of the answer, one phrase each."""
        phrases = [
            words.sentence(self.reason) if self.status is not Status.MET else "",
            f"Carried over from {self.carried_from}" if self.carried_from and not self.stale else "",
            f"Waived until {words.day(self.waived_until)}" if self.waived_until else "",
        ]
        return tuple(phrase for phrase in phrases if phrase)


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section of the checklist, its interval and its controls."""

    id: str
    title: str
    floor: float
    ceiling: float
    total: int
    decided: int
    critical_failures: int
    controls: tuple[ControlRow, ...]

    @property
    def interval(self) -> str:
        """The interval in words; a dash where nothing applies."""
        return words.interval(self.floor, self.ceiling) if self.total else "–"

    @property
    def tone(self) -> Tone:
        """The section for colour: bad with a critical failure, good from 90%."""
        if self.critical_failures:
            return Tone.BAD
        return Tone.GOOD if self.floor >= 90 else Tone.WARN

    @property
    def words(self) -> str:
        """How much is decided, and what fails."""
        if not self.total:
            return "not applicable"
        failing = words.count(self.critical_failures, "critical failure")
        decided = f"{self.decided} of {self.total} decided"
        return f"{decided}, {failing}" if self.critical_failures else decided


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of the automated checks: when, on what, what it read."""

    started: datetime
    targets: tuple[str, ...]
    documents: int
    pages: int
    bytes: int
    unchecked: int
    absent: int = 0

    @property
    def words(self) -> str:
        """In one sentence."""
        missed = f"; {words.count(self.unchecked, 'item')} could not be examined" if self.unchecked else ""
        absent = f"; {self.absent} more that were tried do not exist" if self.absent else ""
        return (
            f"{words.moment(self.started)}: {words.listing(self.targets)}, "
            f"{words.count(self.documents, 'document')} read, {self.pages} of them pages "
            f"({words.size(self.bytes)}){absent}{missed}."
        )


@dataclass(frozen=True, slots=True)
class FindingCount:
    """Open findings of one severity and kind, where single ones are not listed."""

    severity: Severity
    kind: Kind
    total: int

    @property
    def words(self) -> str:
        """In one phrase."""
        return f"{self.total} {self.severity.value}: {words.KIND_WORD[self.kind]}"
