"""Rows that the audit report and the website check share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.core.check import Check
from auditor.core.finding import Finding
from auditor.core.record import CheckResult, UncheckedEntry
from auditor.core.status import Confidence, FindingStatus, Grade, Kind, Outcome, Severity
from auditor.report import words
from auditor.report.words import Tone

PLACES_SHOWN = 5
"""How many addresses of unexamined things a report lists for each reason before it only counts."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as reports show it. `url`, `where` and `excerpt` are empty where places are withheld."""

    id: str
    check: str
    title: str
    rule: str
    label: str
    kind: Kind
    grade: Grade
    severity: Severity
    confidence: Confidence
    url: str
    carrier: str
    where: str
    excerpt: str
    reason: str
    remedy: str
    seen: int
    status: FindingStatus
    ruling_note: str

    @property
    def what(self) -> str:
        """What it is about: label, kind, grade and why it matched. A connection matches nothing."""
        why = f" ({self.reason})" if self.reason else ""
        grade = "" if self.kind is Kind.TLS else f" · {words.GRADE_WORD[self.grade]}"
        return f"{self.label} · {words.KIND_WORD[self.kind]}{grade}{why}"

    @property
    def place(self) -> str:
        """Where inside its page or file it stands, and how often."""
        times = f"seen {self.seen} times" if self.seen > 1 else ""
        parts = (words.carrier_word(self.carrier), self.where, times)
        return " · ".join(part for part in parts if part)

    @property
    def settled(self) -> bool:
        """True when a person ruled it fixed or a false alarm."""
        return self.status in (FindingStatus.FALSE_POSITIVE, FindingStatus.FIXED)

    @property
    def status_word(self) -> str:
        """Its status in words."""
        return words.FINDING_WORD[self.status]

    @property
    def tone(self) -> Tone:
        """How grave it is; settled and accepted ones are neutral."""
        return words.SEVERITY_TONE[self.severity] if self.status is FindingStatus.OPEN else Tone.NONE

    @property
    def glyph(self) -> str:
        """A sign beside the severity word."""
        return words.SEVERITY_GLYPH[self.severity] if self.status is FindingStatus.OPEN else "·"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Findings that say the same of different pages, as a line in the footer of every page does."""

    findings: tuple[FindingRow, ...]

    @property
    def first(self) -> FindingRow:
        """The one that is shown for all."""
        return self.findings[0]

    @property
    def shown(self) -> tuple[FindingRow, ...]:
        """The ones whose places are listed."""
        return self.findings[:PLACES_SHOWN]

    @property
    def more(self) -> str:
        """How many further places there are, and where they are listed; empty when all are shown."""
        return self.beyond(PLACES_SHOWN)

    def beyond(self, shown: int) -> str:
        """The same when `shown` places are listed."""
        rest = len(self.findings) - shown
        return f"and {words.count(rest, 'more place')}, all of them in the json result" if rest > 0 else ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one check, with the remedy they share."""

    check: str
    title: str
    remedy: str
    findings: tuple[FindingRow, ...]

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The findings, those that differ by their page alone taken together."""
        alike: dict[tuple[object, ...], list[FindingRow]] = {}
        for f in self.findings:
            key = (
                f.label,
                f.kind,
                f.grade,
                f.severity,
                f.status,
                f.carrier,
                f.excerpt,
                f.reason,
                f.ruling_note,
            )
            alike.setdefault(key, []).append(f)
        return tuple(Cluster(tuple(rows)) for rows in alike.values())


@dataclass(frozen=True, slots=True)
class UncheckedGroup:
    """Things not examined for one and the same reason."""

    reason: str
    mend: str
    total: int
    places: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many are counted but not listed."""
        return self.total - len(self.places)

    @property
    def where(self) -> str:
        """The listed ones in one line."""
        more = f" and {self.more} more" if self.more else ""
        return f"{', '.join(self.places)}{more}" if self.places else ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """How one automated check ended, what it looks for and what it sends."""

    id: str
    title: str
    outcome: Outcome
    reason: str
    looks_for: str
    sends: str

    @property
    def word(self) -> str:
        """The outcome in words."""
        return words.OUTCOME_WORD[self.outcome]

    @property
    def glyph(self) -> str:
        """The outcome as a sign."""
        return words.OUTCOME_GLYPH[self.outcome]

    @property
    def tone(self) -> Tone:
        """The outcome for colour."""
        return words.OUTCOME_TONE[self.outcome]


Titles = Mapping[str, type[Check]]


def by_id(checks: Iterable[Check | type[Check]]) -> dict[str, type[Check]]:
    """Check classes by id, from classes or instances."""
    return {c.id: c if isinstance(c, type) else type(c) for c in checks}


def finding_row(finding: Finding, known: Titles) -> FindingRow:
    """The row of a finding, with the title of its check."""
    check = known.get(finding.check)
    return FindingRow(
        id=finding.id,
        check=finding.check,
        title=check.title if check else finding.check,
        rule=finding.rule,
        label=finding.label,
        kind=finding.kind,
        grade=finding.grade,
        severity=finding.severity,
        confidence=finding.confidence,
        url=finding.url,
        carrier=finding.carrier,
        where=finding.where,
        excerpt=finding.excerpt,
        reason=finding.reason,
        remedy=finding.remedy or (check.remedy if check else ""),
        seen=finding.seen,
        status=finding.status,
        ruling_note=finding.ruling_note,
    )


def group_findings(rows: Iterable[FindingRow]) -> tuple[FindingGroup, ...]:
    """Findings by check, the check with the gravest one first."""
    groups: dict[str, list[FindingRow]] = {}
    for row in sorted(rows, key=finding_order):
        groups.setdefault(row.check, []).append(row)
    return tuple(
        FindingGroup(rows[0].check, rows[0].title, rows[0].remedy, tuple(rows)) for rows in groups.values()
    )


def finding_order(row: FindingRow) -> tuple[bool, int, int, str, str, str]:
    """Open before settled, grave before slight, then by place."""
    return (
        row.status is not FindingStatus.OPEN,
        row.severity.rank,
        row.grade.rank,
        row.url,
        row.carrier,
        row.label,
    )


def group_unchecked(
    entries: Iterable[UncheckedEntry], shown: int = PLACES_SHOWN
) -> tuple[UncheckedGroup, ...]:
    """What could not be examined, by reason, the most frequent first."""
    groups: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        place = f"{entry.url} ({entry.place})" if entry.place else entry.url
        groups.setdefault((entry.reason, entry.mend), []).append(place)
    rows = [UncheckedGroup(reason, mend, len(p), tuple(p[:shown])) for (reason, mend), p in groups.items()]
    return tuple(sorted(rows, key=lambda row: -row.total))


def check_row(result: CheckResult, known: Titles) -> CheckRow:
    """The row of one check's result."""
    check = known.get(result.check)
    return CheckRow(
        id=result.check,
        title=check.title if check else result.check,
        outcome=result.outcome,
        reason=result.reason,
        looks_for=check.looks_for if check else "",
        sends=check.sends if check else "",
    )


def severities(rows: Iterable[FindingRow]) -> str:
    """`2 critical, 1 high`, of the open findings."""
    every = [row.severity for row in rows if row.status is FindingStatus.OPEN]
    return ", ".join(f"{every.count(s)} {s.value}" for s in Severity if s in every)
