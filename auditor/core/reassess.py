"""Judging the states of one record as they follow each other: after an answer, only what it changed."""

from datetime import date

from auditor.core.agency import Agency
from auditor.core.assessment import Assessment, ControlResult, judge
from auditor.core.grounds import Grounds
from auditor.core.period import Period
from auditor.core.profile import Control, Profile, Section
from auditor.core.record import AuditRecord


class Assessor:
    """Gives what `assess` gives, for one profile and one agency.

    While nothing but answers differs from the record before, the controls whose answer is the same keep
    their results, and an assessment in which all are kept is the same object.
    """

    def __init__(self, profile: Profile, agency: Agency) -> None:
        self.profile = profile
        self.agency = agency
        self._controls = [(c, section) for section in profile.sections for c in section.control]
        self._grounds: Grounds | None = None
        self._latest: Assessment | None = None

    def assess(self, record: AuditRecord, as_of: date) -> Assessment:
        """Every control judged by what `record` holds, as it counts on `as_of`."""
        grounds, latest = self._grounds, self._latest
        if grounds is None or latest is None or grounds.as_of != as_of:
            return self._anew(record, as_of)
        before = grounds.answers
        if record.period != grounds.record.period or not grounds.with_answers_of(record):
            return self._anew(record, as_of)

        def result(control: Control, section: Section, known: ControlResult) -> ControlResult:
            same = grounds.answers.get(control.id) is before.get(control.id)
            return known if same else judge(control, section, grounds)

        pairs = zip(self._controls, latest.results, strict=True)
        results = tuple(result(control, section, known) for (control, section), known in pairs)
        if any(now is not known for now, known in zip(results, latest.results, strict=True)):
            self._latest = Assessment(latest.period, as_of, self.profile, results)
        return self._latest or latest

    def _anew(self, record: AuditRecord, as_of: date) -> Assessment:
        grounds = self._grounds = Grounds(self.agency, record, as_of)
        results = tuple(judge(control, section, grounds) for control, section in self._controls)
        self._latest = Assessment(Period.parse(record.period), as_of, self.profile, results)
        return self._latest
