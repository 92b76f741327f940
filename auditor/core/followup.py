"""What follows from an audit: dated exceptions, corrective actions, and the reason for a missed quarter."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from auditor.core.profile import Identifier

_Text = Annotated[str, StringConstraints(strip_whitespace=True)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Waiver(_Model):
    """A dated exception. It changes the gate, never the score. Valid to the end of `expires`, local time.

    `subject` is a control id or a finding id. One that was withdrawn holds no more from that day on, and
    stays in the record with who withdrew it and why.
    """

    id: Identifier
    subject: str
    reason: _Text
    compensating: _Text
    owner: _Text
    approver: _Text
    created: date
    expires: date
    renewals: int = Field(default=0, ge=0)
    withdrawn: date | None = None
    withdrawn_by: _Text = ""
    withdrawn_reason: _Text = ""

    @model_validator(mode="after")
    def _rules(self) -> Self:
        for name in ("reason", "compensating", "owner", "approver"):
            if not getattr(self, name):
                raise ValueError(f"a waiver needs {name}")
        if self.owner.casefold() == self.approver.casefold():
            raise ValueError("owner and approver must be two people")
        if self.withdrawn and not (self.withdrawn_by and self.withdrawn_reason):
            raise ValueError("a withdrawn waiver needs who withdrew it and why")
        return self

    def in_force(self, day: date) -> bool:
        """True from its creation to the end of its last day, or to the day before it was withdrawn."""
        ended = self.withdrawn is not None and self.withdrawn <= day
        return self.created <= day <= self.expires and not ended

    def expired(self, day: date) -> bool:
        """True when its last day is past on `day` and nobody had withdrawn it."""
        return self.withdrawn is None and self.expires < day


class ActionStatus(StrEnum):
    """Where a corrective action stands."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"


class Action(_Model):
    """A corrective action. Closed only by someone other than its owner, with evidence.

    `interim` is what protects until it is done; for a critical control it is due by `interim_by`.
    """

    id: Identifier
    title: _Text
    control: str = ""
    finding: str = ""
    root_cause: _Text = ""
    owner: _Text = ""
    due: date
    interim: _Text = ""
    status: ActionStatus = ActionStatus.OPEN
    created: date
    closed: date | None = None
    verified_by: _Text = ""
    evidence: _Text = ""
    interim_by: date | None = None

    @model_validator(mode="after")
    def _closing(self) -> Self:
        if self.status is ActionStatus.CLOSED:
            if not (self.verified_by and self.evidence and self.closed):
                raise ValueError("a closed action needs a day, evidence, and who verified it")
            if self.verified_by.casefold() == self.owner.casefold():
                raise ValueError("an action is closed by another person than its owner")
        return self

    def overdue(self, day: date) -> bool:
        """True when it should have been closed, or its interim protection been in place, before `day`."""
        if self.status is ActionStatus.CLOSED:
            return False
        return self.due < day or self.lacks_interim(day)

    def lacks_interim(self, day: date) -> bool:
        """True when interim protection was due before `day` and none is named."""
        return self.interim_by is not None and self.interim_by < day and not self.interim


class Missed(_Model):
    """A quarter without an audit, and why. Shown as a gap in every trend."""

    period: str
    reason: _Text
    by: _Text
