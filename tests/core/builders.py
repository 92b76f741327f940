"""Short ways to make the values that tests of the rules need."""

from datetime import UTC, date, datetime
from typing import Any

from auditor.core.agency import Agency
from auditor.core.finding import Finding
from auditor.core.profile import Control, Profile, Section, Source
from auditor.core.record import Answer, AuditRecord, Evidence, EvidenceKind, Waiver
from auditor.core.status import Confidence, Grade, Kind, Severity, Status

TODAY = date(2026, 11, 23)


def moment(day: date = TODAY) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def control(control_id: str = "LOC-01", **values: Any) -> Control:
    words = dict.fromkeys(("why", "how_to_verify", "evidence", "remedy"), "Words.")
    return Control.model_validate(
        {
            "id": control_id,
            "question": "Is it so?",
            "weight": 3,
            "sources": (Source(title="S"),),
            **words,
            **values,
        }
    )


def profile(*controls: Control) -> Profile:
    sections = (Section(id="only", title="Only", control=controls),)
    return Profile(id="test", version="1", title="Test", description="Test.", sections=sections)


def agency(*models: str) -> Agency:
    sites = [{"label": f"site {n}", "location_model": m} for n, m in enumerate(models)]
    return Agency.model_validate({"schema": 1, "name": "Maple County", "site": sites})


def answer(control_id: str = "LOC-01", status: str = "met", day: date = TODAY, **values: Any) -> Answer:
    return Answer.model_validate(
        {"control": control_id, "status": Status(status), "at": moment(day), "by": "Jane Roe", **values}
    )


def note(day: date) -> Evidence:
    return Evidence(kind=EvidenceKind.NOTE, reference="seen", effective=day, added=day)


def record(*answers: Answer, period: str = "2026-Q4", **values: Any) -> AuditRecord:
    return AuditRecord.model_validate(
        {"period": period, "profile": "test", "started": moment(), "answer": answers, **values}
    )


def finding(
    finding_id: str = "f1", check: str = "site-address", severity: str = "critical", **values: Any
) -> Finding:
    return Finding.model_validate(
        {
            "id": finding_id,
            "check": check,
            "rule": "address",
            "label": "shelter",
            "kind": Kind.ADDRESS,
            "grade": Grade.EXACT,
            "severity": Severity(severity),
            "confidence": Confidence.HIGH,
            "url": "https://www.example.org/contact",
            "carrier": "html-text",
            **values,
        }
    )


def waiver(subject: str = "LOC-01", expires: date = TODAY, **values: Any) -> Waiver:
    return Waiver.model_validate(
        {
            "id": f"W-{subject}",
            "subject": subject,
            "reason": "being rebuilt",
            "compensating": "a guard",
            "owner": "Jane Roe",
            "approver": "Sam Poe",
            "created": date(2026, 10, 1),
            "expires": expires,
            **values,
        }
    )
