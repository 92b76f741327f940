"""`audit-v1`: the audit report for programs. A contract of its own, with a published JSON Schema."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from auditor.core.record import ActionStatus
from auditor.core.score import Verdict
from auditor.core.status import Kind, LocationModel, Outcome, Severity, Status
from auditor.report.audit_values import AuditView
from auditor.report.edition import Edition
from auditor.report.scan_json import FindingV1, Tool


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class ScoreV1(_Model):
    """The score. All shares run from 0 to 100."""

    floor: float = Field(ge=0, le=100, description="Everything undecided taken as failed: the headline.")
    ceiling: float = Field(ge=0, le=100, description="Everything undecided taken as met.")
    coverage: float = Field(ge=0, le=100, description="Share of the weight that is decided.")
    not_applicable: float = Field(ge=0, le=100, description="Share of the weight left out.")
    rating: int = Field(ge=1, le=4)
    verdict: Verdict
    gate: tuple[str, ...] = Field(description="Critical controls that close the gate.")


class SiteV1(_Model):
    """How many sites of one location model there are."""

    model: LocationModel
    total: int
    labels: tuple[str, ...] = ()


class ControlV1(_Model):
    """How one control stands."""

    id: str
    question: str
    critical: bool
    weight: int
    status: Status
    reason: str
    lost: float = Field(description="Points of 100 that it costs.")
    gate: bool = Field(description="True when it closes the gate.")
    note: str
    answered_by: str
    verified_by: str
    answered_on: date | None
    evidence_days: int | None = Field(description="Age of the latest evidence in days.")
    stale: bool
    carried_from: str
    sample: str
    waived_until: date | None
    found: int = Field(description="Open findings of its automated checks.")


class SectionV1(_Model):
    """One section and its controls."""

    id: str
    title: str
    floor: float
    ceiling: float
    total: int
    decided: int
    critical_failures: int
    controls: tuple[ControlV1, ...]


class CheckOutcomeV1(_Model):
    """How one automated check ended."""

    id: str
    title: str
    outcome: Outcome
    reason: str


class RunV1(_Model):
    """One run of the automated checks."""

    started: datetime
    targets: tuple[str, ...]
    documents: int
    pages: int
    bytes: int
    unchecked: int
    absent: int = Field(default=0, description="Addresses that were tried and do not exist.")


class UncheckedGroupV1(_Model):
    """Things the last run could not examine, for one and the same reason."""

    reason: str
    mend: str
    total: int
    places: tuple[str, ...]


class CountV1(_Model):
    """Open findings of one severity and kind."""

    severity: Severity
    kind: Kind
    total: int


class ActionV1(_Model):
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


class WaiverV1(_Model):
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


class LeftOutV1(_Model):
    """A control out of the score."""

    id: str
    question: str
    reason: str


class ChangeV1(_Model):
    """What changed in one control since the last audited quarter."""

    control: str
    before: Status | None
    after: Status | None
    points: float
    kind: str


class TrendV1(_Model):
    """One quarter. Both shares are null when nobody audited it."""

    period: str
    floor: float | None
    ceiling: float | None
    reason: str = Field(default="", description="Why nobody audited it.")


class SignatureV1(_Model):
    """A sign-off; `at` is null while it is missing."""

    role: str
    name: str
    at: datetime | None
    digest: str
    current: bool = Field(description="False when the record was changed after the signature.")


class AuditV1(_Model):
    """A quarter's audit."""

    schema_: Literal["audit-v1"] = Field(default="audit-v1", alias="schema")
    tool: Tool
    edition: Edition
    leaves_out: tuple[str, ...]
    generated: datetime
    agency: str
    period: str
    first_day: date
    last_day: date
    as_of: date
    profile: str
    profile_version: str
    sites: tuple[SiteV1, ...]
    websites: tuple[str, ...]
    score: ScoreV1
    sections: tuple[SectionV1, ...]
    runs: tuple[RunV1, ...]
    checks: tuple[CheckOutcomeV1, ...]
    unchecked: tuple[UncheckedGroupV1, ...]
    findings: tuple[FindingV1, ...] = Field(description="Empty in editions that only count them.")
    finding_counts: tuple[CountV1, ...]
    actions: tuple[ActionV1, ...]
    waivers: tuple[WaiverV1, ...]
    not_applicable: tuple[LeftOutV1, ...]
    previous: str = Field(description="The last audited quarter before this one; empty when there is none.")
    changes: tuple[ChangeV1, ...]
    trend: tuple[TrendV1, ...]
    notes: tuple[str, ...] = Field(description="What a reader should know of how answers were come by.")
    signatures: tuple[SignatureV1, ...]
    digest: str = Field(description="SHA-256 of the record, empty when it is not kept.")

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, from_attributes=True)


class AuditJson:
    """`audit-v1`."""

    name = "json"
    extension = "json"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The document, indented, UTF-8."""
        text = audit_document(view).model_dump_json(by_alias=True, indent=2, ensure_ascii=False)
        return f"{text}\n".encode()


_BY_HAND = {"schema_", "tool", "edition", "leaves_out", "score", "not_applicable"}


def audit_document(view: AuditView) -> AuditV1:
    """The view as the published model. Shares are rounded to two decimals, so that files are stable."""
    values: dict[str, Any] = {
        name: getattr(view, name) for name in AuditV1.model_fields if name not in _BY_HAND
    }
    return AuditV1(
        tool=Tool(version=view.version),
        edition=view.edition.edition,
        leaves_out=view.edition.leaves_out,
        score=ScoreV1(
            floor=round(view.floor, 2),
            ceiling=round(view.ceiling, 2),
            coverage=round(view.coverage, 2),
            not_applicable=round(view.left_out_share, 2),
            rating=view.rating,
            verdict=view.verdict,
            gate=tuple(control.id for control in view.critical),
        ),
        not_applicable=tuple(LeftOutV1.model_validate(row) for row in view.left_out),
        **values,
    )


def audit_schema() -> dict[str, Any]:
    """The JSON Schema of `audit-v1`."""
    schema = AuditV1.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "auditor audit-v1",
        **schema,
        "$id": "audit-v1",
    }
