"""Findings that were accepted before. They stay visible; they only stop failing the check."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.core.errors import ConfigurationError
from auditor.core.finding import Finding
from auditor.core.status import FindingStatus


@dataclass(frozen=True, slots=True)
class Marks:
    """What the fingerprints of a result were made with: marks of the key and of the facts, 16 hex digits."""

    key: str = ""
    facts: str = ""


NO_MARKS = Marks()
"""Of a result that says nothing of its key."""


class Fit(StrEnum):
    """How a baseline fits the check that it is held against."""

    SAME = "same"
    OTHER_FACTS = "other facts"
    OTHER_KEY = "other key"


class BaselineEntry(BaseModel):
    """One accepted finding. Only the id counts; the rest helps people."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(pattern=r"^[0-9a-f]{16}$")


class _Marks(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    key: str = ""
    facts: str = ""


class _Document(BaseModel):
    """Any document with findings: an earlier `json-v1` result serves as a baseline as it is."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    findings: tuple[BaselineEntry, ...]
    fingerprints: _Marks = _Marks()


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted ids, and what they were made with; a list written by hand tells nothing of that."""

    ids: frozenset[str]
    marks: Marks = NO_MARKS

    def fit(self, now: Marks) -> Fit:
        """How it fits a check whose fingerprints are made with `now`."""
        if self.marks.key and self.marks.key != now.key:
            return Fit.OTHER_KEY
        if self.marks.facts and self.marks.facts != now.facts:
            return Fit.OTHER_FACTS
        return Fit.SAME


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings with their status against a baseline, entries of it that were not found again, and its fit."""

    findings: tuple[Finding, ...]
    stale: tuple[str, ...]
    fit: Fit = Fit.SAME


def read_baseline(data: bytes, name: str) -> Baseline:
    """What a baseline file accepts: a `json-v1` document. Raises ConfigurationError for others."""
    try:
        document = _Document.model_validate(json.loads(data))
    except (ValueError, ValidationError):
        raise ConfigurationError(
            f"{name} is not a baseline", "write one with `auditor scan --format json`, then pass it on"
        ) from None
    marks = Marks(document.fingerprints.key, document.fingerprints.facts)
    return Baseline(frozenset(entry.id for entry in document.findings), marks)


def apply_baseline(findings: Sequence[Finding], accepted: Baseline, marks: Marks = NO_MARKS) -> Compared:
    """Mark the open findings that `accepted` names as baselined; what people ruled stays as ruled."""
    marked = tuple(
        f.model_copy(update={"status": FindingStatus.BASELINED})
        if f.id in accepted.ids and f.status is FindingStatus.OPEN
        else f
        for f in findings
    )
    stale = tuple(sorted(accepted.ids - {f.id for f in findings}))
    return Compared(marked, stale, accepted.fit(marks))
