"""`json-v1`: the website check for programs. A contract of its own, apart from the product's inner values."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from auditor.core.status import Confidence, FindingStatus, Grade, Kind, Outcome, Severity
from auditor.report.scan_view import ScanView


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class Tool(_Model):
    """What wrote the document."""

    name: Literal["auditor"] = "auditor"
    version: str


class UncheckedV1(_Model):
    """Something that could not be examined. It never counts as a pass."""

    url: str
    reason: str
    place: str = Field(default="", description="Where inside it.")
    mend: str = Field(default="", description="What would make it checkable.")


class CoverageV1(_Model):
    """What was examined."""

    documents: int = Field(ge=0, description="What was read and has content.")
    bytes: int = Field(ge=0)
    pages: int = Field(ge=0, description="HTML pages among the documents.")
    absent: int = Field(default=0, ge=0, description="Addresses that were tried and do not exist.")
    unchecked: tuple[UncheckedV1, ...] = ()


class CheckV1(_Model):
    """How one check ended."""

    id: str
    outcome: Outcome
    reason: str = ""


class FindingV1(_Model):
    """One finding, masked. `url`, `carrier`, `where` and `excerpt` are empty where places are withheld."""

    id: str = Field(description="Stable fingerprint.")
    check: str
    rule: str
    label: str = Field(description="The label of the confidential fact; the fact itself is never told.")
    kind: Kind
    grade: Grade
    severity: Severity
    confidence: Confidence
    url: str
    carrier: str
    where: str
    excerpt: str
    reason: str = ""
    remedy: str = ""
    seen: int = Field(default=1, ge=1, description="How often it stands in that carrier.")
    status: FindingStatus


class FingerprintsV1(_Model):
    """Marks of what the ids were made with: equal where the key is, or key and facts. They tell no more."""

    key: str
    facts: str


class ScanV1(_Model):
    """A finished website check."""

    schema_: Literal["json-v1"] = Field(default="json-v1", alias="schema")
    tool: Tool
    target: tuple[str, ...]
    started: datetime
    finished: datetime
    places: Literal["shown", "withheld"] = "shown"
    coverage: CoverageV1
    checks: tuple[CheckV1, ...] = ()
    findings: tuple[FindingV1, ...] = ()
    fingerprints: FingerprintsV1 | None = None
    stale_baseline: tuple[str, ...] = Field(default=(), description="Accepted findings not found again.")
    exit_code: int = Field(ge=0, le=255)

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ScanJson:
    """`json-v1`."""

    name = "json"
    extension = "json"
    binary = False

    def render(self, view: ScanView) -> bytes:
        """The document, indented, UTF-8."""
        text = scan_document(view).model_dump_json(
            by_alias=True, indent=2, ensure_ascii=False, exclude_none=True
        )
        return f"{text}\n".encode()


def scan_document(view: ScanView) -> ScanV1:
    """The view as the published model."""
    return ScanV1(
        tool=Tool(version=view.version),
        target=view.targets,
        started=view.started,
        finished=view.finished,
        places="shown" if view.places_shown else "withheld",
        coverage=CoverageV1(
            documents=view.documents,
            bytes=view.bytes,
            pages=view.pages,
            absent=view.absent,
            unchecked=tuple(
                UncheckedV1(url=u.url, reason=u.reason, place=u.place, mend=u.mend) for u in view.unchecked
            ),
        ),
        checks=tuple(CheckV1(id=c.id, outcome=c.outcome, reason=c.reason) for c in view.checks),
        findings=tuple(
            FindingV1(**{name: getattr(f, name) for name in FindingV1.model_fields}) for f in view.findings
        ),
        fingerprints=FingerprintsV1(key=view.marks.key, facts=view.marks.facts) if view.marks.key else None,
        stale_baseline=view.stale_baseline,
        exit_code=view.exit_code,
    )


def scan_schema() -> dict[str, Any]:
    """The JSON Schema of `json-v1`."""
    schema = ScanV1.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "auditor json-v1",
        **schema,
        "$id": "json-v1",
    }
