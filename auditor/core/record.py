"""One quarter's record: answers, evidence, check runs, findings, waivers, actions, sign-off."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from auditor.core.errors import ConfigurationError
from auditor.core.finding import Finding
from auditor.core.followup import Action, ActionStatus, Missed, Waiver
from auditor.core.period import Period
from auditor.core.profile import Identifier
from auditor.core.status import FindingStatus, Outcome, Status

__all__ = [
    "Action",
    "ActionStatus",
    "Answer",
    "AuditRecord",
    "CheckResult",
    "CheckRun",
    "Coverage",
    "Evidence",
    "EvidenceKind",
    "Missed",
    "Ruling",
    "Sample",
    "Signature",
    "UncheckedEntry",
    "Waiver",
]

_Text = Annotated[str, StringConstraints(strip_whitespace=True)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EvidenceKind(StrEnum):
    """How evidence is kept: a copied file, a link, or a note of what was seen."""

    FILE = "file"
    LINK = "link"
    NOTE = "note"


class Evidence(_Model):
    """What supports an answer. `effective` is the day it speaks of, not the day it was added.

    For a file, `reference` is its SHA-256 in hex and `title` its name; for a link the address; for a
    note the words.
    """

    kind: EvidenceKind
    reference: str
    title: str = ""
    effective: date
    added: date


class Sample(_Model):
    """`good` of `size` looked at were as they should be."""

    good: int = Field(ge=0)
    size: int = Field(ge=1)

    @model_validator(mode="after")
    def _within(self) -> Self:
        if self.good > self.size:
            raise ValueError("the sample cannot hold more good ones than its size")
        return self

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.good / self.size

    def __str__(self) -> str:
        return f"{self.good} of {self.size}"


class Answer(_Model):
    """What a person said of one control.

    `by` names the person: an answer nobody stands for is no attestation.
    `carried_from` names the quarter an answer was brought over from without a new look.
    `asked` is the meaning of the question that was answered (`Control.meaning`), empty when unknown.
    """

    control: Identifier
    status: Status
    note: _Text = ""
    by: _Text = ""
    at: datetime
    evidence: tuple[Evidence, ...] = ()
    sample: Sample | None = None
    verified_by: _Text = ""
    carried_from: str = ""
    asked: str = ""

    @model_validator(mode="after")
    def _second_person(self) -> Self:
        if self.verified_by and self.verified_by.casefold() == self.by.casefold():
            raise ValueError("who verifies must be another person than who answers")
        return self


class CheckResult(_Model):
    """How one check ended in a run."""

    check: Identifier
    outcome: Outcome
    reason: str = ""


class UncheckedEntry(_Model):
    """Something a run could not examine, masked."""

    url: str
    reason: str
    place: str = ""
    mend: str = ""


class Coverage(_Model):
    """What a run examined.

    `documents` counts what was read and has content, `pages` the HTML pages among them. `absent` counts the
    addresses that were tried and at which there is nothing (404, 410); what the site shows in their place is
    examined too. What redirects or is refused counts in neither. `bytes` were read in all.
    """

    documents: int = 0
    pages: int = 0
    absent: int = 0
    bytes: int = 0
    unchecked: tuple[UncheckedEntry, ...] = ()


class CheckRun(_Model):
    """One run of the automated checks."""

    started: datetime
    finished: datetime
    targets: tuple[str, ...]
    results: tuple[CheckResult, ...]
    coverage: Coverage = Coverage()

    @property
    def checked(self) -> frozenset[str]:
        """The ids of the checks that ran."""
        return frozenset(result.check for result in self.results)

    def missed(self, url: str) -> bool:
        """True when this run could not examine `url`: itself listed, or everything below a place listed."""
        if not self.coverage.documents:
            return True
        return any(
            url == entry.url or entry.url in self.targets or url.startswith(f"{entry.url}#")
            for entry in self.coverage.unchecked
        )


class Signature(_Model):
    """A person's sign-off of the record whose content has the SHA-256 `digest`."""

    role: _Text
    name: _Text
    at: datetime
    digest: str


class Ruling(_Model):
    """What a person decided about a finding. Kept apart from runs, so that a new run cannot undo it."""

    finding: str
    status: FindingStatus
    reason: _Text
    by: _Text
    at: datetime


class AuditRecord(_Model):
    """Everything known of one quarter."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    period: str
    profile: Identifier
    profile_version: str = ""
    started: datetime
    answer: tuple[Answer, ...] = ()
    run: tuple[CheckRun, ...] = ()
    finding: tuple[Finding, ...] = ()
    ruling: tuple[Ruling, ...] = ()
    waiver: tuple[Waiver, ...] = ()
    action: tuple[Action, ...] = ()
    signature: tuple[Signature, ...] = ()
    missed: tuple[Missed, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @field_validator("period")
    @classmethod
    def _a_quarter(cls, value: str) -> str:
        try:
            return str(Period.parse(value))
        except ConfigurationError as error:
            raise ValueError(str(error)) from None

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        for what, keys in (
            ("answers to", [a.control for a in self.answer]),
            ("waivers called", [w.id for w in self.waiver]),
            ("actions called", [a.id for a in self.action]),
        ):
            twice = next((key for number, key in enumerate(keys) if key in keys[:number]), None)
            if twice is not None:
                raise ValueError(f"there are two {what} {twice}")
        return self

    def answer_to(self, control_id: str) -> Answer | None:
        """The answer to a control, if there is one."""
        return next((a for a in self.answer if a.control == control_id), None)

    def with_answer(self, answer: Answer) -> "AuditRecord":
        """A copy in which `answer` takes the place of any earlier answer to the same control."""
        rest = tuple(a for a in self.answer if a.control != answer.control)
        return self.model_copy(update={"answer": (*rest, answer)})

    def without_answer(self, control_id: str) -> "AuditRecord":
        """A copy in which the control is unanswered."""
        return self.model_copy(update={"answer": tuple(a for a in self.answer if a.control != control_id)})

    def with_run(self, run: CheckRun, findings: tuple[Finding, ...]) -> "AuditRecord":
        """A copy after another run.

        Findings of the checks that ran are replaced, but for those in places which this run could not
        examine: what was not looked at again is not gone. Findings of other checks stay. Rulings are
        kept apart and applied by `ruled_findings`.
        """
        ran = {result.check for result in run.results}
        seen = {f.id for f in findings}
        kept = tuple(
            f for f in self.finding if f.check not in ran or (f.id not in seen and run.missed(f.url))
        )
        return self.model_copy(update={"run": (*self.run, run), "finding": (*kept, *findings)})

    def with_ruling(self, ruling: Ruling) -> "AuditRecord":
        """A copy in which `ruling` takes the place of any earlier one on the same finding."""
        rest = tuple(r for r in self.ruling if r.finding != ruling.finding)
        return self.model_copy(update={"ruling": (*rest, ruling)})

    def without_ruling(self, finding: str) -> "AuditRecord":
        """A copy in which nobody has ruled on a finding."""
        return self.model_copy(update={"ruling": tuple(r for r in self.ruling if r.finding != finding)})

    def ruling_on(self, finding: str) -> Ruling | None:
        """What was decided about a finding, if anything was."""
        return next((r for r in self.ruling if r.finding == finding), None)

    def ruled_findings(self) -> tuple[Finding, ...]:
        """The findings, each with the status that people gave it.

        A finding that was called fixed and found again by a later run is open once more.
        """
        rulings = {r.finding: r for r in self.ruling}
        return tuple(self._ruled(f, rulings.get(f.id)) for f in self.finding)

    def _ruled(self, finding: Finding, ruling: Ruling | None) -> Finding:
        if ruling is None:
            return finding
        last = max((r.started for r in self.run if finding.check in r.checked), default=None)
        if ruling.status is FindingStatus.FIXED and last is not None and last > ruling.at:
            return finding.model_copy(update={"ruling_note": "called fixed, and found again"})
        return finding.model_copy(update={"status": ruling.status, "ruling_note": ruling.reason})

    def outcomes(self) -> dict[str, CheckResult]:
        """The latest result of each check."""
        return {result.check: result for run in self.run for result in run.results}
