"""A finding: a place where something confidential can be read, masked and ready to show."""

import hashlib
import hmac
import json
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from auditor.core.status import Confidence, FindingStatus, Grade, Kind, Severity


class Fingerprinter(Protocol):
    """Makes the ids of findings. `auditor.confidential.Fingerprints` is the implementation."""

    def of(self, check: str, label: str, kind: Kind, url: str, carrier: str) -> str:
        """The id of what `check` found of the fact called `label` in `carrier` at `url` (masked)."""
        ...


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


def fingerprint(key: bytes, *parts: str) -> str:
    """A stable id of 16 hex digits for `parts`. Without the key nobody can tell what it was made of."""
    text = json.dumps(parts, ensure_ascii=True)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:16]
