"""What a record says of its controls, gathered once for all of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from auditor.core.agency import Agency
from auditor.core.finding import Finding
from auditor.core.profile import Control
from auditor.core.record import AuditRecord, Waiver
from auditor.core.status import FindingStatus

_NOT_ANSWERS = ("run", "finding", "ruling", "waiver")
"""The lists of a record, besides the answers, that decide how a control stands."""


class Grounds:
    """What one control is judged by, besides its own text: one record, as it counts on one day.

    `answers` is by control, `outcomes` by check. `as_of` decides what is in date.
    """

    def __init__(self, agency: Agency, record: AuditRecord, as_of: date) -> None:
        self.agency = agency
        self.record = record
        self.as_of = as_of
        self.answers = {answer.control: answer for answer in record.answer}
        self.outcomes = record.outcomes()
        self._by_check: dict[str, list[Finding]] = defaultdict(list)
        for finding in record.ruled_findings():
            self._by_check[finding.check].append(finding)
        self._found: dict[tuple[tuple[str, ...], bool], tuple[Finding, ...]] = {}

    def with_answers_of(self, record: AuditRecord) -> bool:
        """Go on with `record` where it differs in answers alone; False, and unchanged, where it does not.

        Records are never changed in place, so a list that is the same object is the same list.
        """
        if any(getattr(record, name) is not getattr(self.record, name) for name in _NOT_ANSWERS):
            return False
        self.record = record
        self.answers = {answer.control: answer for answer in record.answer}
        return True

    def found(self, control: Control) -> tuple[Finding, ...]:
        """What the checks of a control found, each finding with what waivers in force make of it."""
        checks = tuple(dict.fromkeys(control.checks))
        if (checks, control.waivable) not in self._found:
            in_force = {w.subject for w in self.record.waiver if control.waivable and w.in_force(self.as_of)}
            found = (f for check in checks for f in self._by_check.get(check, ()))
            self._found[checks, control.waivable] = tuple(_waived(f, f.id in in_force) for f in found)
        return self._found[checks, control.waivable]

    def waivers_of(self, control_id: str, found: Sequence[Finding]) -> list[Waiver]:
        """The waivers of a control and of what was found on it."""
        if not self.record.waiver:
            return []
        subjects = {control_id, *(finding.id for finding in found)}
        return [waiver for waiver in self.record.waiver if waiver.subject in subjects]


def _waived(finding: Finding, waived: bool) -> Finding:
    """`finding` with the status that waivers give it: one in force waives it, a bare word never does."""
    if waived and finding.status in (FindingStatus.OPEN, FindingStatus.WAIVED):
        return finding.model_copy(update={"status": FindingStatus.WAIVED})
    if finding.status is FindingStatus.WAIVED:
        return finding.model_copy(update={"status": FindingStatus.OPEN})
    return finding
