"""A finding: a place where something confidential can be read, masked and ready to show."""

import hashlib

from pydantic import BaseModel, ConfigDict, Field

from auditor.core.status import Confidence, FindingStatus, Grade, Kind, Severity


class Finding(BaseModel):
    """One thing a check found. Every text in it is already masked.

    `id` is the fingerprint: stable while the same fact stays in the same carrier of the same page,
    whatever else on the page changes. `seen` counts how often it occurs there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    check: str
    rule: str
    label: str
    kind: Kind
    grade: Grade
    severity: Severity
    confidence: Confidence
    url: str
    carrier: str
    where: str = ""
    excerpt: str = ""
    reason: str = ""
    remedy: str = ""
    seen: int = Field(default=1, ge=1)
    status: FindingStatus = FindingStatus.OPEN
    ruling_note: str = ""


def fingerprint(check: str, label: str, kind: Kind, url: str, carrier: str) -> str:
    """A stable id of 16 hex digits. Built from nothing confidential, so that it may be published.

    The grade and the position are left out on purpose: an edit elsewhere on the page, or a spelling
    corrected, must not make an accepted finding look new.
    """
    text = f"{check}\x1f{label}\x1f{kind.value}\x1f{url}\x1f{carrier}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]
