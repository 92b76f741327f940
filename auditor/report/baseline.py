"""Findings that were accepted before. They stay visible; they only stop failing the check."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.core.errors import ConfigurationError
from auditor.core.finding import Finding
from auditor.core.status import FindingStatus


class BaselineEntry(BaseModel):
    """One accepted finding. Only the id counts; the rest helps people."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(pattern=r"^[0-9a-f]{16}$")


class _Document(BaseModel):
    """Any document with findings: an earlier `json-v1` result serves as a baseline as it is."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    findings: tuple[BaselineEntry, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings with their status against a baseline, and entries of it that were not found again."""

    findings: tuple[Finding, ...]
    stale: tuple[str, ...]


def read_baseline(data: bytes, name: str) -> frozenset[str]:
    """The ids accepted by a baseline file: a `json-v1` document. Raises ConfigurationError for others."""
    try:
        document = _Document.model_validate(json.loads(data))
    except (ValueError, ValidationError):
        raise ConfigurationError(
            f"{name} is not a baseline", "write one with `auditor scan --format json`, then pass it on"
        ) from None
    return frozenset(entry.id for entry in document.findings)


def apply_baseline(findings: Sequence[Finding], accepted: Iterable[str]) -> Compared:
    """Mark the open findings that `accepted` names as baselined; what people ruled stays as ruled."""
    ids = frozenset(accepted)
    marked = tuple(
        f.model_copy(update={"status": FindingStatus.BASELINED})
        if f.id in ids and f.status is FindingStatus.OPEN
        else f
        for f in findings
    )
    return Compared(marked, tuple(sorted(ids - {f.id for f in findings})))
